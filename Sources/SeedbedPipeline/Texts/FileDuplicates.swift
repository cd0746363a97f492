/// Which rows of a file repeat others, and how the search went.
public struct FileDuplicates: Sendable {
  /// A row that goes.
  public struct Decision: Sendable, Hashable {
    /// In which way the two rows are the same.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The same text after normalisation.
      case exact
      /// Similar at or above the threshold.
      case near
      /// The same fixed words with other values in their slots.
      case skeleton
      /// Close in meaning.
      case semantic
    }

    /// The position of the row that goes, from 0.
    public var removed: Int
    /// The position of the row that stays; of a reference its position there.
    public var kept: Int
    /// In which way the two are the same.
    public var kind: Kind
    /// Jaccard similarity, or cosine where meaning was compared.
    public var similarity: Double
    /// Whether the row that stays is one of the reference.
    public var isReference: Bool
  }

  /// The rows that go, by position.
  public var decisions: [Decision]
  /// Where the rows stand in the file.
  public var numbers: RowNumbers
  /// Rows that were left out because they cannot be read.
  public var badRows: Int
  /// How many rows go although they have another label than the row that stays.
  public var labelConflicts: Int
  /// How the texts were compared; nil where only meaning was.
  public var texts: DuplicateReport?
  /// How meaning was compared, in positions of the file; nil where it was not.
  public var meaning: SemanticDuplicateReport?
  /// What made the vectors.
  public var model: String?
  /// Rows to compare with.
  public var references: ReferenceRows

  /// How many rows were compared.
  public var rows: Int { numbers.count }
  /// How many rows stay.
  public var kept: Int { rows - decisions.count }

  /// How many rows go in one way.
  ///
  /// - Parameter kind: The way.
  /// - Returns: Their number.
  public func count(_ kind: Decision.Kind) -> Int { decisions.count { $0.kind == kind } }
}

/// Where rows that others are compared with come from.
public struct ReferenceRows: Sendable {
  private var parts: [(name: String, first: Int, numbers: RowNumbers?)] = []
  /// How many rows there are.
  public private(set) var count = 0

  /// No rows.
  public init() {}

  /// Adds the rows of a file.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - numbers: Where its rows stand in it.
  public mutating func add(_ name: String, numbers: RowNumbers) {
    parts.append((name, count, numbers))
    count += numbers.count
  }

  /// Adds the rows of an index, which are numbered as they were added.
  ///
  /// - Parameters:
  ///   - name: The index.
  ///   - rows: How many there are.
  public mutating func add(index name: String, rows: Int) {
    parts.append((name, count, nil))
    count += rows
  }

  /// Where a row stands.
  ///
  /// - Parameter position: Its position among all of these rows, from 0.
  /// - Returns: The file or index, and the row's number in it, from 1.
  public func place(of position: Int) -> (name: String, row: Int) {
    guard let part = parts.last(where: { $0.first <= position }) else { return ("", position + 1) }
    let inside = position - part.first
    return (part.name, part.numbers?[inside] ?? inside + 1)
  }
}
