import SeedbedData

/// A prompt with a better and a worse answer.
struct PreferencePair {
  /// What was said before; in most pairs one turn of the user.
  var prompt: [JSONObject]
  /// The better answer.
  var chosen: [JSONObject]
  /// The worse answer.
  var rejected: [JSONObject]

  /// Reads the pair of a sample.
  ///
  /// Where both answers repeat the conversation before them, what they share becomes the prompt.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - fields: Which field plays which part; the worse answer is in `rejected`.
  ///   - refuse: Makes the error of a sample that is no pair, from the reason.
  /// - Throws: The error of the first part that is missing or does not fit.
  init(
    of sample: Sample,
    _ fields: FieldMap,
    refusing refuse: (String) -> SeedbedError
  ) throws {
    func answer(_ path: FieldPath, _ noun: String) throws -> [JSONObject] {
      func refuseHere(_ reason: String) -> SeedbedError { refuse("in `\(path)`, \(reason)") }
      let turns: [JSONObject]
      switch path.value(in: sample.fields) {
      case nil, .null?:
        throw refuse("it has no field `\(path)`, which holds the \(noun) answer")
      case .string(let text)?:
        turns = [["role": "assistant", "content": .string(text)]]
      case .array(let values)?:
        turns = try ChatTurns.messages(of: values, refusing: refuseHere)
      case let value?:
        turns = try ChatTurns.messages(of: [value], refusing: refuseHere)
      }
      guard turns.last?["role"] == "assistant" else {
        throw refuseHere("the last turn is not the assistant's")
      }
      return turns
    }
    chosen = try answer(fields.output ?? FieldPath(field: "chosen"), "better")
    rejected = try answer(FieldPath(field: "rejected"), "worse")
    guard chosen != rejected else {
      throw refuse("its better and its worse answer are the same")
    }
    if let turns = fields.conversation?.value(in: sample.fields)?.array {
      prompt = try ChatTurns.messages(of: turns, refusing: refuse)
    } else {
      prompt = [["role": "user", "content": .string(sample.text)]]
    }
    guard chosen.count > 1, rejected.count > 1, chosen[0]["role"] != "assistant" else { return }
    // An answer that only goes on where the other ends still has its last turn.
    let shared = min(
      zip(chosen, rejected).prefix { $0 == $1 }.count,
      chosen.count - 1,
      rejected.count - 1
    )
    guard shared > 0 else { throw refuse("its answers repeat different conversations") }
    prompt = Array(chosen[..<shared])
    chosen.removeFirst(shared)
    rejected.removeFirst(shared)
  }

  /// Prompt and answers as one text each, where each is one turn of text.
  var texts: (prompt: String, chosen: String, rejected: String)? {
    guard prompt.count == 1, prompt[0]["role"] == "user", chosen.count == 1, rejected.count == 1,
      let asked = prompt[0]["content"]?.string, let better = chosen[0]["content"]?.string,
      let worse = rejected[0]["content"]?.string
    else { return nil }
    return (asked, better, worse)
  }
}
