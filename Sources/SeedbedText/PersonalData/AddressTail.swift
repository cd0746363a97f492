/// What follows a street: flat, town, state, country, postal code.
enum AddressTail {
  /// The end of an address.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: The token behind the street and its number.
  ///   - hasUnit: Whether a flat or box was read already.
  /// - Returns: `start` or a later token.
  static func end(_ text: TokenText, after start: Int, hasUnit: Bool) -> Int {
    var end = start
    var hasUnit = hasUnit
    // A dot belongs to a number in some languages (`u. 15.`) when more of the address follows.
    if text[end].isMark("."), text[end].gap == .none, text[end - 1].kind == .number {
      if StreetRecognizer.unitFollows(text, end + 1) || text[end + 1].gap == .line { end += 1 }
    }
    var places = 0
    var firstPlaceEnd: Int?
    var isProved = false
    for _ in 0..<8 {
      var next = end
      var hasComma = false
      if text[next].isMark(","), next < text.count {
        next += 1
        hasComma = true
      }
      guard next < text.count, text[next].gap != .paragraph else { break }
      if let close = StreetRecognizer.unitEnd(text, next) {
        end = close
        hasUnit = true
        continue
      }
      if (hasComma || places > 0), let close = state(text, next) {
        end = close
        isProved = true
        continue
      }
      if places > 0, let close = postalCode(text, next) {
        end = close
        isProved = true
        break
      }
      guard places < 3, hasComma || hasUnit || text[next].startsLine || places > 0,
        let close = place(text, next, hasUnit: hasUnit)
      else { break }
      // A line of its own is a town only where the address goes on, or a flat was named before.
      places += 1
      if text[next].flags.contains(.country) { isProved = true }
      if places == 1, !hasUnit { firstPlaceEnd = end }
      end = close
    }
    // One town behind a comma stands for itself; more is part of the address.
    if let firstPlaceEnd, places == 1, !isProved { return firstPlaceEnd }
    return end
  }

  /// `CO`, `NSW`, `nan`, with nothing else on the line.
  private static func state(_ text: TokenText, _ index: Int) -> Int? {
    let token = text[index]
    guard token.kind == .word, (2...3).contains(token.count),
      token.shape == .upper || token.flags.contains(.stateCode) || text.isLowercase,
      !text[index + 1].isMark(":")
    else { return nil }
    guard
      text.endsLine(index) || text[index + 1].kind == .number || text[index + 1].kind == .mark
        || token.flags.contains(.stateCode)
    else { return nil }
    var end = index + 1
    if text[end].kind == .number, let close = postalCode(text, end) { end = close }
    return end
  }

  private static func postalCode(_ text: TokenText, _ index: Int) -> Int? {
    let token = text[index]
    guard token.kind == .number, (3...6).contains(token.count), token.gap != .paragraph,
      token.gap != .none
    else { return nil }
    if text[index + 1].isMark("-"), text[index + 2].kind == .number, text[index + 2].gap == .none {
      // A number of three groups is a telephone's.
      return text[index + 3].isMark("-") || text[index + 3].kind == .number ? nil : index + 3
    }
    guard !text.isGluedAfter(index + 1), text.endsLine(index) || text[index + 1].kind != .number
    else { return nil }
    return index + 1
  }

  /// The capitalised words of a town or country.
  private static func place(_ text: TokenText, _ start: Int, hasUnit: Bool) -> Int? {
    var end = start
    while end < text.count, end - start < 5, end == start || !text[end].startsLine {
      let token = text[end]
      let isName =
        token.kind == .word
        && (token.shape != .lower || token.flags.contains(.particle) && end > start
          || text.isLowercase)
      guard isName else {
        let joins =
          (token.isMark("-") || token.isMark("'")) && token.gap == .none
          && text[end + 1].gap == .none && text[end + 1].kind == .word
        guard joins, end > start else { break }
        end += 1
        continue
      }
      if token.flags.contains(.common), token.flags.isDisjoint(with: .place), end == start,
        !text[end + 1].isCapitalized, !text[end + 1].isMark("-")
      {
        break
      }
      if token.flags.contains(.phoneCue) || token.flags.contains(.function) { break }
      end += 1
    }
    guard end > start, !text[end].isMark(":"), !text[end].isMark("@") else { return nil }
    if text[end].isMark("("), text[end + 1].flags.contains(.nationality), text[end + 2].isMark(")")
    {
      end += 3
    }
    return end
  }
}
