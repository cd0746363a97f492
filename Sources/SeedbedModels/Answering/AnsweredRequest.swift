public import SeedbedData

/// A request of a file with its answer, or with the reason why it has none.
public struct AnsweredRequest: Sendable, Hashable {
  /// The request's own name.
  public var id: String
  /// The answer, or why there is none.
  public var outcome: Result<ModelAnswer, RequestFailure>

  /// The line of an output file in the format of the Batch API.
  public var json: JSONObject {
    switch outcome {
    case .success(let answer):
      return [
        "custom_id": .string(id),
        "response": [
          "status_code": 200, "request_id": .string(answer.key),
          "body": .object(Self.body(of: answer)),
        ],
        "error": nil,
      ]
    case .failure(let failure):
      return [
        "custom_id": .string(id), "response": nil,
        "error": [
          "code": .string(failure.kind.rawValue), "message": .string(failure.reason),
          "request_id": .string(failure.key),
        ],
      ]
    }
  }

  private static func body(of answer: ModelAnswer) -> JSONObject {
    let usage = answer.usage
    func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
    return [
      "object": "chat.completion", "model": .string(answer.model),
      "choices": [
        [
          "index": 0, "message": ["role": "assistant", "content": .string(answer.text)],
          "finish_reason": .string(word(for: answer.finish)),
        ]
      ],
      "usage": [
        "prompt_tokens": number(usage.input), "completion_tokens": number(usage.output),
        "total_tokens": number(usage.input &+ usage.output),
        "prompt_tokens_details": ["cached_tokens": number(usage.cachedInput)],
      ],
    ]
  }

  private static func word(for finish: ModelAnswer.Finish) -> String {
    switch finish {
    case .stop, .refusal, .other: "stop"
    case .length: "length"
    case .filtered: "content_filter"
    }
  }
}
