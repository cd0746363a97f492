import Foundation
import SeedbedData
import SeedbedPipeline

/// The scripted judge of `Golden/judging/make_judging.py`, over all pairs of llmbar.
struct JudgingScript {
  let pairs: [LabelledPair]
  /// The better side by the texts, of the first pair that has them.
  private let gold: [String: PairCase.Side]
  private let isGood: [String: Bool]

  init?() throws {
    guard let folder = JudgingFixture.shared("llmbar") else { return nil }
    var pairs: [LabelledPair] = []
    for name in [
      "Adversarial/GPTInst", "Adversarial/GPTOut", "Adversarial/Manual", "Adversarial/Neighbor",
      "Natural", "Processed/LLMEval^2",
    ] {
      let path = folder.appending(path: "\(name)/dataset.json").path
      let cases = try CalibrationFile.read(path, rubric: Rubric.standard(for: .instruction))
      guard case .pairs(let found) = cases else { return nil }
      pairs += found.map { labelled in
        var labelled = labelled
        labelled.pair.id = "\(name) \(labelled.pair.id)"
        return labelled
      }
    }
    self.pairs = pairs
    gold = Dictionary(
      pairs.map { (Self.key($0.pair.text, $0.pair.first, $0.pair.second), $0.human) }
    ) { first, _ in first }
    isGood = Dictionary(
      pairs.flatMap { labelled in
        [
          (Self.key(labelled.pair.text, labelled.pair.first), labelled.human == .first),
          (Self.key(labelled.pair.text, labelled.pair.second), labelled.human == .second),
        ]
      }
    ) { first, _ in first }
  }

  func judge(_ name: String) -> ScriptedJudge {
    ScriptedJudge(name) { question in
      question.prompt == "judge_pair" ? try winner(question) : try points(question)
    }
  }

  private func winner(_ question: ScriptedJudge.Question) throws -> JSONValue {
    let shown = (question.data("a"), question.data("b"))
    let text = question.data("text")
    let isSwapped = gold[Self.key(text, shown.0, shown.1)] == nil
    let (first, second) = isSwapped ? (shown.1, shown.0) : shown
    let number = Self.draw([text, first, second, "pair", "\(question.variant)"])[0]
    guard let better = gold[Self.key(text, first, second)] else {
      throw RequestFailure(.unusable, "a pair that is not of llmbar", key: "")
    }
    func place(_ side: PairCase.Side) -> String { (side == .first) != isSwapped ? "A" : "B" }
    // An output may be empty, which is nothing to quote.
    let quote = [shown.0, shown.1].first { $0.contains { !$0.isWhitespace } }
    switch number {
    case ..<65: return question.winner(place(better), quote: quote)
    case ..<80: return question.winner(place(better == .first ? .second : .first), quote: quote)
    case ..<86: return question.winner("tie", quote: quote)
    case ..<94: return question.winner("A", quote: quote)
    default: throw RequestFailure(.refused, "no", key: "")
    }
  }

  private func points(_ question: ScriptedJudge.Question) throws -> JSONValue {
    let text = question.data("text")
    let output = question.list("parts").first?["text"]?.text ?? ""
    let numbers = Self.draw([text, output, "score", "\(question.variant)"])
    guard let isGood = isGood[Self.key(text, output)] else {
      throw RequestFailure(.unusable, "a text that is not of llmbar", key: "")
    }
    var scores = JSONObject()
    for name in question.criteria {
      let place = ["right", "followed", "clear", "concise"].firstIndex(of: name) ?? 0
      let points = min(max((isGood ? 4 : 2) + numbers[place] % 5 - 2, 1), 5)
      scores[name] = .number(JSONNumber(points))
    }
    return question.judgement(
      .object(scores),
      quote: numbers[9] < 4 ? "\u{1F9FE} nowhere" : text
    )
  }

  private static func key(_ parts: String...) -> String { parts.joined(separator: "\0") }

  /// Whole numbers in 0..<100 from the SHA-256 of the parts.
  private static func draw(_ parts: [String]) -> [Int] {
    let digits = Array(ContentHash.hex(of: Array(parts.joined(separator: "\0").utf8)))
    return stride(from: 0, to: digits.count, by: 2).map { place in
      (Int(String(digits[place...place + 1]), radix: 16) ?? 0) % 100
    }
  }
}
