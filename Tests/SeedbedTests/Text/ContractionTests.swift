import SeedbedText
import Testing

@Suite("Contractions")
struct ContractionTests {
  @Test(
    "are expanded where only one reading is left",
    arguments: [
      ("I don't know", ["don't → do not"]), ("Don't open it", ["Don't → Do not"]),
      ("DON'T OPEN", ["DON'T → DO NOT"]), ("I can't go", ["can't → cannot"]),
      ("they won't go", ["won't → will not"]), ("I’m here", ["I’m → I am"]),
      ("I'M HERE", ["I'M → I AM"]),
      ("we've paid and you're late", ["we've → we have", "you're → you are"]),
      ("he's been there", ["he's → he has"]), ("it's a dog", ["it's → it is"]),
      ("She's waiting", ["She's → She is"]), ("he'd better go", ["he'd → he had"]),
      ("I'd like that", ["I'd → I would"]), ("she'd taken it", ["she'd → she had"]),
      ("let's go", ["let's → let us"]), ("you should've paid", ["should've → should have"]),
    ]
  )
  func expands(_ text: String, _ expected: [String]) {
    #expect(Contractions.english.expansions(in: text).map { $0.shown(in: text) } == expected)
  }

  @Test(
    "pitfall: ambiguous ones, questions and possessives are left alone",
    arguments: [
      "he's gone", "it's finished", "I ain't here", "Don't you think so?", "Isn't the shop open?",
      "Why won't it work?", "John's car", "the dog's bone", "he'd put it", "o'clock", "y'all", "'s",
      "it's", "rock'n'roll", "",
    ]
  )
  func leavesAlone(_ text: String) {
    #expect(Contractions.english.expansions(in: text) == [])
  }

  @Test(
    "are made where they are natural",
    arguments: [
      ("I do not know", ["do not → don't"]), ("I am here now", ["I am → I'm"]),
      ("I AM HERE NOW", ["I AM → I'M"]), ("it is not here", ["is not → isn't"]),
      ("We have been told", ["We have → We've"]), ("I cannot go", ["cannot → can't"]),
      ("CANNOT GO", ["CANNOT → CAN'T"]), ("You will see", ["You will → You'll"]),
      ("I would like it", ["I would → I'd"]), ("I am not here", ["I am → I'm"]),
    ]
  )
  func contracts(_ text: String, _ expected: [String]) {
    #expect(Contractions.english.contractions(in: text).map { $0.shown(in: text) } == expected)
  }

  @Test(
    "are not made before a pause or of a full verb",
    arguments: ["Yes, it is.", "we have a car", "I am", "do, not", "I will, she said", "has not"]
  )
  func notContracted(_ text: String) {
    let edits = Contractions.english.contractions(in: text).map { $0.shown(in: text) }
    #expect(edits == (text == "has not" ? ["has not → hasn't"] : []))
  }

  @Test("edits never overlap and lie on whole words")
  func overlap() {
    let text =
      "I do not think it is not what he is not going to do, I cannot say they will not have been"
    let edits = Contractions.english.contractions(in: text)
    #expect(edits.count > 4)
    for (first, second) in zip(edits, edits.dropFirst()) {
      #expect(first.range.upperBound <= second.range.lowerBound)
    }
  }
}
