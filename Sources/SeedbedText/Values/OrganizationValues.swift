import SeedbedKernels

/// Other companies: invented names; legal form and kind of business stay.
enum OrganizationValues {
  static func other(than value: String, _ random: inout CounterRandom) -> String? {
    var result = ""
    var changed = false
    for part in TextParts.split(value) {
      let stays =
        !SurrogateWords.isWord(part) || SurrogateWords.staysInOrganization(part)
        || part == "Co"
      guard !stays, let name = random.pick(SurrogateWords.companies) else {
        result += part
        continue
      }
      result += cased(name, like: part)
      changed = true
    }
    guard !changed else { return result }
    return random.pick(SurrogateWords.companies).map { cased($0, like: value) }
  }

  /// The name in capitals or small letters where the old one was.
  private static func cased(_ name: String, like old: String) -> String {
    switch LetterCase(of: old) {
    case .upper: name.uppercased()
    case .lower: name.lowercased()
    case .capitalised, .mixed: name
    }
  }
}

extension ValueMaker {
  /// Whether a name ends as the names of companies and institutions do, and has capitals.
  ///
  /// - Parameter value: A name of several words.
  /// - Returns: True for `Harrison Consulting Ltd` and `Alder University`.
  public static func isFirm(_ value: String) -> Bool {
    let words = value.split(separator: " ")
    guard words.count > 1, let first = words.first, let last = words.last,
      first.unicodeScalars.first?.properties.isUppercase == true,
      last.unicodeScalars.first?.properties.isUppercase == true
    else { return false }
    let flags = NameLexicon.shared.flags(of: String(last.filter(\.isLetter)))
    return !flags.isDisjoint(with: [.legalForm, .organizationWord])
  }
}
