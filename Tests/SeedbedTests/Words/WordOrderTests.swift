import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Words deleted, swapped and inserted")
struct WordOrderTests {
  static let names = GenerationSupport.names.filter {
    ["word_insert", "word_swap", "word_delete"].contains($0)
  }

  private static let sentence =
    "I do not think that the new card can ever be sent to all of my old friends without a fee."

  @Test("pitfall 4: what denies, counts or obliges is never deleted nor moved")
  func keepsPolarity() throws {
    let kept = ["not", "can", "all", "without"]
    for name in ["word_delete", "word_swap"] {
      let results = try GenerationSupport.results(name, Self.sentence)
      #expect(results.count > 20)
      for result in results {
        let words = result.split(separator: " ").map { $0.lowercased() }
        #expect(kept == words.filter { kept.contains($0) }, "\(name): \(result)")
      }
    }
  }

  @Test(
    "pitfall 7: negators are known in any case and with any apostrophe",
    arguments: ["NOT", "Not", "DON’T", "Don't", "don’t", "NEVER", "No"]
  )
  func anyCase(negator: String) throws {
    let text = "The \(negator) card arrives here soon enough"
    for name in ["word_delete", "word_swap"] {
      for result in try GenerationSupport.results(name, text) {
        #expect(
          result.split(separator: " ").contains { $0.lowercased() == negator.lowercased() },
          "\(result)"
        )
      }
    }
  }

  @Test("what stands behind a negator stays, or the next word would be denied")
  func scope() throws {
    for result in try GenerationSupport.results("word_delete", "we are not happy with good cards") {
      #expect(result.contains("not happy"), "\(result)")
    }
    for result in try GenerationSupport.results("word_insert", "we are not buying a big house") {
      #expect(result.contains("not buying"), "\(result)")
    }
  }

  @Test(
    "other languages keep their negators too",
    arguments: [
      ("es", "Yo no quiero una tarjeta nueva sin pagar nada por el envío", ["no", "sin", "nada"]),
      ("fr", "Je ne veux pas une carte neuve sans payer des frais", ["ne", "pas", "sans"]),
      (
        "de", "Ich will nicht ohne Karte bezahlen und habe keine andere",
        ["nicht", "ohne", "keine"]
      ),
    ]
  )
  func languages(language: String, text: String, kept: [String]) throws {
    for name in ["word_delete", "word_swap"] {
      let results = try GenerationSupport.results(name, text, language: language)
      #expect(!results.isEmpty)
      for result in results {
        let words = result.split(separator: " ").map { $0.lowercased() }
        #expect(kept == words.filter { kept.contains($0) }, "\(result)")
      }
    }
  }

  @Test("a language without lists is left alone", arguments: ["ja", "xx", nil])
  func noLists(language: String?) throws {
    for name in Self.names {
      #expect(
        try GenerationSupport.results(name, Self.sentence, language: language, draws: 20).isEmpty
      )
    }
  }

  @Test("no two words are glued, and no space is left over")
  func spacing() throws {
    let text = "Well, the card (a new one) is late; my friend's  two cards, too, are very late."
    let words = Set(text.split { !$0.isLetter && $0 != "'" }.map { $0.lowercased() })
    for name in ["word_delete", "word_swap"] {
      for result in try GenerationSupport.results(name, text) {
        for word in result.split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
          #expect(words.contains(word.lowercased()), "\(name): \(result)")
        }
        #expect(!result.contains(" ,") && !result.contains(" .") && !result.contains("   "))
        #expect(!result.hasPrefix(" ") && !result.hasSuffix(" "))
      }
    }
  }

  @Test("the first word gives its capital to the one that follows")
  func capital() throws {
    let deleted = try GenerationSupport.results("word_delete", "The card arrived late today.")
    #expect(deleted.contains { $0.hasPrefix("Card ") })
    #expect(deleted.allSatisfy { $0.first?.isUppercase == true }, "\(deleted)")
    let swapped = try GenerationSupport.results("word_swap", "The card arrived late today.")
    #expect(swapped.contains { $0.hasPrefix("Card the ") }, "\(swapped)")
    #expect(swapped.allSatisfy { $0.first?.isUppercase == true })
  }

  @Test("words of the label and keywords stay where they are, in any inflection")
  func labelWords() throws {
    let text = "So tell me when my cards were declined by the shop today"
    for name in ["word_delete", "word_swap"] {
      for result in try GenerationSupport.results(name, text, label: "declined_card") {
        #expect(result.contains(" cards ") && result.contains(" declined "), "\(result)")
      }
      #expect(
        try GenerationSupport.results(name, text, label: "other").contains {
          !$0.contains("my cards were declined")
        }
      )
    }
  }

  @Test("more is changed at a higher rate, and never nothing")
  func rate() throws {
    let text = String(repeating: "some quite ordinary words follow here, ", count: 20)
    var edits: [Int] = []
    for rate in [0.1, 1, 4] {
      var seed = GenerationSupport.seed(text)
      seed.rate = rate
      let proposal = try #require(try GenerationSupport.propose("word_delete", seed))
      edits.append(proposal.edits.edits.count)
    }
    #expect(edits[0] >= 1 && edits[0] <= 2)
    #expect((5...10).contains(edits[1]))
    #expect(edits[2] > 2 * edits[1])
  }

  @Test("half of the words are left, and one word is not touched")
  func enoughIsLeft() throws {
    var seed = GenerationSupport.seed("green chairs stand here today")
    seed.rate = 100
    for draw in 0..<50 {
      guard let proposal = try GenerationSupport.propose("word_delete", seed, draw: draw) else {
        continue
      }
      #expect(try proposal.edits.applied(to: seed.text).split(separator: " ").count >= 3)
    }
    for text in ["chairs", "green chairs", "", "?!"] {
      #expect(try GenerationSupport.results("word_delete", text).isEmpty)
    }
  }

  @Test("marked spans and figures are neither moved, nor cut, nor glued", arguments: names)
  func locks(name: String) throws {
    let text = "Please send the new Silver Star card to 12 Green Street before next week, thanks."
    let span = GenerationSupport.range(of: "Silver Star", in: text)
    let figure = GenerationSupport.range(of: "12 Green Street", in: text)
    for result in try GenerationSupport.results(name, text, locked: [span, figure]) {
      #expect(result.contains(" Silver Star "), "\(result)")
      #expect(result.contains(" 12 Green Street "), "\(result)")
    }
  }

  @Test("an inserted word is a synonym of a word of the text, and fits its article")
  func inserted() throws {
    guard GenerationSupport.hasWordNet else { return }
    let text = "We bought a big house in the old town last year"
    let results = try GenerationSupport.results("word_insert", text)
    #expect(results.count > 5)
    for result in results {
      let added = result.split(separator: " ").filter { !text.split(separator: " ").contains($0) }
      #expect(added.allSatisfy { ["purchased", "large", "ancient"].contains($0) }, "\(result)")
      #expect(!result.contains(" a a") && !result.contains(" a e"))
    }
  }

  @Test("hostile texts give nothing or something valid, in linear time", arguments: names)
  func hostile(name: String) throws {
    let texts =
      GenerationSupport.hardTexts + [
        String(repeating: "not ", count: 30_000), String(repeating: "the card ", count: 12_000),
        String(repeating: "\u{301}", count: 50_000), "\u{0} \u{0} the \u{0} card\r\n\r\nis\r\nlate",
      ]
    for text in texts {
      let seed = GenerationSupport.seed(text, locked: [])
      guard let proposal = try GenerationSupport.propose(name, seed) else { continue }
      #expect(try !proposal.edits.applied(to: text).isEmpty)
    }
  }
}
