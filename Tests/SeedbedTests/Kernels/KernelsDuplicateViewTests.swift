import Foundation
import SeedbedKernels
import Testing

@Suite("Duplicate view")
struct KernelsDuplicateViewTests {
  @Test(
    "texts that read the same have one form",
    arguments: [
      ("Hello,   World!\n", "hello world"), ("  don't—stop ", "don t stop"),
      ("A\u{0}B\u{7f}C", "abc"),
      ("Café CAFÉ cafe\u{301} CAFE\u{301}\u{300}", "cafe cafe cafe cafe"),
      (
        "Łódź Straße STRAẞE Æsir œuvre Þór Đà Nẵng İstanbul ǅ",
        "lodz strasse strasse aesir oeuvre thor da nang istanbul dz"
      ),
      ("Ｆｕｌｌ　ｗｉｄｔｈ　１２", "full width 12"), ("𝐇𝓮𝕝𝗅𝚘 ⓦⓞⓡⓛⓓ ﬁne oﬃce ℝ №", "hello world fine office r"),
      ("he\u{200b}llo wo\u{ad}rld \u{feff}zero\u{200d}width\u{2060}", "hello world zerowidth"),
      ("раypal.com", "paypal com"), ("pаypаl", "paypal"), ("ВANК МoНЕУ", "bank mohey"),
      ("αpple Νow", "apple now"),
      ("Привет МИР", "привет мир"), ("ЙОД и\u{306}од", "йод йод"), ("ΕΛΛΑΔΑ λόγος", "ελλαδα λόγοσ"),
      ("日本語、テスト。", "日本語 テスト"), ("x² + y₃", "x2 y3"), ("5 µm", "5 μm"),
      ("👍🏽 great 👩‍👩‍👧 job", "great job"), ("한국어 테스트", "한국어 테스트"), ("a̶b̷c̸", "abc"),
      ("", ""), (" \t\u{3000}", ""), ("!!!", "!!!"), (" 😀 👍 ", "😀 👍"), ("\u{200b}", "\u{200b}"),
      ("ⱥ Ⱥ", "a a"),
    ]
  )
  func forms(text: String, expected: String) {
    // Foundation-free comparison by bytes: "é" must not equal "e" with a mark.
    #expect(kernelBytes(DuplicateView.normalized(text)) == kernelBytes(expected))
  }

  @Test("look-alikes are read as Latin only in words that mix scripts")
  func lookAlikes() {
    #expect(DuplicateView.normalized("рос") == "рос")
    #expect(DuplicateView.normalized("рос pос") == "рос poc")
    #expect(DuplicateView.normalized("co\u{200b}ор") == "coop")
    #expect(DuplicateView.normalized("Мир-x") == "мир x")
  }

  @Test("precomposed Latin letters fold as their canonical decompositions do")
  func latin() throws {
    var tested = 0
    for value in Array(0xc0...UInt32(0x24f)) + Array(0x1e00...UInt32(0x1eff)) {
      let text = String(try #require(Unicode.Scalar(value)))
      let decomposed = text.decomposedStringWithCanonicalMapping
      guard let base = decomposed.unicodeScalars.first, base.isASCII else { continue }
      #expect(
        DuplicateView.normalized(text) == String(base).lowercased(),
        "U+\(String(value, radix: 16))"
      )
      #expect(DuplicateView.normalized(decomposed) == String(base).lowercased())
      tested += 1
    }
    #expect(tested > 400)
  }

  @Test("canonically equivalent Latin, Cyrillic and Greek letters have one form")
  func canonical() throws {
    for value in Array(0x41...UInt32(0x52f)) + Array(0x1e00...UInt32(0x1eff)) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let (composed, decomposed) = (
        String(scalar).precomposedStringWithCanonicalMapping,
        String(scalar).decomposedStringWithCanonicalMapping
      )
      // The rest of Cyrillic's and Greek's decompositions are not composed again.
      guard
        decomposed.unicodeScalars.count == 1 || value < 0x250 || value >= 0x1e00
          || (0x386...0x3ce).contains(value)
          || (0x400...0x45f).contains(value)
      else { continue }
      #expect(
        kernelBytes(DuplicateView.normalized(composed))
          == kernelBytes(DuplicateView.normalized(decomposed)),
        "U+\(String(value, radix: 16))"
      )
    }
  }

  @Test("the form of a form is itself, it is never longer, and case does not matter")
  func idempotent() {
    var buffer: [UInt8] = [1, 2, 3]
    for index in 0..<5000 {
      var source = KernelsText(index, for: "view")
      let text = source.text(upTo: 25)
      let once = DuplicateView.normalized(text)
      let bytes = kernelBytes(text)
      DuplicateView.normalize(bytes.span, into: &buffer)
      #expect(buffer == kernelBytes(once))
      #expect(buffer.count <= bytes.count)
      #expect(kernelBytes(DuplicateView.normalized(once)) == kernelBytes(once))
    }
  }

  @Test("every scalar alone is folded without growing, and all bytes are survived")
  func everyScalar() {
    var buffer: [UInt8] = []
    for value in 0...UInt32(0x10ffff) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = kernelBytes("Q" + String(scalar))
      DuplicateView.normalize(bytes.span, into: &buffer)
      #expect(buffer.first == UInt8(ascii: "q") && buffer.count <= bytes.count)
    }
    for index in 0..<3000 {
      var source = KernelsText(index, for: "view bytes")
      let bytes = source.bytes(index % 100)
      DuplicateView.normalize(bytes.span, into: &buffer)
      #expect(buffer.count <= bytes.count)
    }
  }

  @Test("the ASCII path and the general path agree")
  func paths() {
    for index in 0..<3000 {
      var source = KernelsText(index, for: "paths")
      let ascii = String(decoding: source.bytes(index % 60).map { $0 & 0x7f }, as: UTF8.self)
      let plain = DuplicateView.normalized(ascii + " end")
      #expect(DuplicateView.normalized(ascii + " énd") == plain)
    }
  }
}
