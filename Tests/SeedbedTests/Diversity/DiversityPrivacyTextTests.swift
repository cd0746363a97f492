import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Privacy of texts")
struct DiversityPrivacyTextTests {
  private let reference = [
    "Please tell me why my new card has not arrived after two whole weeks, I am getting worried now",
    "Quick test",
    "¿Dónde está mi tarjeta nueva que pedí la semana pasada?",
    "Please tell me why my new card was charged twice",
  ]

  @Test("copies are found but for case, accents and punctuation, and named by their row")
  func exact() {
    let found = TextCopyIndex(reference).copies(in: [
      "QUICK TEST!!", "donde esta mi tarjeta nueva, que pedi la semana pasada", "quick tests", "  ",
    ])
    #expect(found.texts.map(\.exactRow) == [1, 2, nil, nil])
    #expect(found.exactCount == 2)
    #expect(found.shortCount == 3)
    #expect(found.texts[1].nearest?.row == 2 && found.texts[1].nearest?.similarity == 1)
    #expect(found.texts[1].longestRun?.count == 10)
  }

  @Test("the longest run is named with its words and its source")
  func run() throws {
    let text = "Hello! Tell me why my new card has not arrived, after two whole weeks? Thanks"
    let found = TextCopyIndex(reference).copies(in: [text]).texts[0]
    let run = try #require(found.longestRun)
    #expect(run.count == 13 && run.row == 0)
    #expect(run.words == "tell me why my new card has not arrived after two whole weeks")
    #expect(found.shared8 == 6 && found.total8 == 8)
    #expect(found.shared13 == 1 && found.total13 == 3)
    #expect(found.exactRow == nil)
  }

  @Test("the run is the longest of all rows, not of the nearest")
  func longestOfAll() throws {
    let found = TextCopyIndex(reference).copies(in: [
      "please tell me why my new card was charged twice by mistake"
    ])
    #expect(found.texts[0].longestRun?.count == 10)
    #expect(found.texts[0].longestRun?.row == 3)
    #expect(found.texts[0].nearest?.row == 3)
    #expect(found.withRun(ofAtLeast: 10) == [0] && found.withRun(ofAtLeast: 11) == [])
  }

  @Test("texts shorter than a run give no shingles and are counted, not called clean")
  func short() {
    let found = TextCopyIndex(reference).copies(in: ["my card", "quick test", ""])
    #expect(found.shortCount == 3)
    #expect(found.texts.map(\.exactRow) == [nil, 1, nil])
    #expect(found.share8 == nil && found.share13 == nil)
    #expect(TextCopyIndex([]).copies(in: ["a b c d e f g h"]).texts[0].longestRun == nil)
    #expect(TextCopyIndex(reference).copies(in: []).texts.isEmpty)
  }

  @Test("scripts without spaces have words too")
  func ideographs() {
    let found = TextCopyIndex(["我的新卡还没有到我该怎么办"]).copies(in: ["请问我的新卡还没有到怎么回事"])
    #expect(found.texts[0].longestRun?.count == 8)
  }

  /// Texts over few words, so that runs of all lengths are shared and repeat.
  private func texts(_ seed: Int, _ count: Int, _ words: Int) -> [String] {
    var random = CounterRandom(seed: UInt64(seed), sample: 0, operation: 7, draw: UInt64(words))
    return (0..<count).map { _ in
      (0..<random.index(below: 24)).map { _ in "w\(random.index(below: words))" }
        .joined(separator: " ")
    }
  }

  @Test("equals a comparison with every row", arguments: 0..<24)
  func plain(seed: Int) throws {
    let vocabulary = seed % 2 == 0 ? 2 : 4
    let real = texts(seed, 40, vocabulary), made = texts(seed + 100, 30, vocabulary)
    let found = TextCopyIndex(real, threads: 2).copies(in: made, threads: 2)
    #expect(found == TextCopyIndex(real).copies(in: made))
    let rows = real.map { $0.split(separator: " ") }
    func grams(_ words: [Substring], _ n: Int) -> [[Substring]] {
      words.count < n ? [] : (0...(words.count - n)).map { Array(words[$0..<$0 + n]) }
    }
    for (text, copied) in zip(made, found.texts) {
      let words = text.split(separator: " ")
      var longest = 0
      for length in 5...24 {
        let own = Set(grams(words, length))
        if rows.contains(where: { !own.isDisjoint(with: grams($0, length)) }) { longest = length }
      }
      #expect(copied.longestRun?.count ?? 0 == longest)
      if let run = copied.longestRun {
        let source = rows[run.row].joined(separator: " ")
        #expect((" " + source + " ").contains(" " + run.words + " "))
        #expect((" " + text + " ").contains(" " + run.words + " "))
      }
      for (n, shared) in [(8, copied.shared8), (13, copied.shared13)] {
        let all = Set(rows.flatMap { grams($0, n) })
        #expect(shared == grams(words, n).count { all.contains($0) })
      }
      let own = Set(grams(words, 5))
      let similarities = rows.map { row in
        let other = Set(grams(row, 5))
        let common = own.intersection(other).count
        return common > 0 ? Double(common) / Double(own.union(other).count) : 0
      }
      let best = similarities.max() ?? 0
      #expect(agrees(copied.nearest?.similarity ?? 0, best, 1e-12))
      if best > 0 { #expect(copied.nearest?.row == similarities.firstIndex(of: best)) }
      #expect(copied.exactRow == real.firstIndex(of: text) || words.isEmpty)
    }
  }

  @Test("a boilerplate that every row has does not hide the row that was copied")
  func boilerplate() {
    let real = (0..<6000).map {
      "thank you for calling our bank today about case number c\($0) now"
    }
    let found = TextCopyIndex(real).copies(in: [
      "thank you for calling our bank today about case number c4711 now"
    ])
    #expect(found.texts[0].exactRow == 4711)
    #expect(found.texts[0].longestRun?.row == 4711)
    #expect(found.texts[0].nearest?.row == 4711 && found.texts[0].nearest?.similarity == 1)
  }

  @Test("planted canaries are found, whole and in part, and stand out from the controls")
  func canaries() throws {
    let canaries = Canaries(count: 4, seed: 7)
    #expect(canaries == Canaries(count: 4, seed: 7))
    #expect(canaries != Canaries(count: 4, seed: 8))
    #expect(Set((canaries.planted + canaries.controls).map(\.phrase)).count == 1027)
    let part = canaries.planted[1].words[1...4].joined(separator: " ")
    let texts = [
      "My code is \(canaries.planted[0].phrase.uppercased()), thanks.", "nothing here", part,
      canaries.planted[2].words[0], canaries.planted[0].words.reversed().joined(separator: " "),
    ]
    let findings = canaries.findings(in: texts)
    #expect(findings.map(\.exactRows) == [[0], [], [], []])
    #expect(findings.map(\.nearRows) == [[4], [2], [], []])
    #expect(findings.map(\.mostWords) == [6, 4, 1, 0])
    #expect(findings[0].exposure == 10 && findings[1].exposure == 10)
    #expect(findings[3].exposure == 0)
  }

  @Test("without controls nothing is exposed, and no canary needs no text")
  func canaryEnds() {
    #expect(Canaries(count: 1, controls: 0, seed: 1).findings(in: [])[0].exposure == 0)
    #expect(Canaries(count: 0, seed: 1).findings(in: ["a b c"]).isEmpty)
  }
}
