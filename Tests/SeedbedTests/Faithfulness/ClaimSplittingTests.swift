import SeedbedPipeline
import Testing

@Suite("Splitting texts into claims") struct ClaimSplittingTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var claims: [String]
    var testDescription: String { text }
  }

  static let sentences: [Example] = [
    Example(text: "It rained. We left.", claims: ["It rained.", "We left."]),
    Example(
      text: "Dr. Smith paid $3.50 to J. R. Doe. He left.",
      claims: ["Dr. Smith paid $3.50 to J. R. Doe.", "He left."]
    ),
    Example(
      text: "Das kostet z.B. 3,5 Mio. Euro. Gut.",
      claims: ["Das kostet z.B. 3,5 Mio. Euro.", "Gut."]
    ),
    Example(
      text: "He arrived at 5 p.m. The door was shut.",
      claims: ["He arrived at 5 p.m.", "The door was shut."]
    ),
    Example(text: "The U.S. Navy said so.", claims: ["The U.S. Navy said so."]),
    Example(
      text: "\"Really?\" he asked. \"Yes.\" She nodded.",
      claims: ["\"Really?\" he asked.", "\"Yes.\"", "She nodded."]
    ),
    Example(
      text: "Points:\n- one apple\n- two pears",
      claims: ["Points:", "- one apple", "- two pears"]
    ),
    Example(text: "1. Open the box.\n2. Close it.", claims: ["1. Open the box.", "2. Close it."]),
    Example(
      text: "he came. he saw mr. jones. he left",
      claims: ["he came.", "he saw mr. jones.", "he left"]
    ),
    Example(
      text: "in the 20th century.First for Women is a magazine.",
      claims: ["in the 20th century.", "First for Women is a magazine."]
    ),
    Example(text: "Wait... what? No!", claims: ["Wait... what?", "No!"]),
    Example(text: "¿Qué? ¡Nada! Él salió.", claims: ["¿Qué?", "¡Nada!", "Él salió."]),
    Example(text: "今日は雨です。明日は晴れです。", claims: ["今日は雨です。", "明日は晴れです。"]),
    Example(text: "😀 One. 😀 Two.", claims: ["😀 One.", "😀 Two."]),
    Example(text: "A hard\nwrapped line stays.", claims: ["A hard\nwrapped line stays."]),
    Example(text: "It took ( 98. 7 ) days.", claims: ["It took ( 98. 7 ) days."]),
    Example(text: " \n … !", claims: []),
  ]

  @Test("Sentences end where a reader would say", arguments: sentences)
  func sentenceEnds(example: Example) {
    let found = Claims.split(example.text, by: .sentence).map {
      FaithfulnessSupport.part(example.text, $0)
    }
    #expect(found == example.claims)
  }

  static let clauses: [Example] = [
    Example(
      text: "He was born in Paris, and he died in Rome.",
      claims: ["He was born in Paris", "he died in Rome."]
    ),
    Example(
      text: "The shop is open; the bar is closed.",
      claims: ["The shop is open", "the bar is closed."]
    ),
    Example(
      text: "We sell apples, pears, and the best plums.",
      claims: ["We sell apples, pears, and the best plums."]
    ),
    Example(
      text: "She said \"it is late, and it is cold\" to us.",
      claims: ["She said \"it is late, and it is cold\" to us."]
    ),
    Example(
      text: "Anna and Bob left, but she has returned since.",
      claims: ["Anna and Bob left", "she has returned since."]
    ),
  ]

  @Test("Clauses are cut only where both halves stand alone", arguments: clauses)
  func clauseEnds(example: Example) {
    let found = Claims.split(example.text).map { FaithfulnessSupport.part(example.text, $0) }
    #expect(found == example.claims)
  }

  @Test(
    "Claims of any text are in order, inside it and without white space at the ends",
    arguments: 0..<200 as Range<UInt64>
  )
  func properties(seed: UInt64) {
    var random = FaithfulnessRandom(seed: seed)
    let text = FaithfulnessSupport.randomText(&random, pieces: Int(random.next() % 40))
    for unit in [Claims.Unit.sentence, .clause] {
      var last = 0
      for range in Claims.split(text, by: unit) {
        #expect(range.lowerBound >= last && !range.isEmpty)
        #expect(range.upperBound <= text.unicodeScalars.count)
        last = range.upperBound
      }
    }
  }
}
