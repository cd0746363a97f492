import SeedbedText
import Testing

@Suite("Keyboards")
struct KeyboardTests {
  private func neighbours(_ language: String, _ key: Unicode.Scalar) -> String {
    let found = Keyboard.for(language: language).neighbours(of: key)
    return String(String.UnicodeScalarView(found.sorted()))
  }

  @Test(
    "neighbours are the keys round a key",
    arguments: [
      ("en", "g", "bfhtvy"), ("en", "q", "aw"), ("en", "p", "lo"), ("en", "a", "qswz"),
      ("en", "G", "BFHTVY"), ("en", "5", "46"), ("es", "l", "kopñ"), ("es", "Ñ", "LP"),
      ("de", "z", "ghtu"), ("de", "y", "asx"), ("fr", "a", "qzé"), ("fr", "q", "aswz"),
      ("it", "g", "bfhtvy"), ("en", "ñ", ""), ("en", " ", ""), ("en", "!", ""), ("en", "é", ""),
    ]
  )
  func around(_ language: String, _ key: String, _ expected: String) throws {
    let scalar = try #require(key.unicodeScalars.first)
    #expect(
      neighbours(language, scalar)
        == String(String.UnicodeScalarView(expected.unicodeScalars.sorted()))
    )
  }

  @Test("being a neighbour goes both ways", arguments: ["en", "es", "de", "fr"])
  func symmetric(_ language: String) {
    let keyboard = Keyboard.for(language: language)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars {
      #expect(!keyboard.neighbours(of: key).isEmpty)
      for other in keyboard.neighbours(of: key) {
        #expect(keyboard.neighbours(of: other).contains(key))
      }
    }
  }
}
