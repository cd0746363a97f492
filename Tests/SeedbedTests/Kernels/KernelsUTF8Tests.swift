import SeedbedKernels
import Testing

@Suite("UTF-8 validation, words and offsets")
struct KernelsUTF8Tests {
  /// The standard library's decoder as oracle: the offset at which it first reports an error.
  static func oracle(_ bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  @Test(
    "ill-formed sequences are found where they begin",
    arguments: [
      ([0x61, 0x80], 1), ([0xc0, 0xaf], 0), ([0xc1, 0xbf], 0), ([0xe0, 0x9f, 0xbf], 0),
      ([0xed, 0xa0, 0x80], 0),
      ([0xf0, 0x8f, 0xbf, 0xbf], 0), ([0xf4, 0x90, 0x80, 0x80], 0), ([0xf5, 0x80, 0x80, 0x80], 0),
      ([0x61, 0x62, 0xe2, 0x82], 2), ([0xc3, 0xa9, 0xc3], 2), ([0xef, 0xbf, 0xbd, 0xff], 3),
      ([0xf0, 0x9f, 0x98], 0),
    ] as [([UInt8], Int)]
  )
  func illFormed(bytes: [UInt8], place: Int) {
    #expect(UTF8Validation.firstInvalidByte(in: bytes.span) == place)
    let padded = [UInt8](repeating: 0x20, count: 70) + bytes + [UInt8](repeating: 0x20, count: 3)
    #expect(UTF8Validation.firstInvalidByte(in: padded.span) == 70 + place)
  }

  @Test("every scalar is well-formed, and damaged texts are judged as by the standard library")
  func validation() {
    var all = ""
    for value in 0...UInt32(0x10ffff) where value % 7 == 0 || value < 0x3000 {
      if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
    }
    let bytes = kernelBytes(all)
    #expect(UTF8Validation.firstInvalidByte(in: bytes.span) == nil)
    for index in 0..<20_000 {
      var source = KernelsText(index, for: "validation")
      var damaged = kernelBytes(source.text(upTo: 30))
      for _ in 0..<source.random.index(below: 3) where !damaged.isEmpty {
        let place = source.random.index(below: damaged.count)
        if source.random.chance(0.3) {
          damaged.remove(at: place)
        } else {
          damaged[place] = UInt8(truncatingIfNeeded: source.random.next())
        }
      }
      #expect(UTF8Validation.firstInvalidByte(in: damaged.span) == Self.oracle(damaged))
    }
  }

  @Test(
    "words are runs of letters, digits and marks",
    arguments: [
      ("", []), ("  .,;!  ", []), ("Hello, world 42!", ["Hello", "world", "42"]),
      ("don't 'quote' it’s dogs' rock'n'roll", ["don't", "quote", "it’s", "dogs", "rock'n'roll"]),
      ("well-known e-mail", ["well", "known", "e", "mail"]),
      ("5'11 a''b '", ["5", "11", "a", "b"]),
      ("cafe\u{301} naïve Straße", ["cafe\u{301}", "naïve", "Straße"]),
      ("съешь ещё", ["съешь", "ещё"]),
      ("漢字かな ABC カナ", ["漢", "字", "か", "な", "ABC", "カ", "ナ"]), ("か\u{3099}x", ["か\u{3099}", "x"]),
      ("한국어 हिन्दी عربي", ["한국어", "हिन्दी", "عربي"]), ("😀👍🏽 ok\u{fe0f}", ["ok\u{fe0f}"]),
      ("snake_case x2", ["snake", "case", "x2"]), ("می\u{200c}خواهم", ["می\u{200c}خواهم"]),
      ("a\u{d7}b", ["a", "b"]),
      ("l'", ["l"]), ("l'à", ["l'à"]),
    ]
  )
  func words(text: String, expected: [String]) {
    let bytes = kernelBytes(text)
    #expect(WordScanner.words(in: bytes.span).map { kernelSlice(text, $0) } == expected)
  }

  @Test("words of any bytes are in order, inside the text, and cut no scalar")
  func hostileWords() {
    for index in 0..<3000 {
      var source = KernelsText(index, for: "words")
      let damaged = index % 2 == 0 ? source.bytes(index % 50) : kernelBytes(source.text(upTo: 30))
      let words = WordScanner.words(in: damaged.span)
      #expect(
        words.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= damaged.count }
      )
      #expect(zip(words, words.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      if index % 2 == 1 {
        #expect(words.allSatisfy { String(validating: Array(damaged[$0]), as: UTF8.self) != nil })
      }
      var visited: [Range<Int>] = []
      WordScanner.forEachWord(in: damaged.span) { visited.append($0) }
      #expect(visited == words)
    }
  }

  @Test("offsets convert between scalars, bytes and UTF-16 units at every place")
  func offsets() {
    for index in 0..<1000 {
      var source = KernelsText(index, for: "offsets")
      let text = source.text(upTo: 25)
      let offsets = ScalarOffsets(text)
      #expect(offsets.scalarCount == text.unicodeScalars.count)
      var starts: [Int: Int] = [:]
      var units: [Int: Int] = [:]
      var (byte, unit, number) = (0, 0, 0)
      for scalar in text.unicodeScalars {
        (starts[byte], units[unit]) = (number, byte)
        #expect(offsets.utf8(fromScalar: number) == byte)
        byte += String(scalar).utf8.count
        unit += String(scalar).utf16.count
        number += 1
      }
      (starts[byte], units[unit]) = (number, byte)
      #expect(offsets.utf8(fromScalar: number) == byte)
      for place in -2...(byte + 2) { #expect(offsets.scalar(fromUTF8: place) == starts[place]) }
      for place in -2...(unit + 2) { #expect(offsets.utf8(fromUTF16: place) == units[place]) }
      for place in [-1, number + 1, .max, .min] { #expect(offsets.utf8(fromScalar: place) == nil) }
    }
  }
}
