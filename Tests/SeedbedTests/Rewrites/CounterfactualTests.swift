import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Counterfactuals")
struct CounterfactualTests {
  private func labelled(
    _ name: String,
    _ text: String,
    _ language: String,
    _ label: String?
  ) throws -> Set<String> {
    let seed = Seed(reading: text, language: language, label: label)
    var made: Set<String> = []
    for draw in 0..<60 {
      guard let variation = try RewriteSupport.variation(name, seed, draw: draw) else { continue }
      #expect(variation.parameters["from"] == label.map { .string($0) })
      made.insert("\(variation.text) → \(variation.label ?? "")")
    }
    return made
  }

  @Test(
    "a negation comes or goes and the label turns",
    arguments: [
      ("en", "The shop is open.", "true", "The shop is not open. → false"),
      ("en", "The shop is not open.", "False", "The shop is open. → True"),
      ("en", "I can pay online.", "yes", "I cannot pay online. → no"),
      ("en", "I like tea.", "entailment", "I do not like tea. → contradiction"),
      ("en", "He likes tea.", "SUPPORTS", "He does not like tea. → REFUTES"),
      ("en", "He doesn't like tea.", "REFUTES", "He likes tea. → SUPPORTS"),
      ("en", "They didn't go home.", "no", "They went home. → yes"),
      ("en", "I love this good phone.", "positive", "I do not love this good phone. → negative"),
      ("es", "La tienda es nueva.", "true", "La tienda no es nueva. → false"),
      ("es", "No me gusta el té.", "false", "Me gusta el té. → true"),
      ("fr", "C'est une bonne idée.", "vrai", "Ce n'est pas une bonne idée. → faux"),
      ("fr", "Je n'ai pas ma carte.", "faux", "J'ai ma carte. → vrai"),
      ("fr", "Je peux payer ici.", "oui", "Je ne peux pas payer ici. → non"),
      ("de", "Das ist gut.", "wahr", "Das ist nicht gut. → falsch"),
      ("de", "Ich habe eine Karte.", "ja", "Ich habe keine Karte. → nein"),
      ("de", "Das ist nicht gut.", "falsch", "Das ist gut. → wahr"),
    ]
  )
  func negation(_ language: String, _ text: String, _ label: String, _ expected: String) throws {
    let made = try labelled("negation", text, language, label)
    #expect(made.contains(expected), "\(made)")
  }

  @Test(
    "nothing is denied where it is not sure what the label is about",
    arguments: [
      ("Is the shop open?", "yes"), ("I stay because the shop is open.", "true"),
      ("The shop is open. I go.", "true"), ("I never go home.", "false"),
      ("I have a card.", "positive"), ("It is good but expensive.", "positive"),
      ("The shop is open.", "joy"), ("The shop is open.", "card_arrival"),
      ("The shop is open.", "activate_card"), ("", "true"),
    ]
  )
  func noNegation(_ text: String, _ label: String) throws {
    #expect(try labelled("negation", text, "en", label).isEmpty)
  }

  @Test(
    "opposites turn the label, with the article",
    arguments: [
      ("en", "This is a great phone.", "positive", "This is a terrible phone. → negative"),
      ("en", "This is a great phone.", "Positive", "This is an awful phone. → Negative"),
      ("en", "BAD SERVICE", "NEGATIVE", "GOOD SERVICE → POSITIVE"),
      (
        "en", "Please activate my card.", "activate_my_card",
        "Please deactivate my card. → deactivate_my_card"
      ),
      ("en", "I am locking the door", "LockDoor", "I am unlocking the door → UnlockDoor"),
      ("en", "A big dog sleeps.", "entailment", "A small dog sleeps. → contradiction"),
      ("es", "La comida es buena.", "positivo", "La comida es mala. → negativo"),
      ("fr", "Le repas est bon.", "positif", "Le repas est mauvais. → négatif"),
      ("de", "Das ist ein gutes Buch.", "positiv", "Das ist ein schlechtes Buch. → negativ"),
    ]
  )
  func antonyms(_ language: String, _ text: String, _ label: String, _ expected: String) throws {
    let made = try labelled("antonym", text, language, label)
    #expect(made.contains(expected), "\(made)")
  }

  @Test(
    "no opposite where feelings are mixed, denied or unknown, and from what does not hold",
    arguments: [
      ("This is not good.", "negative"), ("Good food, bad service.", "positive"),
      ("Good but far away.", "positive"), ("I am angry.", "anger"),
      ("A big dog sleeps.", "contradiction"),
      ("This is bad.", "positive"), ("Please block my card.", "activate_card"),
      ("Good day", "greeting"),
    ]
  )
  func noAntonym(_ text: String, _ label: String) throws {
    #expect(try labelled("antonym", text, "en", label).isEmpty)
  }

  @Test(
    "quantifiers turn into what contradicts them",
    arguments: [
      ("en", "Some dogs are asleep.", "entailment", "No dogs are asleep. → contradiction"),
      ("en", "No dogs are asleep.", "contradiction", "Some dogs are asleep. → entailment"),
      ("en", "All dogs are asleep.", "true", "Not all dogs are asleep. → false"),
      ("en", "Not all dogs are asleep.", "false", "All dogs are asleep. → true"),
      ("en", "There is a dog here.", "yes", "There is no dog here. → no"),
      ("es", "Alguien llama a la puerta.", "verdadero", "Nadie llama a la puerta. → falso"),
      ("de", "Alle Hunde schlafen.", "wahr", "Nicht alle Hunde schlafen. → falsch"),
    ]
  )
  func quantifiers(_ language: String, _ text: String, _ label: String, _ expected: String) throws {
    #expect(try labelled("polarity", text, language, label) == [expected])
  }

  @Test("without a label, or without an opposite of it, nothing is flipped")
  func noLabel() throws {
    for name in RewriteSupport.counterfactuals {
      for label in [nil, "", "joy", "neutral", "card_arrival", "no_refund", "block_or_unblock"] {
        for text in ["Some dogs are good.", "This is a great phone.", "I can block it."] {
          #expect(try labelled(name, text, "en", label).isEmpty)
        }
      }
    }
  }

  @Test("every change of a label can be taken back", arguments: RewriteSupport.counterfactuals)
  func labelsGoBack(_ name: String) throws {
    let texts = [
      "Some dogs are asleep.", "This is a great phone.", "The shop is not open.",
      "I like good tea.",
    ]
    for text in texts {
      for label in ["yes", "NO", "True", "positive", "NEGATIVE", "Entailment"] {
        let seed = Seed(reading: text, language: "en", label: label)
        guard let made = try RewriteSupport.variation(name, seed), let new = made.label else {
          continue
        }
        #expect(new != label)
        #expect((new == new.uppercased()) == (label == label.uppercased()))
      }
    }
  }

  @Test("they declare that the label flips, for classification only")
  func declared() throws {
    for name in RewriteSupport.counterfactuals {
      let descriptor = try GenerationSupport.registry.transform(named: name).descriptor
      #expect(descriptor.labelEffect == .flipped)
      #expect(descriptor.tasks == [.classification])
    }
  }
}
