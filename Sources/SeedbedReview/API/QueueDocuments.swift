import SeedbedData
import SeedbedLearning
import SeedbedPipeline

extension ReviewQueue {
  /// `id`, `purpose`, `title` and `count`.
  var json: JSONObject {
    [
      "id": .string(id), "purpose": .string(purpose.rawValue), "title": .string(title),
      "count": .number(JSONNumber(count)),
    ]
  }
}

extension ReviewProgress {
  /// `count`, `mine`, `decided`, `wrong`, `error_rate`, `agreement` and `gate`.
  var json: JSONObject {
    [
      "count": .number(JSONNumber(count)),
      "mine": .number(JSONNumber(mine)),
      "decided": .number(JSONNumber(decided)),
      "wrong": .number(JSONNumber(wrong)),
      "error_rate": .object(errorRate.json),
      "agreement": .array(
        agreement.map { pair in
          .object([
            "authors": .array(pair.authors.map(JSONValue.string)),
            "shared": .number(JSONNumber(pair.shared)),
            "equal": .number(JSONNumber(pair.equal)),
            "kappa": .optional(pair.kappa),
          ])
        }
      ),
      "gate": gate.map { .object($0.json) } ?? .null,
    ]
  }
}

extension ReviewDecision {
  /// `number`, `sample`, `verdict`, `reason`, `correction`, `replacement`, `author` and `decided_at`.
  var json: JSONObject {
    [
      "number": .optional(number),
      "sample": .string(sample.hex),
      "verdict": .string(verdict.rawValue),
      "reason": .optional(reason),
      "correction": correction.map { correction in
        .object([
          "text": .optional(correction.text), "label": .optional(correction.label),
          "difficulty": .optional(correction.difficulty?.rawValue),
        ])
      } ?? .null,
      "replacement": .optional(replacement?.hex),
      "author": .string(author),
      "decided_at": .number(JSONNumber(decidedAt)),
    ]
  }
}
