/// A first filter for unsafe texts: short lists of phrases with their context, each with a name.
///
/// The rules flag clear cases and leave topics alone: "kill the process" and "bomb calorimeter" pass.
/// What they let through is not thereby safe; a moderation endpoint or a judge comes after them.
public struct SafetyRules: Sendable {
  /// What is looked for.
  public let categories: Set<SafetyCategory>

  /// Makes the filter.
  ///
  /// - Parameter categories: What is looked for; all categories by default.
  public init(categories: Set<SafetyCategory> = Set(SafetyCategory.allCases)) {
    self.categories = categories
  }

  /// Finds what the rules flag.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The findings in the order of the text; one place can break several rules.
  public func findings(in text: String) -> [SafetyFinding] {
    var found = Self.matcher.findings(in: text).filter { categories.contains($0.category) }
    if categories.contains(.promptInjection) { found += InjectionPhrases().findings(in: text) }
    if categories.contains(.secrets) {
      found += Self.secretFinder.findings(in: text).map {
        SafetyFinding(
          utf8: $0.utf8,
          scalars: $0.scalars,
          category: .secrets,
          rule: "secrets.\($0.evidence.rawValue)"
        )
      }
    }
    return found.sorted { ($0.utf8.lowerBound, $0.rule) < ($1.utf8.lowerBound, $1.rule) }
  }

  private static let secretFinder = PersonalDataFinder(types: [.secret])

  private static let matcher = PhraseMatcher(
    SafetyPhrases.all.flatMap { group in
      group.phrases.split(separator: "\n").enumerated().map { number, phrase in
        PhraseRule(
          name: "\(group.category.rawValue).\(number + 1)",
          category: group.category,
          patterns: [PhrasePattern(String(phrase))]
        )
      }
    }
  )
}
