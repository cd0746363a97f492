import SeedbedData
import Synchronization

/// How many tokens a request may use, before anybody has counted them.
///
/// A token is taken to have three bytes until an answer shows that this model's have fewer. What a
/// small request has above that is taken for what the endpoint adds to each, such as a tool's words.
final class TokenEstimate: Sendable {
  /// Tokens of an answer where nobody set a limit.
  static let openEnd = 4096

  private struct State {
    var perByte = 1.0 / 3
    var added = 0.0
    var longest = TokenEstimate.openEnd
  }

  /// Requests below this many bytes tell what is added, larger ones what a byte counts.
  private static let small = 4096

  private let state = Mutex(State())

  /// The most tokens that a request is likely to use.
  func worst(bytes: Int, maximumTokens: Int?) -> TokenUsage {
    let state = state.withLock { $0 }
    let input = (Double(bytes) * state.perByte + state.added).rounded(.up)
    return TokenUsage(input: Int(min(input, 1e12)), output: max(0, maximumTokens ?? state.longest))
  }

  /// Learns from what was counted.
  func learn(_ usage: TokenUsage, bytes: Int) {
    let input = Double(usage.input)
    state.withLock { state in
      if input > Double(bytes) * state.perByte + state.added {
        if bytes < Self.small {
          state.added = input - Double(bytes) * state.perByte
        } else {
          state.perByte = min((input - state.added) / Double(bytes), 4)
        }
      }
      if usage.output > state.longest { state.longest = usage.output }
    }
  }
}
