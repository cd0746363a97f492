import SeedbedData

/// A secret that goes into one header and nowhere else.
///
/// Descriptions and reflections show nothing of it.
struct EndpointKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let secret: @Sendable () -> String

  init(_ secret: String) { self.secret = { secret } }

  /// Reads a key from an environment variable.
  init(variable: String, in environment: [String: String]) throws(SeedbedError) {
    guard let value = environment[variable], !value.isEmpty else {
      throw SeedbedError(
        .configuration,
        "the environment variable `\(variable)` holds no key",
        hint: "set it in the shell: export \(variable)=…"
      )
    }
    guard value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw SeedbedError(
        .configuration,
        "the environment variable `\(variable)` holds characters that no key has",
        hint: "look for line breaks, spaces and quotes in it"
      )
    }
    self.init(value)
  }

  /// The secret itself, for the header.
  var value: String { secret() }

  var description: String { "(a key)" }
  var customMirror: Mirror { Mirror(self, children: []) }

  /// A text from outside in which the secret is replaced, should it occur.
  func removed(from text: String) -> String {
    let secret = Array(value.utf8)
    guard secret.count >= 4 else { return text }
    var bytes = Array(text.utf8)
    var start = 0
    while start + secret.count <= bytes.count {
      if bytes[start..<start + secret.count].elementsEqual(secret) {
        bytes.replaceSubrange(start..<start + secret.count, with: Array("(key)".utf8))
      }
      start += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
