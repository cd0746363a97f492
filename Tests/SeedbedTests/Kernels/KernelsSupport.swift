import SeedbedKernels

/// Draws nasty texts and edits: every UTF-8 length, combining marks, joiners, emoji.
struct KernelsText {
  var random: CounterRandom

  init(_ index: Int, for topic: String) {
    random = CounterRandom(seed: 20, sample: topic, operation: "test", draw: index)
  }

  static let pieces = [
    "a", "B", "z", "0", "7", " ", "  ", "\n", "\t", "'", "-", ".", "don't", "é", "e\u{301}", "ß",
    "Ł",
    "я", "Й", "и\u{306}", "ω", "漢", "字", "か", "ア", "한", "👩‍👩‍👧", "🇩🇪", "😀", "\u{200b}", "\u{feff}",
    "\u{0}", "\u{7f}", "ﬁ", "Ａ", "𝐛", "\u{10ffff}", "\u{fffd}", "\r\n", "’", "ا", "ह",
  ]

  mutating func text(upTo pieces: Int) -> String {
    var text = ""
    for _ in 0..<random.index(below: pieces + 1) { text += random.pick(Self.pieces) ?? "" }
    return text
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  /// Offsets at which a text may be cut.
  static func boundaries(of text: String) -> [Int] {
    var boundaries = [0]
    for scalar in text.unicodeScalars {
      boundaries.append(boundaries[boundaries.count - 1] + String(scalar).utf8.count)
    }
    return boundaries
  }

  /// Edits of a text that do not overlap; insertions may share a place.
  mutating func edits(of text: String, upTo count: Int) -> [Edit] {
    let boundaries = Self.boundaries(of: text)
    var cuts = (0..<2 * random.index(below: count + 1)).map { _ in
      boundaries[random.index(below: boundaries.count)]
    }
    cuts.sort()
    return stride(from: 0, to: cuts.count, by: 2).map {
      Edit(start: cuts[$0], end: cuts[$0 + 1], replacement: self.text(upTo: 3))
    }
  }
}

/// A text's bytes, held so that a span of them can be taken.
func kernelBytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The part of a text between two byte offsets.
func kernelSlice(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}
