/// The kinds of values that can give way to another of their kind.
public enum ValueKind: String, Sendable, CaseIterable {
  /// A person's name, or a part of it.
  case person
  /// A given name alone.
  case givenName = "given_name"
  /// A family name alone.
  case familyName = "family_name"
  /// A country, region or town.
  case place
  /// A company or institution.
  case organization
  /// A product with a name of its own, such as a telephone or a console.
  case product
  /// A sum of money.
  case amount
  /// A day, a month, a year or a phrase for one.
  case date
  /// A time of day.
  case time
  /// A number that counts or measures.
  case number
  /// The number or code of an order, a ticket, an account.
  case identifier
  /// An e-mail address.
  case email
  /// A telephone number.
  case phone
  /// The address of a page.
  case url
}
