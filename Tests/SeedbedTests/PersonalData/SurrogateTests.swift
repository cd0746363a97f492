import Foundation
import SeedbedText
import Testing

@Suite("Surrogates of personal data")
struct SurrogateTests {
  /// Values whose surrogates must be found again as the same type.
  private static let values: [(PersonalDataType, String)] = [
    (.creditCard, "4111 1111 1111 1111"), (.creditCard, "5555555555554444"),
    (.creditCard, "378282246310005"), (.iban, "DE89 3704 0044 0532 0130 00"),
    (.iban, "GB82WEST12345698765432"), (.usSocialSecurity, "536-22-1234"),
    (.ukNationalInsurance, "AB123456C"), (.esIdentity, "12345678Z"), (.esIdentity, "X1234567L"),
    (.itFiscalCode, "RSSMRA85T10A562S"), (.frSocialSecurity, "1 85 05 78 006 084 91"),
    (.inAadhaar, "2341 2341 2346"), (.brTaxpayer, "529.982.247-25"),
    (.cnResidentIdentity, "11010519491231002X"), (.emailAddress, "Ann.Lee42@corp.example.net"),
    (.domainName, "https://www.ClickHouse.com.br/"), (.ipAddress, "10.20.30.40"),
    (.ipAddress, "2001:db8:1:2:3:4:5:6"), (.macAddress, "00:1B:44:11:3A:B7"),
    (.phoneNumber, "+34 612 345 678"), (.phoneNumber, "(212) 555-7890"),
    (.phoneNumber, "+44 7911 123456"), (.cryptoAddress, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"),
    (.cryptoAddress, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
    (.cryptoAddress, "0x52908400098527886E0F7030069857D2E4169EE7"), (.dateTime, "12/05/1980"),
    (.dateTime, "2024-02-29 12:30:45"), (.dateTime, "12 May 2021"), (.dateTime, "Tuesday"),
    (.nationality, "Portuguese"), (.location, "Barcelona"), (.location, "France"),
  ]

  private let surrogates: Surrogates

  init() throws { surrogates = Surrogates(key: try #require(PersonalDataSupport.key())) }

  @Test(
    "a surrogate differs, has the same form, and is found again as the same type",
    arguments: values
  )
  func sameForm(type: PersonalDataType, value: String) {
    let other = surrogates.surrogate(for: value, type: type)
    #expect(other != value)
    let prefix: String =
      switch type {
      case .phoneNumber: "call "
      case .location: "She lives in "
      case .frSocialSecurity: "INSEE "
      default: "this: "
      }
    let found = PersonalDataSupport.values("\(prefix)\(other) there")
    #expect(found == [FoundValue(type: type, text: other)], "\(value) -> \(other): \(found)")
    let isDigits: (Character) -> Bool = { $0.isNumber }
    let keepsLength: Set<PersonalDataType> = [
      .creditCard, .iban, .usSocialSecurity, .phoneNumber, .inAadhaar, .brTaxpayer, .esIdentity,
      .itFiscalCode, .frSocialSecurity,
    ]
    if keepsLength.contains(type) {
      #expect(other.count == value.count)
      #expect(other.map(isDigits) == value.map(isDigits) || type == .itFiscalCode)
    }
  }

  @Test("numbers come from ranges that are kept free for examples")
  func reserved() {
    for number in 0..<50 {
      let card = surrogates.surrogate(for: "41111111111\(10_000 + number)", type: .creditCard)
      #expect(card.hasPrefix("424242"))
      let mail = surrogates.surrogate(for: "user\(number)@corp.net", type: .emailAddress)
      #expect(["@example.com", "@example.org", "@example.net"].contains { mail.hasSuffix($0) })
      let address = surrogates.surrogate(for: "10.0.0.\(number)", type: .ipAddress)
      #expect(["192.0.2.", "198.51.100.", "203.0.113."].contains { address.hasPrefix($0) })
      let phone = surrogates.surrogate(for: "212-555-\(7000 + number)", type: .phoneNumber)
      #expect(phone.contains("-555-01"))
      let social = surrogates.surrogate(for: "536-22-\(1000 + number)", type: .usSocialSecurity)
      #expect(social.hasPrefix("9"))
    }
  }

  @Test("the same value has the same surrogate, another key gives another one")
  func keyed() throws {
    let again = Surrogates(key: try #require(PersonalDataSupport.key()))
    let other = Surrogates(key: try #require(PersonalDataSupport.key(8)))
    var equal = 0
    for (type, value) in Self.values {
      let first = surrogates.surrogate(for: value, type: type)
      #expect(first == again.surrogate(for: value, type: type))
      if first == other.surrogate(for: value, type: type) { equal += 1 }
    }
    #expect(equal <= 4)
  }

  @Test("the parts of a name keep belonging together, with gender, script and capitals")
  func names() {
    let full = surrogates.surrogate(for: "Mary Johnson", type: .person)
    let last = surrogates.surrogate(for: "Johnson", type: .person)
    #expect(full.hasSuffix(" " + last))
    #expect(full.split(separator: " ").count == 2)
    let shout = surrogates.surrogate(for: "MARY", type: .person)
    #expect(shout == shout.uppercased() && shout != "MARY")
    let cyrillic = surrogates.surrogate(for: "Иван Петров", type: .person)
    #expect(cyrillic.unicodeScalars.allSatisfy { $0.value > 0x400 || $0 == " " })
    let particle = surrogates.surrogate(for: "Jan van Dijk", type: .person)
    #expect(particle.contains(" van "))
  }

  @Test("no surrogate equals a real value of the data")
  func avoidsReal() throws {
    let key = try #require(PersonalDataSupport.key())
    let first = Surrogates(key: key).surrogate(for: "Mary", type: .person)
    let text = "My name is \(first)"
    var real = RealValues()
    real.add(PersonalDataFinder().findings(in: text), in: text)
    #expect(real.contains(first))
    let second = Surrogates(key: key, avoiding: real).surrogate(for: "Mary", type: .person)
    #expect(second != first && second != "Mary")
  }

  @Test("a title says nothing about anybody and stays")
  func titles() {
    #expect(surrogates.surrogate(for: "Mrs.", type: .title) == "Mrs.")
    #expect(surrogates.surrogate(for: "nurse", type: .title) != "nurse")
  }

  @Test("any value of any type gets a surrogate without a crash")
  func anything() {
    let odd = [
      "", " ", "0", "é", "👩‍👩‍👧", "--", "1", "@", "٣٤", "a\u{0}b", "9999999999999999999999", "x@", "+",
      "::",
    ]
    for type in PersonalDataType.allCases {
      for value in odd { _ = surrogates.surrogate(for: value, type: type) }
    }
  }

  @Test("the key never shows")
  func hiddenKey() throws {
    let key = try #require(SurrogateKey(Array("correct horse battery".utf8)))
    #expect(!"\(key) \(String(reflecting: key))".contains("horse"))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains("99"))
    #expect(SurrogateKey([1, 2, 3]) == nil)
  }
}
