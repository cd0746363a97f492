/// Payment card numbers: a length and range of an issuer, and the sum of Luhn.
struct CardRecognizer: PersonalDataRecognizer {
  private static let shapes = [
    [4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 1], [4, 4, 5],
  ]

  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where text[index].kind == .number && !text.isGluedBefore(index) {
      let length = text[index].count
      if (12...19).contains(length) {
        add(text, index..<(index + 1), Array(text.digits(index)), &found)
      } else if length == 4 {
        let groups = DigitGroups(text, from: index, separators: " -.")
        for shape in Self.shapes where groups.begins(with: shape) {
          let range = index..<groups.end(shape.count)
          let count = found.count
          add(text, range, groups.digits(text, shape.count), &found)
          if found.count > count { break }
        }
      }
    }
  }

  private func add(
    _ text: TokenText,
    _ range: Range<Int>,
    _ digits: [UInt8],
    _ found: inout [PersonalDataCandidate]
  ) {
    guard !text.isGluedAfter(range.upperBound), Set(digits).count > 1 else { return }
    let hasCue = text.hasCue(.cardCue, range, before: 12)
    let isIssued = Self.isIssued(digits)
    if isIssued, Checksums.luhn(digits) {
      // Short numbers pass by chance too often to stand without a word about a card.
      let score = digits.count >= 14 || hasCue ? 0.99 : 0.7
      found.append(.init(tokens: range, type: .creditCard, score: score, evidence: .checksum))
    } else if hasCue, Checksums.luhn(digits) || isIssued && digits.count >= 13 {
      found.append(.init(tokens: range, type: .creditCard, score: 0.75, evidence: .context))
    }
  }

  /// Whether an issuer gives out numbers of this length with these first digits (ISO/IEC 7812).
  private static func isIssued(_ digits: [UInt8]) -> Bool {
    let head = digits.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let length = digits.count
    return switch head {
    case 400_000...499_999: [13, 16, 19].contains(length)
    case 510_000...559_999, 222_100...272_099: length == 16
    case 340_000...349_999, 370_000...379_999: length == 15
    case 300_000...305_999, 309_500...309_599, 360_000...369_999, 380_000...399_999:
      (14...19).contains(length)
    case 180_000...180_099, 213_100...213_199: length == 15
    case 352_800...358_999: (16...19).contains(length)
    case 220_000...220_499: (16...19).contains(length)
    case 500_000...509_999, 560_000...589_999, 600_000...699_999: (12...19).contains(length)
    case 810_000...829_999: (16...19).contains(length)
    default: false
    }
  }
}
