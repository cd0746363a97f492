/// Decoders that were written apart from the encoders that they test.
enum AttackDecoders {
  /// Base64 by collecting bits, letter by letter.
  static func base64(_ text: String) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    guard text.count % 4 == 0 else { return nil }
    var bits = ""
    for letter in text where letter != "=" {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      let binary = String(value, radix: 2)
      bits += String(repeating: "0", count: 6 - binary.count) + binary
    }
    let padding = text.count { $0 == "=" }
    guard padding < 3, bits.count % 8 == padding * 2 else { return nil }
    var bytes: [UInt8] = []
    var rest = Substring(bits.dropLast(padding * 2))
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(8), radix: 2) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(8)
    }
    return bytes
  }

  static func hex(_ text: String) -> [UInt8]? {
    let pairs: [Substring]
    if text.contains("\\x") {
      pairs = text.split(separator: "\\x", omittingEmptySubsequences: true)
    } else if text.contains(" ") {
      pairs = text.split(separator: " ")
    } else {
      let digits = Array(text)
      guard digits.count % 2 == 0 else { return nil }
      pairs = stride(from: 0, to: digits.count, by: 2).map {
        Substring(String(digits[$0...($0 + 1)]))
      }
    }
    var bytes: [UInt8] = []
    for pair in pairs {
      guard pair.count == 2, let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  static func rot13(_ text: String) -> [UInt8] {
    let plain = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let turned = Array("nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM".utf8)
    return text.utf8.map { byte in turned.firstIndex(of: byte).map { plain[$0] } ?? byte }
  }

  /// The variation selectors behind the first character.
  static func selectors(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars.dropFirst() {
      switch scalar.value {
      case 0xFE00...0xFE0F: bytes.append(UInt8(scalar.value - 0xFE00))
      case 0xE0100...0xE01EF: bytes.append(UInt8(scalar.value - 0xE0100) + 16)
      default: return nil
      }
    }
    return bytes
  }

  static func morse(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").map { sign in
        sign == "/" ? " " : letters[String(sign)] ?? String(sign)
      }.joined()
    }.joined(separator: "\n")
  }

  private static let letters: [String: String] = [
    ".-": "A", "-...": "B", "-.-.": "C", "-..": "D", ".": "E", "..-.": "F", "--.": "G",
    "....": "H", "..": "I", ".---": "J", "-.-": "K", ".-..": "L", "--": "M", "-.": "N",
    "---": "O", ".--.": "P", "--.-": "Q", ".-.": "R", "...": "S", "-": "T", "..-": "U",
    "...-": "V", ".--": "W", "-..-": "X", "-.--": "Y", "--..": "Z", "-----": "0",
    ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6",
    "--...": "7", "---..": "8", "----.": "9", ".-.-.-": ".", "--..--": ",", "---...": ":",
    "..--..": "?", "-....-": "-", "-.--.": "(", "-.--.-": ")", "-.-.--": "!", ".-...": "&",
    "--.--": "Ñ", "..--": "Ü",
  ]
}
