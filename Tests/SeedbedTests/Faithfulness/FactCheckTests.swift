import SeedbedPipeline
import Testing

@Suite("Facts of a claim in a source") struct FactCheckTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var claim: String
    var source: String
    var support: FactFinding.Support
    var testDescription: String { "\(claim) | \(source)" }
  }

  static let numbers: [Example] = [
    .init(
      claim: "It cost 1,200 pounds.",
      source: "The price was 1200 pounds.",
      support: .supported
    ),
    .init(
      claim: "It has 1200 seats.",
      source: "There are twelve hundred seats.",
      support: .supported
    ),
    .init(claim: "It cost £5m.", source: "They paid 5 million pounds.", support: .supported),
    .init(claim: "About 1.2 million people", source: "some 1,200,000 people", support: .supported),
    .init(claim: "a rise of 30%", source: "rose by 30 per cent", support: .supported),
    .init(claim: "twenty-five guards", source: "25 guards were hurt", support: .supported),
    .init(claim: "It was built in 1928.", source: "Built on 3 May 1928.", support: .supported),
    .init(claim: "The film is from 1932.", source: "Born on 3 May 1928.", support: .absent),
    .init(claim: "They had 3 cars.", source: "They had four cars.", support: .contradicted),
    .init(claim: "It weighs 30 kg.", source: "Its weight is 45 kilograms.", support: .contradicted),
    .init(claim: "It cost $40.", source: "He paid 50 dollars.", support: .contradicted),
    .init(claim: "They won 2-1.", source: "The match ended 2-1.", support: .supported),
    .init(
      claim: "It took 98.7 days.",
      source: "It took ( about ) 98. 7 days.",
      support: .supported
    ),
    .init(
      claim: "It sold 735,000 copies.",
      source: "It sold ( so far ) 735, 000 copies.",
      support: .supported
    ),
  ]

  @Test("Numbers are compared by value and unit", arguments: numbers)
  func comparesNumbers(example: Example) throws {
    let source = SourceText(example.source)
    let found = FactCheck.findings(for: example.claim, in: source).filter {
      $0.fact.kind == .number
    }
    #expect(found.first?.support == example.support)
    #expect(found.count == 1)
    #expect((found.first?.source == nil) == (example.support == .absent))
  }

  static let dates: [Example] = [
    .init(claim: "on July 5, 1984", source: "born 5 July 1984", support: .supported),
    .init(claim: "on 2011-05-31", source: "on 31 May 2011", support: .supported),
    .init(claim: "on 5 July", source: "born on July 5, 1984", support: .supported),
    .init(claim: "on 4/5/2024", source: "on 4 May 2024", support: .supported),
    .init(claim: "on July 7, 1984", source: "born 5 July 1984", support: .contradicted),
    .init(claim: "on 7 August 1990", source: "born 5 July 1984", support: .absent),
    .init(claim: "am 3. März 2020", source: "le 3 mars 2020", support: .supported),
  ]

  @Test("Dates are compared by the parts that the claim gives", arguments: dates)
  func comparesDates(example: Example) {
    let found = FactCheck.findings(for: example.claim, in: SourceText(example.source))
    #expect(found.filter { $0.fact.kind == .date }.map(\.support) == [example.support])
  }

  static let names: [Example] = [
    .init(
      claim: "It stars Robert Sheehan.",
      source: "A film with Robert Sheehan and others.",
      support: .supported
    ),
    .init(
      claim: "It stars Robert Shaw.",
      source: "A film with Robert Sheehan and others.",
      support: .contradicted
    ),
    .init(claim: "He lives in Mumbai.", source: "He lives in Delhi.", support: .absent),
    .init(claim: "The UN agreed.", source: "Then the UN said yes.", support: .supported),
  ]

  @Test("Names are supported when the source has all of their words", arguments: names)
  func comparesNames(example: Example) {
    let found = FactCheck.findings(for: example.claim, in: SourceText(example.source))
    #expect(found.filter { $0.fact.kind == .name }.map(\.support) == [example.support])
  }

  @Test("Spans are the words themselves, in scalars, beyond ASCII too")
  func spans() throws {
    let (claim, text) = ("😀 Sie zahlte 1.200 €.", "Ünsinn — der Preis: 1200 € 😀.")
    let found = try #require(
      FactCheck.findings(for: claim, in: SourceText(text, language: "de")).first
    )
    #expect(FaithfulnessSupport.part(claim, found.fact.range) == found.fact.text)
    #expect(found.fact.text == "1.200 €")
    #expect(FaithfulnessSupport.part(text, found.source) == found.sourceText)
    #expect(found.sourceText == "1200 €")
  }

  @Test("The words of a quotation or of code hide no figures")
  func quoted() {
    let found = FactCheck.findings(
      for: "He said \"it was 41\" and `42`.",
      in: SourceText("41 or 42")
    )
    #expect(found.map(\.support) == [.supported, .supported])
  }

  @Test("A text supports all of its own figures and codes", arguments: 0..<150 as Range<UInt64>)
  func itself(seed: UInt64) {
    var random = FaithfulnessRandom(seed: seed)
    let text = FaithfulnessSupport.randomText(&random, pieces: Int(random.next() % 40))
    for finding in FactCheck.findings(for: text, in: SourceText(text)) {
      #expect(finding.support == .supported, "\(finding) in \(text.debugDescription)")
    }
  }
}
