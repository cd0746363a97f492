import SeedbedText
import Testing

@Suite("Protected ranges")
struct ProtectedRangeTests {
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ProtectedRanges.find(in: text).map {
      "\($0.kind.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test(
    "are found whole",
    arguments: [
      ("I have 3 dogs", ["number: 3"]), ("1 000 000 fish", ["number: 1 000 000"]),
      ("1,234.56 and 1.234,56", ["number: 1,234.56", "number: 1.234,56"]),
      ("-5 or 5-10, 1/2 cup", ["number: -5", "number: 5-10", "number: 1/2"]),
      ("the 3rd, 5GB, 10k, 20 km", ["number: 3rd", "number: 5GB", "number: 10k", "number: 20 km"]),
      ("2024-05-01T10:00:00Z", ["date: 2024-05-01T10:00:00Z"]),
      ("1/5/24, 01.05.2024", ["date: 1/5/24", "date: 01.05.2024"]),
      ("May 5, 2024 or Jan 3rd", ["date: May 5, 2024", "date: Jan 3rd"]),
      ("5 de mayo de 2024", ["date: 5 de mayo de 2024"]), ("3. Oktober", ["date: 3. Oktober"]),
      ("le 14 août", ["date: 14 août"]),
      ("at 10:30am, 9 p.m. or 23:59:59", ["time: 10:30am", "time: 9 p.m.", "time: 23:59:59"]),
      (
        "$1,299.99, 45 €, €20, £5, 20 USD",
        [
          "money: $1,299.99", "money: 45 €", "money: €20", "money: £5", "money: 20 USD",
        ]
      ),
      ("-$5 off", ["money: -$5"]),
      (
        "15% or 12.5 % or 3 percent",
        ["percentage: 15%", "percentage: 12.5 %", "percentage: 3 percent"]
      ),
      ("v1.2 and 2.0.1-beta.2", ["version: v1.2", "version: 2.0.1-beta.2"]),
      ("joe.b+x@mail.example.co.uk.", ["email: joe.b+x@mail.example.co.uk"]),
      ("see https://x.org/a(b)?q=1.", ["url: https://x.org/a(b)?q=1"]),
      ("(www.example.com)", ["url: www.example.com"]),
      ("on shop.example.com today", ["url: shop.example.com"]),
      ("+34 612 345 678 now", ["phone: +34 612 345 678"]),
      ("(555) 123-4567 or 555-123-4567", ["phone: (555) 123-4567", "phone: 555-123-4567"]),
      ("ORD-12345 and AB12CD", ["identifier: ORD-12345", "identifier: AB12CD"]),
      ("#98765 #fail @bob_2", ["identifier: #98765", "hashtag: #fail", "mention: @bob_2"]),
      (
        "{{Order Number}} {name} ${x} [NAME] <id> %s",
        [
          "placeholder: {{Order Number}}", "placeholder: {name}", "placeholder: ${x}",
          "placeholder: [NAME]", "placeholder: <id>", "placeholder: %s",
        ]
      ),
      ("run `ls -1` now", ["code: `ls -1`"]), ("``a ` b``", ["code: ``a ` b``"]),
      (
        "say \"pay 5 now\" and “ok” «sí»",
        ["quotation: \"pay 5 now\"", "quotation: “ok”", "quotation: «sí»"]
      ),
      ("the 'old' one", ["quotation: 'old'"]), ("我有3个", ["number: 3"]),
    ]
  )
  func whole(_ text: String, _ expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(
    "plain words are not protected",
    arguments: [
      "", "hello there", "it's Tom's and the dogs' toys", "don't you march on", "you may go",
      "well-known",
      "a { b", "5" + "", "Mr. Smith. Yes.", "x < y > z", "e.g. this", "café-bar", "@", "#",
      "100% ".isEmpty ? "" : "so on",
      "unfinished \"quote", "`tick", "no. yes", "and/or",
    ]
  )
  func plain(_ text: String) {
    #expect(found(text) == (text == "5" ? ["number: 5"] : []))
  }

  @Test("pitfall: a number inside a date, version, phone or code is not a number of its own")
  func numbersInside() {
    let text = "Order A-1001 of 2024-05-01 (v2.3.4), tel. +1 555 123 4567, 10:45, $99"
    #expect(!found(text).contains { $0.hasPrefix("number") })
    #expect(found(text).count == 6)
  }

  @Test("ranges are sorted, apart, inside the text and on character borders, whatever the text")
  func properties() {
    let pieces = [
      "a", "5", " ", ".", ",", "-", "@", "#", "$", "€", "%", "{", "}", "[", "]", "<", ">", "`",
      "\"",
      "'", "“", "”", "«", "»", "é", "我", "😀", "v1", "+", "(", ")", ":", "/", "May", "12", "2024",
      "\n",
      "www.", "x.com", "\u{0}", "°", "£", "_", "99999999999999999999",
    ]
    var state: UInt64 = 7
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      var last = 0
      let bytes = Array(text.utf8)
      for part in ProtectedRanges.find(in: text) {
        #expect(part.range.lowerBound >= last && part.range.upperBound <= bytes.count)
        #expect(!part.range.isEmpty)
        #expect(String(validating: bytes[part.range], as: UTF8.self) != nil, "\(text)")
        last = part.range.upperBound
      }
    }
  }
}
