import FoundationEssentials
import SeedbedKernels
import SeedbedText
import Testing

/// The scalars of a text between two offsets.
private func slice(_ text: String, _ range: Range<Int>) -> String {
  let scalars = text.unicodeScalars
  let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
  return String(scalars[start..<scalars.index(start, offsetBy: range.count)])
}

/// A document of random lines that mean something in Markdown, with characters of one to four bytes.
private func randomDocument(_ seed: Int) -> String {
  var random = CounterRandom(seed: 5, sample: "document", operation: "lines", draw: seed)
  let words = [
    "Über", "the", "café", "日本", "x😀y", "a.", "Really?", "`code`", "end!", "|", "-", "1.",
  ]
  let heads = ["", "", "", "# ", "## ", "- ", "1. ", "> ", "    ", "```", "| ", "\t", "---", "==="]
  let ends = ["\n", "\n", "\n\n", "\r\n", "\n \n"]
  var text = ""
  for _ in 0..<random.index(below: 40) {
    text += random.pick(heads) ?? ""
    for _ in 0..<random.index(below: 12) { text += (random.pick(words) ?? "") + " " }
    text += random.pick(ends) ?? "\n"
  }
  return text
}

@Suite("Documents are split by structure")
struct DocumentSplittingTests {
  let splitter = DocumentSplitter()

  @Test("Markdown gives paragraphs, lists, tables, code and quotations under their headings")
  func markdown() {
    let text = """
      ---
      title: Guide
      ---
      Before all.

      # Cards #

      Cards come by post.
      They take a week.

      ## Fees

      | card | fee |
      |------|-----|
      | gold | 5   |

      - one
        more of one
      - two

      ```swift
      # no heading

      let a = 1
      ```

      > Quoted words
      > over lines

      Old
      ===

      1. first

         still first
      2. second

      [ref]: http://example.org
      """
    let sections = splitter.sections(of: text, format: .markdown)
    #expect(
      sections.map(\.kind) == [
        .paragraph, .paragraph, .table, .list, .code, .quote, .list,
      ]
    )
    #expect(
      sections.map(\.heading) == [
        "", "Cards", "Cards > Fees", "Cards > Fees", "Cards > Fees", "Cards > Fees", "Old",
      ]
    )
    #expect(sections[1].text == "Cards come by post.\nThey take a week.")
    #expect(sections[2].text.hasPrefix("| card") && sections[2].text.hasSuffix("5   |"))
    #expect(sections[3].text == "- one\n  more of one\n- two")
    #expect(sections[4].text == "# no heading\n\nlet a = 1")
    #expect(sections[6].text == "1. first\n\n   still first\n2. second")
  }

  @Test("plain text knows paragraphs, lists and underlined headings only")
  func plain() {
    let text =
      "Title\n=====\n\n# not a heading\nsecond line\n\n- a\n- b\n\nwords\n\n    indented words\n"
    let sections = splitter.sections(of: text, format: .plain)
    #expect(sections.map(\.kind) == [.paragraph, .list, .paragraph, .paragraph])
    #expect(
      sections.map(\.text) == [
        "# not a heading\nsecond line", "- a\n- b", "words", "indented words",
      ]
    )
    #expect(sections[0].headings == ["Title"])
  }

  @Test("a rule after a blank line is no underline, and a table needs its row of rules")
  func nearMisses() {
    let sections = splitter.sections(of: "a\n\n---\n\nb | c\nd | e\n", format: .markdown)
    #expect(sections.map(\.kind) == [.paragraph, .paragraph])
    #expect(sections.allSatisfy { $0.headings.isEmpty })
  }

  @Test(
    "code without a closing fence goes on to the end",
    arguments: ["```\na\n\n# b", "~~~\na\n\n# b"]
  )
  func openFence(text: String) {
    let sections = splitter.sections(of: text, format: .markdown)
    #expect(sections.map(\.text) == ["a\n\n# b"])
    #expect(sections[0].kind == .code)
  }

  @Test(
    "slicing the original by a section's range gives its text",
    arguments: [DocumentFormat.markdown, .plain]
  )
  func offsets(format: DocumentFormat) {
    for seed in 0..<400 {
      let text = randomDocument(seed)
      for maximum in [40, 77, 1200] {
        let splitter = DocumentSplitter(maximum: maximum)
        for sections in [
          splitter.sections(of: text, format: format), splitter.passages(of: text, format: format),
        ] {
          var end = 0
          for section in sections {
            #expect(slice(text, section.range) == section.text)
            #expect(section.range.lowerBound >= end && !section.range.isEmpty)
            #expect(section.range.count <= maximum)
            end = section.range.upperBound
            if section.range.count > 3 {
              #expect(
                section.source(of: 1..<3)
                  == section.range.lowerBound + 1..<section.range.lowerBound + 3
              )
            }
          }
          #expect(sections.map(\.number) == Array(sections.indices))
        }
      }
    }
  }

  @Test("a long paragraph is cut at sentence ends, never after an abbreviation")
  func sentences() {
    let sentence = "Dr. Smith pays approx. 5 Euro to No. 7 e.g. today. "
    let text = String(repeating: sentence, count: 30)
    let sections = DocumentSplitter(maximum: 200).sections(of: text, format: .plain)
    #expect(sections.count == 10)
    #expect(sections.allSatisfy { $0.text.hasSuffix("today.") && $0.text.hasPrefix("Dr.") })
  }

  @Test("a paragraph without spaces is cut at the bound, one of Chinese at its sentence ends")
  func withoutSpaces() {
    let solid = DocumentSplitter(maximum: 100)
      .sections(of: String(repeating: "ü", count: 950), format: .plain)
    #expect(solid.map(\.range.count) == Array(repeating: 100, count: 9) + [50])
    let chinese = DocumentSplitter(maximum: 60)
      .sections(of: String(repeating: "他今天去了北京的学校。", count: 20), format: .plain)
    #expect(chinese.allSatisfy { $0.text.hasSuffix("。") })
  }

  @Test("lists and code are cut between lines")
  func lines() {
    let list = String(repeating: "- an item. With two sentences.\n", count: 40)
    let items = DocumentSplitter(maximum: 100).sections(of: list, format: .markdown)
    #expect(items.allSatisfy { $0.kind == .list && $0.text.hasPrefix("- an item") })
    let code = "```\n" + String(repeating: "  let a = 1\n", count: 40) + "```\n"
    let blocks = DocumentSplitter(maximum: 100).sections(of: code, format: .markdown)
    #expect(blocks.allSatisfy { $0.kind == .code && $0.text.hasPrefix("  let") })
  }

  @Test("passages join neighbours under one heading and never cross one")
  func passages() {
    let text = "# A\n\none\n\ntwo\n\n# B\n\nthree\n\n# B\n\nfour\n"
    let passages = splitter.passages(of: text, format: .markdown)
    #expect(passages.map(\.text) == ["one\n\ntwo", "three", "four"])
    #expect(passages.map(\.heading) == ["A", "B", "B"])
    #expect(passages.map(\.kind) == [.passage, .paragraph, .paragraph])
  }

  @Test("documents of no or few characters are no trouble", arguments: DocumentFormat.allCases)
  func tiny(format: DocumentFormat) {
    for text in ["", " ", "\n", "\r\n\r\n", "#", "```", "<p>", "---", "&", ">", "|-|"] {
      #expect(splitter.passages(of: text, format: format).count <= 1)
    }
    #expect(splitter.sections(of: "a", format: format).map(\.text) == ["a"])
    #expect(RelatedSections([]).related(to: 0, count: 3).isEmpty)
  }

  @Test("every part of a long document gives passages, not only its beginning")
  func wholeDocument() {
    let text = (0..<40).map { "## Part \($0)\n\nOnly here stands word\($0)." }
      .joined(separator: "\n\n")
    let passages = splitter.passages(of: text, format: .markdown)
    #expect(passages.map(\.heading) == (0..<40).map { "Part \($0)" })
  }

  @Test("the format comes from the file's name, else from its beginning")
  func formats() {
    #expect(DocumentFormat(ofFile: "a/b.MD", text: "") == .markdown)
    #expect(DocumentFormat(ofFile: "b.htm", text: "") == .html)
    #expect(DocumentFormat(ofFile: "x", text: "\n<!DOCTYPE html><p>") == .html)
    #expect(DocumentFormat(ofFile: "README", text: "Hi\n\n## Use\n") == .markdown)
    #expect(DocumentFormat(ofFile: "notes", text: "Hi\nthere") == .plain)
  }

  @Test(
    "ten megabytes of anything are split in linear time",
    arguments: [
      "# ", "- a\n", "> ", "``` `", "|-|\n", "a | b\n|-|-|\n", "x", "a. ", "<", "<a ", "<a '",
      "<a =\"",
      "<!--", "</", "<script>", "&amp", "&#", "<li>", "<h1>", "<td>", "<pre>\n", "--- \n",
      "[a]: b\n",
    ]
  )
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    for format in DocumentFormat.allCases {
      let sections = splitter.passages(of: text, format: format)
      let total = sections.reduce(0) { $0 + $1.text.utf8.count }
      // An item's mark and a cell's border are the only things that are added.
      #expect(total <= text.utf8.count + 3 * 150_000)
    }
  }
}

@Suite("HTML is read as a reader sees it")
struct HTMLDocumentTests {
  let splitter = DocumentSplitter()

  @Test("tags go, structure stays")
  func structure() {
    let html = """
      <!DOCTYPE html><html><head><title>T</title><style>p { a: "<p>" }</style></head><body>
      <h1>Cards &amp; <em>fees</em></h1>
      <p>First <b>bold</b>
         line.<br>Second line.</p>
      <script>if (a < b) { document.write("<p>no</p>") }</script>
      <ul><li>one</li><li>two <i>x</i><li>three</ul>
      <h2>Table</h2>
      <table><tr><th>a<th>b</tr><tr><td>1</td><td>2</td></tr></table>
      <pre>  let a = 1
        let b = 2</pre>
      <blockquote><p>Said.</p></blockquote>
      Tail 3 &lt; 4 &euro;5 &#x41;&#66;
      </body></html>
      """
    let sections = splitter.sections(of: html, format: .html)
    #expect(
      sections.map(\.text) == [
        "First bold line.\nSecond line.", "- one\n- two x\n- three", "a | b\n1 | 2",
        "  let a = 1\n  let b = 2", "Said.", "Tail 3 < 4 €5 AB",
      ]
    )
    #expect(sections.map(\.kind) == [.paragraph, .list, .table, .code, .quote, .paragraph])
    #expect(sections[0].headings == ["Cards & fees"])
    #expect(sections[2].heading == "Cards & fees > Table")
    #expect(!sections[0].isVerbatim)
  }

  @Test("every word is found in the source where its section says")
  func offsets() throws {
    for seed in 0..<300 {
      var random = CounterRandom(seed: 9, sample: "html", operation: "words", draw: seed)
      let parts = [
        "word", "größe", "日本語", "😀", "<b>", "</b>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "&amp;",
        "&eacute;", "&#8364;", "&nope;", " ", "\n  ", "<br/>", "<td>", "<table>", "<tr>",
        "</table>", "<!-- x -->",
        "<h2>", "</h2>", "<pre>", "</pre>", "<a href=\"x>y\">", "< 3", "<script>a<b</script>", "&",
      ]
      var html = ""
      for _ in 0..<(5 + random.index(below: 60)) { html += random.pick(parts) ?? "" }
      for section in splitter.passages(of: html, format: .html) {
        let scalars = Array(section.text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
          let range = try #require(section.source(of: index..<(index + 1)))
          let original = slice(html, range)
          if range.isEmpty {
            #expect(" |-\n".unicodeScalars.contains(scalar))
          } else if original.hasPrefix("&"), original.count > 1 {
            #expect(
              ["&amp;": "&", "&eacute;": "é", "&#8364;": "€"][original] == String(scalar)
            )
          } else if scalar == " " {
            let isBlank = original.allSatisfy { $0.isWhitespace }
            #expect(isBlank)
          } else {
            #expect(original == String(scalar))
          }
        }
        #expect(section.source(of: 0..<scalars.count) == section.range)
      }
    }
  }

  @Test("plain words in any markup come out in order")
  func words() {
    let html = "<div>a<div>b<span>c</span></div><p>d<ul><li>e<p>f</ul>g<table><td>h<td>i</table>j"
    let text = splitter.sections(of: html, format: .html).map(\.text).joined(separator: " ")
    #expect(text.filter(\.isLetter) == "abcdefghij")
  }

  @Test("markup that never closes is text or swallows the rest, and nothing crashes")
  func unclosed() {
    for html in [
      "a <b", "<", "</", "<a href='x", "<!-- a", "<script>x", "&", "&#", "&#x110000;", "<p <p>x",
    ] {
      let sections = splitter.sections(of: html, format: .html)
      #expect(sections.count <= 2)
    }
    #expect(splitter.sections(of: "1 < 2 & 3", format: .html).map(\.text) == ["1 < 2 & 3"])
  }
}

@Suite("Sections of a document are related by rare words")
struct RelatedSectionTests {
  @Test("the sections that share the rarest words come first, with those words")
  func related() {
    let text = """
      The card arrives by post and needs the Harbour code.

      Weather is nice and people walk.

      The Harbour code is printed on the letter of the branch.

      Loans have interest; the branch tells it.
      """
    let sections = DocumentSplitter().sections(of: text, format: .plain)
    let related = RelatedSections(sections, language: "en")
    let found = related.related(to: 2, count: 2)
    #expect(found.map(\.section) == [0, 3])
    #expect(found[0].shared.prefix(2).contains("harbour"))
    #expect(found[0].score > found[1].score && found[0].score <= 1)
    #expect(related.related(to: 1, count: 3).isEmpty)
    #expect(related.related(to: 99, count: 3).isEmpty)
  }

  @Test("equal sections score 1, and the order of the document breaks ties")
  func ties() {
    let text = "alpha beta\n\nalpha beta\n\nalpha beta\n\ngamma\n\ndelta\n\nepsilon\n\nzeta"
    let sections = DocumentSplitter().sections(of: text, format: .plain)
    let found = RelatedSections(sections).related(to: 1, count: 5)
    #expect(found.map(\.section) == [0, 2])
    #expect(found.allSatisfy { $0.score > 0.999 })
  }
}
