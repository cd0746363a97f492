/// National numbers made of digits alone, by their grouping, check digits and the words round them.
struct NationalNumberRecognizer: PersonalDataRecognizer {
  /// How a number is told from others.
  private struct Rule: Sendable {
    var type: PersonalDataType
    /// Groupings that show the number by themselves, given the right check digits.
    var telling: [[Int]]
    /// Groupings that need one of the words nearby.
    var plain: [[Int]]
    var words: [StaticString]
    var evidence: PersonalDataFinding.Evidence = .checksum
    var isValid: @Sendable ([UInt8]) -> Bool
  }

  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where text[index].kind == .number && !text.isGluedBefore(index) {
      guard text[index].count <= 15 else { continue }
      let groups = DigitGroups(text, from: index, separators: " -.")
      for rule in Self.rules {
        for (shapes, needsWord) in [(rule.telling, false), (rule.plain, true)] {
          for shape in shapes where matches(groups, shape) {
            let range = index..<groups.end(shape.count)
            guard !text.isGluedAfter(range.upperBound) else { continue }
            let hasWord = text.isNear(range, rule.words)
            guard hasWord || !needsWord, rule.isValid(groups.digits(text, shape.count)) else {
              continue
            }
            found.append(
              .init(
                tokens: range,
                type: rule.type,
                score: hasWord ? 0.99 : 0.85,
                evidence: rule.evidence
              )
            )
          }
        }
      }
    }
  }

  /// Whether digits pass the check of a type.
  static func isValid(_ digits: [UInt8], _ type: PersonalDataType) -> Bool {
    rules.contains { rule in
      rule.type == type
        && (rule.telling + rule.plain).contains { $0.reduce(0, +) == digits.count }
        && rule.isValid(digits)
    }
  }

  private func matches(_ groups: DigitGroups, _ shape: [Int]) -> Bool {
    if shape == [3, 3, 3, 2], groups.lengths.starts(with: shape) {
      return groups.separators.prefix(3).elementsEqual("..-".utf8)
        || groups.begins(with: shape)
    }
    return groups.begins(with: shape)
  }

  private static let rules: [Rule] = [
    Rule(
      type: .usSocialSecurity,
      telling: [[3, 2, 4]],
      plain: [[9]],
      words: ["ssn", "social"],
      evidence: .pattern
    ) { digits in
      let area = value(digits, 0..<3)
      // Areas from 900 on are taxpayers who have no such number (ITIN).
      return area != 0 && area != 666 && value(digits, 3..<5) != 0
        && value(digits, 5..<9) != 0
    },
    Rule(
      type: .ukHealthService,
      telling: [],
      plain: [[3, 3, 4], [10]],
      words: ["nhs"]
    ) { digits in
      let check = 11 - Checksums.weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
      return check != 10 && check % 11 == Int(digits[9] - 0x30)
    },
    Rule(
      type: .deTaxID,
      telling: [[2, 3, 3, 3]],
      plain: [[11]],
      words: ["steuer", "steuerid", "steueridentifikationsnummer", "idnr", "tax", "tin", "id"]
    ) { digits in
      guard digits[0] != 0x30, Checksums.mod11And10(digits) else { return false }
      // Of the first ten digits one comes twice or three times.
      let most = (UInt8(0x30)...0x39).map { digit in digits[..<10].filter { $0 == digit }.count }
      return (most.max() ?? 0) >= 2 && (most.max() ?? 0) <= 3
    },
    Rule(
      type: .frSocialSecurity,
      telling: [[1, 2, 2, 2, 3, 3, 2], [15], [13, 2]],
      plain: [],
      words: ["insee", "nir", "sécurité", "securite", "sociale"]
    ) { digits in
      let month = value(digits, 3..<5)
      guard digits[0] == 0x31 || digits[0] == 0x32, (1...12).contains(month) || month >= 20,
        let remainder = Checksums.remainder97(digits[..<13])
      else { return false }
      return 97 - remainder == value(digits, 13..<15)
    },
    Rule(
      type: .inAadhaar,
      telling: [[4, 4, 4]],
      plain: [[12]],
      words: ["aadhaar", "aadhar", "uid", "uidai"]
    ) { $0[0] >= 0x32 && Checksums.verhoeff($0) },
    Rule(
      type: .brTaxpayer,
      telling: [[3, 3, 3, 2]],
      plain: [[11]],
      words: ["cpf"]
    ) { digits in
      guard Set(digits).count > 1 else { return false }
      let first = Checksums.weighted(digits, Array((2...10).reversed())) * 10 % 11 % 10
      let second = Checksums.weighted(digits, Array((2...11).reversed())) * 10 % 11 % 10
      return first == Int(digits[9] - 0x30) && second == Int(digits[10] - 0x30)
    },
    Rule(
      type: .nlCitizenService,
      telling: [],
      plain: [[9], [4, 2, 3], [3, 3, 3]],
      words: ["bsn", "burgerservicenummer", "sofinummer"]
    ) { Checksums.weighted($0, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 },
    Rule(
      type: .plIdentity,
      telling: [],
      plain: [[11]],
      words: ["pesel"]
    ) { Checksums.weighted($0, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0 },
    Rule(
      type: .caSocialInsurance,
      telling: [],
      plain: [[3, 3, 3], [9]],
      words: ["sin", "insurance"]
    ) { Set($0).count > 1 && Checksums.luhn($0) },
  ]

  private static func value(_ digits: [UInt8], _ range: Range<Int>) -> Int {
    digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
