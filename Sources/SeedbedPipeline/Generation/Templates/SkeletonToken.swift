import SeedbedKernels
import SeedbedText

/// A word, what stands between two words, or a value that may change.
struct SkeletonToken {
  /// What can differ between texts of one template.
  enum Slot: Hashable {
    /// A marked span with its label.
    case mark(String)
    /// A figure with its kind.
    case figure(String)
    /// Words that differ where all else is alike.
    case words
  }

  /// The hash of all slots of words.
  static let wordsHash = hash64("{words}") | 1 << 63

  var range: Range<Int>
  /// Equal for equal texts, and for slots of one kind.
  var hash: UInt64
  var isWord = false
  var slot: Slot?
}

/// Cuts texts into tokens.
enum SkeletonCutter {
  private static let figures: Set<ProtectedRange.Kind> = [
    .number, .date, .time, .money, .percentage, .version, .email, .url, .phone, .identifier,
    .mention,
    .hashtag,
  ]

  /// The tokens of a row, which together cover its text.
  static func tokens(of row: TemplateRow) -> [SkeletonToken] {
    let bytes = row.text.utf8Span.span
    let slots = slots(of: row)
    var tokens: [SkeletonToken] = []
    var place = 0, next = 0
    // Everything up to an offset that no word covers, slots among it.
    func fill(upTo end: Int, _ bytes: Span<UInt8>) {
      while next < slots.count, slots[next].range.lowerBound < end {
        let slot = slots[next]
        if slot.range.lowerBound > place {
          tokens.append(literal(place..<slot.range.lowerBound, bytes))
        }
        tokens.append(slot)
        place = slot.range.upperBound
        next += 1
      }
      if place < end {
        tokens.append(literal(place..<end, bytes))
        place = end
      }
    }
    WordScanner.forEachWord(in: bytes) { word in
      guard word.lowerBound >= place else { return }
      let isInSlot = next < slots.count && slots[next].range.lowerBound < word.upperBound
      fill(upTo: isInSlot ? slots[next].range.lowerBound : word.lowerBound, bytes)
      if isInSlot {
        fill(upTo: slots[next].range.upperBound, bytes)
        return
      }
      var token = literal(word, bytes)
      token.isWord = true
      tokens.append(token)
      place = word.upperBound
    }
    fill(upTo: bytes.count, bytes)
    return tokens
  }

  /// The marks, and the figures outside of them, in order.
  private static func slots(of row: TemplateRow) -> [SkeletonToken] {
    let marks = row.marks.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    let length = row.text.utf8.count
    var slots: [SkeletonToken] = []
    let isAlone = ValueFinder.standAlone(marks)
    for (index, mark) in marks.enumerated()
    where isAlone[index] && !mark.range.isEmpty && mark.range.upperBound <= length {
      slots.append(slot(mark.range, .mark(mark.label), "{\(mark.label)}"))
    }
    var next = 0
    var all = slots
    for figure in ProtectedRanges.find(in: row.text) where figures.contains(figure.kind) {
      while next < slots.count, slots[next].range.upperBound <= figure.range.lowerBound {
        next += 1
      }
      if next < slots.count, slots[next].range.overlaps(figure.range) { continue }
      all.append(slot(figure.range, .figure(figure.kind.rawValue), "#\(figure.kind.rawValue)"))
    }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func slot(
    _ range: Range<Int>,
    _ slot: SkeletonToken.Slot,
    _ name: String
  ) -> SkeletonToken {
    SkeletonToken(range: range, hash: hash64(name) | 1 << 63, slot: slot)
  }

  private static func literal(_ range: Range<Int>, _ bytes: Span<UInt8>) -> SkeletonToken {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return SkeletonToken(range: range, hash: Skeleton.mixed(hash, 0) >> 1)
  }
}
