import SeedbedData
import SeedbedKernels

/// Collects the edits of one proposal; takes nothing that is locked or that an earlier edit has taken.
struct Draft {
  private let seed: Seed
  private var edits: [Edit] = []
  /// The ranges that the edits were asked for, which may be wider than the edits.
  private var taken: [Range<Int>] = []
  /// Where the last of them ends: beyond it everything is free, however many there are.
  private var reach = -1

  init(_ seed: Seed) { self.seed = seed }

  /// How many changes were taken.
  var count: Int { edits.count }

  /// Puts other words in the place of some bytes; the edit leaves out what stays the same at both
  /// ends, so that it says exactly what was touched.
  ///
  /// - Parameters:
  ///   - range: The bytes; empty to insert.
  ///   - replacement: What to put there.
  ///   - reason: Which rule of the method it is, for the record.
  /// - Returns: Whether the change was taken.
  @discardableResult
  mutating func replace(
    _ range: Range<Int>,
    with replacement: String,
    because reason: String
  ) -> Bool {
    guard isFree(range), let edit = trimmed(range, replacement, reason) else { return false }
    edits.append(edit)
    taken.append(range)
    reach = max(reach, range.upperBound)
    return true
  }

  /// Whether a change of the range would be taken.
  func isFree(_ range: Range<Int>) -> Bool {
    guard !seed.isLocked(range) else { return false }
    return range.lowerBound > reach || (range.lowerBound == reach && !range.isEmpty)
      || taken.allSatisfy { other in
        // Insertions do not come to one place twice: their order would be chance.
        if range.isEmpty, other.isEmpty { return range != other }
        return range.upperBound <= other.lowerBound || other.upperBound <= range.lowerBound
      }
  }

  /// Makes the proposal.
  ///
  /// - Parameters:
  ///   - drawn: What was drawn beyond the edits.
  ///   - label: The new label where it changes.
  ///   - renames: Values to be renamed in the companions too.
  /// - Returns: The proposal, or nil where nothing changed.
  func proposal(
    _ drawn: JSONObject = [:],
    label: String? = nil,
    renames: [Proposal.Rename] = []
  ) -> Proposal? {
    guard !edits.isEmpty, let list = try? EditList(edits, for: seed.text) else { return nil }
    return Proposal(edits: list, parameters: drawn, label: label, renames: renames)
  }

  /// The edit without what stays the same at both ends, cut between scalars; nil where nothing changes.
  private func trimmed(_ range: Range<Int>, _ new: String, _ reason: String) -> Edit? {
    var new = new
    return new.withUTF8 { new in
      let bytes = seed.text.utf8Span.span
      var (front, back) = (0, 0)
      let shorter = min(range.count, new.count)
      while front < shorter, bytes[range.lowerBound + front] == new[front] { front += 1 }
      guard front < max(range.count, new.count) else { return nil }
      // A border inside a scalar moves to its start, which both sides share.
      while front > 0,
        Self.continues(bytes, range.lowerBound + front, range)
          || (front < new.count && new[front] & 0xC0 == 0x80)
      { front -= 1 }
      while back < shorter - front,
        bytes[range.upperBound - 1 - back] == new[new.count - 1 - back]
      { back += 1 }
      while back > 0,
        bytes[range.upperBound - back] & 0xC0 == 0x80 || new[new.count - back] & 0xC0 == 0x80
      { back -= 1 }
      return Edit(
        start: range.lowerBound + front,
        end: range.upperBound - back,
        replacement: String(decoding: new[front..<(new.count - back)], as: UTF8.self),
        reason: reason
      )
    }
  }

  private static func continues(
    _ bytes: borrowing Span<UInt8>,
    _ place: Int,
    _ range: Range<Int>
  ) -> Bool {
    place < range.upperBound && bytes[place] & 0xC0 == 0x80
  }
}
