/// Reads the Python dictionary in a NumPy header: three keys in any order, nothing else.
struct NPYDictionary {
  struct Content {
    var descr = ""
    var isFortran = false
    var shape: [Int] = []
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: Slice<UnsafeRawBufferPointer>) {
    self.bytes = Array(bytes)
  }

  /// The dictionary, or nil when it is none of the expected form.
  mutating func read() -> Content? {
    var content = Content()
    var seen: Set<String> = []
    guard take("{") else { return nil }
    while !take("}") {
      guard let key = string(), seen.insert(key).inserted, take(":") else { return nil }
      switch key {
      case "descr":
        guard let value = string() else { return nil }
        content.descr = value
      case "fortran_order":
        if word("True") { content.isFortran = true } else if !word("False") { return nil }
      case "shape":
        guard let value = tuple() else { return nil }
        content.shape = value
      default: return nil
      }
      guard take(",") || peek() == UInt8(ascii: "}") else { return nil }
    }
    skipSpace()
    return seen.count == 3 && offset == bytes.count ? content : nil
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x0A { offset += 1 }
  }

  private mutating func peek() -> UInt8? {
    skipSpace()
    return offset < bytes.count ? bytes[offset] : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func word(_ word: String) -> Bool {
    skipSpace()
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }

  private mutating func string() -> String? {
    guard let quote = peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      return nil
    }
    offset += 1
    guard let end = bytes[offset...].firstIndex(of: quote) else { return nil }
    defer { offset = end + 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }

  private mutating func tuple() -> [Int]? {
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while !take(")") {
      guard let number = number() else { return nil }
      numbers.append(number)
      guard take(",") || peek() == UInt8(ascii: ")") else { return nil }
    }
    return numbers
  }

  private mutating func number() -> Int? {
    skipSpace()
    let digits = bytes[offset...].prefix { (0x30...0x39).contains($0) }
    offset += digits.count
    // Old files on 32-bit machines end a number in L.
    defer { _ = take("L") }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
