public import SeedbedText

/// What a search of a file for personal data found.
public struct PersonalDataReport: Sendable {
  /// One place, as an example.
  public struct Example: Sendable, Hashable {
    /// Which row of the file it is, from 1.
    public var row: Int
    /// Where the row begins in the unpacked file, in bytes from 0.
    public var byte: Int
    /// The field.
    public var field: String
    /// The place in the field, in Unicode scalars, half-open.
    public var span: Range<Int>
    /// The words themselves; do not show them without being asked to.
    public var text: String
    /// How sure it is, 0 to 1.
    public var score: Double
    /// How it was recognised.
    public var evidence: PersonalDataFinding.Evidence

    /// The words with `*` for letters and `#` for digits.
    public var masked: String {
      var masked = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        let isDigit = scalar.properties.numericType != nil
        masked.append(isDigit ? "#" : scalar.properties.isAlphabetic ? "*" : scalar)
      }
      return String(masked)
    }
  }

  /// What was found of one type.
  public struct TypeCount: Sendable {
    /// The type.
    public var type: PersonalDataType
    /// How many places.
    public var findings = 0
    /// In how many rows.
    public var rows = 0
    /// The first places.
    public var examples: [Example] = []
  }

  private static let mostExamples = 3

  /// How many rows were searched.
  public internal(set) var rows = 0
  /// How many of them hold personal data.
  public internal(set) var rowsWithFindings = 0
  /// Rows that were left out because they cannot be read.
  public internal(set) var badRows = 0
  /// The fields that were searched, in the order in which they were met.
  public internal(set) var fields: [String] = []
  /// What was found, by type, in the order of their declaration.
  public private(set) var types: [TypeCount]
  /// How many places got other words.
  public internal(set) var replaced = 0
  /// How many of the user's spans were moved or got other words.
  public internal(set) var remappedSpans = 0
  /// How many of the user's spans did not fit their text and were left as they are.
  public internal(set) var misfitSpans = 0

  init() { types = PersonalDataType.allCases.map { TypeCount(type: $0) } }

  /// How many places there are in all.
  public var findings: Int { types.reduce(0) { $0 + $1.findings } }

  /// Counts what a row holds.
  mutating func add(_ found: [(PersonalDataType, Example)]) {
    rows += 1
    guard !found.isEmpty else { return }
    rowsWithFindings += 1
    var seen: Set<PersonalDataType> = []
    for (type, example) in found {
      guard let place = types.firstIndex(where: { $0.type == type }) else { continue }
      types[place].findings += 1
      if seen.insert(type).inserted { types[place].rows += 1 }
      if types[place].examples.count < Self.mostExamples { types[place].examples.append(example) }
    }
  }
}
