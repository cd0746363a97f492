import SeedbedLearning

/// Real rows on which students are measured, and for nothing else.
///
/// It gives out what the rows are labelled and which slices they belong to, but no text: a sealed holdout
/// can lend its rows to an evaluation without showing them.
public struct TestRows: Sendable {
  /// A value for each row, by which results are told apart.
  public struct Slicing: Sendable, Hashable {
    /// What the values are of, such as `length`.
    public var dimension: String
    /// The value of each row; nil for a row that has none.
    public var values: [String?]

    /// Makes a slicing.
    ///
    /// - Parameters:
    ///   - dimension: What the values are of.
    ///   - values: The value of each row.
    public init(dimension: String, values: [String?]) {
      self.dimension = dimension
      self.values = values
    }
  }

  /// The name of the slicing by tiers of difficulty.
  public static let difficulty = "difficulty"

  /// The right label of each row; nil where it has none.
  public let labels: [String?]
  /// The slices that the rows belong to.
  public let slicings: [Slicing]
  private let texts: [String]

  /// How many rows there are.
  public var count: Int { texts.count }

  /// Takes rows to measure on.
  ///
  /// - Parameters:
  ///   - rows: Real rows that no student is trained on.
  ///   - slicings: By what results are told apart; each has one value a row.
  public init(_ rows: [UtilityRow], slicings: [Slicing] = []) {
    self.init(texts: rows.map(\.text), labels: rows.map(\.label), slicings: slicings)
  }

  init(texts: [String], labels: [String?], slicings: [Slicing]) {
    precondition(
      slicings.allSatisfy { $0.values.count == texts.count },
      "a slicing needs one value a row"
    )
    self.texts = texts
    self.labels = labels
    self.slicings = slicings
  }

  /// Counts the n-grams of some rows, for students.
  func counted(
    _ rows: [Int],
    features: TFIDFVectorizer.Options,
    threads: Int
  ) -> CountedTexts {
    CountedTexts(rows.map { texts[$0] }, features: features, threads: threads)
  }
}
