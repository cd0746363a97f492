/// What speaks for one meaning of a word: how often it has it, and the words of its gloss.
///
/// A gloss shares words with the sentences in which its meaning occurs (M. Lesk, "Automatic sense
/// disambiguation using machine readable dictionaries", 1986).
struct SenseEvidence: Sendable {
  /// How often the word was found with the meaning, smoothed.
  let weight: Float
  /// The stems of the gloss, its examples and the other words of the meaning.
  let stems: [UInt32]

  /// By what factor a gloss word in the sentence makes the meaning likelier, as an exponent of two.
  private static let gain: Float = 3
  /// The shared words beyond which more say nothing.
  private static let mostShared: Float = 2
  /// What a meaning that was never found counts for.
  private static let smoothing: Float = 0.2

  init(_ meaning: WordNet.Meaning, of lemma: String, _ pos: PartOfSpeech, in wordnet: WordNet) {
    weight = Float(meaning.count) + Self.smoothing
    // The word itself stands in its own examples.
    let own = GlossStem.hash(Array(lemma.utf8))
    var stems: [UInt32] = []
    stems.reserveCapacity(24)
    wordnet.forEachGlossWord(at: meaning.offset, pos) { word in
      let stem = GlossStem.hash(word)
      if stem != 0, stem != own, !stems.contains(stem) { stems.append(stem) }
    }
    self.stems = stems
  }

  /// The weight of the meaning among some neighbours.
  func weight(in window: ContextWindow) -> Float {
    var shared: Float = 0
    for stem in stems { shared += window.rarity(of: stem) }
    guard shared > 0 else { return weight }
    return weight * Self.powerOfTwo(Self.gain * min(shared, Self.mostShared))
  }

  /// Two to a power by a straight line between whole powers: the same on every machine.
  private static func powerOfTwo(_ exponent: Float) -> Float {
    let whole = exponent.rounded(.down)
    return Float(sign: .plus, exponent: Int(whole), significand: 1 + (exponent - whole))
  }
}

extension [SenseEvidence] {
  /// How likely one of the meanings is among some neighbours, 0...1.
  func share(of index: Int, in window: ContextWindow) -> Float {
    var total: Float = 0
    var own: Float = 0
    for place in indices {
      let weight = self[place].weight(in: window)
      total += weight
      if place == index { own = weight }
    }
    return total > 0 ? own / total : 0
  }
}

/// The words around a word that say what its sentence is about.
struct ContextWindow {
  /// How many words on either side belong to it.
  private static let reach = 20

  private var stems: [(stem: UInt32, rarity: Float)] = []
  /// The stems' lowest bits, which answer most questions.
  private var bits = SIMD8<UInt64>(repeating: 0)

  /// Collects the neighbours of a word.
  init(around index: Int, of words: [ReadWord]) {
    let range = max(0, index - Self.reach)..<min(words.count, index + Self.reach + 1)
    stems.reserveCapacity(range.count)
    for place in range where place != index {
      let info = words[place].info
      guard info.stem != 0, info.rarity > 0, info.stem != words[index].info.stem else { continue }
      stems.append((info.stem, info.rarity))
      bits[Int(info.stem >> 6 & 7)] |= 1 << UInt64(info.stem & 63)
    }
  }

  /// How much a stem says, 0...1; 0 where it is not among the neighbours.
  func rarity(of stem: UInt32) -> Float {
    guard bits[Int(stem >> 6 & 7)] >> UInt64(stem & 63) & 1 == 1 else { return 0 }
    return stems.first { $0.stem == stem }?.rarity ?? 0
  }
}
