import SeedbedText

/// The transforms that put other names, numbers and dates in.
enum SubstitutionMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any TransformMethod] =
    single + [
      Substitution(
        "entities",
        "Puts other values in the place of all names, amounts, dates, codes and addresses.",
        ValueKind.allCases
      ),
      SlotValueReplacement(),
    ]

  private static let single = [
    Substitution(
      "people",
      "Gives people other names of the same culture and gender.",
      [.person, .givenName, .familyName]
    ),
    Substitution(
      "places",
      "Puts other countries, regions and towns in, as the language names them.",
      [.place]
    ),
    Substitution(
      "organizations",
      "Puts invented companies in, with the same legal form.",
      [.organization]
    ),
    Substitution("products", "Puts other products of the same kind in.", [.product]),
    Substitution(
      "amounts",
      "Changes sums of money, in the same currency and form.",
      [.amount]
    ),
    Substitution(
      "dates",
      "Moves dates by whole weeks, in the same format, so that weekdays stay right.",
      [.date]
    ),
    Substitution("times", "Moves times of day, in the same format.", [.time]),
    Substitution(
      "numbers",
      "Changes numbers that count or measure, with the same unit and as many digits.",
      [.number]
    ),
    Substitution(
      "identifiers",
      "Changes the numbers of orders, tickets and accounts; check digits stay right.",
      [.identifier]
    ),
    Substitution("emails", "Puts e-mail addresses at domains for examples in.", [.email]),
    Substitution("phones", "Puts telephone numbers of the same country and groups in.", [.phone]),
    Substitution("urls", "Puts web addresses below domains for examples in.", [.url]),
  ]
}
