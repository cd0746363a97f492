/// Latin letters and digits in fancy dress: mathematical alphabets, circles, squares, ligatures.
enum StyledLetters {
  /// The plain form, lower-case, the first letter in the lowest byte; nil for other scalars.
  static func plain(for value: UInt32) -> UInt32? {
    switch value {
    case 0x251: letter(0)
    case 0x261: letter(6)
    case 0x2070: 0x30
    case 0x2074...0x2079: value - 0x2074 + 0x34
    case 0x2080...0x2089: value - 0x2080 + 0x30
    case 0x2100...0x214f: letterlike(value)
    case 0x2460...0x2468: value - 0x2460 + 0x31
    case 0x249c...0x24b5: letter(value - 0x249c)
    case 0x24b6...0x24e9: letter((value - 0x24b6) % 26)
    // The small letters of Ⱥ and Ⱦ, far from their capitals.
    case 0x2c65: letter(0)
    case 0x2c66: letter(19)
    case 0xfb00...0xfb06: ligature(value)
    // Thirteen alphabets of capital and small letters in a row, then five sets of digits.
    case 0x1d400...0x1d6a3: letter((value - 0x1d400) % 26)
    case 0x1d7ce...0x1d7ff: (value - 0x1d7ce) % 10 + 0x30
    case 0x1f130...0x1f149: letter(value - 0x1f130)
    case 0x1f150...0x1f169: letter(value - 0x1f150)
    case 0x1f170...0x1f189: letter(value - 0x1f170)
    default: nil
    }
  }

  private static func letter(_ index: UInt32) -> UInt32 { index + 0x61 }

  /// The letters that the mathematical alphabets leave out because they had been encoded before.
  private static func letterlike(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x212b: letter(0)
    case 0x212c: letter(1)
    case 0x2102, 0x212d: letter(2)
    case 0x2145, 0x2146: letter(3)
    case 0x212f, 0x2130, 0x2147: letter(4)
    case 0x2131: letter(5)
    case 0x210a: letter(6)
    case 0x210b...0x210e: letter(7)
    case 0x2110, 0x2111, 0x2139, 0x2148: letter(8)
    case 0x2149: letter(9)
    case 0x212a: letter(10)
    case 0x2112, 0x2113: letter(11)
    case 0x2133: letter(12)
    case 0x2115: letter(13)
    case 0x2134: letter(14)
    case 0x2119: letter(15)
    case 0x211a: letter(16)
    case 0x211b...0x211d: letter(17)
    case 0x2124, 0x2128: letter(25)
    default: nil
    }
  }

  private static func ligature(_ value: UInt32) -> UInt32 {
    let (f, i, l): (UInt32, UInt32, UInt32) = (0x66, 0x69, 0x6c)
    return switch value {
    case 0xfb00: f | f << 8
    case 0xfb01: f | i << 8
    case 0xfb02: f | l << 8
    case 0xfb03: f | f << 8 | i << 16
    case 0xfb04: f | f << 8 | l << 16
    default: 0x73 | 0x74 << 8
    }
  }
}
