import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Learning templates")
struct TemplateLearnerTests {
  static func rows(_ texts: [String], label: String? = "x") -> [TemplateRow] {
    texts.enumerated().map { TemplateRow(id: "r\($0.offset)", text: $0.element, label: label) }
  }

  @Test("texts that differ in a few words become one template with a slot")
  func words() throws {
    let learned = LearnedTemplates(
      rows: Self.rows([
        "I want to cancel my order", "I want to cancel that one", "hello there",
        "I want to change my order", "please help me now", "I want to track my order",
      ])
    )
    let template = try #require(learned.templates.first)
    #expect(learned.templates.count == 1)
    #expect(template.template.text == "I want to {words} my order")
    #expect(template.count == 3 && template.examples == ["r0", "r3", "r5"])
    #expect(template.template.cell["label"] == "x")
    #expect(learned.slots.first?.values == ["cancel", "change", "track"])
    #expect(learned.explained == 3)
  }

  @Test("slots of several words and in several places are found")
  func severalSlots() {
    let learned = LearnedTemplates(
      rows: Self.rows(
        ["red", "dark green", "blue"].flatMap { color in
          ["shirt", "pair of shoes", "hat"].map { "show me the \(color) one, the \($0) I mean" }
        }
      )
    )
    #expect(learned.templates.first?.count == 9)
    #expect(learned.templates.first?.template.text.split(separator: "{").count == 3)
  }

  @Test("marks are slots of the whole data, figures slots of their template")
  func marksAndFigures() throws {
    let texts = [
      ("fly to Rome on 2024-05-01", "Rome"), ("fly to Oslo on 2024-06-02", "Oslo"),
      ("drive to Bern", "Bern"), ("drive to Oslo", "Oslo"),
    ]
    let rows = texts.enumerated().map { number, item in
      TemplateRow(
        id: "\(number)",
        text: item.0,
        label: nil,
        marks: [SubstitutionSupport.mark(item.1, in: item.0, "to city")]
      )
    }
    let learned = LearnedTemplates(rows: rows)
    #expect(
      learned.templates.map(\.template.text) == [
        "fly to {to_city} on {date}", "drive to {to_city}",
      ]
    )
    #expect(learned.slots.first { $0.name == "to_city" }?.values == ["Rome", "Oslo", "Bern"])
    let made = learned.expansions(count: 100, seed: 1)
    #expect(made.count == 3 * 2 + 3 - 4)
    for expansion in made {
      #expect(expansion.label == nil && expansion.marks.count == 1)
      let mark = try #require(expansion.marks.first)
      #expect(mark.label == "to city")
      let words = SubstitutionSupport.slice(expansion.text, mark.range)
      #expect(["Rome", "Oslo", "Bern"].contains(words))
      #expect(!rows.contains { $0.text == expansion.text })
    }
  }

  @Test("no template for a single text unless asked, none with a slot of one value")
  func single() {
    let rows = [
      TemplateRow(id: "1", text: "go to Rome", marks: [.init(6..<10, label: "city")]),
      TemplateRow(id: "2", text: "is it cold in Oslo", marks: [.init(14..<18, label: "city")]),
      TemplateRow(id: "3", text: "something else here", label: nil),
    ]
    #expect(LearnedTemplates(rows: rows).templates.isEmpty)
    let asked = LearnedTemplates(rows: rows, minimumRows: 1)
    #expect(asked.templates.map(\.template.text) == ["go to {city}", "is it cold in {city}"])
    #expect(
      asked.expansions(count: 9, seed: 1).map(\.text).sorted() == [
        "go to Oslo", "is it cold in Rome",
      ]
    )
  }

  @Test("texts of different labels do not mix")
  func labels() {
    let rows =
      Self.rows(["cancel my first order now", "cancel my second order now"], label: "a")
      + Self.rows(["cancel my third order now", "cancel my other order now"], label: "b")
    let learned = LearnedTemplates(rows: rows)
    #expect(learned.templates.count == 2)
    for expansion in learned.expansions(count: 10, seed: 1) {
      let own = expansion.label == "a" ? ["first", "second"] : ["third", "other"]
      #expect(own.contains { expansion.text.contains($0) })
    }
  }

  @Test("an article is left to the value where it fits all that were seen, braces stay")
  func articles() {
    let learned = LearnedTemplates(
      rows: Self.rows(["I would like a {red} book", "I would like a {red} car"])
        + [
          TemplateRow(id: "e", text: "find me a bar", marks: [.init(10..<13, label: "kind")]),
          TemplateRow(id: "f", text: "find me a pub", marks: [.init(10..<13, label: "kind")]),
          TemplateRow(id: "g", text: "any inn will do", marks: [.init(4..<7, label: "kind")]),
        ]
    )
    #expect(learned.templates.contains { $0.template.text == "I would like a {{red}} {words}" })
    #expect(learned.templates.contains { $0.template.text == "find me {a|an} {kind}" })
    #expect(learned.expansions(count: 50, seed: 1).contains { $0.text == "find me an inn" })
  }

  @Test("the same rows give the same templates and texts, another seed another order")
  func deterministic() {
    let rows = Self.rows((0..<60).map { "please send item \($0) to room \($0 % 7) today" })
    let first = LearnedTemplates(rows: rows), second = LearnedTemplates(rows: rows)
    #expect(first.templates == second.templates && first.slots == second.slots)
    #expect(first.expansions(count: 40, seed: 1) == second.expansions(count: 40, seed: 1))
    #expect(first.expansions(count: 40, seed: 1) != second.expansions(count: 40, seed: 2))
    #expect(Set(first.expansions(count: 40, seed: 1).map(\.text)).count == 40)
  }

  @Test("any text is taken")
  func hardTexts() {
    let texts = [
      "", " ", "{", "}}", "a|b", "\u{301}", "👩‍👩‍👧", "\u{0}", "1", "1 2", "\r\n", "مرحبا بك هنا",
      "a {x} b c",
    ]
    let rows = Self.rows(
      texts + texts.map { $0 + " 7 tail of it" } + texts.map { $0 + " 8 tail of it" }
    )
    let learned = LearnedTemplates(rows: rows, minimumRows: 1)
    for expansion in learned.expansions(count: 200, seed: 3) { #expect(!expansion.text.isEmpty) }
  }

  @Test(
    "real data: most rows of the customer set come from templates",
    .enabled(if: SubstitutionSupport.hasShared)
  )
  func realData() throws {
    for (set, least) in [
      ("snips", 0.03), ("bitext-customer-support", 0.5), ("fb-multilingual-tod", 0.1),
    ] {
      let rows = SubstitutionDatasetTests.rows(set).enumerated().map { number, row in
        TemplateRow(id: "\(number)", text: row.text, label: row.label, marks: row.marks)
      }
      let learned = LearnedTemplates(rows: rows)
      let share = Double(learned.explained) / Double(rows.count)
      #expect(
        share >= least,
        "\(set): \(share) of \(rows.count), \(learned.templates.count) templates"
      )
      for slot in learned.slots { #expect(slot.values.count >= 2) }
      let made = learned.expansions(count: 300, seed: 1)
      #expect(made.count == 300)
      let labels = Set(rows.compactMap(\.label))
      for expansion in made {
        #expect(expansion.label.map(labels.contains) ?? false)
        for mark in expansion.marks {
          let words = try #require(SubstitutionSupport.slice(expansion.text, mark.range))
          #expect(expansion.slots.contains { $0.1.string == words })
        }
      }
    }
  }
}
