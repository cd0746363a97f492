/// International bank account numbers: the length of the country, and the remainder 1 by 97
/// (ISO 13616), written in one piece or in groups of four.
struct IBANRecognizer: PersonalDataRecognizer {
  /// Country codes with the length of their numbers.
  private static let lengths: [UInt16: Int] = {
    let table = """
      AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20
      EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30
      KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28
      PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24
      XK20
      """
    var lengths: [UInt16: Int] = [:]
    for entry in table.utf8.split(whereSeparator: { ByteClass.isSpace($0) }) {
      let bytes = Array(entry)
      lengths[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] =
        Int(bytes[2] - 0x30) * 10 + Int(bytes[3] - 0x30)
    }
    return lengths
  }()

  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where text[index].kind == .code && text[index].count >= 4 {
      let start = text[index].start
      guard ByteClass.isLetter(text.bytes[start]), ByteClass.isLetter(text.bytes[start + 1]),
        ByteClass.isDigit(text.bytes[start + 2]), ByteClass.isDigit(text.bytes[start + 3]),
        !text.isGluedBefore(index),
        let length = Self.length(text.bytes[start], text.bytes[start + 1])
      else { continue }
      var symbols = Array(text.bytes[start..<text[index].end])
      var end = index + 1
      // The groups of a written number are four symbols each, and one shorter group at the end.
      while symbols.count < length, symbols.count % 4 == 0, text[end].kind != .mark,
        text[end].gap == .blank, text[end].count <= 4
      {
        symbols += text.bytes[text[end].start..<text[end].end]
        end += 1
      }
      guard symbols.count == length, !text.isGluedAfter(end) else { continue }
      let isValid = Checksums.remainder97(symbols[4...] + symbols[..<4]) == 1
      guard isValid || text.isNear(index..<end, ["iban"]) else { continue }
      found.append(
        .init(
          tokens: index..<end,
          type: .iban,
          score: isValid ? 0.99 : 0.75,
          evidence: isValid ? .checksum : .context
        )
      )
    }
  }

  private static func length(_ first: UInt8, _ second: UInt8) -> Int? {
    lengths[UInt16(first & 0xDF) << 8 | UInt16(second & 0xDF)]
  }
}
