import SeedbedText

/// Gives names to the slots of learned templates; slots with the same values share one.
struct SlotNames {
  private var names: [String: String] = [:]
  private var used: Set<String> = []

  /// The name for the spans of a label, as far as it can be written in a template.
  mutating func name(forMark label: String) -> String {
    let key = "\u{0}" + label
    if let known = names[key] { return known }
    let bytes = label.utf8.map { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? byte : UInt8(ascii: "_")
    }
    let plain = String(decoding: bytes, as: UTF8.self)
    let name = free(plain.utf8.allSatisfy { $0 == UInt8(ascii: "_") } ? "span" : plain)
    names[key] = name
    return name
  }

  /// The name for a list of values.
  mutating func name(_ base: String, _ values: [String]) -> String {
    let key = values.sorted().joined(separator: "\u{0}")
    if let known = names[key] { return known }
    let name = free(base)
    names[key] = name
    return name
  }

  private mutating func free(_ base: String) -> String {
    var name = base, number = 2
    while !used.insert(name).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }

  /// What a list of words is about, for its name.
  static func base(of values: [String]) -> String {
    if values.allSatisfy({ ValueMaker.isNumberWord($0.lowercased()) }) { return "number" }
    return values.allSatisfy(ValueMaker.isKnownPlace) ? "place" : "words"
  }
}
