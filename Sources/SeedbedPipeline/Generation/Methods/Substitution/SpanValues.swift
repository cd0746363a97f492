/// The values that the spans of a data set have, label by label.
public struct SpanValues: Sendable {
  private let values: [String: [String: [String]]]

  /// No values.
  public init() { values = [:] }

  /// Learns from marked spans.
  ///
  /// - Parameter spans: The label and text of each span, in any order.
  public init(learning spans: [(label: String, text: String)]) {
    var seen: [String: Set<String>] = [:]
    var values: [String: [String: [String]]] = [:]
    for span in spans where !span.label.isEmpty && !span.text.isEmpty {
      guard seen[span.label, default: []].insert(span.text).inserted else { continue }
      values[span.label, default: [:]][SpanShape.key(span.text), default: []].append(span.text)
    }
    // The order of the rows must not show in what is drawn.
    self.values = values.mapValues { shapes in
      shapes.mapValues { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    }
  }

  /// Whether no span has been seen.
  public var isEmpty: Bool { values.isEmpty }

  /// The values of a label that can stand where another one stands.
  ///
  /// - Parameters:
  ///   - label: The label of a span.
  ///   - text: Its text.
  /// - Returns: Values of the same shape, in the order of their bytes.
  public func values(for label: String, like text: String) -> [String] {
    values[label]?[SpanShape.key(text)] ?? []
  }
}
