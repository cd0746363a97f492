/// The kinds of personal data that can be found.
///
/// The order is the one that decides when two findings of one score and length overlap.
public enum PersonalDataType: String, Sendable, CaseIterable, Codable, Comparable {
  /// A key, token, password or private key.
  case secret
  /// A payment card number.
  case creditCard = "credit_card"
  /// An international bank account number.
  case iban
  /// The address of a wallet.
  case cryptoAddress = "crypto_address"
  /// The social security number of the United States.
  case usSocialSecurity = "us_ssn"
  /// A driver's licence number of the United States, by its context.
  case usDriverLicense = "us_driver_license"
  /// The national insurance number of the United Kingdom.
  case ukNationalInsurance = "uk_nino"
  /// The health service number of England and Wales.
  case ukHealthService = "uk_nhs"
  /// The identity number of Spain, of citizens (DNI) and of foreigners (NIE).
  case esIdentity = "es_dni"
  /// The tax id of Germany.
  case deTaxID = "de_tax_id"
  /// The social security number of France (NIR, INSEE).
  case frSocialSecurity = "fr_nir"
  /// The fiscal code of Italy.
  case itFiscalCode = "it_fiscal_code"
  /// The Aadhaar number of India.
  case inAadhaar = "in_aadhaar"
  /// The taxpayer number of Brazil (CPF).
  case brTaxpayer = "br_cpf"
  /// The citizen service number of the Netherlands (BSN).
  case nlCitizenService = "nl_bsn"
  /// The identity number of Poland (PESEL).
  case plIdentity = "pl_pesel"
  /// The social insurance number of Canada.
  case caSocialInsurance = "ca_sin"
  /// The resident identity number of China.
  case cnResidentIdentity = "cn_resident_id"
  /// An e-mail address.
  case emailAddress = "email_address"
  /// A URL or a bare domain.
  case domainName = "domain_name"
  /// An IPv4 or IPv6 address.
  case ipAddress = "ip_address"
  /// The hardware address of a network card.
  case macAddress = "mac_address"
  /// A telephone number.
  case phoneNumber = "phone_number"
  /// A street address, or a part of one: a street with its number, a flat, a box.
  case streetAddress = "street_address"
  /// A postal code that stands alone.
  case zipCode = "zip_code"
  /// A date, a time, a weekday or a year.
  case dateTime = "date_time"
  /// The age of a person.
  case age
  /// A title before a name, or a profession.
  case title
  /// A person's name, or a part of it.
  case person
  /// A company or institution.
  case organization
  /// A country, region or place.
  case location
  /// A nationality, religion or political group.
  case nationality

  /// Orders types as they are declared.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The place in the declaration, from 0.
  var rank: Int { Self.ranks[rawValue] ?? 0 }

  private static let ranks: [String: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) }
  )
}
