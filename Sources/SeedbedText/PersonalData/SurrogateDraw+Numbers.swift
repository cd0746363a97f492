import SeedbedKernels

extension SurrogateDraw {
  /// A card number of the same network, length and grouping, below a prefix that is used in tests.
  mutating func card(_ value: String) -> String {
    let old = value.utf8.filter(ByteClass.isDigit)
    let prefix =
      switch (old.first ?? 0x34, old.dropFirst().first ?? 0x30) {
      case (0x34, _): "424242"
      case (0x35, 0x31...0x35): "555555"
      case (0x32, 0x32...0x37): "222300"
      case (0x33, 0x34), (0x33, 0x37): "378282"
      case (0x33, 0x35): "353011"
      case (0x33, _): "305693"
      case (0x36, 0x35), (0x36, 0x30), (0x36, 0x34): "601111"
      default: String(decoding: old.prefix(4), as: UTF8.self) + "00"
      }
    var digits = Array(prefix.utf8.prefix(max(old.count - 1, 0)))
    digits += self.digits(max(old.count - digits.count - 1, 0))
    digits.append(Checksums.luhnDigit(digits))
    return filled(value, with: digits)
  }

  /// An account number of the same country and form, with its check digits.
  mutating func iban(_ value: String) -> String {
    let country = value.prefix(2)
    let rest = scrambled(String(value.dropFirst(4)))
    let symbols = rest.utf8.filter { ByteClass.isLetter($0) || ByteClass.isDigit($0) }
    let check = 98 - (Checksums.remainder97(symbols + Array(country.utf8) + [0x30, 0x30]) ?? 0)
    return country + (check < 10 ? "0" : "") + String(check) + rest
  }

  /// Nine digits that the United States give to nobody: area 900 and up, with a group below 50.
  mutating func socialSecurity() -> [UInt8] {
    let group = 10 + random.index(below: 40)
    let serial = 1000 + random.index(below: 9000)
    return [0x39] + digits(2) + Array("\(group)\(serial)".utf8)
  }

  /// A telephone number in the same groups, where there are such in a range for films and books.
  mutating func phone(_ value: String) -> String {
    var digits = value.utf8.filter(ByteClass.isDigit)
    let isInternational = value.utf8.first == UInt8(ascii: "+") || digits.starts(with: "00".utf8)
    let old = digits
    let country = isInternational ? countryCode(digits) : 0
    for place in digits.indices where place >= country {
      // The trunk zero and the first digit say what kind of number it is.
      if place == country || old[place] == 0x30 && place <= country + 1 { continue }
      digits[place] = digit()
    }
    let isBritishMobile =
      isInternational
      ? old.starts(with: "447".utf8) : old.count == 11 && old.starts(with: "07".utf8)
    let isAmerican =
      isInternational
      ? old.starts(with: "1".utf8) && old.count >= 11 || old.starts(with: "001".utf8)
      : old.count >= 10 && old[0] >= 0x32 && isThreeThreeFour(value)
    if isBritishMobile {
      let start = isInternational ? 2 : 1
      let tail = Array("7700900".utf8)
      for (offset, byte) in tail.enumerated() where start + offset < digits.count {
        digits[start + offset] = byte
      }
    } else if isAmerican {
      let start = isInternational ? country : 0
      digits[start] = 0x32 + UInt8(random.index(below: 8))
      for (offset, byte) in Array("55501".utf8).enumerated() where start + 3 + offset < digits.count
      {
        digits[start + 3 + offset] = byte
      }
    }
    return filled(value, with: digits)
  }

  /// How many digits belong to the country: the prefix 00, and one to three more.
  private func countryCode(_ digits: [UInt8]) -> Int {
    let zeros = digits.starts(with: "00".utf8) ? 2 : 0
    guard digits.count > zeros + 3 else { return zeros }
    let first = digits[zeros], second = digits[zeros + 1]
    if first == 0x31 || first == 0x37 { return zeros + 1 }
    let isThree =
      first == 0x33 && (second == 0x35 || second == 0x37 || second == 0x38)
      || first == 0x34 && second == 0x32 || first == 0x32 && second != 0x30 && second != 0x37
    return zeros + (isThree ? 3 : 2)
  }

  private func isThreeThreeFour(_ value: String) -> Bool {
    let groups = value.utf8.split { !ByteClass.isDigit($0) }.map(\.count)
    return groups.starts(with: [3, 3, 4]) || groups == [10]
  }

  /// Other digits that pass the check of the type.
  mutating func nationalNumber(_ value: String) -> String {
    let old = value.utf8.filter(ByteClass.isDigit)
    guard !old.isEmpty else { return scrambled(value) }
    for _ in 0..<20_000 {
      var digits = self.digits(old.count)
      digits[0] = type == .frSocialSecurity ? old[0] : 0x31 + UInt8(random.index(below: 9))
      if type == .frSocialSecurity, digits.count > 4 { digits[3] = 0x30 }
      if NationalNumberRecognizer.isValid(digits, type) { return filled(value, with: digits) }
    }
    return scrambled(value)
  }

  /// Another code of the same form that passes the check of the type.
  mutating func nationalCode(_ value: String) -> String {
    for _ in 0..<20_000 {
      var code = Array(scrambled(value).utf8)
      if type == .cnResidentIdentity, code.count == 18 {
        let date =
          "19\(50 + random.index(below: 50))0\(1 + random.index(below: 9))1\(random.index(below: 10))"
        code.replaceSubrange(6..<14, with: date.utf8)
        code[17] = digit()
      }
      if type == .esIdentity, let first = value.utf8.first, ByteClass.isLetter(first) {
        code[0] = first
      }
      if NationalCodeRecognizer.isValid(code, type) { return String(decoding: code, as: UTF8.self) }
    }
    return scrambled(value)
  }

  /// An address that is kept free for documentation (RFC 5737, RFC 3849).
  mutating func network(_ value: String) -> String {
    if value.utf8.contains(UInt8(ascii: ":")) {
      let groups = max(2, value.split(separator: ":").count - 2)
      let tail = (0..<min(groups, 6)).map { _ in
        String(0x1000 + random.index(below: 0xEFFF), radix: 16)
      }
      let isFull = tail.count == 6
      return "2001:db8:" + (isFull ? "" : ":") + tail.joined(separator: ":")
    }
    return pick(["192.0.2.", "198.51.100.", "203.0.113."]) + String(1 + random.index(below: 254))
  }

  /// A hardware address of the range for documentation (RFC 7042).
  mutating func hardware(_ value: String) -> String {
    let separator = value.utf8.contains(UInt8(ascii: "-")) ? "-" : ":"
    let last = String(16 + random.index(below: 240), radix: 16)
    let address = ["00", "00", "5e", "00", "53", last].joined(separator: separator)
    return value == value.lowercased() ? address : address.uppercased()
  }

  /// A wallet of the same kind with right check symbols, to which nobody has the key.
  mutating func wallet(_ value: String) -> String {
    if value.hasPrefix("0x") || value.hasPrefix("0X") {
      return value.prefix(2)
        + (0..<40).map { _ in String(random.index(below: 16), radix: 16) }.joined()
    }
    if value.hasPrefix("1") || value.hasPrefix("3") {
      let payload = (0..<20).map { _ in UInt8(random.index(below: 256)) }
      return Checksums.base58Address(version: value.hasPrefix("1") ? 0 : 5, payload)
    }
    let prefix = value.prefix { $0 != "1" }.lowercased()
    let symbols = (0..<max(value.count - prefix.count - 8, 1)).map { _ in random.index(below: 32) }
    let isTaproot = value.dropFirst(prefix.count + 1).first?.lowercased() == "p"
    return Checksums.bech32Address(prefix, [isTaproot ? 1 : 0] + symbols, isTaproot)
  }

  /// Another day in the same form: numbers stay days, months, hours or minutes.
  mutating func date(_ value: String) -> String {
    var result = ""
    for part in TextParts.split(value) {
      if let number = Int(part), part.utf8.allSatisfy(ByteClass.isDigit), part.utf8.count <= 4 {
        let other =
          switch number {
          case 0...12 where part.utf8.count <= 2: 1 + random.index(below: 12)
          case 13...31 where part.utf8.count <= 2: 13 + random.index(below: 16)
          case 32...59 where part.utf8.count <= 2: 32 + random.index(below: 28)
          default: max(1, number - 5 + random.index(below: 11))
          }
        let text = String(other)
        result += String(repeating: "0", count: max(0, part.utf8.count - text.utf8.count)) + text
      } else {
        result += cased(SurrogateWords.calendarWord(part, &random) ?? part, like: part)
      }
    }
    return result
  }

  /// An age up to four years away, on the same side of eighteen.
  mutating func age(_ value: String) -> String {
    guard let age = Int(value) else { return scrambled(value) }
    let other = age + [-4, -3, -2, -1, 1, 2, 3, 4][random.index(below: 8)]
    let isSameSide = (other < 18) == (age < 18)
    let kept = isSameSide && other > 0 ? other : age < 18 ? max(1, age == 1 ? 2 : age - 1) : age + 1
    return String(kept)
  }
}
