/// A recursive-descent reader over bytes that are known to be valid UTF-8.
///
/// Every read is guarded by a comparison with the end, because the buffer itself checks nothing in
/// release builds.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// Reads the one value of the text and refuses anything after it.
  mutating func document() throws(JSONError) -> JSONValue {
    let result = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else {
      throw JSONError(at, "expected nothing more after the value, found \(found())")
    }
    return result
  }

  /// Reads a value that lies in `depth` arrays and objects.
  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw JSONError(at, "expected a value, found the end") }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw JSONError(at, "expected a value, found \(found())")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth)
    var object = JSONObject()
    if skip(UInt8(ascii: "}")) { return object }
    object.reserve(4)
    while true {
      skipSpace()
      let start = at
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw JSONError(at, "expected a key in double quotes, found \(found())")
      }
      let key = try string()
      guard skip(UInt8(ascii: ":")) else {
        throw JSONError(at, "expected ':' after a key, found \(found())")
      }
      let value = try value(depth: depth)
      guard object.add(key, value) else {
        throw JSONError(start, "the key `\(key.prefix(80))` stands twice in one object", .content)
      }
      if skip(UInt8(ascii: ",")) { continue }
      if skip(UInt8(ascii: "}")) { return object }
      throw JSONError(at, "expected ',' or '}' after a member, found \(found())")
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth)
    var array: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return array }
    while true {
      array.append(try value(depth: depth))
      if skip(UInt8(ascii: ",")) { continue }
      if skip(UInt8(ascii: "]")) { return array }
      throw JSONError(at, "expected ',' or ']' after an element, found \(found())")
    }
  }

  /// Steps over the opening bracket of the `depth`-th level.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth <= maximumDepth else {
      throw JSONError(at, "nested more than \(maximumDepth) levels deep", .content)
    }
    at += 1
  }

  private mutating func word(
    _ word: StaticString,
    _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { throw JSONError(at, "expected `\(word)`") }
    for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] {
      throw JSONError(at, "expected `\(word)`")
    }
    at += count
    return value
  }

  private mutating func number() throws(JSONError) -> JSONNumber {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let whole = digits()
    guard whole > 0 else { throw JSONError(start, "expected a digit after '-'") }
    if whole > 1, bytes[at - whole] == UInt8(ascii: "0") {
      throw JSONError(start, "a number may not begin with 0")
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard digits() > 0 else { throw JSONError(at, "expected a digit after '.'") }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      guard digits() > 0 else { throw JSONError(at, "expected a digit in the exponent") }
    }
    return JSONNumber(verified: text(start..<at))
  }

  /// Steps over digits and answers how many they were.
  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return at - start
  }

  /// Steps over white space and, when it comes next, over `byte`.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The thing at the current place, in words.
  private func found() -> String {
    guard at < bytes.count else { return "the end" }
    let byte = bytes[at]
    guard byte > 0x20, byte != 0x7F else { return "the control or space byte \(byte)" }
    guard byte >= 0x80 else { return "'\(Character(Unicode.Scalar(byte)))'" }
    let rest = UnsafeBufferPointer(rebasing: bytes[at..<min(at + 4, bytes.count)])
    return "'\(String(decoding: rest, as: UTF8.self).unicodeScalars.first.map(String.init) ?? "")'"
  }
}
