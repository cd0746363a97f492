import SeedbedKernels

/// Texts by their normalised form, to find rows that are equal to an earlier one.
///
/// Normalisation takes "5%" and "$5" for equal, so figures and codes belong to the key.
struct CopyTable {
  /// What two equal texts have in common.
  struct Key: Hashable {
    var view: Digest128
    var figures: UInt64

    init(_ view: Digest128, _ features: GuardFeatures?) {
      self.view = view
      let figures = (features?.numbers ?? []) + ["\u{0}"] + (features?.codes ?? [])
      self.figures = hash64(figures.joined(separator: "\u{1}"))
    }
  }

  /// What is known about a text.
  enum Answer {
    case copy(of: Int)
    /// Equal to a row of another label only.
    case conflict(with: Int)
  }

  private struct Entry {
    var first: Int
    var unlabelled: Int?
    var byLabel: [String: Int] = [:]
  }

  private var entries: [Key: Entry] = [:]

  /// The row that a text repeats, or with which it is at odds; nil for a new text.
  func answer(_ key: Key, label: String?) -> Answer? {
    guard let entry = entries[key] else { return nil }
    guard let label else { return .copy(of: entry.first) }
    if let row = entry.unlabelled ?? entry.byLabel[label] { return .copy(of: row) }
    return .conflict(with: entry.first)
  }

  /// Adds a row; the first of each label stays.
  mutating func add(_ key: Key, label: String?, row: Int) {
    var entry = entries[key] ?? Entry(first: row)
    if let label {
      entry.byLabel[label] = entry.byLabel[label] ?? row
    } else {
      entry.unlabelled = entry.unlabelled ?? row
    }
    entries[key] = entry
  }
}
