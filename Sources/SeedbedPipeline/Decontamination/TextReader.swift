import SeedbedKernels

/// Makes of one text after the other what the rules compare, in the same memory.
struct TextReader {
  let form: WordForm
  /// The text as `DuplicateView` leaves it, after `readView`.
  private(set) var view: [UInt8] = []
  /// The words in the rule's form, after `readWords`.
  private(set) var words = WordList()
  /// The bytes of the words, when the form is a published one.
  private var folder: FormFolder
  private var folding = ViewFolder()

  init(_ form: WordForm) {
    self.form = form
    folder = FormFolder(form)
  }

  /// Normalises a text for comparison as a whole.
  mutating func readView(_ text: String) {
    folding.fold(text.utf8Span.span, into: &view)
  }

  /// Reads a text's words; with the folded form `readView` must have read the same text.
  mutating func readWords(_ text: String) {
    if form != .folded { folder.fold(text) }
    let bytes = form == .folded ? view : folder.bytes
    words.read(bytes.span, form: form)
  }

  /// The hashes of the words with a digit, each once, in their order.
  func numberWords() -> [UInt64] {
    let bytes = form == .folded ? view : folder.bytes
    var found: [UInt64] = []
    for (hash, range) in zip(words.hashes, words.ranges) where !found.contains(hash) {
      let word = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
      if word.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { found.append(hash) }
    }
    return found
  }
}
