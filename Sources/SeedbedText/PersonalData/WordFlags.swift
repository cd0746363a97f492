/// What is known about a word, whatever its capitals.
struct WordFlags: OptionSet, Sendable {
  let rawValue: UInt64

  /// An everyday word that is no name, even where it is capitalised.
  static let common = Self(rawValue: 1 << 0)
  static let female = Self(rawValue: 1 << 1)
  static let male = Self(rawValue: 1 << 2)
  static let surname = Self(rawValue: 1 << 3)
  static let city = Self(rawValue: 1 << 4)
  static let country = Self(rawValue: 1 << 5)
  static let region = Self(rawValue: 1 << 6)
  static let nationality = Self(rawValue: 1 << 7)
  static let honorific = Self(rawValue: 1 << 8)
  /// The last word of a profession: engineer, clerk.
  static let profession = Self(rawValue: 1 << 9)
  /// A legal form behind the name of a company: Inc, GmbH.
  static let legalForm = Self(rawValue: 1 << 10)
  /// A word that names of organisations end with: Group, Bank.
  static let organizationWord = Self(rawValue: 1 << 11)
  static let knownOrganization = Self(rawValue: 1 << 12)
  /// Behind the name of a street: Road, Drive.
  static let streetSuffix = Self(rawValue: 1 << 13)
  /// Before the name of a street: Rue, Via.
  static let streetPrefix = Self(rawValue: 1 << 14)
  /// A part of a building: Apt, Suite.
  static let unit = Self(rawValue: 1 << 15)
  static let month = Self(rawValue: 1 << 16)
  static let weekday = Self(rawValue: 1 << 17)
  /// A small word inside names: de, van, von.
  static let particle = Self(rawValue: 1 << 18)
  static let phoneCue = Self(rawValue: 1 << 19)
  static let speechVerb = Self(rawValue: 1 << 20)
  /// A verb that says what a person or thing is or does.
  static let verb = Self(rawValue: 1 << 21)
  /// A preposition of place.
  static let placePreposition = Self(rawValue: 1 << 22)
  /// A word right before a person's name: called, starring.
  static let personCue = Self(rawValue: 1 << 23)
  /// Work, employer: an organisation follows soon.
  static let employmentCue = Self(rawValue: 1 << 24)
  /// Website, office: an organisation stands before.
  static let organizationNoun = Self(rawValue: 1 << 25)
  static let kin = Self(rawValue: 1 << 26)
  /// Live, move, travel: a place follows soon.
  static let placeVerb = Self(rawValue: 1 << 27)
  static let cardCue = Self(rawValue: 1 << 28)
  static let stateCode = Self(rawValue: 1 << 29)
  static let ageCue = Self(rawValue: 1 << 30)
  static let greeting = Self(rawValue: 1 << 31)
  /// The first word of a name of several words.
  static let phraseStart = Self(rawValue: 1 << 32)
  static let topLevelDomain = Self(rawValue: 1 << 33)
  /// A top-level domain that is a word too: it, no, is.
  static let wordlikeDomain = Self(rawValue: 1 << 34)
  static let identityCue = Self(rawValue: 1 << 35)
  static let secretCue = Self(rawValue: 1 << 36)
  static let postalCue = Self(rawValue: 1 << 37)
  /// City, town, capital: a place stands beside it.
  static let placeNoun = Self(rawValue: 1 << 38)
  /// Mail, address and other places where something arrives.
  static let addressCue = Self(rawValue: 1 << 39)
  static let nameCue = Self(rawValue: 1 << 40)
  static let dayPart = Self(rawValue: 1 << 41)
  static let yearCue = Self(rawValue: 1 << 42)
  static let licenseCue = Self(rawValue: 1 << 43)
  /// A function word, which ends a name that has no capitals.
  static let function = Self(rawValue: 1 << 44)
  static let scheme = Self(rawValue: 1 << 45)
  /// The first part of the keys that some service gives out: ghp, sk.
  static let secretPrefix = Self(rawValue: 1 << 46)

  static let givenName: Self = [.female, .male]
  static let place: Self = [.city, .country, .region]
  /// What makes a recogniser look closer at a word that is neither number nor capitalised.
  static let triggers: Self = [
    .honorific, .profession, .legalForm, .streetSuffix, .streetPrefix, .unit, .month, .weekday,
    .secretCue, .scheme, .nationality, .addressCue, .licenseCue, .dayPart,
  ]
}
