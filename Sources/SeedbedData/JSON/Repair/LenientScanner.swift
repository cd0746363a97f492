/// A recursive-descent reader of nearly-JSON, over bytes that are known to be valid UTF-8.
///
/// It steps over what is certainly meant and notes it; it never makes up a value. Where the text ends too
/// early, what was complete is kept and the way to the place is noted.
struct LenientScanner {
  /// Why a text is no JSON, even generously read.
  struct Fault: Error {
    var offset: Int
    var reason: String
    var isDepth = false
  }

  static let maximumDepth = 128

  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the text ends: at its end, or at a code fence after the value's beginning.
  var end: Int
  var at: Int
  var repairs: AnswerRepair = []
  /// Whether the text ended before the value did.
  private(set) var isCut = false
  /// Whether it ended just after a complete element or member.
  private(set) var isCutAfterValue = false
  /// From the outermost value, the ways into those that were open at the end.
  private(set) var openPath: [ValueStep] = []

  private var openArrays = 0
  private var openObjects = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    self.bytes = bytes
    end = bytes.count
    at = start
  }

  /// Reads the array or object that begins at the current place.
  mutating func container() throws(Fault) -> JSONValue {
    let value = try value(depth: 0)
    openPath.reverse()
    return value ?? .null
  }

  func fault(_ reason: String) -> Fault { Fault(offset: at, reason: reason) }

  /// Reads a value; nil when it was cut off.
  private mutating func value(depth: Int) throws(Fault) -> JSONValue? {
    guard at < end else {
      isCut = true
      return nil
    }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number()
    case let byte where Self.isLetter(byte): return try word()
    default:
      guard let delimiter = delimiter() else { throw fault("expected a value") }
      return text(delimiter).map { .string($0) }
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONObject {
    try enter(depth)
    openObjects += 1
    defer { openObjects -= 1 }
    var object = JSONObject()
    var isAfterComma = false
    while true {
      try skipSpace()
      guard at < end else {
        cut(afterValue: !object.isEmpty && !isAfterComma)
        return object
      }
      if try closes(UInt8(ascii: "}"), UInt8(ascii: "]"), openArrays) {
        if isAfterComma { repairs.insert(.comma) }
        return object
      }
      let start = at
      guard let key = try key() else { return object }
      try skipSpace()
      guard at < end else {
        cut(afterValue: false)
        return object
      }
      guard bytes[at] == UInt8(ascii: ":") else { throw fault("expected ':' after a key") }
      at += 1
      try skipSpace()
      let value = try value(depth: depth)
      if let value, !object.add(key, value) {
        guard object[key] == value else {
          throw Fault(offset: start, reason: "the key `\(key.prefix(80))` stands twice")
        }
        repairs.insert(.twice)
      }
      if isCut {
        if value?.array != nil || value?.object != nil { openPath.append(.member(key)) }
        return object
      }
      isAfterComma = try separated { $0.delimiter() != nil }
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> [JSONValue] {
    try enter(depth)
    openArrays += 1
    defer { openArrays -= 1 }
    var array: [JSONValue] = []
    var isAfterComma = false
    while true {
      try skipSpace()
      guard at < end else {
        cut(afterValue: !array.isEmpty && !isAfterComma)
        return array
      }
      if try closes(UInt8(ascii: "]"), UInt8(ascii: "}"), openObjects) {
        if isAfterComma { repairs.insert(.comma) }
        return array
      }
      let value = try value(depth: depth)
      if let value { array.append(value) }
      if isCut {
        if value?.array != nil || value?.object != nil {
          openPath.append(.element(array.count - 1))
        }
        return array
      }
      isAfterComma = try separated { scanner in
        let byte = scanner.bytes[scanner.at]
        return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
          || scanner.delimiter() != nil
      }
    }
  }

  private mutating func enter(_ depth: Int) throws(Fault) {
    guard depth <= Self.maximumDepth else {
      throw Fault(
        offset: at,
        reason: "nested more than \(Self.maximumDepth) levels deep",
        isDepth: true
      )
    }
    at += 1
  }

  private mutating func cut(afterValue: Bool) {
    isCut = true
    isCutAfterValue = afterValue
  }

  /// Whether the container ends here: by its own bracket, or by one of a container around it.
  private mutating func closes(
    _ bracket: UInt8,
    _ other: UInt8,
    _ others: Int
  ) throws(Fault) -> Bool {
    if bytes[at] == bracket {
      at += 1
      return true
    }
    guard bytes[at] == other else { return false }
    guard others > 0 else { throw fault("a closing bracket that nothing has opened") }
    repairs.insert(.brackets)
    return true
  }

  /// Steps over the comma after a value; true when there was one.
  private mutating func separated(
    begins: (LenientScanner) -> Bool
  ) throws(Fault) -> Bool {
    try skipSpace()
    guard at < end else { return false }
    switch bytes[at] {
    case UInt8(ascii: ","):
      at += 1
      return true
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return false
    default:
      guard begins(self) else { throw fault("expected ',' or a closing bracket") }
      repairs.insert(.missingComma)
      return false
    }
  }

  /// Reads a member's key; nil when it was cut off.
  private mutating func key() throws(Fault) -> String? {
    if let delimiter = delimiter() { return text(delimiter) }
    let start = at
    while at < end, Self.isWordByte(bytes[at]) || bytes[at] == UInt8(ascii: "-") { at += 1 }
    guard at > start else { throw fault("expected a key") }
    guard at < end else {
      cut(afterValue: false)
      return nil
    }
    repairs.insert(.keys)
    return string(start..<at)
  }

  mutating func markCut() { isCut = true }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "$")
  }
}
