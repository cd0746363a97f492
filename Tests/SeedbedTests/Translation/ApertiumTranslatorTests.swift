import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedModels
import SeedbedPipeline
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program as it is installed here.
enum InstalledApertium {
  static let isHere = ApertiumTranslator.isInstalled()
  static let why: Comment = "Apertium with eng-spa and eng-cat is not installed on this machine"
}

@Suite(
  "Apertium",
  .enabled(if: InstalledApertium.isHere, InstalledApertium.why),
  .serialized,
  .timeLimit(.minutes(10))
)
struct ApertiumTranslatorTests {
  static let hostile = [
    "", " ", "\u{0}", "a\u{0}b", "^$", "^a/b<n>$", "[x]", "[[t:b:1]]foo[[/]]", "{a}", "<b>bold</b>",
    "@", "\\", "\\\\n", "a\\", "^", "$", "[", "]", "~~", "a~b", "two  spaces\nand\r\nlines\ttab",
    "👨‍👩‍👧 family 🇪🇸", "e\u{301}\u{301} x", "\u{301}", "مرحبا how are you", "日本語。テスト",
    "*star #hash @at &amp; \"q\" 's", "...", ".", "$1,000.00 [ok] {no} <x>", "\u{202E} rtl",
    "\u{FEFF}bom", "[a3]x[b3]", "[a999]", "a[b5][\n]", "x[b1][", "(((", "\u{1B}[31mred", "[_41]",
    String(repeating: "^", count: 500), String(repeating: "x", count: 20_000),
    String(repeating: "word ", count: 3000), "\u{85}\u{2028}\u{2029}", "*", "#", "+ + ++", "İıßẞ",
  ]

  @Test("texts come back in the languages that are installed, with capitals of unknown words kept")
  func plain() async throws {
    let translator = try await ApertiumTranslator.find()
    #expect(translator.identity.hasPrefix("apertium "))
    let there = try await translator.translate(
      ["Where is my house?", "The cats eat XQ7X."],
      from: "en",
      to: "es"
    )
    #expect(there == ["Dónde es mi casa?", "Los gatos comen XQ7X."])
    #expect(try await translator.pivots(for: "en").contains("es"))
  }

  @Test(
    "hostile texts neither hang nor shift the answers of others",
    arguments: [("en", "es"), ("es", "en"), ("en", "ca"), ("ca", "en")]
  )
  func hostileTexts(source: String, target: String) async throws {
    let translator = try await ApertiumTranslator.find(silence: 20)
    let probe = "XQ5X"
    var texts: [String] = []
    for (place, text) in Self.hostile.enumerated() { texts += [text, "\(probe) \(place)"] }
    let result = try await translator.translate(texts, from: source, to: target)
    for place in Self.hostile.indices {
      #expect(result[2 * place + 1] == "\(probe) \(place)")
      let alone = try await translator.translate([Self.hostile[place]], from: source, to: target)
      #expect(alone[0] == result[2 * place])
      // Nothing that the stream format gives a meaning to is lost or added.
      func signs(_ text: String) -> String { text.filter { "^$[]{}<>\\~@/\u{0}\n".contains($0) } }
      #expect(signs(alone[0]) == signs(Self.hostile[place]))
    }
  }

  @Test("random texts of any scalars give as many answers", arguments: [1, 2, 3])
  func fuzz(seed: UInt64) async throws {
    let translator = try await ApertiumTranslator.find(silence: 20)
    var random = CounterRandom(seed: seed, sample: "fuzz", operation: "apertium", draw: 0)
    let texts = (0..<400).map { number -> String in
      if number % 4 == 0 { return "XQ\(number)X" }
      var text = ""
      for _ in 0..<random.index(below: 20) {
        let bound: UInt32 = random.chance(0.6) ? 0x80 : random.chance(0.8) ? 0x3000 : 0x110000
        let value = UInt32(random.index(below: Int(bound)))
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      return text
    }
    let result = try await translator.translate(texts, from: "en", to: "es")
    for number in stride(from: 0, to: 400, by: 4) { #expect(result[number] == "XQ\(number)X") }
  }

  @Test("a killed pipeline is started again and every text is answered")
  func killed() async throws {
    let translator = try await ApertiumTranslator.find()
    let texts = (0..<1500).map { "The cat number XQ\($0)X is in the house." }
    async let result = translator.translate(texts, from: "en", to: "ca-iec2017")
    for _ in 0..<400 {
      let groups = Self.groups(running: "eng-cat_iec2017")
      if !groups.isEmpty {
        try await Task.sleep(for: .milliseconds(400))
        for group in groups { kill(-group, SIGKILL) }
        break
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    let answers = try await result
    for (place, answer) in answers.enumerated() { #expect(answer.contains("XQ\(place)X")) }
    #expect(answers.allSatisfy { !$0.contains("house") })
  }

  @Test("no process is left when a translator goes")
  func hygiene() async throws {
    do {
      let translator = try await ApertiumTranslator.find()
      _ = try await translator.translate(["Hello."], from: "en", to: "ca-valencia")
      #expect(!Self.groups(running: "eng-cat_valencia").isEmpty)
    }
    var left = Self.groups(running: "eng-cat_valencia")
    for _ in 0..<500 where !left.isEmpty {
      try await Task.sleep(for: .milliseconds(10))
      left = Self.groups(running: "eng-cat_valencia")
    }
    #expect(left.isEmpty)
  }

  @Test("the order of texts makes no difference to a translation")
  func order() async throws {
    let texts =
      [
        "In a cameo, Pam Grier plays detective Vera Cruz, who investigates murder.",
        "This buds for you at the state fair.", "They bore it.", "He was drunk till late.",
        "Favoured shapes included leaves and cones.",
        "Four people play trombone, two play trumpet.",
      ] + (0..<40).map { "The included part \($0) plays well till the end." }
    let one = try await ApertiumTranslator.find()
    let other = try await ApertiumTranslator.find()
    for (source, target) in [("en", "es"), ("en", "ca")] {
      let straight = try await one.translate(texts, from: source, to: target)
      let turned = try await other.translate(texts.reversed(), from: source, to: target)
      #expect(straight == turned.reversed())
    }
  }

  /// The process groups of the children of this process whose command line has a word.
  private static func groups(running word: String) -> Set<pid_t> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    var groups: Set<pid_t> = []
    for name in names {
      guard let pid = pid_t(name),
        let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline"),
        String(decoding: line, as: UTF8.self).split(separator: "\u{0}").contains(Substring(word)),
        let stat = FileManager.default.contents(atPath: "/proc/\(pid)/stat"),
        let fields = String(decoding: stat, as: UTF8.self).split(separator: ")").last?
          .split(separator: " "), fields.count > 2, fields[0] != "Z",
        pid_t(fields[1]) == getpid(), let group = pid_t(fields[2])
      else { continue }
      groups.insert(group)
    }
    return groups
  }
}

@Suite(
  "Back-translation of real texts by Apertium",
  .enabled(if: InstalledApertium.isHere, InstalledApertium.why),
  .enabled(if: Translation.hasData, "the shared datasets are not beside this package"),
  .serialized,
  .timeLimit(.minutes(10))
)
struct ApertiumSpanTests {
  @Test("every accepted variation has its spans, over 500 sentences of two datasets")
  func spans() async throws {
    let seeds = try SpanRows.snips(60) + SpanRows.restaurants(250)
    #expect(seeds.count == 550)
    let translator = try await ApertiumTranslator.find()
    let desk = TranslationDesk(translator: translator, pivots: ["es", "ca"])
    let random = Translation.random(seeds.count)
    var shares: [Double] = []
    for method in [BackTranslation(), TextTranslation()] as [any TranslatingMethod] {
      let results = try await method.variations(of: seeds, random: random, at: desk)
      var accepted = 0
      for (seed, variation) in zip(seeds, results) {
        guard let variation else { continue }
        accepted += 1
        let old = Translation.covered(seed.text, seed.marks.map(\.range))
        #expect(Translation.covered(variation.text, variation.marks) == old)
        #expect(try variation.edits.applied(to: seed.text) == variation.text)
        #expect(!variation.text.contains("XQ") && variation.text != seed.text)
      }
      shares.append(Double(accepted) / Double(seeds.count))
      #expect(try await method.variations(of: seeds, random: random, at: desk) == results)
    }
    // Enough come back to be of use; a method that refuses everything would keep all spans too.
    #expect(shares[0] > 0.15 && shares[1] > 0.5)
  }
}
