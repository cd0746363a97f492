/// Morse code (ITU-R M.1677-1, with the usual signs for letters of European languages).
///
/// Letters are parted by a space and words by ` / `; a line end stays one. What has no sign stays as it
/// is, together with the marks on it.
enum MorseCode {
  static func encode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var writer = Writer(capacity: range.count * 5)
    let text = bytes.extracting(range)
    let table = ascii
    let signs = table.span
    var at = 0
    while at < text.count {
      let length = scalarLength(text[at])
      let next = at + length
      let sign = length == 1 ? signs[Int(text[at])] : sign(text, at, length)
      if sign != .none, next == text.count || !isMark(text, next) {
        writer.add(sign)
      } else {
        writer.copy(text, at..<next)
      }
      at = next
    }
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// One sign: dots and dashes from the highest used bit down, 1 for a dash.
  private struct Sign: Equatable {
    var bits: UInt8 = 0
    var length: UInt8 = 0

    static let none = Sign()
    static let wordGap = Sign(bits: 0, length: 100)
    static let lineEnd = Sign(bits: 0, length: 101)

    init() {}

    init(bits: UInt8, length: UInt8) {
      self.bits = bits
      self.length = length
    }

    /// Reads dots and dashes, at most eight.
    init(_ marks: some StringProtocol) {
      for mark in marks.utf8 {
        bits = bits << 1 | (mark == UInt8(ascii: "-") ? 1 : 0)
        length += 1
      }
    }
  }

  /// Puts signs together, with spaces between them; what is copied stays in one piece.
  private struct Writer {
    private(set) var output: [UInt8] = []
    private var isCopying = false
    private var needsSpace = false

    init(capacity: Int) { output.reserveCapacity(capacity) }

    mutating func add(_ sign: Sign) {
      if sign == .lineEnd {
        output.append(0x0A)
        (needsSpace, isCopying) = (false, false)
        return
      }
      let slash = UInt8(ascii: "/")
      // Of several spaces in a row one is enough.
      if sign == .wordGap, output.last == slash { return }
      if needsSpace { output.append(0x20) }
      (needsSpace, isCopying) = (true, false)
      guard sign != .wordGap else { return output.append(slash) }
      for place in (0..<sign.length).reversed() {
        output.append(sign.bits >> place & 1 == 1 ? UInt8(ascii: "-") : UInt8(ascii: "."))
      }
    }

    mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      if needsSpace, !isCopying { output.append(0x20) }
      for place in range { output.append(bytes[place]) }
      (needsSpace, isCopying) = (true, true)
    }
  }

  /// The sign of a letter with an accent, U+00C0 and on; small letters follow 32 after the capitals.
  private static func sign(_ text: Span<UInt8>, _ at: Int, _ length: Int) -> Sign {
    guard length == 2, text[at] == 0xC3 else { return .none }
    return switch text[at + 1] & 0x1F {
    case 0x00, 0x05: Sign(".--.-")
    case 0x04, 0x06: Sign(".-.-")
    case 0x07: Sign("-.-..")
    case 0x08: Sign(".-..-")
    case 0x09: Sign("..-..")
    case 0x11: Sign("--.--")
    case 0x16, 0x18: Sign("---.")
    case 0x1C: Sign("..--")
    default: .none
    }
  }

  private static func scalarLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Whether what begins there belongs to the character before it.
  private static func isMark(_ text: Span<UInt8>, _ at: Int) -> Bool {
    text[at] >= 0x80 && !ClusterBorder.isBorder(text, at)
  }

  private static let ascii: [Sign] = {
    var table = [Sign](repeating: .none, count: 128)
    table[0x09] = .wordGap
    table[0x0A] = .lineEnd
    table[0x20] = .wordGap
    for (letter, sign) in zip(signed.utf8, signs.split(separator: " ").map { Sign($0) }) {
      table[Int(letter)] = sign
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) { table[Int(letter) + 32] = sign }
    }
    return table
  }()

  private static let signed = #"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:?'-/()"=+@!&;_$"#
  private static let signs =
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- "
    + ".-- -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. .-.-.- "
    + "--..-- ---... ..--.. .----. -....- -..-. -.--. -.--.- .-..-. -...- .-.-. .--.-. -.-.-- "
    + ".-... -.-.-. ..--.- ...-..-"
}
