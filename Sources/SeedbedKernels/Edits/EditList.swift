/// The changes that turn one text into another, by byte ranges of the original.
///
/// Because the list says exactly what was touched, everything else keeps its bytes, and offsets
/// into the original (entity spans, answers, citations) can be carried over.
public struct EditList: Hashable, Sendable {
  /// The edits in ascending order; those at one place in the order in which their texts follow.
  public private(set) var edits: [Edit]

  /// Makes a list that changes nothing.
  public init() { edits = [] }

  /// Sorts edits and checks them against the text they are for.
  ///
  /// - Parameters:
  ///   - edits: The edits in any order; insertions at one place keep theirs.
  ///   - text: The original.
  /// - Throws: When two overlap, or one leaves the text or cuts a Unicode scalar.
  public init(_ edits: [Edit], for text: String) throws(EditError) {
    self.edits = Self.isOrdered(edits) ? edits : Self.ordered(edits)
    try check(against: text)
  }

  private static func isOrdered(_ edits: [Edit]) -> Bool {
    for index in edits.indices.dropFirst() {
      let (left, right) = (edits[index - 1], edits[index])
      if (right.start, right.end) < (left.start, left.end) { return false }
    }
    return true
  }

  private static func ordered(_ edits: [Edit]) -> [Edit] {
    // The index makes the sort stable.
    edits.enumerated().sorted {
      ($0.element.start, $0.element.end, $0.offset) < ($1.element.start, $1.element.end, $1.offset)
    }.map(\.element)
  }

  /// Takes edits that are known to be in order.
  init(ordered edits: [Edit]) { self.edits = edits }

  /// Whether there is no edit at all.
  public var isEmpty: Bool { edits.isEmpty }

  /// Adds an edit; it is checked when the list is applied.
  ///
  /// - Parameters:
  ///   - range: The bytes of the original to replace; empty to insert.
  ///   - replacement: What to put there; of two insertions at one place the later comes second.
  public mutating func replace(_ range: Range<Int>, with replacement: String) {
    let edit = Edit(start: range.lowerBound, end: range.upperBound, replacement: replacement)
    var place = edits.count
    while place > 0 && (edit.start, edit.end) < (edits[place - 1].start, edits[place - 1].end) {
      place -= 1
    }
    edits.insert(edit, at: place)
  }

  /// Checks that the edits fit a text.
  ///
  /// - Parameter text: The original.
  /// - Throws: When two overlap, or one leaves the text or cuts a Unicode scalar.
  public func check(against text: String) throws(EditError) {
    let bytes = text.utf8Span.span
    var previous: Edit?
    for edit in edits {
      guard edit.start >= 0, edit.start <= edit.end, edit.end <= bytes.count else {
        throw EditError(edit: edit, reason: .outOfBounds(textLength: bytes.count))
      }
      if let previous, edit.start < previous.end {
        throw EditError(edit: edit, reason: .overlaps(previous))
      }
      if edit.start < bytes.count, bytes[edit.start] & 0xc0 == 0x80 {
        throw EditError(edit: edit, reason: .splitsScalar(offset: edit.start))
      }
      if edit.end < bytes.count, bytes[edit.end] & 0xc0 == 0x80 {
        throw EditError(edit: edit, reason: .splitsScalar(offset: edit.end))
      }
      previous = edit
    }
  }
}
