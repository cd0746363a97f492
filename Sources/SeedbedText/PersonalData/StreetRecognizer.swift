/// Street addresses: a street with its number, then flat, town, state, country and postal code as far
/// as they follow.
struct StreetRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for index in anchors(text) where index >= last {
      guard let core = core(text, index, from: last) else { continue }
      let parts = AddressTail.end(text, after: core.range.upperBound, hasUnit: core.isUnit)
      let range = start(text, core.range.lowerBound, from: last)..<parts
      found.append(
        .init(tokens: range, type: .streetAddress, score: core.score, evidence: core.evidence)
      )
      last = range.upperBound
    }
  }

  private struct Core {
    var range: Range<Int>
    var score: Double
    var evidence: PersonalDataFinding.Evidence = .pattern
    var isUnit = false
  }

  /// Tokens at which an address can be recognised, in order: words of addresses and numbers.
  private func anchors(_ text: TokenText) -> [Int] {
    var anchors: [Int] = []
    var (left, right) = (0, 0)
    while left < text.triggers.count || right < text.numbers.count {
      let word = left < text.triggers.count ? text.triggers[left] : Int.max
      let number = right < text.numbers.count ? text.numbers[right] : Int.max
      if word <= number { left += 1 }
      if number <= word { right += 1 }
      anchors.append(min(word, number))
    }
    return anchors
  }

  private func core(_ text: TokenText, _ index: Int, from last: Int) -> Core? {
    let flags = text[index].flags
    if text[index].kind == .number || text[index].kind == .code {
      return numbered(text, index, from: last)
    }
    if flags.contains(.unit), forcesEnd(text, index) > index {
      return Core(range: forcesStart(text, index, from: last)..<forcesEnd(text, index), score: 0.9)
    }
    if flags.contains(.unit), let range = box(text, index, from: last) ?? unit(text, index) {
      let isBox = text[range.lowerBound].first | 0x20 == UInt8(ascii: "p")
      return Core(range: range, score: isBox ? 0.86 : 0.8, isUnit: true)
    }
    if text.isWord(index, "corner"), text.isWord(index + 1, "of") { return corner(text, index) }
    if flags.contains(.streetPrefix), let core = prefixed(text, index) { return core }
    if flags.contains(.streetSuffix), let core = suffixed(text, index, from: last) { return core }
    return nil
  }

  // MARK: - Forms

  /// `6750 Koskikatu 25`: a number, a name and a number; or a number and a name that ends as streets
  /// do; or a name of that kind and a number.
  private func numbered(_ text: TokenText, _ index: Int, from last: Int) -> Core? {
    guard text[index].count <= 6, ByteClass.isDigit(text[index].first), !text.isGluedBefore(index)
    else { return nil }
    var name = index + 1
    if text[name].kind == .number, text[name].gap == .blank, text[name].count <= 5 { name += 1 }
    let nameEnd = Self.nameEnd(text, name)
    if nameEnd > name, !text[name].startsLine, isStreetNumber(text, index) {
      let hasStreetWord = (name..<nameEnd).contains {
        text[$0].flags.contains(.streetSuffix) && $0 > name || AddressWords.isStreet(text, $0)
          || text[$0].flags.contains(.streetPrefix) && $0 == name
      }
      let hasNumber =
        text[nameEnd].kind == .number && text[nameEnd].gap == .blank
        && text[nameEnd].count <= 5 && !text.isGluedAfter(nameEnd + 1)
      let hasUnit = Self.unitFollows(text, hasNumber ? nameEnd + 1 : nameEnd)
      let isMonth = (name..<nameEnd).contains { text[$0].flags.contains(.month) }
      if hasStreetWord, !isMonth {
        return Core(range: index..<(hasNumber ? nameEnd + 1 : nameEnd), score: 0.88)
      }
      if hasNumber, !isMonth,
        hasUnit || isAlone(text, index..<(nameEnd + 1)) || hasAddressCue(text, index)
      {
        return Core(range: index..<(nameEnd + 1), score: 0.85, evidence: .context)
      }
      if hasUnit, !isMonth { return Core(range: index..<nameEnd, score: 0.8, evidence: .context) }
    }
    return named(text, index, from: last)
  }

  /// `Søndergade 52`: a name that ends as streets do, or any name after "is on" and its like.
  private func named(_ text: TokenText, _ index: Int, from last: Int) -> Core? {
    guard index > last, text[index].gap == .blank, text[index].count <= 5,
      !text.isGluedAfter(index + 1)
    else { return nil }
    var start = index
    while start > last, index - start < 5, Self.isName(text, start - 1),
      start == index || !text[start].startsLine
    {
      start -= 1
      if text[start].startsLine { break }
      if text[start].isMark("."), start > last { continue }
    }
    while start < index, text[start].kind == .mark || text[start].flags.contains(.particle) {
      start += 1
    }
    guard start < index, !(start..<index).contains(where: { text[$0].flags.contains(.month) })
    else {
      return nil
    }
    if (start..<index).contains(where: { AddressWords.isStreet(text, $0) }) {
      return Core(range: start..<(index + 1), score: 0.85)
    }
    guard hasStreetSlot(text, start) else { return nil }
    return Core(range: start..<(index + 1), score: 0.8, evidence: .context)
  }

  /// `Rue du Bac 12`, `Via Roma`, `ul. Długa 5`.
  private func prefixed(_ text: TokenText, _ index: Int) -> Core? {
    guard text[index].shape != .lower || text.isLowercase || text[index + 1].isMark(".") else {
      return nil
    }
    var name = index + 1
    if text[name].isMark("."), text[name].gap == .none { name += 1 }
    let end = Self.nameEnd(text, name)
    guard end > name, !text[name].startsLine else { return nil }
    var close = end
    if text[close].isMark(","), text[close + 1].kind == .number, text[close + 1].count <= 4 {
      close += 1
    }
    let hasNumber =
      text[close].kind == .number && text[close].gap == .blank
      && text[close].count <= 5 && !text.isGluedAfter(close + 1)
    let isLong = text[index].count >= 3
    guard hasNumber || isLong && text[name].shape != .lower && !text.isLowercase else { return nil }
    return Core(range: index..<(hasNumber ? close + 1 : end), score: hasNumber ? 0.87 : 0.62)
  }

  /// `Baker Street`, `Villacher Strasse 89`.
  private func suffixed(_ text: TokenText, _ index: Int, from last: Int) -> Core? {
    guard text[index].shape != .lower || text.isLowercase || text[index].count > 4 else {
      return nil
    }
    var start = index
    while start > last, index - start < 4, Self.isName(text, start - 1), !text[start].startsLine {
      start -= 1
    }
    while start < index, text[start].kind == .mark || text[start].flags.contains(.particle) {
      start += 1
    }
    guard start < index else { return nil }
    var end = index + 1
    if text[end].isMark("."), text[end].gap == .none { end += 1 }
    let hasNumber = text[end].kind == .number && text[end].gap == .blank && text[end].count <= 5
    let isPlain =
      text.isWord(index, "street") || text.isWord(index, "road")
      || text.isWord(index, "avenue") || text.isWord(index, "strasse")
      || text.isWord(index, "boulevard") || AddressWords.isStreet(text, index)
    guard
      hasNumber && (isPlain || hasAddressCue(text, start)) || isPlain && text[index].shape != .lower
    else { return nil }
    if hasNumber { end += 1 } else if text[end - 1].isMark(".") { end -= 1 }
    return Core(range: start..<end, score: hasNumber ? 0.86 : 0.7)
  }

  /// `P.O. Box 255`, `Postbox 21`, `PSC 0413, Box 8144` with the line of the forces' post behind it.
  private func box(_ text: TokenText, _ index: Int, from last: Int) -> Range<Int>? {
    let number = text[index + 1]
    guard number.kind == .number || number.kind == .code, number.gap == .blank else { return nil }
    if text.isWord(index, "psc") || text.isWord(index, "unit") {
      var box = index + 2
      if text[box].isMark(",") { box += 1 }
      guard text.isWord(box, "box"), text[box + 1].kind == .number else { return nil }
      return index..<forcesEnd(text, box + 2)
    }
    guard
      text.isWord(index, "box") || text.isWord(index, "postbox")
        || text.isWord(index, "postfach")
    else { return nil }
    var start = index
    while start > last, index - start < 4, text[start].gap != .line,
      text[start - 1].isMark(".") || text.isWord(start - 1, "p") || text.isWord(start - 1, "o")
        || text.isWord(start - 1, "po")
    {
      start -= 1
    }
    while text[start].isMark(".") { start += 1 }
    return start..<(index + 2)
  }

  /// `APO AA 42323`.
  private func forcesEnd(_ text: TokenText, _ index: Int) -> Int {
    let isForces =
      text.isWord(index, "apo") || text.isWord(index, "fpo") || text.isWord(index, "dpo")
    guard isForces, text[index + 1].count == 2, text[index + 2].kind == .number else {
      return index
    }
    return index + 3
  }

  /// The start of the line before: the unit or ship.
  private func forcesStart(_ text: TokenText, _ index: Int, from last: Int) -> Int {
    guard text[index].gap == .line, index > last else { return index }
    var start = index - 1
    while start > last, index - start < 6, !text[start].startsLine, text[start].kind != .mark,
      text[start - 1].kind != .mark, text[start - 1].isCapitalized || text[start].kind == .number
    {
      start -= 1
    }
    return start
  }

  /// `Apt. 864`, `Suite 501`.
  private func unit(_ text: TokenText, _ index: Int) -> Range<Int>? {
    guard text[index].shape != .lower || text.isLowercase, text[index].count > 2,
      let end = Self.unitEnd(text, index)
    else { return nil }
    return index..<end
  }

  /// `the corner of Main Street and Elm Road`.
  private func corner(_ text: TokenText, _ index: Int) -> Core? {
    var end = Self.nameEnd(text, index + 2)
    guard end > index + 2 else { return nil }
    if text[end].kind == .number { end += 1 }
    guard text.isWord(end, "and") else { return nil }
    var close = Self.nameEnd(text, end + 1)
    guard close > end + 1 else { return nil }
    if text[close].kind == .number, text[close].gap == .blank { close += 1 }
    return Core(range: index..<close, score: 0.85, evidence: .context)
  }

  // MARK: - Surroundings

  /// Moves the start over further numbers and "the".
  private func start(_ text: TokenText, _ start: Int, from last: Int) -> Int {
    var start = start
    if text.isWord(start, "corner"), start > last, text.isWord(start - 1, "the") {
      return start - 1
    }
    var steps = 0
    while steps < 2, start > last, text[start].gap == .blank, text[start - 1].kind == .number,
      text[start - 1].count <= 6, !text.isGluedBefore(start - 1)
    {
      start -= 1
      steps += 1
    }
    return start
  }

  private func isStreetNumber(_ text: TokenText, _ index: Int) -> Bool {
    let before = text[index - 1]
    return !(before.kind == .mark && "$#".utf8.contains(before.first) && text[index].gap == .none)
  }

  private func isAlone(_ text: TokenText, _ range: Range<Int>) -> Bool {
    text[range.lowerBound].startsLine && (text.endsLine(range.upperBound - 1))
  }

  private func hasAddressCue(_ text: TokenText, _ index: Int) -> Bool {
    text.hasCue([.addressCue, .placeVerb], index..<index, before: 8, after: 0)
      || text.isWord(index - 1, "at")
  }

  /// Whether a street stands here for sure: "is on", "lives at", "address:".
  private func hasStreetSlot(_ text: TokenText, _ start: Int) -> Bool {
    let isOn = text.isWord(start - 1, "on") || text.isWord(start - 1, "at")
    if isOn, text[start - 2].flags.contains(.verb) || text[start - 2].flags.contains(.placeVerb) {
      return true
    }
    return text.hasCue([.addressCue], start..<start, before: 4, after: 0)
  }

  /// The end of the words of a name: capitalised words, small words between them, and abbreviations.
  static func nameEnd(_ text: TokenText, _ start: Int) -> Int {
    var end = start
    var close = start
    while end < text.count, end - start < 7, end == start || !text[end].startsLine {
      let token = text[end]
      guard isName(text, end) else {
        break
      }
      if token.flags.contains(.unit), end > start { break }
      if token.kind == .mark, text[end + 1].startsLine { break }
      end += 1
      let isWord = token.kind != .mark
      let isShort = isWord && token.flags.contains(.streetSuffix) && text[end].isMark(".")
      if isWord, token.shape != .lower || text.isLowercase || isShort { close = end }
      if token.isMark("."), text[end - 2].flags.contains(.streetSuffix) { close = end }
    }
    return close
  }

  /// Whether a token can be a part of a street's name.
  static func isName(_ text: TokenText, _ index: Int) -> Bool {
    let token = text[index]
    guard index >= 0, index < text.count else { return false }
    if token.kind == .mark {
      let before = text[index - 1]
      let joins =
        token.isMark(".") && token.gap == .none && before.kind == .word
        && before.count <= 4
        && (before.shape != .lower
          || !before.flags.isDisjoint(with: [.streetSuffix, .streetPrefix]))
      return joins
        || (token.isMark("-") || token.isMark("'")) && token.gap == .none
          && text[index + 1].gap == .none && text[index + 1].kind == .word
    }
    guard token.kind == .word else { return false }
    let isShort = text[index + 1].isMark(".") && text[index + 1].gap == .none && token.count <= 4
    if isShort, !token.flags.isDisjoint(with: [.streetSuffix, .streetPrefix]) { return true }
    if token.flags.contains(.particle), token.shape == .lower {
      return text[index + 1].kind == .word
    }
    if token.shape != .lower {
      return !token.flags.contains(.function) || token.shape == .upper
        || !token.flags.isDisjoint(with: [.streetPrefix, .particle])
    }
    return text.isLowercase && !token.flags.contains(.common) && !token.flags.contains(.function)
      || token.flags.contains(.streetSuffix) && token.count >= 4 && text[index - 1].shape != .lower
  }

  static func unitFollows(_ text: TokenText, _ index: Int) -> Bool {
    let place = text[index].isMark(",") || text[index].isMark(".") ? index + 1 : index
    return unitEnd(text, place) != nil
  }

  /// The end of a unit with its number.
  static func unitEnd(_ text: TokenText, _ index: Int) -> Int? {
    guard text[index].flags.contains(.unit) else { return nil }
    var place = index + 1
    if text[place].isMark("."), text[place].gap == .none { place += 1 }
    if text[place].isMark("#") { place += 1 }
    let number = text[place]
    guard number.kind == .number || number.kind == .code, number.count <= 5, !number.startsLine
    else {
      return nil
    }
    return place + 1
  }
}

extension AddressWords {
  /// Endings of streets that are one word with their name.
  private static let endings: [[UInt8]] = """
    straße strasse straat gatan gata gaten vej vejen veien vägen vegur gade allé allee gasse platz
    katu kuja polku laan weg plein kade gracht utca götu straeti stræti krogen brücke damm ufer
    tänav puiestee väg pfad steig stieg promenade hof ring bakken torget torv stien gränd skogen
    """.utf8.split(whereSeparator: { ByteClass.isSpace($0) }).map(Array.init)

  /// Whether a word ends as names of streets do: Koskikatu, Bahnhofstraße.
  static func isStreet(_ text: TokenText, _ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.count >= 6, token.shape != .lower || text.isLowercase else {
      return token.hash != 0 && token.flags.contains(.streetSuffix) && token.count >= 5
        && isPlainStreet(text, index)
    }
    if isPlainStreet(text, index) { return true }
    return endings.contains { ending in
      token.count >= ending.count + 3
        && text.bytes[(token.end - ending.count)..<token.end].elementsEqual(ending) {
          $0 | 0x20 == $1 | 0x20
        }
    }
  }

  private static func isPlainStreet(_ text: TokenText, _ index: Int) -> Bool {
    let words: [StaticString] = ["strasse", "street", "avenue", "boulevard", "utca", "ulica"]
    return words.contains { text.isWord(index, $0) }
  }
}
