import Foundation
import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Variety by exact quotas")
struct VarietyTests {
  struct Weights: Sendable, CustomTestStringConvertible {
    var weights: [Int]
    var testDescription: String { "\(weights)" }
  }

  private func deck(_ weights: [[Int]], seed: Int = 42) -> VarietyDeck {
    VarietyDeck(
      attributes: weights.enumerated().map { index, weights in
        VarietyAttribute("a\(index)", weights.enumerated().map { ("v\($0)", $1) })
      },
      stream: "train/label=x/instruct",
      seed: seed
    )
  }

  @Test(
    "in every first n drafts each value comes as often as its share asks for, within less than one",
    arguments: [
      [1], [1, 1], [1, 1, 1, 1, 1], [3, 1], [2, 2, 1], [5, 3, 2], [1, 2, 2, 2, 1], [10, 1, 1],
      [7, 7, 7, 1], [97, 2, 1], [500, 499, 1], [0, 2, 1], [70, 20, 10],
    ].map(Weights.init)
  )
  func quotas(_ example: Weights) {
    let weights = example.weights
    let total = weights.reduce(0, +)
    for seed in [1, 2, 3] {
      let deck = deck([weights], seed: seed)
      var counts = [Int](repeating: 0, count: weights.count)
      for draft in 0..<min(3 * total, 700) {
        guard let value = deck.attributes(of: draft).first.flatMap({ Int($0.words.dropFirst()) })
        else {
          Issue.record("no value")
          return
        }
        counts[value] += 1
        for (count, weight) in zip(counts, weights) {
          let share = Double((draft + 1) * weight) / Double(total)
          #expect(abs(Double(count) - share) < 1, "draft \(draft): \(counts)")
        }
      }
    }
  }

  @Test("70, 20 and 10 of 5000 drafts are exactly 3500, 1000 and 500, whatever the seed")
  func exactShares() {
    for seed in [0, 7] {
      let deck = deck([[70, 20, 10]], seed: seed)
      var counts: [String: Int] = [:]
      for draft in 0..<5000 { counts[deck.attributes(of: draft)[0].words, default: 0] += 1 }
      #expect(counts == ["v0": 3500, "v1": 1000, "v2": 500])
    }
  }

  @Test("two attributes with the same weights meet in all combinations, about equally often")
  func pairs() {
    for weights in [[1, 1, 1, 1], [3, 1], [1, 2, 2, 2, 1]] {
      let deck = deck([weights, weights])
      let drafts = 4000
      var pairs: [String: Int] = [:]
      for draft in 0..<drafts {
        pairs[deck.attributes(of: draft).map(\.words).joined(separator: "/"), default: 0] += 1
      }
      let total = weights.reduce(0, +)
      for (left, a) in weights.enumerated() {
        for (right, b) in weights.enumerated() {
          let expected = Double(drafts * a * b) / Double(total * total)
          let found = Double(pairs["v\(left)/v\(right)"] ?? 0)
          #expect(abs(found - expected) < 0.3 * expected, "\(left)/\(right): \(found) \(expected)")
        }
      }
    }
  }

  @Test("the values of a draft hang on seed, stream and number alone")
  func determinism() {
    let one = deck([[1, 1, 1], [2, 1]])
    let other = deck([[1, 1, 1], [2, 1]], seed: 43)
    let words = (0..<60).map { one.attributes(of: $0).map(\.words) }
    #expect(words.reversed() == (0..<60).reversed().map { one.attributes(of: $0).map(\.words) })
    #expect(words != (0..<60).map { other.attributes(of: $0).map(\.words) })
    #expect(deck([[], [0, 0]]).attributes(of: 3).isEmpty)
    #expect(one.attributes(of: -1).isEmpty)
  }

  @Test("the attributes for messages have names and values of their own")
  func defaults() {
    let attributes = VarietyAttribute.messages
    #expect(Set(attributes.map(\.name)).count == attributes.count)
    let words = attributes.flatMap { $0.values.map(\.words) }
    #expect(Set(words).count == words.count)
    #expect(attributes.allSatisfy { $0.values.allSatisfy { $0.weight >= 1 } })
  }
}

@Suite("Personas")
struct PersonaTests {
  private func read(_ text: String) throws -> Personas {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("personas-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(text.utf8).write(to: path)
    return try Personas(file: path.path, seed: 1)
  }

  @Test("the grammar knows thousands of people, each one once")
  func grammar() {
    #expect(PersonaGrammar.count >= 5000)
    let all = (0..<PersonaGrammar.count).map(PersonaGrammar.persona)
    #expect(Set(all).count == PersonaGrammar.count)
    #expect(PersonaGrammar.persona(-1) == PersonaGrammar.persona(PersonaGrammar.count - 1))
  }

  @Test("no persona speaks of gender, origin, belief or age")
  func neutral() {
    let banned = [
      "he", "she", "his", "her", "him", "man", "woman", "male", "female", "mother", "father",
      "husband", "wife", "old", "elderly", "young", "black", "white", "muslim", "christian",
      "jewish",
    ]
    for number in stride(from: 0, to: PersonaGrammar.count, by: 7) {
      let words = PersonaGrammar.persona(number).lowercased()
        .split { !$0.isLetter }.map(String.init)
      #expect(banned.filter(words.contains) == [])
    }
  }

  @Test("every draw has another persona until all were used, and then another order")
  func withoutRepetition() throws {
    let personas = try read((0..<37).map { "person \($0)" }.joined(separator: "\n"))
    #expect(personas.count == 37)
    let first = (0..<37).map { personas.persona(for: "a", $0) }
    let second = (37..<74).map { personas.persona(for: "a", $0) }
    let other = (0..<37).map { personas.persona(for: "b", $0) }
    #expect(Set(first).count == 37)
    #expect(Set(second) == Set(first))
    #expect(second != first)
    #expect(other != first)
    let grammar = Personas(seed: 3)
    #expect(Set((0..<2000).map { grammar.persona(for: "a", $0) }).count == 2000)
  }

  @Test("a list may be plain text, JSON lines or both; doubles and blank lines are skipped")
  func files() throws {
    let personas = try read(
      "\u{FEFF}a cook\r\n\r\n{\"persona\": \"a  pilot\", \"id\": 3}\na cook\n  a\tcook \n"
    )
    #expect(personas.count == 2)
    #expect(Set((0..<2).map { personas.persona(for: "", $0) }) == ["a cook", "a pilot"])
  }

  @Test("a list that cannot be used says where and why")
  func faults() {
    let cases = [
      ("a cook\n{\"person\": \"x\"}", "line 2"), ("\n \n", "holds no persona"),
      (String(repeating: "x", count: 2001), "line 1"),
    ]
    for (text, words) in cases {
      let error = #expect(throws: SeedbedError.self) { try read(text) }
      #expect(error?.message.contains(words) == true)
    }
    #expect(throws: SeedbedError.self) { try Personas(file: "none/at/all", seed: 1) }
  }
}
