import SeedbedKernels
import SeedbedText

/// What Self-Instruct throws away: instructions and cases that no text model can be taught with.
///
/// Wang et al., "Self-Instruct: aligning language models with self-generated instructions" (2023), section 2.2.
enum InstructionFilter {
  /// Words of tasks that a text alone cannot hold.
  private static let unfit = [
    "image", "images", "graph", "graphs", "picture", "pictures", "file", "files", "map", "maps",
    "draw", "plot",
  ]

  /// Why an instruction is of no use; nil where it may be.
  static func fault(ofInstruction text: String) -> String? {
    let words = DuplicateView.normalized(text).split(separator: " ").map(String.init)
    if words.count <= 3 { return "it has \(words.count) words; at least 4 are wanted" }
    if words.count > 150 { return "it has \(words.count) words; at most 150 are wanted" }
    if let word = words.first(where: unfit.contains) {
      return "it speaks of `\(word)`, which a text cannot hold"
    }
    if zip(words, words.dropFirst()).contains(where: { $0 == "go" && $1 == "to" }) {
      return "it asks to go somewhere"
    }
    if words.starts(with: ["write", "a", "program"]) { return "it asks for a program" }
    guard let first = text.unicodeScalars.first,
      first.properties.isAlphabetic || first.properties.numericType != nil
    else { return "it does not begin with a word" }
    return nil
  }

  /// Why a case of an instruction is of no use; nil where it may be.
  static func fault(ofInput input: String, output: String) -> String? {
    if output.isEmpty { return "its output is empty" }
    if DuplicateView.normalized(input) == DuplicateView.normalized(output) {
      return "its output repeats its input"
    }
    return output.hasSuffix(":") ? "its output ends with a colon" : nil
  }

  /// Whether a text says nothing: no word, or function words alone.
  static func isEmptyTalk(_ text: String, language: String?) -> Bool {
    let stopWords = FunctionWords.for(language: language ?? "en")
    let bytes = text.lowercased().utf8Span.span
    var says = false
    WordScanner.forEachWord(in: bytes) { range in
      guard !says else { return }
      let word = bytes.extracting(range).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
      says = !stopWords.contains(word)
    }
    return !says
  }
}
