import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Documents are asked about by their words")
struct DocumentQuestionTests {
  private static let english = SectionedDocument(
    DocumentFixtures.english,
    format: .markdown,
    id: "cards.md",
    language: nil
  )

  private static func pairs(_ name: String) -> [String: String] {
    var pairs: [String: String] = [:]
    // Each draw gives a few questions of a section.
    for seed in UInt64(0)..<16 {
      for (_, question) in DocumentFixtures.questions(english, by: name, seed: seed) {
        pairs[question.question] = question.answer
      }
    }
    return pairs
  }

  @Test("definitions")
  func definitions() {
    let pairs = Self.pairs("definition")
    #expect(
      pairs["What is a debit card?"] == "a card that takes the money from an account at once"
    )
    #expect(pairs["What are debit cards?"] == "cards that\nevery customer gets for free")
    #expect(
      pairs["What is said about “PIN” under “Words”?"]
        == "the number of four digits that protects a card"
    )
  }

  @Test("numbers with their units")
  func numbers() {
    let pairs = Self.pairs("number_question")
    #expect(pairs["How much does the gold card cost?"] == "$45")
    #expect(pairs["How long does standard delivery take?"] == "5 days")
    #expect(pairs["When was Alderwick Bank founded?"] == "1987")
    #expect(pairs["How many branches does Alderwick Bank have?"] == "120")
    #expect(pairs["What percentage of customers pay by phone?"] == "30%")
    // "It has a good name" speaks of something that was said before.
    #expect(!pairs.keys.contains { $0.contains(" it ") })
  }

  @Test("lists in sentences and under headings")
  func lists() {
    let pairs = Self.pairs("list_question")
    #expect(pairs["Which three account types does the bank offer?"] == nil)
    #expect(
      pairs[
        "Under “What a customer needs”, what is listed after"
          + " “To open an account, a customer has to bring”?"
      ]
        == "a passport or an identity card\n- a proof of address\n  - a bill\n"
        + "  - a letter from a bank"
    )
  }

  @Test("comparisons of rows and of sentences")
  func comparisons() {
    let pairs = Self.pairs("comparison")
    #expect(pairs["Which costs more, the gold card or the silver card?"] == "The gold card")
    #expect(
      pairs["Which takes longer, standard delivery or express delivery?"] == "Standard delivery"
    )
    #expect(pairs["Which has the higher value for “Limit”, Gold or Silver?"] == "Gold")
    #expect(pairs["Which has the higher value for “Limit”, Silver or Basic?"] == "Silver")
    #expect(pairs["Which “Card” has the highest value for “Limit”?"] == "Gold")
    #expect(pairs["Which “Card” has the lowest value for “Limit”?"] == "Basic")
  }

  @Test("places of what is said")
  func locations() {
    let pairs = Self.pairs("location_question")
    #expect(
      pairs["Where is it said that the travel desk answers calls at night?"]
        == "The travel desk answers\ncalls at night because customers travel in other time zones."
    )
    #expect(
      pairs["Where are “sync” and “push” mentioned together?"]
        == "The app uses `sync` and `push` to\nsend a travel note."
    )
  }

  @Test("blanks hide a term, a name or a number once")
  func clozes() {
    let found = DocumentFixtures.questions(Self.english, by: "cloze")
    #expect(found.contains { $0.question.answer == "sync" })
    for (_, question) in found {
      #expect(question.question.contains("_____"))
      #expect(!question.question.lowercased().contains(question.answer.lowercased()))
    }
  }

  @Test(
    "other languages",
    arguments: [
      (DocumentFixtures.spanish, "¿Qué es una tarjeta de débito?", "un medio de pago"),
      (DocumentFixtures.spanish, "¿Cuánto cuesta la tarjeta dorada?", "45 euros"),
      (DocumentFixtures.spanish, "¿Cuánto tarda el envío normal?", "5 días"),
      (DocumentFixtures.spanish, "¿Cuántas tarjetas incluye el plan familiar?", "cuatro"),
      (DocumentFixtures.spanish, "¿Cuándo fue fundado el Banco Alba?", "1987"),
      (DocumentFixtures.french, "Qu’est-ce qu’une carte de débit ?", "un moyen de paiement"),
      (DocumentFixtures.french, "Combien coûte la carte dorée ?", "45 euros"),
      (DocumentFixtures.french, "Combien de temps prend la livraison normale ?", "5 jours"),
      (DocumentFixtures.french, "Combien de cartes contient le forfait familial ?", "quatre"),
      (DocumentFixtures.french, "Quand est-ce que la Banque Alba a été fondée ?", "1987"),
      (DocumentFixtures.german, "Was ist eine Debitkarte?", "ein Zahlungsmittel"),
      (DocumentFixtures.german, "Wie viel kostet die goldene Karte?", "45 Euro"),
      (DocumentFixtures.german, "Wie lange dauert der normale Versand?", "5 Tage"),
      (DocumentFixtures.german, "Wie viele Karten enthält das große Paket?", "vier"),
      (DocumentFixtures.german, "Wann wurde die Albabank gegründet?", "1987"),
    ]
  )
  func languages(text: String, question: String, answer: String) {
    let document = SectionedDocument(text, format: .markdown, id: "doc", language: nil)
    // Each section gives a few questions at a time; other draws give others.
    let found = (0..<12).flatMap { seed in
      DocumentFixtures.questions(document, seed: UInt64(seed)).map(\.question)
    }
    let same = found.first { $0.question == question }
    let normal = same?.answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(normal?.hasPrefix(answer) == true, "\(Set(found.map(\.question)).sorted())")
  }

  @Test("HTML is asked about with places in its source")
  func page() throws {
    let document = SectionedDocument(
      DocumentFixtures.page,
      format: .html,
      id: "shop.html",
      language: "en"
    )
    let found = DocumentFixtures.questions(document)
    let definition = try #require(found.first { $0.question.question == "What is a gift card?" })
    #expect(definition.question.answer == "a card that pays for goods in any shop")
    let section = document.sections[definition.section]
    let source = try #require(definition.question.answerRange.flatMap(section.source))
    #expect(
      DocumentFixtures.slice(DocumentFixtures.page, source)
        == "a card that pays for <b>goods</b> in any&nbsp;shop"
    )
    let larger = try #require(
      found.first { $0.question.question.contains("higher value for “Price”") }
    )
    #expect(larger.question.answer == "Large & wide")
  }

  @Test("a language without questions gives none")
  func noLanguage() {
    let document = SectionedDocument(
      "# タイトル\n\nこれは文です。\n\n日本語の段落。",
      format: .markdown,
      id: "ja",
      language: nil
    )
    #expect(DocumentFixtures.questions(document).isEmpty)
    let named = SectionedDocument("A cat is a cat.", format: .plain, id: "x", language: "xx")
    #expect(DocumentFixtures.questions(named).isEmpty)
  }

  @Test("the same numbers give the same questions, whatever was asked before")
  func determinism() {
    let first = DocumentFixtures.questions(Self.english)
    for number in 0..<12 {
      let other = SectionedDocument(
        DocumentFixtures.english.replacingFirst("gold", with: "gold\(number)"),
        format: .markdown,
        id: "cards.md",
        language: nil
      )
      _ = DocumentFixtures.questions(other)
    }
    let second = DocumentFixtures.questions(Self.english)
    #expect(first.map(\.question) == second.map(\.question))
  }

  @Test("questions are the same on many threads at once")
  func threads() async {
    let alone = DocumentFixtures.questions(Self.english).map(\.question)
    let together = await withTaskGroup(of: [DocumentQuestion].self) { group in
      for number in 0..<8 {
        group.addTask {
          let text = DocumentFixtures.english + (number % 2 == 0 ? "" : "\n\nOne \(number) more.")
          let document = SectionedDocument(
            text,
            format: .markdown,
            id: "cards.md",
            language: nil
          )
          let found = DocumentFixtures.questions(document).map(\.question)
          return number % 2 == 0 ? found : []
        }
      }
      return await group.reduce(into: [[DocumentQuestion]]()) { $0.append($1) }
    }
    #expect(together.filter { !$0.isEmpty }.count == 4)
    #expect(together.allSatisfy { $0.isEmpty || $0 == alone })
  }

  @Test("a wrong answer is never another form of the right one")
  func forms() {
    for file in DocumentFixtures.rustBook.prefix(20) {
      let document = SectionedDocument(
        file.text,
        format: .markdown,
        id: file.name,
        language: "en"
      )
      for (_, question) in DocumentFixtures.questions(document, by: "cloze")
      where question.parameters["kind"]?.string == "code" {
        let first = question.answer.prefix { $0.isLetter }
        #expect(first.isEmpty || !question.distractors.contains { $0.hasPrefix(first + "<") })
      }
    }
  }

  @Test("random documents give valid questions or none")
  func fuzz() {
    let words = [
      "A", "card", "is", "a", "the", "`x`", "**b**", "[l](u)", "costs", "$5", "has", "three",
      "kinds:",
      "a,", "and", "b.", "\u{301}", "👩‍👩‍👧", "<!--", "-->", "<b>", "|", "\n", "\n\n", "- ", "# ",
      "\u{0}",
      "_", "*", "`", "&amp;", "مرحبا", "because", ", which", "takes", "2 days.", "\r\n",
      "| a | b |\n|-|-|\n",
    ]
    for seed in 0..<300 {
      var random = CounterRandom(seed: 2, sample: "fuzz", operation: "words", draw: seed)
      var text = ""
      for _ in 0..<random.index(below: 160) { text += (random.pick(words) ?? "") + " " }
      for format in DocumentFormat.allCases {
        let document = SectionedDocument(text, format: format, id: "f\(seed)", language: "en")
        for (section, question) in DocumentFixtures.questions(document) {
          Self.check(question, document.sections[section], text)
        }
      }
    }
  }

  /// What holds for every question.
  private static func check(
    _ question: DocumentQuestion,
    _ section: DocumentSection,
    _ text: String
  ) {
    #expect(question.answer.isEmpty != question.isAnswerable)
    guard let range = question.answerRange else { return }
    #expect(DocumentFixtures.slice(section.text, range) == question.answer)
    // A comparison may name both things.
    if question.parameters["type"]?.string != "comparison" {
      #expect(!question.question.lowercased().contains(question.answer.lowercased()))
    }
    if section.isVerbatim, let source = section.source(of: range) {
      #expect(DocumentFixtures.slice(text, source) == question.answer)
    }
    for distractor in question.distractors {
      #expect(!distractor.lowercased().contains(question.answer.lowercased()))
      #expect(!question.answer.lowercased().contains(distractor.lowercased()))
    }
  }

  @Test(
    "every answer about a real book stands there, and what has none is nowhere near",
    .enabled(if: !DocumentFixtures.rustBook.isEmpty, "the shared documents are not there")
  )
  func book() {
    var counts: [String: Int] = [:]
    for file in DocumentFixtures.rustBook {
      let document = SectionedDocument(
        file.text,
        format: .markdown,
        id: file.name,
        language: nil
      )
      for (section, question) in DocumentFixtures.questions(document) {
        counts[question.parameters["type"]?.string ?? "", default: 0] += 1
        Self.check(question, document.sections[section], file.text)
        guard !question.isAnswerable, let answer = question.parameters["true_answer"]?.string else {
          continue
        }
        #expect(!Self.folded(document.sections[section].text).contains(Self.folded(answer)))
      }
    }
    #expect(counts["cloze", default: 0] > 200)
    #expect(counts["definition", default: 0] > 20)
    #expect(counts["list_question", default: 0] > 15)
    #expect(counts["location_question", default: 0] > 40)
    #expect(counts["unanswerable", default: 0] > 80)
    #expect(counts["number_question", default: 0] >= 4)
  }

  private static func folded(_ text: String) -> String {
    " "
      + text.lowercased().filter { !"`*_".contains($0) }
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }
}

extension String {
  fileprivate func replacingFirst(_ words: String, with other: String) -> String {
    let parts = split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: other)
  }
}
