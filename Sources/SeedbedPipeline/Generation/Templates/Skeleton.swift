import SeedbedKernels

/// Texts of one label that differ in nothing but their slots.
struct Skeleton {
  /// The most words that stand in the place of each other.
  static let mostWords = 3
  /// Longer texts hardly ever come from a template.
  private static let mostTokens = 160

  /// The numbers of the rows, ascending.
  var rows: [Int]
  /// What the slots and words of the first row are; those of the others are alike.
  var tokens: [SkeletonToken]

  /// A run of words that might be a slot.
  struct Window {
    /// The same for all texts that are alike but for such a run.
    var key: UInt64
    var tokens: Range<Int>
    /// How many words it has.
    var words: Int
  }

  /// Scrambles two words into one.
  @inline(__always)
  static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var value = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &+ 0x2545_F491_4F6C_DD1D
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// The same for all texts of one label and skeleton.
  static func key(_ tokens: [SkeletonToken], label: UInt64) -> UInt64 {
    tokens.reduce(label) { mixed($0, $1.hash) }
  }

  /// Calls a function with each run of words whose neighbours stay: most words of the text.
  func forEachWindow(label: UInt64, _ body: (Window) -> Void) {
    let count = tokens.count
    guard count <= Self.mostTokens else { return }
    let words = tokens.count { $0.isWord }
    guard words >= 3 else { return }
    var before = [label]
    for token in tokens { before.append(Self.mixed(before[before.count - 1], token.hash)) }
    var after = [UInt64](repeating: ~label, count: count + 1)
    for index in stride(from: count - 1, through: 0, by: -1) {
      after[index] = Self.mixed(after[index + 1], tokens[index].hash)
    }
    for start in 0..<count where tokens[start].isWord {
      var end = start
      for length in 1...Self.mostWords {
        // Words with a separator between any two.
        // What stays has to say more than what changes.
        guard end < count, tokens[end].isWord, words - length >= max(2, 2 * (length - 1)) else {
          break
        }
        body(
          Window(
            key: Self.mixed(before[start], after[end + 1]),
            tokens: start..<(end + 1),
            words: length
          )
        )
        guard end + 1 < count, tokens[end + 1].slot == nil else { break }
        end += 2
      }
    }
  }
}
