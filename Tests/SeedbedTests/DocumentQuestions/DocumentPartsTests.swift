import SeedbedKernels
import SeedbedText
import Testing

@Suite("The parts of a section are found with their places")
struct DocumentPartsTests {
  private static func section(
    _ text: String,
    _ format: DocumentFormat,
    _ kind: DocumentSection.Kind
  ) throws -> DocumentSection {
    let sections = DocumentSplitter().sections(of: text, format: format)
    return try #require(sections.first { $0.kind == kind })
  }

  private static func slices(_ section: DocumentSection, _ ranges: [Range<Int>]) -> [String] {
    ranges.map { DocumentFixtures.slice(section.text, $0) }
  }

  @Test("nested lists of Markdown, with their depth")
  func nestedMarkdown() throws {
    let text = """
      - one
        goes on
        - inner 1) x
          * innermost
        - inner *two*

      1. second

         its paragraph
      10) last
      """
    let section = try Self.section(text, .markdown, .list)
    let items = ListItems(section).items
    #expect(
      Self.slices(section, items.map(\.range)) == [
        "one\n  goes on", "inner 1) x", "innermost", "inner *two*", "second", "last",
      ]
    )
    #expect(items.map(\.depth) == [0, 1, 2, 1, 0, 0])
  }

  @Test("nested lists of HTML, with entities and paragraphs inside")
  func nestedPage() throws {
    let section = try Self.section(DocumentFixtures.page, .html, .list)
    let items = ListItems(section).items
    #expect(Self.slices(section, items.map(\.range)) == ["One <b>", "Inner", "Two"])
    #expect(items.map(\.depth) == [0, 1, 0])
    let source = try #require(section.source(of: items[0].range))
    #expect(DocumentFixtures.slice(DocumentFixtures.page, source) == "One &lt;b&gt;")
  }

  @Test("tables of Markdown, with escaped bars and without outer ones")
  func tables() throws {
    let text = "Name | A \\| B |\n:--|--:\nx | `a\\|b`\n| y ||\n\nafter\n"
    let section = try Self.section(text, .markdown, .table)
    #expect(
      TableCells(section).rows.map { Self.slices(section, $0) } == [
        ["Name", "A \\| B"], ["x", "`a\\|b`"], ["y", ""],
      ]
    )
  }

  @Test("tables of HTML, with places in the source")
  func pageTables() throws {
    let section = try Self.section(DocumentFixtures.page, .html, .table)
    let rows = TableCells(section).rows
    #expect(
      rows.map { Self.slices(section, $0) } == [
        ["Size", "Price"], ["Small", "4 €"], ["Large & wide", "9 €"],
      ]
    )
    let source = try #require(section.source(of: rows[2][0]))
    #expect(DocumentFixtures.slice(DocumentFixtures.page, source) == "Large &amp; wide")
  }

  @Test("the rest of a table that was cut has no head, so it has no rows")
  func cutTable() {
    let row = "| some words | more words |\n"
    let text = "| a | b |\n|---|---|\n" + String(repeating: row, count: 20)
    let sections = DocumentSplitter(maximum: 200).sections(of: text, format: .markdown)
    #expect(sections.count > 2)
    #expect(!TableCells(sections[0]).rows.isEmpty)
    #expect(sections.dropFirst().allSatisfy { TableCells($0).rows.isEmpty })
  }

  @Test("comments that go over lines are no text")
  func comments() {
    let text = "before\n<!-- a\n\n* b\n# c\nd --> e\nafter\n\n<!-- one line -->\n\nend"
    let sections = DocumentSplitter().sections(of: text, format: .markdown)
    #expect(sections.map(\.text) == ["before", "after", "end"])
    #expect(sections.allSatisfy { $0.headings.isEmpty })
  }

  @Test("prose is what a reader sees, and knows what is set off")
  func prose() throws {
    let text = """
      The _scalar_ type **`u8`** is [a
      type](http://x.org "t")<!-- ignore --> \\*not\\* <b>bold</b>, see <https://y.org> ![i](j) snake_case.
      Next one, e.g. this! Last
      """
    let section = try Self.section(text, .markdown, .paragraph)
    let prose = ProseText(section)
    #expect(
      prose.text
        == "The scalar type u8 is a type *not* bold, see https://y.org snake_case. Next one, e.g. "
        + "this! Last"
    )
    #expect(
      prose.marks.map { prose.text($0.range) } == ["scalar", "u8", "u8", "a type"]
        && prose.marks.map(\.kind) == [.emphasis, .code, .emphasis, .link]
    )
    #expect(prose.sentences.map(\.text).suffix(2) == ["Next one, e.g. this!", "Last"])
  }

  @Test("every scalar of the prose stands in the section where it is said to")
  func places() {
    let words = [
      "a", "**b**", "`c d`", "[e](f)", "<i>g</i>", "_h_", "\n", "  ", "😀", "é", "\\*", "<!-- x -->",
      "![y](z)", "*", "`", "[", "<", "> q",
    ]
    for seed in 0..<400 {
      var random = CounterRandom(seed: 1, sample: "prose", operation: "words", draw: seed)
      var text = "x "
      for _ in 0..<random.index(below: 40) { text += (random.pick(words) ?? "") + " " }
      for section in DocumentSplitter().sections(of: text, format: .markdown) {
        let prose = ProseText(section)
        let scalars = Array(section.text.unicodeScalars)
        var last = -1
        for (place, scalar) in prose.scalars.enumerated() {
          let source = prose.source(of: place..<(place + 1))
          #expect(source.map { $0.lowerBound > last } == true)
          last = source?.lowerBound ?? last
          if scalar != " " { #expect(source.map { scalars[$0.lowerBound] } == scalar) }
        }
        for sentence in prose.sentences { #expect(prose.text(sentence.range) == sentence.text) }
        #expect(prose.source(of: 0..<(prose.scalars.count + 1)) == nil)
      }
    }
  }
}
