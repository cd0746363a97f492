import SeedbedData
import SeedbedKernels

/// What was made of some neighbouring rows, ready to be written.
struct AugmentedSlice: Sendable {
  /// The rows as JSON Lines; empty where a table is written.
  private(set) var lines: [UInt8] = []
  /// The rows of a table; empty where JSON Lines are written.
  private(set) var rows: [JSONObject] = []
  /// How many rows there are.
  private(set) var count = 0
  /// What each method did.
  private(set) var parts: [AugmentReport.Part]
  /// The rows of which nothing is made.
  private(set) var faults: [AugmentReport.Fault] = []

  private let options: AugmentOptions
  private let isTable: Bool

  /// Starts an empty slice.
  ///
  /// - Parameters:
  ///   - options: What is asked for.
  ///   - isTable: Whether a table is written, not JSON Lines.
  init(_ options: AugmentOptions, isTable: Bool) {
    self.options = options
    self.isTable = isTable
    parts = options.methods.map { AugmentReport.Part(method: $0) }
    if !isTable { lines.reserveCapacity(64 << 10) }
  }

  /// Adds a row of which nothing is made, because a span does not fit its text.
  mutating func add(misfit row: Sample) {
    let source = row.provenance.source
    faults.append(
      AugmentReport.Fault(
        row: source.row,
        byte: source.byte,
        reason: "a span does not fit the text"
      )
    )
  }

  /// Adds a row that is augmented.
  mutating func add(original: Sample) {
    if options.keepsOriginals { write(original: original) }
  }

  /// Adds what one method made of a row.
  ///
  /// - Parameters:
  ///   - sample: The new row; nil where there was nothing to change.
  ///   - part: The method's place among those asked for.
  ///   - parent: The row.
  mutating func add(_ sample: Sample?, by part: Int, of parent: Sample) {
    guard let sample else {
      parts[part].unchanged += 1
      return
    }
    parts[part].made += 1
    parts[part].edits += sample.provenance.edits.count
    parts[part].characters += parent.provenance.source.span?.count ?? 0
    write(sample, madeFrom: parent)
  }

  private mutating func write(original: Sample) {
    count += 1
    if isTable {
      rows.append(original.fields)
    } else {
      SampleRowWriter().writePlain(original, into: &lines)
    }
  }

  private mutating func write(_ sample: Sample, madeFrom parent: Sample) {
    count += 1
    if options.isPlain {
      if isTable {
        rows.append(sample.fields)
      } else {
        SampleRowWriter().writePlain(sample, into: &lines)
      }
      return
    }
    var further = JSONObject()
    if options.listsEdits {
      let listing = EditListing(edits: sample.provenance.edits, text: parent.text)
      further["edits"] = .object(listing.json)
    }
    if isTable {
      rows.append(sample.row(verdicts: [], adding: further))
    } else {
      SampleRowWriter().write(sample, adding: further, into: &lines)
    }
  }
}
