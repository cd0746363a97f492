/// One row of the data that is searched for benchmark rows.
public struct ScannedRow: Sendable, Hashable {
  /// The row's text, or what is asked in it.
  public var text: String
  /// The answer given.
  public var answer: String?
  /// The benchmark rows that mean nearly the same, when somebody has measured it.
  public var neighbors: [SemanticNeighbor]

  /// Describes a row.
  ///
  /// - Parameters:
  ///   - text: The row's text, or what is asked in it.
  ///   - answer: The answer given.
  ///   - neighbors: The benchmark rows that mean nearly the same.
  public init(text: String, answer: String? = nil, neighbors: [SemanticNeighbor] = []) {
    self.text = text
    self.answer = answer
    self.neighbors = neighbors
  }

  /// Text, a line feed and the answer: the text into which offsets of evidence point.
  public var joined: String { answer.map { text + "\n" + $0 } ?? text }
}

/// A benchmark row that is close in meaning to a row of the data.
public struct SemanticNeighbor: Sendable, Hashable {
  /// The position among the rows that the index was built from.
  public var index: Int
  /// The cosine of the two embeddings, -1…1.
  public var cosine: Double

  /// Describes a neighbour.
  ///
  /// - Parameters:
  ///   - index: The position among the rows that the index was built from.
  ///   - cosine: The cosine of the two embeddings, -1…1.
  public init(index: Int, cosine: Double) {
    self.index = index
    self.cosine = cosine
  }
}
