import SeedbedData

/// Check digits of numbers that people and companies give out.
enum Checksums {
  /// Hans Peter Luhn's sum (ISO/IEC 7812-1): payment cards, Canadian insurance numbers.
  static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    var doubles = false
    for digit in digits.reversed() {
      guard ByteClass.isDigit(digit) else { return false }
      var value = Int(digit - 0x30)
      if doubles {
        value *= 2
        if value > 9 { value -= 9 }
      }
      sum += value
      doubles.toggle()
    }
    return sum % 10 == 0
  }

  /// The last digit that makes a number pass `luhn`.
  static func luhnDigit(_ digits: [UInt8]) -> UInt8 {
    for last in UInt8(0x30)...UInt8(0x39) where luhn(digits + [last]) { return last }
    return 0x30
  }

  /// The remainder by 97 where letters count from A = 10 (ISO 7064, ISO 13616).
  static func remainder97(_ symbols: some Sequence<UInt8>) -> Int? {
    var remainder = 0
    for symbol in symbols {
      if ByteClass.isDigit(symbol) {
        remainder = (remainder * 10 + Int(symbol - 0x30)) % 97
      } else if ByteClass.isLetter(symbol) {
        remainder = (remainder * 100 + Int((symbol | 0x20) - 0x61) + 10) % 97
      } else {
        return nil
      }
    }
    return remainder
  }

  /// Jacobus Verhoeff's check over the dihedral group of order ten (1969).
  static func verhoeff(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var check = 0
    for (place, digit) in digits.reversed().enumerated() {
      guard ByteClass.isDigit(digit) else { return false }
      check = product(check, permuted(Int(digit - 0x30), place % 8))
    }
    return check == 0
  }

  /// The product in the dihedral group: turns below five, reflections from five on.
  private static func product(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right - 5) % 5 + 5
    case (false, true): (left - 5 - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }

  private static func permuted(_ digit: Int, _ times: Int) -> Int {
    let once = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    var digit = digit
    for _ in 0..<times { digit = once[digit] }
    return digit
  }

  /// The check of ISO 7064 MOD 11,10, as in German tax ids.
  static func mod11And10(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var product = 10
    for digit in digits.dropLast() {
      var sum = (Int(digit - 0x30) + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    let check = (11 - product) % 10
    return digits.last.map { Int($0 - 0x30) } == check
  }

  /// The sum of digits times weights.
  static func weighted(_ digits: some Sequence<UInt8>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
  }

  /// Whether the last four bytes of a base58 text are the start of its double SHA-256.
  static func base58(_ text: ArraySlice<UInt8>) -> Bool {
    let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    var number = [UInt8](repeating: 0, count: 25)
    for symbol in text {
      guard let value = alphabet.firstIndex(of: symbol) else { return false }
      var carry = value
      for place in stride(from: 24, through: 0, by: -1) {
        carry += Int(number[place]) * 58
        number[place] = UInt8(truncatingIfNeeded: carry)
        carry >>= 8
      }
      guard carry == 0 else { return false }
    }
    let once = ContentHash.hex(of: Array(number[..<21]))
    let twice = ContentHash.hex(of: bytes(ofHex: once))
    return Array(bytes(ofHex: twice)[..<4]) == Array(number[21...])
  }

  /// The address of a version and twenty bytes, with its check bytes.
  static func base58Address(version: UInt8, _ payload: [UInt8]) -> String {
    let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    let body = [version] + payload
    let twice = ContentHash.hex(of: bytes(ofHex: ContentHash.hex(of: body)))
    var number = body + bytes(ofHex: twice)[..<4]
    var symbols: [UInt8] = []
    while number.contains(where: { $0 != 0 }) {
      var remainder = 0
      for place in number.indices {
        let value = remainder << 8 | Int(number[place])
        number[place] = UInt8(value / 58)
        remainder = value % 58
      }
      symbols.append(alphabet[remainder])
    }
    let zeros = body.prefix { $0 == 0 }.map { _ in alphabet[0] }
    return String(decoding: zeros + symbols.reversed(), as: UTF8.self)
  }

  private static func bytes(ofHex hex: String) -> [UInt8] {
    let digits = hex.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The check of bech32 and bech32m addresses (BIP 173, BIP 350).
  static func bech32(_ text: ArraySlice<UInt8>) -> Bool {
    let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    let lower = text.map { ByteClass.isLetter($0) ? $0 | 0x20 : $0 }
    guard let mark = lower.lastIndex(of: UInt8(ascii: "1")), mark > 0, lower.count - mark > 6 else {
      return false
    }
    var values = lower[..<mark].map { UInt32($0 >> 5) } + [0]
    values += lower[..<mark].map { UInt32($0 & 31) }
    for symbol in lower[(mark + 1)...] {
      guard let value = alphabet.firstIndex(of: symbol) else { return false }
      values.append(UInt32(value))
    }
    let check = bech32Sum(values)
    return check == 1 || check == 0x2BC8_30A3
  }

  /// The address of a prefix and values of five bits, with its six check symbols.
  static func bech32Address(_ prefix: String, _ symbols: [Int], _ isTaproot: Bool) -> String {
    let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    let head = prefix.utf8.map { UInt32($0 >> 5) } + [0] + prefix.utf8.map { UInt32($0 & 31) }
    let values = symbols.map { UInt32($0 & 31) }
    let check =
      bech32Sum(head + values + [UInt32](repeating: 0, count: 6)) ^ (isTaproot ? 0x2BC8_30A3 : 1)
    let tail = stride(from: UInt32(25), through: 0, by: -5).map { check >> $0 & 31 }
    let written = (values + tail).map { alphabet[Int($0)] }
    return prefix + "1" + String(decoding: written, as: UTF8.self)
  }

  private static func bech32Sum(_ values: [UInt32]) -> UInt32 {
    let generators: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var check: UInt32 = 1
    for value in values {
      let top = check >> 25
      check = (check & 0x1FF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 {
        check ^= generator
      }
    }
    return check
  }
}
