/// How many letters of each script a text has.
struct ScriptEvidence {
  /// The script with the most letters; nil when there is no letter.
  private(set) var main: Script?
  /// The letters of the main script.
  private(set) var letters = 0
  /// Whether the text has kana, which Chinese never has.
  private(set) var hasKana = false

  init(_ bytes: Span<UInt8>) {
    var latin = 0
    var others: [Int]?  // only made for text that is not all ASCII
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let letter = (byte | 0x20) &- 0x61 < 26
        latin &+= letter ? 1 : 0
        index += 1
        continue
      }
      let (scalar, length) = Self.decode(bytes, at: index)
      index += length
      guard let script = Script.of(scalar) else { continue }
      if script == .latin {
        latin &+= 1
      } else {
        if others == nil { others = Array(repeating: 0, count: Script.allCases.count) }
        others?[script.rawValue] += 1
      }
    }
    if latin > 0 { (main, letters) = (.latin, latin) }
    guard let others else { return }
    hasKana = others[Script.kana.rawValue] > 0
    for script in Script.allCases where others[script.rawValue] > letters {
      (main, letters) = (script, others[script.rawValue])
    }
  }

  /// The scalar at a lead byte and its length; a stray byte reads as one byte of no script.
  private static func decode(_ bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
    func continuation(_ offset: Int) -> UInt32? {
      guard index + offset < bytes.count else { return nil }
      let byte = bytes[index + offset]
      return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    let lead = UInt32(bytes[index])
    switch lead {
    case 0xC2...0xDF:
      guard let a = continuation(1) else { break }
      return ((lead & 0x1F) << 6 | a, 2)
    case 0xE0...0xEF:
      guard let a = continuation(1), let b = continuation(2) else { break }
      return ((lead & 0x0F) << 12 | a << 6 | b, 3)
    case 0xF0...0xF4:
      guard continuation(1) != nil, continuation(2) != nil, continuation(3) != nil else { break }
      return (0, 4)
    default:
      break
    }
    return (0, 1)
  }
}
