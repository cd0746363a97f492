import SeedbedData
import SeedbedKernels
import Synchronization

/// A model that answers nothing of use and counts what it is asked, so that a run's cost is known before.
final class EstimatingModel: LanguageModel {
  /// Bytes of a token, as most tokenizers of European languages have them.
  private static let bytesPerToken = 4.0
  /// Tokens of one text in an answer, where nothing limits it: a message of some thirty words.
  private static let tokensPerText = 40

  struct Count: Sendable {
    var requests = 0
    var usage = TokenUsage()
    /// The most tokens that the answers may have; nil where no limit is set.
    var ceiling: Int? = 0
  }

  let identity: ModelIdentity
  private let settings: ModelSettings
  private let asked = Mutex<(keys: Set<Digest128>, count: Count)>(([], Count()))

  init(_ settings: ModelSettings) {
    self.settings = settings
    identity = ModelIdentity(
      name: settings.name,
      endpoint: settings.url,
      model: settings.model,
      family: settings.family ?? ModelFamily.family(of: settings.model)
    )
  }

  var count: Count { asked.withLock { $0.count } }

  func answer(to request: ModelRequest) async throws -> ModelAnswer {
    try Task.checkCancellation()
    var hash = ContentHash(domain: "seedbed.estimate.1")
    for message in request.messages { hash.add(message.content) }
    hash.add(request.variant)
    let sampling = request.sampling.filled(by: settings.sampling)
    let example = request.shape.map { SchemaExample.value(for: $0.schema) }
    let most = sampling.maximumTokens
    let guess = Self.tokensPerText * max(1, example.map(Self.texts) ?? 3)
    let bytes = request.messages.reduce(0) { $0 + $1.content.utf8.count + 16 }
    let usage = TokenUsage(
      input: Int((Double(bytes) / Self.bytesPerToken).rounded(.up)),
      output: min(guess, most ?? guess)
    )
    let key = hash.digest
    asked.withLock { state in
      // Equal requests are asked once.
      guard state.keys.insert(key).inserted else { return }
      state.count.requests += 1
      state.count.usage = state.count.usage + usage
      state.count.ceiling = most.flatMap { most in state.count.ceiling.map { $0 + most } }
    }
    return ModelAnswer(
      key: key.hex,
      text: example?.serialized(.compact) ?? "An answer.",
      finish: .stop,
      model: settings.model,
      usage: usage
    )
  }

  /// How many texts an answer holds.
  private static func texts(in value: JSONValue) -> Int {
    switch value {
    case .string: 1
    case .array(let elements): elements.reduce(0) { $0 + texts(in: $1) }
    case .object(let object): object.reduce(0) { $0 + texts(in: $1.value) }
    default: 0
    }
  }
}
