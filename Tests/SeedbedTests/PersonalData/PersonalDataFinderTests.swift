import Foundation
import SeedbedText
import Testing

@Suite("Finding personal data")
struct PersonalDataFinderTests {
  @Test(
    "each type is found in a sentence, with its exact span",
    arguments: [
      ("Card 4242 4242 4242 4242 was charged.", PersonalDataType.creditCard, "4242 4242 4242 4242"),
      ("My card is 378282246310005, thanks", .creditCard, "378282246310005"),
      ("Pay to DE89 3704 0044 0532 0130 00 today", .iban, "DE89 3704 0044 0532 0130 00"),
      ("iban gb82west12345698765432.", .iban, "gb82west12345698765432"),
      ("SSN 536-22-1234 on file", .usSocialSecurity, "536-22-1234"),
      ("NI number AB123456C", .ukNationalInsurance, "AB123456C"),
      ("His NHS number is 943 476 5919", .ukHealthService, "943 476 5919"),
      ("DNI 12345678Z", .esIdentity, "12345678Z"),
      ("NIE X1234567L", .esIdentity, "X1234567L"),
      ("Steuer-ID 86 095 742 719", .deTaxID, "86 095 742 719"),
      ("codice fiscale RSSMRA85T10A562S", .itFiscalCode, "RSSMRA85T10A562S"),
      ("CPF 529.982.247-25", .brTaxpayer, "529.982.247-25"),
      ("BSN 111222333", .nlCitizenService, "111222333"),
      ("PESEL 44051401359", .plIdentity, "44051401359"),
      ("SIN 046 454 286", .caSocialInsurance, "046 454 286"),
      ("id 11010519491231002X ok", .cnResidentIdentity, "11010519491231002X"),
      ("write to ann.lee+x@mail.example.co.uk.", .emailAddress, "ann.lee+x@mail.example.co.uk"),
      ("see https://shop.example.com/a?b=1.", .domainName, "https://shop.example.com/a?b=1"),
      ("visit shop.example.com now", .domainName, "shop.example.com"),
      ("from 10.20.30.40 to us", .ipAddress, "10.20.30.40"),
      ("host 2001:db8::8a2e:370:7334 up", .ipAddress, "2001:db8::8a2e:370:7334"),
      ("mac 00:1B:44:11:3A:B7 seen", .macAddress, "00:1B:44:11:3A:B7"),
      ("call +34 612 345 678 today", .phoneNumber, "+34 612 345 678"),
      ("ring 020 7946 0958 please", .phoneNumber, "020 7946 0958"),
      ("call (555) 123-4567", .phoneNumber, "(555) 123-4567"),
      ("tel. 01 42 68 53 00", .phoneNumber, "01 42 68 53 00"),
      ("Tel: 030/12345678", .phoneNumber, "030/12345678"),
      ("phone +81 3-1234-5678", .phoneNumber, "+81 3-1234-5678"),
      (
        "send to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", .cryptoAddress,
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"
      ),
      (
        "or bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", .cryptoAddress,
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
      ),
      ("password: hunter2x!", .secret, "hunter2x"),
      ("born on 12 May 1980 in Leeds", .dateTime, "12 May 1980"),
      ("due 2024-02-29 12:30:45", .dateTime, "2024-02-29 12:30:45"),
      ("She is 34 years old", .age, "34"),
      ("my zip code is 90210", .zipCode, "90210"),
      ("We live at 221 Baker Street in town", .streetAddress, "221 Baker Street"),
      ("It is at Hauptstraße 12.", .streetAddress, "Hauptstraße 12"),
      ("He lives at Calle Mayor 5", .streetAddress, "Calle Mayor 5"),
      ("My name is Anneke Visser", .person, "Anneke Visser"),
      ("Ask Dr. Okonkwo about it", .person, "Okonkwo"),
      ("I work for Initech GmbH", .organization, "Initech GmbH"),
      ("She moved to Barcelona last year", .location, "Barcelona"),
      ("a Portuguese singer", .nationality, "Portuguese"),
      ("I work as a nurse", .title, "nurse"),
    ] as [(String, PersonalDataType, String)]
  )
  func found(text: String, type: PersonalDataType, value: String) {
    let values = PersonalDataSupport.values(text)
    #expect(values.contains(FoundValue(type: type, text: value)), "\(values)")
  }

  @Test(
    "what only looks like personal data is left alone",
    arguments: [
      "Version 1.2.3.4 of the driver", "Order 4242424242424243 was shipped",
      "It costs $1,234,567.89",
      "See chapters 3 to 12 and page 204", "The password is wrong again", "std::vector<int> v;",
      "At 12:30 the ratio was 3:2", "He scored 100 points", "We need 3 more items",
      "The quick brown fox jumps over the lazy dog.", "Please restart the server and try again.",
      "Thanks for your help!", "How do I check my balance?",
      "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
    ]
  )
  func leftAlone(text: String) {
    let values = PersonalDataSupport.values(text).filter { $0.type != .dateTime }
    #expect(values.isEmpty, "\(values)")
  }

  @Test("numbers with right check digits are found, and one changed digit makes them pass unseen")
  func golden() throws {
    let file = PersonalDataSupport.testsFolder.appending(path: "Golden/personal-data/numbers.json")
    let golden = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: file))
    #expect(golden.count == 8)
    for (name, numbers) in golden.sorted(by: { $0.key < $1.key }) {
      let type = try #require(PersonalDataType(rawValue: name))
      for number in numbers {
        let values = PersonalDataSupport.values("It says \(number) there.")
        #expect(
          values.contains(FoundValue(type: type, text: number)),
          "\(name) \(number): \(values)"
        )
        guard type != .usSocialSecurity else { continue }
        var wrong = Array(number.utf8)
        let place = wrong.count - 2
        wrong[place] = wrong[place] == 0x37 ? 0x38 : 0x37
        let text = String(decoding: wrong, as: UTF8.self)
        #expect(!PersonalDataSupport.values("It says \(text) there.").contains { $0.type == type })
      }
    }
  }

  @Test(
    "keys of services are found, words with the same start are not",
    arguments: [
      "AKIA" + "IOSFODNN7EXAMPLE", "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
      "sk-" + "proj4abcdEFGHijkl0123mnop",
      "xoxb-" + "123456789012-abcdEFGH", "AIza" + "SyD4-abcdefghijklmnopqrstuvwx12345",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
    ]
  )
  func secrets(key: String) {
    #expect(PersonalDataSupport.values("use \(key) here") == [FoundValue(type: .secret, text: key)])
    #expect(PersonalDataSupport.values("risk-based sk-learn pk-field tokens").isEmpty)
  }

  @Test("a private key is one finding from its first line to its last")
  func privateKey() {
    let key =
      "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34Gkx\nFhD90vcNLYLInFEX6\n-----END RSA PRIVATE KEY-----"
    #expect(PersonalDataSupport.values("a\n\(key)\nb") == [FoundValue(type: .secret, text: key)])
  }

  @Test("findings never overlap, are in order, and both spans cover the same words")
  func spans() throws {
    let pieces = [
      "Ann Lee", "📞 +44 20 7946 0958", "مرحبا", "e\u{301}cole", "ann@example.org", "10.0.0.1", "👩‍👩‍👧",
      "12 May 2021", "שלום", "Hauptstraße 12", "DE89370400440532013000", ",", "\n", "my name is",
      "Zoë",
    ]
    var draws = PersonalDataSupport.Draws(state: 11)
    for _ in 0..<400 {
      let text = (0..<(1 + draws.next(9))).map { _ in pieces[draws.next(pieces.count)] }
        .joined(separator: " ")
      let scalars = Array(text.unicodeScalars)
      var end = 0
      for finding in PersonalDataFinder().findings(in: text) {
        #expect(finding.utf8.lowerBound >= end)
        end = finding.utf8.upperBound
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[finding.scalars])
        #expect(Array(String(view).utf8) == Array(finding.value(in: text).utf8))
        #expect((0.5...1).contains(finding.score))
      }
    }
  }

  @Test("random bytes read as text never crash the finder")
  func randomBytes() {
    var draws = PersonalDataSupport.Draws(state: 5)
    let likely = Array("09aZ@.:-+ \n\"'(/_=é".utf8)
    for round in 0..<2000 {
      let bytes = (0..<(round % 90)).map { _ in
        round % 2 == 0 ? UInt8(draws.next(256)) : likely[draws.next(likely.count)]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for finding in PersonalDataFinder().findings(in: text) {
        #expect(finding.utf8.upperBound <= text.utf8.count)
      }
      _ = SafetyRules().findings(in: text)
    }
  }

  @Test(
    "hostile texts take linear time",
    arguments: [
      "1", "@", "-", ":", ".", "a@", "1-", "1.", "1 ", "A ", "a.", "(", "\"", "é", "ab:", "Mr. ",
      "password=",
      "1:", "http://", "Ann and ", "4111 ", "x_", "\n", "de ",
    ]
  )
  func hostile(piece: String) {
    let size = ["1", "@", "-"].contains(piece) ? 1 << 20 : 1 << 18
    let text = String(repeating: piece, count: size / piece.utf8.count)
    // A quadratic search of so many bytes would not come back within the limit of the suite.
    #expect(PersonalDataFinder().findings(in: text).count <= text.utf8.count)
  }

  @Test("only the types asked for come back")
  func chosenTypes() {
    let finder = PersonalDataFinder(types: [.emailAddress])
    let values = PersonalDataSupport.values("Ann Lee, ann@example.org, +34 612 345 678", finder)
    #expect(values == [FoundValue(type: .emailAddress, text: "ann@example.org")])
  }
}
