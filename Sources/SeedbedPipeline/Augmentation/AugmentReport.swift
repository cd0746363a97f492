/// What an augmentation did.
public struct AugmentReport: Sendable, Hashable {
  /// What one method did.
  public struct Part: Sendable, Hashable {
    /// The method's name.
    public var method: String
    /// Rows that it made.
    public var made = 0
    /// Times that a row gave it nothing to change.
    public var unchanged = 0
    /// Edits in the rows that it made.
    public var edits = 0
    /// Unicode scalars of the texts that it changed.
    public var characters = 0

    /// Edits in a hundred characters of the texts that it changed; nil where there are none.
    public var rate: Double? {
      characters == 0 ? nil : Double(edits) * 100 / Double(characters)
    }
  }

  /// A row that was left out, and why.
  public struct Fault: Sendable, Hashable {
    /// Which row of data it is, from 1; nil where rows have no numbers.
    public var row: Int?
    /// Where it begins in the unpacked file.
    public var byte: Int?
    /// What is wrong with it.
    public var reason: String
  }

  /// Rows or documents that were read.
  public var rows = 0
  /// Rows that were written.
  public var written = 0
  /// What each method did, in the order in which they were named.
  public var parts: [Part]
  /// Rows that could not be read.
  public var badRows = 0
  /// Rows whose spans do not fit their text; nothing is made of them.
  public var misfits = 0
  /// The first of these.
  public var faults: [Fault] = []

  /// How many faults are named.
  static let mostFaults = 5

  /// Starts a report.
  init(methods: [String]) {
    parts = methods.map { Part(method: $0) }
  }

  /// Adds what was done with some rows.
  mutating func add(_ slice: AugmentedSlice) {
    for index in parts.indices {
      parts[index].made += slice.parts[index].made
      parts[index].unchanged += slice.parts[index].unchanged
      parts[index].edits += slice.parts[index].edits
      parts[index].characters += slice.parts[index].characters
    }
    misfits += slice.faults.count
    faults += slice.faults.prefix(Self.mostFaults - faults.count)
  }
}
