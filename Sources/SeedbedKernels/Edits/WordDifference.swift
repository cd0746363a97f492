/// What differs between two lists of words: the changes that a longest common subsequence leaves.
public enum WordDifference {
  /// A run of words that gave way to others; both ranges are indices of words, and one of them may be empty.
  public struct Change: Hashable, Sendable {
    /// The words that went.
    public var old: Range<Int>
    /// The words that came.
    public var new: Range<Int>
  }

  /// Beyond so many comparisons the changed middle is taken as one change.
  private static let mostCells = 1 << 20

  /// The changes from one list of words to another.
  ///
  /// Words are equal as bytes: to `==` an accent is the same as a letter and an accent behind it. Time and
  /// memory grow with the product of the lengths of the changed middles, of which a million pairs are compared.
  ///
  /// - Parameters:
  ///   - old: The words before.
  ///   - new: The words after.
  /// - Returns: The changes in order, none touching the next.
  public static func changes(
    _ old: some Sequence<some StringProtocol>,
    _ new: some Sequence<some StringProtocol>
  ) -> [Change] {
    var numbers: [[UInt8]: Int32] = [:]
    func number(_ word: some StringProtocol) -> Int32 {
      let bytes = Array(word.utf8)
      if let known = numbers[bytes] { return known }
      let next = Int32(numbers.count)
      numbers[bytes] = next
      return next
    }
    return changes(old.map { number($0) }, new.map { number($0) })
  }

  private static func changes(_ old: [Int32], _ new: [Int32]) -> [Change] {
    var front = 0
    while front < min(old.count, new.count), old[front] == new[front] { front += 1 }
    var back = 0
    while back < min(old.count, new.count) - front,
      old[old.count - 1 - back] == new[new.count - 1 - back]
    { back += 1 }
    let (oldEnd, newEnd) = (old.count - back, new.count - back)
    guard front < oldEnd || front < newEnd else { return [] }
    let (rows, columns) = (oldEnd - front, newEnd - front)
    guard rows > 0, columns > 0, rows <= mostCells / columns else {
      return [Change(old: front..<oldEnd, new: front..<newEnd)]
    }
    return aligned(old[front..<oldEnd], new[front..<newEnd])
  }

  private static func aligned(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Change] {
    let width = new.count + 1
    // lengths[i * width + j]: the longest common subsequence of what follows i and j.
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in (0..<old.count).reversed() {
      for j in (0..<new.count).reversed() {
        lengths[i * width + j] =
          old[old.startIndex + i] == new[new.startIndex + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var changes: [Change] = []
    var (i, j) = (0, 0)
    var (oldStart, newStart) = (0, 0)
    func close() {
      guard oldStart < i || newStart < j else { return }
      changes.append(
        Change(
          old: (old.startIndex + oldStart)..<(old.startIndex + i),
          new: (new.startIndex + newStart)..<(new.startIndex + j)
        )
      )
    }
    while i < old.count, j < new.count {
      if old[old.startIndex + i] == new[new.startIndex + j] {
        close()
        (i, j) = (i + 1, j + 1)
        (oldStart, newStart) = (i, j)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    (i, j) = (old.count, new.count)
    close()
    return changes
  }
}
