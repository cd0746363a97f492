/// English number words: "twenty-five" is 25, "two hundred and five" 205, "third" #3.
enum NumberWords {
  /// What one word contributes to a number.
  enum Part: Sendable, Equatable {
    /// 0 to 19.
    case unit(Int)
    /// 20 to 90.
    case tens(Int)
    /// Hundred, thousand, million.
    case scale(Int)
    /// A place in an order.
    case ordinal(Int)
    /// A day, a month or a day beside today.
    case day
    /// A currency or per cent, by its sign among amounts.
    case measure(String)
  }

  /// What a folded word contributes.
  static func part(_ word: String) -> Part? { parts[word] }

  private static let parts: [String: Part] = {
    var parts: [String: Part] = [:]
    let units = """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
      fifteen sixteen seventeen eighteen nineteen
      """
    for (value, word) in units.split(separator: " ").enumerated() {
      parts[String(word)] = .unit(value)
    }
    for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(
      separator: " "
    ).enumerated() {
      parts[String(word)] = .tens(20 + index * 10)
    }
    parts["twice"] = .unit(2)
    parts["hundred"] = .scale(100)
    parts["thousand"] = .scale(1000)
    parts["million"] = .scale(1_000_000)
    for (index, word) in "first second third fourth fifth sixth seventh eighth ninth tenth".split(
      separator: " "
    ).enumerated() {
      parts[String(word)] = .ordinal(index + 1)
    }
    // "March", "may" and the short forms ("sat", "sun") are other words as well.
    let days = """
      monday tuesday wednesday thursday friday saturday sunday january february april june july \
      august september october november december today tomorrow yesterday
      """
    for word in days.split(separator: " ") { parts[String(word)] = .day }
    for (word, sign) in AmountUnits.words { parts[word] = .measure(sign) }
    return parts
  }()
}

/// A number that is read word by word.
struct NumberWordSum {
  private var total = 0
  private var group = 0
  private(set) var isOpen = false
  /// Whether the last word was one of the tens, so that a unit may follow.
  private var endsInTens = false
  private var mayGrow = false

  /// The number so far.
  var value: Int { total &+ group }

  /// Adds a unit or a multiple of ten if the number can go on with it.
  mutating func add(_ value: Int, isTens: Bool) -> Bool {
    let fits = !isOpen || mayGrow || (endsInTens && !isTens && value < 10 && value > 0)
    guard fits else { return false }
    group &+= value
    isOpen = true
    mayGrow = false
    endsInTens = isTens
    return true
  }

  /// Multiplies what has been read by a hundred, a thousand or a million.
  mutating func scale(by factor: Int) {
    if factor == 100 {
      group = (group == 0 ? 1 : group) &* 100
    } else {
      total &+= (group == 0 ? 1 : group) &* factor
      group = 0
    }
    isOpen = true
    endsInTens = false
    mayGrow = true
  }
}
