/// One run of bytes for each JSON value: equal where JSON Schema calls two values equal.
///
/// Members are sorted, and numbers of one value are written alike (`1`, `1.0`, `10e-1`).
enum CanonicalValue {
  static func bytes(of value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, into: &bytes)
    return bytes
  }

  private static func write(_ value: JSONValue, into bytes: inout [UInt8]) {
    switch value {
    case .null, .bool, .string: JSONWriter().write(value, into: &bytes)
    case .number(let number): bytes.append(contentsOf: ExactNumber(number).literal.utf8)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for value in values {
        write(value, into: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      let members = object.map { (key: Array($0.key.utf8), value: $0.value) }
      for member in members.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        JSONWriter().write(.string(String(decoding: member.key, as: UTF8.self)), into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(member.value, into: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
