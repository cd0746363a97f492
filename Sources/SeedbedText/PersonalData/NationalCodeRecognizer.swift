/// National codes with letters in them: Spain, Italy, the United Kingdom, China, licences.
struct NationalCodeRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where !text.isGluedBefore(index) {
      let token = text[index]
      let code = text.bytes[token.start..<token.end].map { ByteClass.isLetter($0) ? $0 & 0xDF : $0 }
      guard code.count <= 18 else { continue }
      let end = index + 1
      if !text.isGluedAfter(end) {
        if Self.isSpanish(code) { add(index..<end, .esIdentity, .checksum, &found) }
        if Self.isItalian(code) { add(index..<end, .itFiscalCode, .checksum, &found) }
        if Self.isBritish(code) { add(index..<end, .ukNationalInsurance, .pattern, &found) }
        if Self.isChinese(code) { add(index..<end, .cnResidentIdentity, .checksum, &found) }
        if isLicense(text, index) { add(index..<end, .usDriverLicense, .context, &found) }
      }
      if let end = spanishInParts(text, index) { add(index..<end, .esIdentity, .checksum, &found) }
      if let range = britishInParts(text, index) {
        add(range, .ukNationalInsurance, .pattern, &found)
      }
    }
  }

  /// Whether a code passes the check of a type, blanks and hyphens aside.
  static func isValid(_ value: [UInt8], _ type: PersonalDataType) -> Bool {
    let code = value.filter { ByteClass.isLetter($0) || ByteClass.isDigit($0) }
      .map { ByteClass.isLetter($0) ? $0 & 0xDF : $0 }
    return switch type {
    case .esIdentity: isSpanish(code)
    case .itFiscalCode: isItalian(code)
    case .ukNationalInsurance: isBritish(code)
    case .cnResidentIdentity: isChinese(code)
    default: false
    }
  }

  private func add(
    _ range: Range<Int>,
    _ type: PersonalDataType,
    _ evidence: PersonalDataFinding.Evidence,
    _ found: inout [PersonalDataCandidate]
  ) {
    let score = evidence == .checksum ? 0.97 : evidence == .pattern ? 0.9 : 0.75
    found.append(.init(tokens: range, type: type, score: score, evidence: evidence))
  }

  /// Eight digits, or X, Y, Z and seven, and a letter that is their remainder by 23.
  private static func isSpanish(_ code: [UInt8]) -> Bool {
    guard code.count == 9, ByteClass.isLetter(code[8]) else { return false }
    var number = code[..<8]
    if let letter = "XYZ".utf8.firstIndex(of: code[0]) {
      number[0] = 0x30 + UInt8("XYZ".utf8.distance(from: "XYZ".utf8.startIndex, to: letter))
    }
    guard number.allSatisfy(ByteClass.isDigit) else { return false }
    let value = number.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[value % 23] == code[8]
  }

  /// `12345678-Z` and `X-1234567-L`.
  private func spanishInParts(_ text: TokenText, _ index: Int) -> Int? {
    guard text[index].kind == .number, text[index].count == 8, text[index + 1].isMark("-"),
      text[index + 2].kind == .word, text[index + 2].count == 1, text[index + 2].gap == .none
    else { return nil }
    let code = Array(text.digits(index)) + [text[index + 2].first & 0xDF]
    return Self.isSpanish(code) ? index + 3 : nil
  }

  /// Sixteen symbols of which the last is a check of those at odd and even places.
  private static func isItalian(_ code: [UInt8]) -> Bool {
    guard code.count == 16, code[..<6].allSatisfy(ByteClass.isLetter),
      ByteClass.isLetter(code[8]), ByteClass.isLetter(code[11]), ByteClass.isLetter(code[15])
    else { return false }
    let odd = [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    var sum = 0
    for (place, symbol) in code[..<15].enumerated() {
      let value = ByteClass.isDigit(symbol) ? Int(symbol - 0x30) : Int(symbol - 0x41)
      guard value >= 0, value < 26 else { return false }
      sum += place % 2 == 0 ? odd[value] : value
    }
    return sum % 26 == Int(code[15] - 0x41)
  }

  /// Two letters of those given out, six digits, and A to D.
  private static func isBritish(_ code: [UInt8]) -> Bool {
    guard code.count == 9, code[2..<8].allSatisfy(ByteClass.isDigit),
      (0x41...0x44).contains(code[8]), isBritishPrefix(code[0], code[1])
    else { return false }
    return true
  }

  private static func isBritishPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
    guard ByteClass.isLetter(first), ByteClass.isLetter(second) else { return false }
    if "DFIQUV".utf8.contains(first) || "DFIQUVO".utf8.contains(second) { return false }
    return !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains {
      $0.utf8.elementsEqual([first, second])
    }
  }

  /// `AB 12 34 56 C`.
  private func britishInParts(_ text: TokenText, _ index: Int) -> Range<Int>? {
    guard text[index].kind == .number, text[index].count == 2, index > 0,
      text[index - 1].kind == .word, text[index - 1].count == 2, text[index - 1].shape == .upper,
      text[index + 1].kind == .number, text[index + 1].count == 2,
      text[index + 2].kind == .number, text[index + 2].count == 2,
      text[index + 3].kind == .word, text[index + 3].count == 1,
      (0x41...0x44).contains(text[index + 3].first)
    else { return nil }
    let start = text[index - 1].start
    guard Self.isBritishPrefix(text.bytes[start], text.bytes[start + 1]) else { return nil }
    return (index - 1)..<(index + 4)
  }

  /// Seventeen digits with a birth date, and the check of ISO 7064 MOD 11-2.
  private static func isChinese(_ code: [UInt8]) -> Bool {
    guard code.count == 18, code[..<17].allSatisfy(ByteClass.isDigit) else { return false }
    let month = Int(code[10] - 0x30) * 10 + Int(code[11] - 0x30)
    let day = Int(code[12] - 0x30) * 10 + Int(code[13] - 0x30)
    guard (1...12).contains(month), (1...31).contains(day),
      code[6] == 0x31 && code[7] == 0x39 || code[6] == 0x32 && code[7] == 0x30
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return Array("10X98765432".utf8)[Checksums.weighted(code[..<17], weights) % 11] == code[17]
  }

  /// A number or code behind words such as "driver's license number is".
  private func isLicense(_ text: TokenText, _ index: Int) -> Bool {
    guard (5...14).contains(text[index].count) else { return false }
    let range = index..<(index + 1)
    return text.hasCue(.licenseCue, range, before: 6, after: 0)
      && text.isNear(range, ["driver", "drivers", "driving", "dl"])
  }
}
