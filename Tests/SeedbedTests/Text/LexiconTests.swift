import SeedbedText
import Testing

@Suite("Abbreviations")
struct AbbreviationTests {
  @Test(
    "are proposed for words and phrases in their case",
    arguments: [
      ("en", "Please help", ["Please → Pls", "Please → Plz"]),
      ("en", "reply as soon as possible", ["as soon as possible → ASAP"]),
      ("en", "room number 5", ["number → no.", "number → num"]),
      ("en", "a number of", ["number → num"]), ("en", "THANKS", ["THANKS → THX", "THANKS → TNX"]),
      ("es", "porque sí", ["porque → xq", "porque → pq"]),
      (
        "es", "por  favor",
        ["por  favor → xfa", "por  favor → pf", "por  favor → porfa"]
      ),
      ("fr", "beaucoup", ["beaucoup → bcp"]), ("de", "zum Beispiel", ["zum Beispiel → z.B."]),
      ("xx", "please", []), ("en", "", []), ("en", "pleased", []),
    ]
  )
  func proposed(_ language: String, _ text: String, _ expected: [String]) {
    let edits = Abbreviations.for(language: language).occurrences(in: text)
    #expect(Set(edits.map { $0.shown(in: text) }).isSuperset(of: expected))
    if expected.isEmpty { #expect(edits == []) }
  }

  @Test(
    "are spelt out when they stand for one thing only",
    arguments: [
      ("en", "pls send u the msg", ["pls → please", "u → you", "msg → message"]),
      ("en", "Thx ASAP", ["Thx → Thanks", "ASAP → as soon as possible"]),
      ("en", "wait a min", []), ("es", "tb xq", ["tb → también", "xq → porque"]),
    ]
  )
  func spelt(_ language: String, _ text: String, _ expected: [String]) {
    let edits = Abbreviations.for(language: language).expansions(in: text)
    #expect(edits.map { $0.shown(in: text) } == expected)
  }
}

@Suite("Misspellings")
struct MisspellingTests {
  @Test(
    "are proposed from the lists",
    arguments: [
      ("en", "I definitely will", "definitely → definately"),
      ("en", "Receive it", "Receive → Recieve"),
      ("en", "their car", "their → there"), ("es", "voy a ver", "a ver → haber"),
      ("es", "El envío llegó", "llegó → llego"), ("es", "HACER", "HACER → ASER"),
      ("de", "ich weiß, dass", "dass → das"),
      ("fr", "des problèmes à moi", "problèmes → problemes"),
    ]
  )
  func listed(_ language: String, _ text: String, _ expected: String) {
    let edits = Misspellings.for(language: language).occurrences(in: text)
    #expect(edits.map { $0.shown(in: text) }.contains(expected))
  }

  @Test("by rule keep the case, differ from the word and do not repeat")
  func byRule() {
    let english = Misspellings.for(language: "en")
    #expect(english.variants(of: "receive").contains("recieve"))
    #expect(english.variants(of: "Committee").contains("Comittee"))
    #expect(english.variants(of: "coming").contains("comming"))
    #expect(english.variants(of: "KNIGHT").contains("NIGHT"))
    #expect(Misspellings.for(language: "es").variants(of: "llave").contains("yave"))
    #expect(english.variants(of: "cat") == [])
    #expect(english.variants(of: "abc123") == [])
    for word in ["accommodation", "independent", "beginning"] {
      let variants = english.variants(of: word)
      #expect(!variants.contains(word))
      #expect(Set(variants).count == variants.count)
      #expect(variants == english.variants(of: word))
    }
  }

  @Test(
    "no list gives a word itself back",
    arguments: ["en", "es", "fr", "de"]
  )
  func listsAreMistakes(_ language: String) {
    let text = FunctionWords.for(language: language).words.joined(separator: " ")
    for edit in Misspellings.for(language: language).occurrences(in: text) {
      let sides = edit.shown(in: text).split(separator: " → ")
      #expect(sides.count == 2 && sides[0] != sides[1])
    }
  }
}

@Suite("Misread characters")
struct OCRConfusionTests {
  @Test("pairs and digits are found where they stand")
  func found() {
    let text = "corner 10"
    let edits = OCRConfusions.occurrences(in: text).map { $0.shown(in: text) }
    #expect(edits.contains("rn → m"))
    #expect(edits.contains("0 → O"))
    #expect(edits.contains("1 → l"))
  }

  @Test("edits never cut a character of several bytes")
  func wholeScalars() {
    let text = "añoéß😀 0"
    let edits = OCRConfusions.occurrences(in: text)
    #expect(!edits.isEmpty)
    for edit in edits {
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
  }
}

@Suite("Protected and function words")
struct WordListTests {
  @Test(
    "negators, quantifiers and modals are protected",
    arguments: [
      ("en", "not"), ("en", "haven't"), ("en", "haven’t"), ("en", "few"), ("en", "must"),
      ("es", "nunca"),
      ("es", "ningún"), ("fr", "jamais"), ("de", "kein"), ("de", "muss"),
    ]
  )
  func protected(_ language: String, _ word: String) {
    #expect(ProtectedWords.for(language: language).contains(word))
  }

  @Test("other words and other languages are not")
  func notProtected() {
    #expect(!ProtectedWords.for(language: "en").contains("card"))
    #expect(!ProtectedWords.for(language: "fr").contains("can't"))
    #expect(!ProtectedWords.for(language: "ja").contains("not"))
    #expect(ProtectedWords.for(language: "en").isNegator("never"))
    #expect(!ProtectedWords.for(language: "en").isNegator("few"))
  }

  @Test("every language with a list has sixty words or more", arguments: FunctionWords.languages)
  func sizes(_ language: String) {
    let list = FunctionWords.for(language: language)
    #expect(list.words.count >= 60)
    #expect(list.words.allSatisfy { list.contains($0) && $0 == $0.lowercased() })
    #expect(FunctionWords.for(language: "xx").words == [])
  }

  @Test(
    "letter case is read and given back",
    arguments: [
      ("word", "other", "other"), ("Word", "other", "Other"), ("WORD", "other", "OTHER"),
      ("wOrd", "other", "other"), ("Élan", "été", "Été"), ("I", "you", "You"), ("123", "ok", "ok"),
      ("", "ok", "ok"),
    ]
  )
  func letterCase(_ original: String, _ word: String, _ expected: String) {
    #expect(LetterCase(of: original).applied(to: word) == expected)
  }
}
