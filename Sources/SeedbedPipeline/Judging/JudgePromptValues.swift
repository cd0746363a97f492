import SeedbedData

/// What the prompts of judges are given. Everything that comes from rows is data.
extension Rubric {
  func promptValues(order: [Int]) -> PromptValues {
    [
      "instruction": .words(instruction),
      "lowest": .words(String(scale.lowerBound)),
      "highest": .words(String(scale.upperBound)),
      "anchors": .list(
        anchors.map { ["score": .words(String($0.score)), "words": .words($0.words)] }
      ),
      "criteria": .list(
        order.map {
          ["name": .words(criteria[$0].name), "question": .words(criteria[$0].question)]
        }
      ),
      "asks_quote": .flag(evidence.contains(.quote)),
      "asks_reason": .flag(evidence.contains(.reason)),
    ]
  }
}

extension JudgedCase {
  func promptValues(labels: [LabelMeaning]) -> PromptValues {
    let lines = labels.map { $0.words.isEmpty ? $0.label : "\($0.label): \($0.words)" }
    return [
      "task": .words(task.words),
      "text": .data(text),
      "has_label": .flag(label != nil),
      "label": .data(label ?? ""),
      "has_labels": .flag(!labels.isEmpty),
      "labels": .data(lines.joined(separator: "\n")),
      "parts": .list(parts.map { ["role": .words($0.role.words), "text": .data($0.text)] }),
      "evidence": .list(evidence.map(\.promptValues)),
    ]
  }
}

extension PairCase {
  func promptValues(isSwapped: Bool) -> PromptValues {
    [
      "task": .words(task.words),
      "has_text": .flag(!text.isEmpty),
      "text": .data(text),
      "a": .data(isSwapped ? second : first),
      "b": .data(isSwapped ? first : second),
      "evidence": .list(evidence.map(\.promptValues)),
    ]
  }
}

extension JudgedCase.Evidence {
  fileprivate var promptValues: [String: PromptValue] {
    let words =
      switch kind {
      case .document: "The source document"
      case .parent: "The sample that it was made from"
      }
    return ["kind": .words(words), "text": .data(text)]
  }
}

extension JudgedCase.Part.Role {
  fileprivate var words: String {
    switch self {
    case .input: "Its input"
    case .output: "The output"
    case .conversation: "The conversation"
    case .chosen: "The chosen answer"
    case .rejected: "The rejected answer"
    case .spans: "The marked values"
    case .record: "The record"
    }
  }
}

extension TaskKind {
  fileprivate var words: String {
    switch self {
    case .classification: "a text with its label"
    case .instruction: "an instruction with its output"
    case .chat: "a conversation"
    case .questionAnswering: "a question with its answer"
    case .extraction: "a text with marked values"
    case .preference: "a prompt with a chosen and a rejected answer"
    case .tabular: "a record"
    }
  }
}
