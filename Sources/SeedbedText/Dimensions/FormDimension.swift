import SeedbedKernels

/// What a text does: `question`, `request`, `statement`, or `fragment`.
///
/// Rules on the final mark and on words at the start, for English, Spanish, French and German; a text
/// of other languages is told by its question marks and its length alone.
struct FormDimension: Dimension {
  let name = "form"
  let values = ["question", "request", "statement", "fragment"]

  func value(of input: DimensionInput) -> String {
    let text = input.text.utf8Span.span
    var first: UInt64 = 0, second: UInt64 = 0, count = 0, asks = false
    WordScanner.forEachWord(in: text) { range in
      let hash = FormWords.hash(text, range)
      if count == 0 { first = hash }
      if count == 1 { second = hash }
      if FormWords.requestAnywhere.contains(hash) { asks = true }
      count += 1
    }
    if Self.endsAsQuestion(text) || FormWords.interrogatives.contains(first) { return "question" }
    if count >= 2, FormWords.auxiliaries.contains(first), FormWords.pronouns.contains(second) {
      return "question"
    }
    let wishes = FormWords.pronouns.contains(first) && FormWords.wishes.contains(second)
    if count >= 2, asks || wishes || FormWords.requestStarts.contains(first) { return "request" }
    return count < 4 ? "fragment" : "statement"
  }

  /// A question mark in the last three bytes (a quote or a bracket may follow), or an opening `¿`.
  private static func endsAsQuestion(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    while end > 0, text[end - 1] <= 0x20 { end -= 1 }
    for index in max(0, end - 3)..<end where text[index] == 0x3F { return true }
    return text.count >= 2 && text[0] == 0xC2 && text[1] == 0xBF
  }
}

/// Word lists of the form rules, as hashes of lower-case bytes.
private enum FormWords {
  static let interrogatives = set(
    """
    what where when why who whom whose which how qué quién quiénes dónde cuándo cuál cuáles cómo cuánto
    cuánta cuántos cuántas quand comment pourquoi quel quelle wo wann warum wieso wer welche welcher
    """
  )
  static let auxiliaries = set(
    """
    is are was were do does did can could will would should may might have has had am puedo puede
    pueden podría podrían hay es est peut können kann ist sind
    """
  )
  static let pronouns = set(
    "i you he she it we they there this that these those my the yo me je ich wir anyone someone"
  )
  static let wishes = set(
    """
    want need would wanna wish d'like quiero necesito gustaría quisiera deseo veux voudrais möchte will
    brauche
    """
  )
  static let requestStarts = set(
    """
    please cancel change update refund send help give tell show fix stop return replace check let
    make set write explain list describe create generate summarize classify identify find add remove
    convert translate provide name rewrite edit calculate compare suggest quiero necesito quisiera
    deseo cancelen cancela cancelar cambien cambia cambiar devuélvanme ayuda ayúdame ayúdenme manden
    mándame envíen envíame díganme dime bitte hilfe stornieren
    """
  )
  static let requestAnywhere = set("please pls plz porfavor porfa xfa kindly bitte s'il")

  static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range {
      let byte = text[index]
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    return hash
  }

  private static func set(_ words: String) -> HashSet64 {
    HashSet64(
      words.split(whereSeparator: \.isWhitespace).map { word in
        var word = String(word)
        return word.withUTF8 { bytes in
          bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
      }
    )
  }
}
