/// Whose weights a model has: what one member of a family wrote, no other member may judge.
public enum ModelFamily {
  /// Marks in model names and the family that each stands for; the first that fits counts.
  private static let marks: [(mark: String, family: String)] = [
    ("gpt", "gpt"), ("o1", "gpt"), ("o3", "gpt"), ("o4", "gpt"), ("chatgpt", "gpt"),
    ("davinci", "gpt"), ("claude", "claude"), ("gemini", "gemini"), ("gemma", "gemini"),
    ("palm", "gemini"), ("mixtral", "mistral"), ("mistral", "mistral"), ("ministral", "mistral"),
    ("codestral", "mistral"), ("magistral", "mistral"), ("devstral", "mistral"),
    ("pixtral", "mistral"), ("llama", "llama"), ("vicuna", "llama"), ("alpaca", "llama"),
    ("tulu", "llama"), ("hermes", "llama"), ("nemotron", "llama"), ("qwen", "qwen"),
    ("qwq", "qwen"), ("deepseek", "deepseek"), ("phi", "phi"), ("command", "cohere"),
    ("aya", "cohere"), ("grok", "grok"), ("kimi", "kimi"), ("moonshot", "kimi"), ("glm", "glm"),
    ("yi", "yi"), ("olmo", "olmo"), ("falcon", "falcon"), ("granite", "granite"),
    ("nova", "nova"), ("titan", "nova"), ("jamba", "jamba"), ("minimax", "minimax"),
    ("internlm", "internlm"), ("smollm", "smollm"), ("marian", "marian"),
  ]

  /// The family of a model.
  ///
  /// A distilled model such as `deepseek-r1-distill-qwen-7b` has the weights of what it was distilled
  /// into. A name that no mark fits is its own family, without sizes, dates and quantisation.
  ///
  /// - Parameter model: The model's name at an endpoint, such as `openai/gpt-4.1-mini`.
  /// - Returns: The family, lower-case.
  public static func family(of model: String) -> String {
    let name = model.split(separator: "/").last.map { $0.lowercased() } ?? model.lowercased()
    let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let known = words.compactMap { word in
      marks.first { isMark($0.mark, in: word) }?.family
    }
    if words.contains("distill"), let student = known.last { return student }
    if let first = known.first { return first }
    let plain = words.filter { word in word.contains { $0.isLetter } && !isSize(word) }
    return plain.first ?? name
  }

  /// A mark is a whole word, or a word's beginning before a digit: `qwen2`, but not `yield`.
  private static func isMark(_ mark: String, in word: String) -> Bool {
    guard word.hasPrefix(mark) else { return mark.count > 4 && word.contains(mark) }
    guard let next = word.dropFirst(mark.count).first else { return true }
    return !next.isLetter || mark.count > 4
  }

  /// Whether a word is a size, a date or a way of storing weights, such as `7b`, `q4` or `awq`.
  private static func isSize(_ word: String) -> Bool {
    [
      "mini", "nano", "small", "large", "medium", "instruct", "chat", "latest", "preview", "gguf",
      "awq", "gptq", "fp8", "fp16", "bf16", "int4", "int8",
    ].contains(word)
      || word.first.map(\.isNumber) == true
      || (word.first == "q" && word.dropFirst().first.map(\.isNumber) == true)
  }
}
