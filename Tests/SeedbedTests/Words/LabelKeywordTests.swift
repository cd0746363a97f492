import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Words that labels hang on")
struct LabelKeywordTests {
  /// Texts of two labels whose words but for two are the same.
  private static let texts: [(text: String, label: String)] = (0..<40).flatMap { number in
    let filler = ["today", "yesterday", "again", "now"][number % 4]
    return [
      ("I would like to know why my parcel is late \(filler)", "delivery"),
      ("I would like to know why my refund is late \(filler)", "money"),
    ]
  }

  @Test("are those that tell the labels apart")
  func tells() {
    let keywords = LabelKeywords(learning: Self.texts)
    #expect(keywords.contains("parcel", language: "en"))
    #expect(keywords.contains("refund", language: "en"))
    for word in ["know", "late", "today", "would", "why", "zebra"] {
      #expect(!keywords.contains(word, language: "en"), "\(word)")
    }
    #expect(keywords.count == 2)
  }

  @Test("are known in any inflection where the language has stems")
  func stems() {
    let keywords = LabelKeywords(learning: Self.texts)
    for word in ["parcels", "refunded", "refunding"] {
      #expect(keywords.contains(word, language: "en"), "\(word)")
      #expect(!keywords.contains(word, language: nil))
      #expect(!keywords.contains(word, language: "xx"))
    }
    #expect(keywords.contains("parcel", language: nil))
  }

  @Test("are counted by stems: three forms of a word are one")
  func pooled() {
    var texts: [(text: String, label: String)] = []
    for (number, form) in ["arrive", "arrives", "arriving", "arrived"].enumerated() {
      texts.append(("When does the thing that I asked you about \(form) here", "a"))
      texts.append(("When is the other thing that I asked you about number \(number)", "b"))
      texts.append(("When was the last thing that I told you about it", "c"))
      texts.append(("When will the next thing that I am told be about", "d"))
    }
    #expect(LabelKeywords(learning: texts).contains("arriving", language: "en"))
  }

  @Test("pitfall 7: texts in capitals teach the same words")
  func capitals() {
    let shouted = Self.texts.map { (text: $0.text.uppercased(), label: $0.label) }
    #expect(LabelKeywords(learning: shouted).contains("parcel", language: "en"))
  }

  @Test("chance makes no keywords: words spread at random over two labels")
  func chance() {
    var texts: [(text: String, label: String)] = []
    var state: UInt64 = 9
    for number in 0..<600 {
      var words: [String] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        words.append("word\(state >> 56)")
      }
      texts.append((words.joined(separator: " "), number % 2 == 0 ? "a" : "b"))
    }
    #expect(LabelKeywords(learning: texts).count <= 3)
  }

  @Test("there are none without labels, with one label, or without texts")
  func none() {
    #expect(LabelKeywords().isEmpty)
    #expect(LabelKeywords(learning: []).isEmpty)
    #expect(LabelKeywords(learning: Self.texts.map { ($0.text, "") }).isEmpty)
    #expect(LabelKeywords(learning: Self.texts.map { ($0.text, "same") }).isEmpty)
    #expect(!LabelKeywords(learning: []).contains("parcel", language: "en"))
  }

  @Test("the order of the texts does not matter")
  func order() {
    let forward = LabelKeywords(learning: Self.texts)
    let backward = LabelKeywords(learning: Self.texts.reversed())
    for word in ["parcel", "refund", "know", "late", "parcels"] {
      #expect(
        forward.contains(word, language: "en") == backward.contains(word, language: "en")
      )
    }
  }

  @Test(
    "a banking dataset's labels hang on the words that name its matters",
    .enabled(if: GenerationSupport.hasShared, "needs the shared datasets")
  )
  func banking() {
    let rows = GenerationSupport.bankingSeeds.map { ($0.text, $0.label ?? "") }
    let keywords = LabelKeywords(learning: rows)
    for word in ["refund", "atm", "pin", "withdrawal", "currency"] {
      #expect(keywords.contains(word, language: "en"), "\(word)")
    }
    for word in ["the", "is", "please", "tell"] {
      #expect(!keywords.contains(word, language: "en"), "\(word)")
    }
  }
}
