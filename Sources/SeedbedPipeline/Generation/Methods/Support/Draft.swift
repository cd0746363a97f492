import SeedbedData
import SeedbedKernels

/// Collects the edits of one proposal and what they changed; takes nothing that is locked or that an
/// earlier edit has taken.
struct Draft {
  private let seed: Seed
  private var edits: [Edit] = []
  /// The ranges that the edits were asked for, which may be wider than the edits.
  private var taken: [Range<Int>] = []
  /// Where the last of them ends: beyond it everything is free, however many there are.
  private var reach = -1
  private var changes: [JSONValue] = []

  init(_ seed: Seed) { self.seed = seed }

  /// How many changes were taken.
  var count: Int { changes.count }

  /// Puts other words in the place of some bytes; the edit leaves out what stays the same at both
  /// ends, so that it says exactly what was touched.
  ///
  /// - Parameters:
  ///   - range: The bytes; empty to insert.
  ///   - replacement: What to put there.
  ///   - rule: Which rule of the method it is, for the record.
  /// - Returns: Whether the change was taken.
  @discardableResult
  mutating func replace(_ range: Range<Int>, with replacement: String, rule: String? = nil) -> Bool
  {
    let old = String(seed.text.slice(range))
    guard !old.utf8.elementsEqual(replacement.utf8), isFree(range) else { return false }
    edits.append(Self.trimmed(old, replacement, at: range.lowerBound))
    taken.append(range)
    reach = max(reach, range.upperBound)
    var change: JSONObject = ["from": .string(old), "to": .string(replacement)]
    if let rule { change["rule"] = .string(rule) }
    changes.append(.object(change))
    return true
  }

  /// Whether a change of the range would be taken.
  func isFree(_ range: Range<Int>) -> Bool {
    guard !seed.isLocked(range) else { return false }
    return range.lowerBound > reach
      || taken.allSatisfy { other in
        // Insertions do not come to one place twice: their order would be chance.
        if range.isEmpty, other.isEmpty { return range != other }
        return range.upperBound <= other.lowerBound || other.upperBound <= range.lowerBound
      }
  }

  /// Makes the proposal.
  ///
  /// - Parameter drawn: What else was drawn, put before the list of changes.
  /// - Returns: The proposal, or nil where nothing changed or nothing would be left.
  func proposal(_ drawn: JSONObject = [:]) -> Proposal? {
    guard !edits.isEmpty, let list = try? EditList(edits, for: seed.text),
      let text = try? list.applied(to: seed.text),
      // Changes may cancel each other out; texts that differ in Unicode spelling alone are equal.
      text != seed.text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    else { return nil }
    var parameters = drawn
    parameters["changes"] = .array(changes)
    return Proposal(edits: list, parameters: parameters)
  }

  private static func trimmed(_ old: String, _ new: String, at start: Int) -> Edit {
    let old = Array(old.unicodeScalars), new = Array(new.unicodeScalars)
    let shorter = min(old.count, new.count)
    var front = 0, back = 0
    while front < shorter, old[front] == new[front] { front += 1 }
    while back < shorter - front, old[old.count - 1 - back] == new[new.count - 1 - back] {
      back += 1
    }
    func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
      scalars.reduce(0) { $0 + UTF8.width($1) }
    }
    let lower = start + bytes(old[..<front])
    let middle = old[front..<(old.count - back)]
    return Edit(
      start: lower,
      end: lower + bytes(middle),
      replacement: String(String.UnicodeScalarView(new[front..<(new.count - back)]))
    )
  }
}
