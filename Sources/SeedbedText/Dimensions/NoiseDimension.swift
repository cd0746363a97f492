import SeedbedKernels

/// How carelessly a text is written: `clean`, `light` (up to 3 marks in 100 bytes), or `heavy`.
///
/// A mark is something that an editor would change and that shows without a dictionary, so that the
/// measure is the same on every machine: a letter three times in a row, a lower-case start, a lone
/// lower-case `i`, repeated or missing final punctuation, shouting, doubled spaces, a space before a
/// comma, chat abbreviations, contractions without their apostrophe, a word without a vowel, a digit
/// inside a word, and common misspellings.
struct NoiseDimension: Dimension {
  let name = "noise"
  let values = ["clean", "light", "heavy"]

  func value(of input: DimensionInput) -> String {
    let marks = NoiseMarks.count(in: input.text.utf8Span.span)
    if marks == 0 { return "clean" }
    let limit = max(1, input.text.utf8.count * 3 / 100)
    return marks <= limit ? "light" : "heavy"
  }
}

/// Counts the marks of careless writing in one pass over the bytes and one over the words.
enum NoiseMarks {
  static func count(in text: Span<UInt8>) -> Int {
    var marks = surfaceMarks(in: text)
    var letters = 0, upper = 0, isFirst = true
    WordScanner.forEachWord(in: text) { range in
      if isFirst, isLower(text[range.lowerBound]) { marks += 1 }
      isFirst = false
      for index in range {
        letters += isLower(text[index] | 0x20) ? 1 : 0
        upper += isUpper(text[index]) ? 1 : 0
      }
      if isCareless(text, range) { marks += 1 }
    }
    if letters >= 8, upper * 10 >= letters * 7 { marks += 2 }
    return marks
  }

  /// Marks that need no words: spaces and punctuation.
  private static func surfaceMarks(in text: Span<UInt8>) -> Int {
    var marks = 0, run = 0
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      run = byte == previous ? run + 1 : 1
      if byte == 0x20, previous == 0x20 { marks += 1 }
      if byte == 0x2C || byte == 0x3F || byte == 0x21, previous == 0x20 { marks += 1 }
      if byte == 0x3F || byte == 0x21, run == 2 { marks += 1 }
      if isLower(byte | 0x20), run == 3 { marks += 1 }
      previous = byte
    }
    // A text of several words that just stops, as typed in a hurry.
    var end = text.count
    while end > 0, text[end - 1] <= 0x20 { end -= 1 }
    if end > 12, isLower(text[end - 1] | 0x20) { marks += 1 }
    return marks
  }

  private static func isCareless(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.count == 1 { return text[range.lowerBound] == 0x69 }
    var vowels = 0, digits = 0, others = 0, isASCII = true
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range {
      let byte = text[index]
      isASCII = isASCII && byte < 0x80
      let folded = isUpper(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
      switch folded {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: vowels += 1
      case 0x30...0x39: digits += 1
      default: others += 1
      }
    }
    guard isASCII else { return false }
    let isShouted = isUpper(text[range.lowerBound])
    // "w8", "gr8", "th1s": a digit among lower-case letters; ids are upper case or mostly digits.
    if digits > 0 { return !isShouted && digits * 2 < range.count && vowels + others >= 2 }
    if vowels == 0, range.count >= 3, !isShouted { return true }
    return CarelessWords.hashes.contains(hash)
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}

/// Words that hardly anybody writes with care: abbreviations, lost apostrophes, misspellings.
private enum CarelessWords {
  private static let words = """
    im ive id ill dont cant wont didnt doesnt isnt wasnt arent couldnt wouldnt shouldnt havent hasnt
    thats whats theres youre theyre lets u ur r pls plz thx ty tnx bc cuz coz gonna wanna gotta idk
    btw asap msg acct tmrw tmr yday hrs mins rn imo lol omg wtf ppl abt wat wot wht teh taht adn nad
    recieve recieved recieving definately seperate seperately wich becuase beacuse untill tommorow
    tommorrow adress addres occured alot wierd beleive freind thier acount accont payed refound
    cancle cancelation delivary delievery shiping packege proble porblem probelm wokring workin
    orderd oder purchse payement paymet recipt reciept recieved custumer costumer avaliable
    availible xfa tb tmb q xq pq bn grax porfa porfavor ola aser haver nesesito nececito quieor
    tengp direcion deboluber devolber dinerro pedio pedisdo grasias ayudenme urgnte facutra
    """

  /// FNV-1a of each word, for look-up by bytes without making strings.
  static let hashes = HashSet64(
    words.split(whereSeparator: \.isWhitespace).map { word in
      word.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  )
}
