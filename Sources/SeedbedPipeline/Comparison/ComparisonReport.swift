/// What two files have in common and what not.
public struct ComparisonReport: Sendable, Hashable {
  /// One of the files.
  public struct Side: Sendable, Hashable {
    /// The file as the user named it.
    public var name: String
    /// How many rows were compared.
    public var rows: Int
    /// How many were left out because they cannot be read.
    public var badRows: Int
    /// How many say the same as an earlier one but for case, accents, punctuation and space.
    public var repeatedRows: Int
    /// The field of the texts; nil for records and conversations.
    public var textField: String?
    /// How many rows were drawn for what is embedded.
    public var sampledRows: Int
  }

  /// The real rows.
  public var real: Side
  /// The synthetic rows.
  public var synthetic: Side
  /// The other real rows, where there are some.
  public var holdout: Side?
  /// The field of the labels; nil without labels.
  public var labelField: String?
  /// The model that embedded the texts; nil for records.
  public var model: String?
  /// The seed of all draws.
  public var seed: UInt64
  /// What is measured of single texts, as numbers; empty for records.
  public var numbers: [NumberDrift] = []
  /// What is measured of single texts, as categories; empty for records.
  public var categories: [CategoryDrift] = []
  /// The labels; nil where a side has none.
  public var labels: LabelDrift?
  /// The ties of labels and slices.
  public var slices: [SliceBias] = []
  /// The texts as wholes; nil for records.
  public var texts: TextDrift?
  /// How varied the texts are; nil for records.
  public var diversity: DiversityComparison?
  /// What texts give away; nil for records.
  public var privacy: TextPrivacy?
  /// The further fields; nil without any.
  public var columns: ColumnComparison?
  /// What records give away; nil for texts.
  public var records: RecordPrivacy?

  /// What is called a difference, the largest first; what is about single labels' rows comes last.
  public var findings: [ComparisonFinding] { ComparisonFinding.all(in: self) }

  /// Judges all tests: those of rows and columns together, those of texts together, and those of variety
  /// together.
  mutating func settle() {
    var rows = ClaimFamily()
    var labelled = labels.map { [$0.distribution] } ?? []
    var columnNumbers = columns?.numbers ?? []
    var columnCategories = columns?.categories ?? []
    var shares = labels?.shares ?? []
    var lengths = labels?.lengths ?? []
    rows.add(numbers)
    rows.add(categories)
    rows.add(labelled)
    rows.add(shares)
    rows.add(lengths)
    for slice in slices { rows.add(slice.cells) }
    rows.add(columnNumbers)
    rows.add(columnCategories)
    rows.close()
    rows.settle(&numbers)
    rows.settle(&categories)
    rows.settle(&labelled)
    rows.settle(&shares)
    rows.settle(&lengths)
    for index in slices.indices { rows.settle(&slices[index].cells) }
    rows.settle(&columnNumbers)
    rows.settle(&columnCategories)
    if let distribution = labelled.first {
      labels?.distribution = distribution
      labels?.shares = shares
      labels?.lengths = lengths
    }
    columns?.numbers = columnNumbers
    columns?.categories = columnCategories
    if var tests = texts?.tests {
      Self.settleAlone(&tests)
      texts?.tests = tests
    }
    if var measures = diversity?.measures {
      Self.settleAlone(&measures)
      diversity?.measures = measures
    }
  }

  private static func settleAlone(_ claims: inout [some Claimed]) {
    var family = ClaimFamily()
    family.add(claims)
    family.close()
    family.settle(&claims)
  }
}
