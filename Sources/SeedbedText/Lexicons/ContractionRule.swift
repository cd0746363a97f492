/// One English contraction and what it stands for.
struct ContractionRule: Sendable {
  /// What decides whether the rule applies.
  enum Kind: Sendable {
    /// It stands for one thing: "I'm".
    case fixed
    /// It stands for "have" before a participle: "we've".
    case have
    /// It denies: "don't".
    case negation
    /// "'s": the next word decides.
    case isOrHas
    /// "'d": the next word decides.
    case hadOrWould
    /// "let's", which needs something after it.
    case letUs
  }

  let short: String
  let long: String
  let kind: Kind
  /// Whether the long form is ever contracted.
  let isMade: Bool
  /// Whether it begins with the pronoun that is a capital in any case.
  var isOfI: Bool { short.hasPrefix("i'") }

  /// Every rule; of a contraction with two readings the second follows the first.
  static let all: [ContractionRule] = {
    var rules = [
      ContractionRule(short: "i'm", long: "i am", kind: .fixed, isMade: true),
      ContractionRule(short: "let's", long: "let us", kind: .letUs, isMade: false),
      ContractionRule(short: "won't", long: "will not", kind: .negation, isMade: true),
      ContractionRule(short: "can't", long: "cannot", kind: .negation, isMade: true),
      ContractionRule(short: "can't", long: "can not", kind: .negation, isMade: true),
      ContractionRule(short: "shan't", long: "shall not", kind: .negation, isMade: false),
    ]
    for word in words("do does did is are was were has have had would could should must") {
      rules.append(
        ContractionRule(short: word + "n't", long: word + " not", kind: .negation, isMade: true)
      )
    }
    for word in words("you we they") {
      rules.append(
        ContractionRule(short: word + "'re", long: word + " are", kind: .fixed, isMade: true)
      )
    }
    let pronouns = words("i you he she it we they")
    for word in pronouns {
      rules += [
        ContractionRule(short: word + "'ll", long: word + " will", kind: .fixed, isMade: true),
        ContractionRule(short: word + "'ve", long: word + " have", kind: .have, isMade: true),
        ContractionRule(short: word + "'d", long: word + " would", kind: .hadOrWould, isMade: true),
        ContractionRule(short: word + "'d", long: word + " had", kind: .hadOrWould, isMade: false),
      ]
    }
    for word in words("could would should might must") {
      rules.append(
        ContractionRule(short: word + "'ve", long: word + " have", kind: .have, isMade: false)
      )
    }
    for word in words("he she it that there here what who where how") {
      rules += [
        ContractionRule(short: word + "'s", long: word + " is", kind: .isOrHas, isMade: true),
        ContractionRule(
          short: word + "'s",
          long: word + " has",
          kind: .isOrHas,
          isMade: pronouns.contains(word)
        ),
      ]
    }
    return rules
  }()

  private static func words(_ list: String) -> [String] {
    list.split(separator: " ").map(String.init)
  }
}
