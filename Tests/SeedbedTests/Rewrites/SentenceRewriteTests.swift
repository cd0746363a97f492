import SeedbedPipeline
import Testing

@Suite("Rewrites of sentences")
struct SentenceRewriteTests {
  @Test(
    "the passive",
    arguments: [
      ("They blocked my card.", "My card was blocked."),
      ("They have blocked my cards!", "My cards have been blocked!"),
      ("I lost my card yesterday.", "My card was lost by me yesterday."),
      ("he stole the money", "the money was stolen by him"),
      ("Your bank declined my payment twice.", "My payment was declined by your bank twice."),
      ("Someone took these children.", "These children were taken."),
    ]
  )
  func passive(_ text: String, _ expected: String) throws {
    #expect(try RewriteSupport.texts("passive", text) == [expected])
  }

  @Test(
    "the passive is skipped where a part is not sure",
    arguments: [
      "They sent my friend money.", "They sold the rights to a company.",
      "I lost my card and my phone.",
      "They made my day.5", "He lost the card that I gave him.", "They blocked my card, not yours.",
      "Did they block my card?", "I paid.", "They found my card quickly", "They put my card away.",
    ]
  )
  func activeStays(_ text: String) throws {
    #expect(try RewriteSupport.texts("passive", text).isEmpty)
  }

  @Test(
    "clauses change places",
    arguments: [
      ("en", "If my card is lost, can I get a new one?", nil),
      (
        "en", "If you lose the card, please call the bank.",
        "Please call the bank if you lose the card."
      ),
      (
        "en", "Please call the bank if you lose the card.",
        "If you lose the card, please call the bank."
      ),
      ("en", "I was late because the train stopped.", "Because the train stopped, I was late."),
      ("en", "please call me when the card arrives", "when the card arrives, please call me"),
      ("es", "Si llego tarde, puedo entrar en la sala.", "Puedo entrar en la sala si llego tarde."),
      (
        "fr", "Je peux payer la facture quand je rentre.",
        "Quand je rentre, je peux payer la facture."
      ),
    ] as [(String, String, String?)]
  )
  func clauses(_ language: String, _ text: String, _ expected: String?) throws {
    let texts = try RewriteSupport.texts("clause_order", text, language: language)
    #expect(texts == Set([expected].compactMap(\.self)))
  }

  @Test(
    "clauses stay where one leans on the other",
    arguments: [
      "I want to know if my card works.", "Can you check if the card works now?",
      "When will the card arrive, and where?", "I did not leave because I was angry.",
      "If the card breaks, I throw it away.", "He acts as if he knows the bank.",
      "I would go, but if it rains, I stay.", "Do you know when the bank opens?",
    ]
  )
  func clausesStay(_ text: String) throws {
    #expect(try RewriteSupport.texts("clause_order", text).isEmpty)
  }

  @Test("a clause with a span stays and the other one moves")
  func clausesKeepSpans() throws {
    for words in ["New York", "the bank"] {
      let text = "If you are in New York, please call the bank."
      let mark = Seed.Mark(GenerationSupport.range(of: words, in: text))
      let seed = Seed(reading: text, language: "en", marks: [mark])
      let made = try #require(try RewriteSupport.variation("clause_order", seed))
      #expect(made.text == "Please call the bank if you are in New York.")
      #expect(GenerationSupport.slice(made.text, made.marks[0]) == words)
    }
  }

  @Test(
    "needs and questions",
    arguments: [
      ("en", "I want to cancel my order.", "How do I cancel my order?"),
      ("en", "How can I activate my card?", "I need to activate my card."),
      ("en", "i want to cancel my order", "how do I cancel my order"),
      ("es", "Quiero cancelar mi pedido.", "¿Cómo puedo cancelar mi pedido?"),
      ("es", "¿Cómo puedo cancelar mi pedido?", "Quiero cancelar mi pedido."),
      ("fr", "Je voudrais annuler ma commande.", "Comment faire pour annuler ma commande ?"),
      ("de", "Ich möchte meine Karte sperren.", "Wie kann ich meine Karte sperren?"),
    ]
  )
  func questions(_ language: String, _ text: String, _ expected: String) throws {
    let texts = try RewriteSupport.texts("question_form", text, language: language)
    #expect(texts.contains(expected), "\(texts)")
  }

  @Test(
    "what is no deed, or more than one clause, is not asked for",
    arguments: [
      "I want to know the price.", "I want to say thank you.", "I want to pay but I cannot.",
      "I want to pay. It fails.", "I need help.", "How do I know you?",
    ]
  )
  func questionsStay(_ text: String) throws {
    #expect(try RewriteSupport.texts("question_form", text).isEmpty)
  }

  @Test(
    "formats",
    arguments: [
      ("format_list", "First one. Second one.", "- First one.\n- Second one."),
      (
        "format_table", "First one. Second one.",
        "| No. | Text |\n| --- | --- |\n| 1 | First one. |\n| 2 | Second one. |"
      ),
      ("format_json", "Where is it?", "{\"message\": \"Where is it?\"}"),
      ("format_json", "First one. Second one.", "{\"texts\": [\"First one.\", \"Second one.\"]}"),
      ("format_email", "Where is it?", "Subject: A message\n\nHello,\n\nWhere is it?\n\nRegards"),
      ("format_chat", "Where is it?", "User: Where is it?"),
      (
        "format_prose", "- First one\n- second one\n- Third one.",
        "First one, second one. Third one."
      ),
      ("format_prose", "1. One thing.\n2. Another.", "One thing. Another."),
    ]
  )
  func formats(_ name: String, _ text: String, _ expected: String) throws {
    let texts = try RewriteSupport.texts(name, text, draws: 600)
    #expect(texts.contains(expected), "\(texts.sorted().prefix(20))")
  }

  @Test(
    "a form that would need escaping, or has nothing to do, is not made",
    arguments: [
      ("format_json", "He said \"no\"."), ("format_json", "a\\b"), ("format_json", "two\nlines"),
      ("format_list", "One sentence only."), ("format_list", "Mr. Smith is here."),
      ("format_table", "a | b"), ("format_prose", "No line break."), ("format_email", "   "),
    ]
  )
  func noFormat(_ name: String, _ text: String) throws {
    #expect(
      try RewriteSupport.texts(name, text).allSatisfy {
        name == "format_json" && $0.contains("s\": [")
      }
    )
  }
}
