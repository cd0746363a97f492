import SeedbedData

/// One question and its answer.
struct Exchange {
  /// What is asked.
  var instruction: String
  /// What it is asked about; empty where there is nothing.
  var input = ""
  /// The answer.
  var output: String
  /// Whether what is asked about comes before the question when both become one text.
  var inputComesFirst = false

  /// Question and what it is asked about as one text.
  var prompt: String {
    let parts = inputComesFirst ? [input, instruction] : [instruction, input]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

/// What a sample says, whatever its task.
enum SampleContent {
  /// One question and its answer.
  case exchange(Exchange)
  /// The turns of a conversation, each with `role` and `content`.
  case turns([JSONObject])

  /// The content as turns.
  var messages: [JSONObject] {
    switch self {
    case .turns(let turns): turns
    case .exchange(let exchange):
      [
        ["role": "user", "content": .string(exchange.prompt)],
        ["role": "assistant", "content": .string(exchange.output)],
      ]
    }
  }
}
