import Foundation
import Testing

/// A JSON document with the few questions that the tests ask of one.
struct Document {
  let value: Any

  /// Reads a text that is one JSON document and nothing else.
  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  init(value: Any) { self.value = value }

  subscript(_ key: String) -> Document {
    Document(value: (value as? [String: Any])?[key] ?? NSNull())
  }

  var string: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var int: Int? { (value as? NSNumber)?.intValue }
  var bool: Bool? { value as? Bool }
  var isNull: Bool { value is NSNull }
  var list: [Document] { (value as? [Any] ?? []).map(Document.init(value:)) }
  var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
  var strings: [String] { list.compactMap(\.string) }

  /// Every key of every object within, but for the user's own below the named keys.
  func keys(without own: Set<String>) -> Set<String> {
    list.reduce(into: keys) { $0.formUnion($1.keys(without: own)) }
      .union(
        keys.subtracting(own).reduce(into: Set()) { found, key in
          found.formUnion(self[key].keys(without: own))
        }
      )
  }
}

extension Program.Outcome {
  /// The one document on standard output.
  var document: Document {
    get throws { try Document(stdout) }
  }

  /// Fails the test where the program did not end well.
  @discardableResult
  func expectSuccess(_ place: SourceLocation = #_sourceLocation) -> Self {
    expect(exit: 0, place)
  }

  /// Fails the test where the program ended otherwise, or did not say why.
  @discardableResult
  func expect(
    exit code: Int32,
    saying words: String...,
    place: SourceLocation = #_sourceLocation
  ) -> Self {
    expect(exit: code, place)
    for word in words {
      #expect(stderr.contains(word), "`\(word)` is missing\n\(self.words)", sourceLocation: place)
    }
    if code != 0 {
      #expect(stdout.isEmpty, "an error leaves standard output empty", sourceLocation: place)
    }
    return self
  }

  @discardableResult
  private func expect(exit code: Int32, _ place: SourceLocation) -> Self {
    #expect(status == code, "\(self.words)", sourceLocation: place)
    return self
  }
}
