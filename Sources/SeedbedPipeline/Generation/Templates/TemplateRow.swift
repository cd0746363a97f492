/// A text from which templates are learned.
public struct TemplateRow: Sendable, Hashable {
  /// The id of the row, to be shown as an example.
  public var id: String
  /// The text.
  public var text: String
  /// Its label; nil where there is none.
  public var label: String?
  /// Its marked spans, in UTF-8 bytes.
  public var marks: [Seed.Mark]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - id: The id of the row.
  ///   - text: The text.
  ///   - label: Its label.
  ///   - marks: Its marked spans, in UTF-8 bytes.
  public init(id: String, text: String, label: String? = nil, marks: [Seed.Mark] = []) {
    self.id = id
    self.text = text
    self.label = label
    self.marks = marks
  }
}
