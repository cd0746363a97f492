/// A marked part of a sample's text, half-open, in Unicode scalars.
public struct TextSpan: Sendable, Hashable {
  /// The first scalar of the span, from 0.
  public var start: Int
  /// The scalar after its last.
  public var end: Int
  /// What the span is.
  public var label: String
  /// The words it covers.
  public var text: String

  /// Makes a span.
  ///
  /// - Parameters:
  ///   - start: The first scalar, from 0.
  ///   - end: The scalar after the last.
  ///   - label: What the span is.
  ///   - text: The words it covers.
  public init(start: Int, end: Int, label: String, text: String) {
    self.start = start
    self.end = end
    self.label = label
    self.text = text
  }

  /// The span as written in rows: `{"start", "end", "label", "text"}`.
  public var json: JSONValue {
    .object([
      "start": .number(JSONNumber(start)), "end": .number(JSONNumber(end)),
      "label": .string(label), "text": .string(text),
    ])
  }
}

/// The unit in which a source counts its span offsets.
public enum SpanUnit: String, Sendable, CaseIterable {
  /// Unicode scalars, as Python's `str` counts.
  case scalar
  /// Bytes of UTF-8.
  case utf8
  /// UTF-16 code units, as JavaScript and Java count.
  case utf16
  /// Words between white space.
  case token
}
