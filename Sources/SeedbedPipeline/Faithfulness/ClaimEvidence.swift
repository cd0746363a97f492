/// Says in one sentence what of a claim has no support.
enum ClaimEvidence {
  /// So many words or facts are named.
  private static let most = 4
  /// So many scalars of a claim are shown.
  private static let longestQuote = 120

  static func sentence(_ claim: SupportedClaim) -> String {
    var parts: [String] = []
    for finding in claim.facts.prefix(64) where finding.support == .contradicted {
      parts.append(
        "\(noun(finding.fact.kind)) \(quoted(finding.fact.text)) is \(quoted(finding.sourceText)) "
          + "in the source"
      )
    }
    let absent = claim.facts.filter { $0.support == .absent }
    for kind in Fact.Kind.allCases {
      let texts = absent.filter { $0.fact.kind == kind }.map(\.fact.text)
      if !texts.isEmpty {
        parts.append(
          "\(noun(kind)) \(list(texts)) \(texts.count == 1 ? "is" : "are") not in the source"
        )
      }
    }
    let named = absent.map(\.fact.text)
    let words = claim.missing.filter { word in !named.contains { $0.contains(word) } }
    if !words.isEmpty {
      parts.append(
        "\(words.count == 1 ? "the word" : "the words") \(list(words)) \(words.count == 1 ? "has" : "have") no support"
      )
    }
    if claim.isDenied { parts.append("claim and source differ in a negation") }
    if parts.isEmpty {
      parts.append(
        claim.signals.together < 0.6
          ? "its words stand in the source, but far apart" : "its words stand in the source"
      )
    }
    return quoted(shortened(claim.text)) + ": " + parts.joined(separator: "; ")
  }

  private static func noun(_ kind: Fact.Kind) -> String {
    switch kind {
    case .number: "the number"
    case .date: "the date"
    case .name: "the name"
    case .code: "the code"
    }
  }

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(most).map(quoted).joined(separator: ", ")
    return texts.count > most ? shown + " and \(texts.count - most) more" : shown
  }

  private static func quoted(_ text: String) -> String { "“\(text)”" }

  static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > longestQuote else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(longestQuote - 1))) + "…"
  }
}
