/// Upper and lower case of the letters of two bytes in UTF-8: Latin with accents, Greek, Cyrillic.
enum LetterFold {
  /// The lower case of a letter of two bytes; the same bytes where it has none or is lower already.
  static func lowered(_ lead: UInt8, _ second: UInt8) -> (lead: UInt8, second: UInt8) {
    switch lead {
    case 0xC3:
      return second >= 0x80 && second <= 0x9E && second != 0x97
        ? (lead, second + 0x20) : (lead, second)
    case 0xC4, 0xC5:
      let value = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
      let lowerIsEven = (0x139...0x148).contains(value) || (0x179...0x17E).contains(value)
      if value == 0x178 || value == 0x138 || value == 0x149 || value == 0x17F {
        return (lead, second)
      }
      let isUpper = lowerIsEven ? value & 1 == 1 : value & 1 == 0
      guard isUpper else { return (lead, second) }
      let lower = value + 1
      return (0xC0 | UInt8(lower >> 6), 0x80 | UInt8(lower & 0x3F))
    case 0xCE:
      return switch second {
      case 0x91...0x9F: (0xCE, second + 0x20)
      case 0xA0...0xAB: (0xCF, second - 0x20)
      case 0x86: (0xCE, 0xAC)
      case 0x88...0x8A: (0xCE, second + 0x25)
      case 0x8C: (0xCF, 0x8C)
      case 0x8E, 0x8F: (0xCF, second - 1)
      default: (lead, second)
      }
    case 0xD0:
      return switch second {
      case 0x80...0x8F: (0xD1, second + 0x10)
      case 0x90...0x9F: (0xD0, second + 0x20)
      case 0xA0...0xAF: (0xD1, second - 0x20)
      default: (lead, second)
      }
    default:
      return (lead, second)
    }
  }
}
