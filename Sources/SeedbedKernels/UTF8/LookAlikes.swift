/// Cyrillic and Greek letters that can pass for Latin ones, and their composed forms.
enum LookAlikes {
  /// The lower-case Latin letter that a Cyrillic or Greek letter looks like; the case counts, for
  /// capital Nu looks like N and small nu like v.
  static func latin(for value: UInt32) -> UInt8? {
    guard value >= 0x370, value <= 0x52f, let scalar = Unicode.Scalar(value) else { return nil }
    return switch scalar {
    case "А", "а", "Α", "α", "ά": UInt8(ascii: "a")
    case "В", "в", "Β", "β", "Ь", "ь": UInt8(ascii: "b")
    case "С", "с", "ϲ", "Ϲ": UInt8(ascii: "c")
    case "ԁ", "Ԁ": UInt8(ascii: "d")
    case "Е", "е", "Ё", "ё", "Ε", "ε", "έ": UInt8(ascii: "e")
    case "Н", "н", "Η", "Һ", "һ": UInt8(ascii: "h")
    case "І", "і", "Ї", "ї", "Ι", "ι", "ί": UInt8(ascii: "i")
    case "Ј", "ј", "ϳ": UInt8(ascii: "j")
    case "К", "к", "Κ", "κ": UInt8(ascii: "k")
    case "Ӏ", "ӏ": UInt8(ascii: "l")
    case "М", "м", "Μ": UInt8(ascii: "m")
    case "Ν", "η", "ή": UInt8(ascii: "n")
    case "О", "о", "Ο", "ο", "ό", "σ": UInt8(ascii: "o")
    case "Р", "р", "Ρ", "ρ": UInt8(ascii: "p")
    case "Ԛ", "ԛ": UInt8(ascii: "q")
    case "Ѕ", "ѕ": UInt8(ascii: "s")
    case "Т", "т", "Τ", "τ": UInt8(ascii: "t")
    case "υ", "ύ": UInt8(ascii: "u")
    case "ν", "Ѵ", "ѵ": UInt8(ascii: "v")
    case "Ԝ", "ԝ", "ω": UInt8(ascii: "w")
    case "Х", "х", "Χ", "χ": UInt8(ascii: "x")
    case "У", "у", "Υ", "γ", "Ү", "ү": UInt8(ascii: "y")
    case "Ζ": UInt8(ascii: "z")
    default: nil
    }
  }

  /// The precomposed form of a lower-case letter and a combining mark, in which
  /// the two spellings of one letter meet.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    switch (base, mark) {
    case (0x292, 0x30c): 0x1ef
    case (0x433, 0x301): 0x453
    case (0x435, 0x300): 0x450
    case (0x435, 0x308): 0x451
    case (0x438, 0x300): 0x45d
    case (0x438, 0x306): 0x439
    case (0x43a, 0x301): 0x45c
    case (0x443, 0x306): 0x45e
    case (0x456, 0x308): 0x457
    case (0x3b1, 0x301): 0x3ac
    case (0x3b5, 0x301): 0x3ad
    case (0x3b7, 0x301): 0x3ae
    case (0x3b9, 0x301): 0x3af
    case (0x3bf, 0x301): 0x3cc
    case (0x3c5, 0x301): 0x3cd
    case (0x3c9, 0x301): 0x3ce
    case (0x3b9, 0x308): 0x3ca
    case (0x3c5, 0x308): 0x3cb
    case (0x3ca, 0x301): 0x390
    case (0x3cb, 0x301): 0x3b0
    default: nil
    }
  }
}
