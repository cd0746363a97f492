import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Guard properties")
struct MeaningGuardPropertyTests {
  static let pieces = [
    "I", "can", "can't", "not", "never", "Paris", "London", "five", "5", "1,000", "$20", "20%",
    "2024-05-01", "May 5, 2024", "9:30", "ORD-12345", "a@b.com", "https://x.com/a", "{name}",
    "\"quoted words\"", "“more”", "'", "\"", "`", ",", ".", "!", "and", "or", "café", "Ünal", "我有",
    "５", "٣", "🙂", "e\u{301}", "\u{200D}", "twenty", "hundred", "thousand", "million", "one",
    "No.", "#7", "@anna", "v1.2", "--", "(", "+44 20 7946 0958", "99999999999999999999999", "\n",
  ]

  static func text(_ random: inout MeaningRandom) -> String {
    let count = random.random.index(below: 14)
    return (0..<count).map { _ in random.random.pick(pieces) ?? "" }
      .joined(separator: random.random.chance(0.2) ? "" : " ")
  }

  @Test("any text equals itself and refusal does not depend on the side", arguments: 0..<6)
  func symmetry(draw: Int) {
    var random = MeaningRandom(1000 + draw)
    let rules = DuplicateGuard(language: ["en", "de", "es", "fr", "zh", "xx"][draw])
    for _ in 0..<400 {
      let left = rules.features(of: Self.text(&random))
      let right = rules.features(of: Self.text(&random))
      #expect(rules.refusal(left, left) == nil)
      let (there, back) = (rules.refusal(left, right), rules.refusal(right, left))
      #expect(there?.kind == back?.kind)
      #expect(there?.left == back?.right && there?.right == back?.left)
    }
  }

  @Test("one figure more is always told apart", arguments: ["en", "de", "es", "fr", "zh"])
  func figure(language: String) {
    var random = MeaningRandom(77)
    let rules = DuplicateGuard(language: language)
    for _ in 0..<400 {
      let text = Self.text(&random)
      let other = text + " . 777777777 x"
      let refusal = rules.refusal(rules.features(of: text), rules.features(of: other))
      // An open quotation or code takes the figure with it, and then that differs.
      #expect(refusal != nil, "\(text)")
    }
  }

  @Test("long and hostile texts are read in time proportional to them")
  func hostile() {
    let rules = DuplicateGuard()
    for piece in ["'a ", "\"a", "one ", "hundred ", "million ", "5 ", "A ", "(", "1.", "not, "] {
      let text = String(repeating: piece, count: 20_000)
      let features = rules.features(of: text)
      #expect(rules.refusal(features, features) == nil)
    }
  }
}
