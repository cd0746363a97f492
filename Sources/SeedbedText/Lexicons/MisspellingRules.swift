/// Spelling mistakes by rule, for words that no list has.
///
/// A doubled letter is written once, a single one twice ("comming"), one spelling of a sound is taken
/// for another, a letter that is not heard is dropped, and an unstressed vowel takes the place of
/// another ("seperate").
struct MisspellingRules: Sendable {
  private let patterns: LetterPatterns
  private let swapsVowels: Bool

  init(language: String) {
    patterns = LetterPatterns(Self.sounds(language))
    swapsVowels = language == "en"
  }

  /// Calls a function with each mistake that can be made at a place of a lower-case word.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - word: The word in it; of letters only.
  ///   - place: A byte of the word.
  ///   - body: Takes the bytes to be replaced and what to put there.
  @inline(__always)
  func forEachMistake(
    _ bytes: Span<UInt8>,
    _ word: Range<Int>,
    at place: Int,
    _ body: (Range<Int>, Replacement) -> Void
  ) {
    let byte = bytes[place]
    if place > word.lowerBound, byte < 0x80 {
      let before = bytes[place - 1]
      if byte == before { body(place..<(place + 1), .nothing) }
      if place + 1 < word.upperBound {
        let isBetweenVowels = Self.isVowel(before) && Self.isVowel(bytes[place + 1])
        if isBetweenVowels, Self.isOftenDoubled(byte) { body(place..<place, .letter(byte)) }
        if swapsVowels, place > word.lowerBound + 1, let other = Self.otherVowel(byte),
          !Self.isVowel(before), !Self.isVowel(bytes[place + 1])
        {
          body(place..<(place + 1), .letter(other))
        }
      }
    }
    for number in patterns.numbers(at: byte) {
      guard let width = patterns.width(number, bytes, place, before: word.upperBound),
        width < word.count
      else { continue }
      body(place..<(place + width), .pattern(number))
    }
  }

  /// What a mistake puts in the place of letters.
  enum Replacement {
    case nothing
    case letter(UInt8)
    case pattern(Int)
  }

  /// The letters of a replacement.
  func text(of replacement: Replacement) -> String {
    switch replacement {
    case .nothing: ""
    case .letter(let byte): String(Unicode.Scalar(byte))
    case .pattern(let number): patterns.replacements[number]
    }
  }

  private static func isOftenDoubled(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "p"),
      UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"):
      true
    default: false
    }
  }

  /// Whether a byte is a vowel, or one of an accented letter, most of which are vowels.
  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: byte >= 0x80
    }
  }

  private static func otherVowel(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "i"): UInt8(ascii: "e")
    case UInt8(ascii: "e"), UInt8(ascii: "o"): UInt8(ascii: "a")
    default: nil
    }
  }

  /// Pairs of spellings for one sound; the first is replaced by the second, wherever it stands.
  private static func sounds(_ language: String) -> [(from: String, to: String)] {
    switch language {
    case "en":
      [
        ("ie", "ei"), ("ei", "ie"), ("ght", "gt"), ("wh", "w"), ("kn", "n"), ("wr", "r"),
        ("mb", "m"), ("sc", "s"), ("ph", "f"), ("ck", "k"), ("able", "ible"), ("ible", "able"),
        ("ance", "ence"), ("ence", "ance"), ("ful", "full"), ("tion", "sion"), ("sion", "tion"),
        ("ately", "atly"), ("ary", "ery"), ("ery", "ary"), ("rh", "r"), ("mn", "m"),
        ("ough", "uff"),
        ("our", "or"), ("dge", "ge"), ("tch", "ch"), ("isc", "is"), ("cqu", "qu"),
      ]
    case "es":
      [
        ("b", "v"), ("v", "b"), ("h", ""), ("ll", "y"), ("y", "ll"), ("ce", "se"), ("ci", "si"),
        ("z", "s"), ("ge", "je"), ("gi", "ji"), ("qu", "k"), ("x", "s"), ("mp", "np"), ("mb", "nv"),
        ("cc", "c"), ("gü", "gu"), ("ue", "u"),
      ]
    case "fr":
      [
        ("eau", "au"), ("ph", "f"), ("qu", "k"), ("ç", "c"), ("ss", "s"), ("é", "er"), ("er", "é"),
        ("ê", "è"), ("è", "é"), ("tion", "sion"), ("ai", "é"), ("œ", "oe"), ("oi", "oa"),
        ("â", "a"),
        ("en", "an"), ("an", "en"), ("ge", "je"), ("th", "t"), ("rh", "r"), ("y", "i"),
      ]
    case "de":
      [
        ("ß", "ss"), ("ie", "i"), ("tz", "z"), ("ck", "k"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"),
        ("eh", "e"), ("ah", "a"), ("oh", "o"), ("th", "t"), ("dt", "t"), ("ä", "e"), ("äu", "eu"),
        ("chs", "x"), ("v", "f"), ("ss", "ß"), ("ih", "i"), ("rh", "r"), ("ph", "f"), ("y", "ü"),
      ]
    default: []
    }
  }
}
