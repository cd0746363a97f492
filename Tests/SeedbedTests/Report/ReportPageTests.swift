import Foundation
import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import SeedbedReport
import Testing

@Suite("Report page and data card")
struct ReportPageTests {
  static let hostile =
    "<script>alert(1)</script>|`\n\"\u{301} onmouseover='x' [a](javascript:b) &lt; {{name}} {{{style}}}"

  /// The fixture's version with hostile text wherever text can come from data.
  static func hostileReport() throws -> VersionReport {
    let parent = try ReportFixture.real(
      ["text": .string("hello" + hostile), "intent": .string("card" + hostile)],
      ReportFixture.intents
    )
    let children = ["a", "b"].enumerated().map { index, letter in
      ReportFixture.synthetic(
        of: parent,
        letter + hostile,
        method: "m" + hostile,
        draw: index,
        fields: ReportFixture.intents,
        split: index == 0 ? .train : .syntheticEval
      )
    }
    let verdict = Verdict(check: "c" + hostile, .pass, evidence: "e" + hostile)
    return ReportFixture.report(
      [ExportSample(sample: parent)]
        + children.map { ExportSample(sample: $0, verdicts: [verdict]) },
      name: "N" + hostile,
      hostile: hostile
    )
  }

  @Test("nothing in the data becomes markup of the page")
  func pageEscapes() async throws {
    var report = try Self.hostileReport()
    report.details = try await ReportFixture.details(of: report, hostile: Self.hostile)
    let page = report.html()
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    // A quote with a combining mark is one character, and would end an attribute all the same.
    let marks = page.unicodeScalars.indices.filter { page.unicodeScalars[$0] == "\u{301}" }
    #expect(!marks.isEmpty)
    for mark in marks {
      #expect(page.unicodeScalars[page.unicodeScalars.index(before: mark)] == ";")
    }
    #expect(page.contains("&amp;lt;"))
    #expect(page.contains("{{name}}"))
    #expect(Self.isBalanced(page))
  }

  @Test(
    "what hides or turns round in a text shows as a mark",
    arguments: [
      "\u{202E}", "\u{2066}", "\u{200B}", "\u{0}", "\u{7}", "\u{9B}", "\u{E0041}", "\u{AD}",
    ]
  )
  func invisible(scalar: Unicode.Scalar) throws {
    let sample = try ReportFixture.real(
      ["text": .string("pay\(scalar)pal"), "intent": "card"],
      ReportFixture.intents
    )
    let child = ReportFixture.synthetic(
      of: sample,
      "x\(scalar)y",
      fields: ReportFixture.intents
    )
    let page = ReportFixture.report([
      ExportSample(sample: sample), ExportSample(sample: child, verdicts: []),
    ]).html()
    #expect(page.contains("x\u{FFFD}y"))
    #expect(!page.unicodeScalars.contains(scalar))
  }

  @Test("a text of a megabyte is cut wherever it stands")
  func longTexts() async throws {
    let long = String(repeating: "<b>\u{202E}no end ", count: 70_000)
    let parent = try ReportFixture.real(
      ["text": .string(long), "intent": .string("l" + long)],
      ReportFixture.intents
    )
    let child = ReportFixture.synthetic(of: parent, "y" + long, fields: ReportFixture.intents)
    var report = ReportFixture.report(
      [ExportSample(sample: parent), ExportSample(sample: child)],
      name: "N" + long,
      hostile: long
    )
    report.details = try await ReportFixture.details(of: report, hostile: long)
    let page = report.html()
    #expect(page.utf8.count < 300_000, "\(page.utf8.count)")
    #expect(!page.contains("<b>\u{FFFD}"))
  }

  @Test("the page needs no script and nothing from outside")
  func selfContained() async throws {
    var report = ReportFixture.report(try ReportFixture.samples())
    report.details = try await ReportFixture.details(of: report)
    let page = report.html()
    for word in ["<script", "http:", "https:", "src=", "@import", "<link", "<img", "<iframe"] {
      #expect(!page.contains(word), "\(word)")
    }
    // Links and patterns lead to places of the page itself.
    let places = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    #expect(page.ranges(of: "url(").count == page.ranges(of: "url(#").count)
    let links = page.matches(of: /(?:href="#|popovertarget="|url\(#)([^")]+)/).map { String($0.1) }
    #expect(links.count > 20)
    #expect(links.allSatisfy(places.contains), "\(links.filter { !places.contains($0) })")
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(page.contains("prefers-color-scheme:dark"))
  }

  @Test("the page's policy lets in its own style and nothing else")
  func policy() throws {
    let page = ReportFixture.report(try ReportFixture.samples()).html()
    let start = try #require(page.firstRange(of: "<style>")).upperBound
    let end = try #require(page.firstRange(of: "</style>")).lowerBound
    let hex = ContentHash.hex(of: Array(page[start..<end].utf8))
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    let digest = Data(bytes).base64EncodedString()
    #expect(
      page.replacing("&#39;", with: "'").contains(
        "content=\"default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'\""
      )
    )
    #expect(!page.contains(" style=\""))
  }

  /// Whether every element is closed in its order.
  static func isBalanced(_ page: String) -> Bool {
    var open: [Substring] = []
    let void: Set<Substring> = ["!doctype", "meta", "br"]
    for part in page.split(separator: "<").dropFirst(page.hasPrefix("<") ? 0 : 1)
    where !part.isEmpty {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      let name = tag.prefix { $0 != " " && $0 != "\n" }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") && !void.contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  @Test("every element of the page is closed in its order")
  func balanced() async throws {
    var report = ReportFixture.report(try ReportFixture.samples())
    #expect(Self.isBalanced(report.html()))
    report.details = try await ReportFixture.details(of: report)
    #expect(Self.isBalanced(report.html()))
    #expect(Self.isBalanced(try Self.hostileReport().html()))
    #expect(!Self.isBalanced("<p><b></p></b>"))
  }

  @Test("the page shows what was found, real and synthetic apart")
  func pageShows() throws {
    let page = ReportFixture.report(try ReportFixture.samples()).html()
    for words in [
      "<th scope=\"row\">train</th><td class=\"number\">1</td><td class=\"number\">1</td>",
      "<b>7</b><small>was 3</small><small class=\"lacking\">needs 12</small>",
      "0.840 [0.800, 0.880]", "+0.040 [+0.012, +0.071]",
      "The synthetic samples helped", "1,234 real rows", "2 (66.7 %)", "real rows can be varied",
      "2 near-duplicates", "where is my c<del>ar</del><ins>ra</ins>d", "reads as pay",
      "Which cases are missing?", "0 of 1",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test("what is said in backticks stands as code, and long names have places to break")
  func words() throws {
    let page = ReportFixture.report(try ReportFixture.samples(), hostile: " `<b>` 5 % `").html()
    #expect(page.contains("<code>synthetic_eval</code> measures"))
    #expect(page.contains("label=<wbr/>card"))
    // One backtick is left over, so nobody can tell what is code.
    #expect(page.contains("One &#96;&lt;b&gt;&#96; 5 % &#96;"))
    let even = ReportFixture.report(try ReportFixture.samples(), hostile: " `<b>` 5 %").html()
    #expect(even.contains("One <code>&lt;b&gt;</code> 5\u{A0}%"))
  }

  @Test("a page and a card of a version of which little is known have no empty places")
  func bare() throws {
    let samples = [try ReportFixture.samples()[0]]
    let full = ReportFixture.report(samples)
    let bare = VersionReport(
      configuration: full.configuration,
      run: ReportFixture.bareRun(full.version),
      gaps: nil,
      samples: samples,
      candidates: CandidateOverview()
    )
    let page = bare.html()
    #expect(page.contains("Nothing was measured"))
    #expect(page.contains("No candidates were made."))
    #expect(page.contains("None: every gate of the program stood."))
    #expect(page.contains("No language model was asked."))
    #expect(page.contains("No spot check of this version is recorded"))
    #expect(!page.contains("id=\"coverage\"") && !page.contains("id=\"prompts\""))
    #expect(!page.contains("Accepted, for example"))
    // What was not counted is left out, not shown as 0.
    #expect(!page.contains("0 patterns") && !page.contains("of candidates accepted"))
    #expect(!page.contains("nil") && !page.contains("Optional"))
    let card = try bare.dataCard()
    #expect(card.contains("Nothing was measured"))
    #expect(!card.contains("nil") && !card.contains("Optional"))
  }

  @Test("a cell that is required but that no row has shows as empty, with what it needs")
  func emptyCell() throws {
    let full = ReportFixture.report(try ReportFixture.samples())
    let unseen = Cell([Cell.Coordinate("label", "unseen"), Cell.Coordinate("language", "es")])
    let run = ReportFixture.bareRun(
      full.version,
      [
        "coverage": [["cell": unseen.json, "before": 0, "after": 0, "need": 5]],
        "collect": [unseen.json],
      ]
    )
    let report = VersionReport(
      configuration: full.configuration,
      run: run,
      before: full.before,
      after: full.after,
      gaps: [],
      answers: [],
      samples: full.samples,
      candidates: CandidateOverview()
    )
    let page = report.html()
    #expect(page.contains("<th scope=\"row\"><bdi>unseen</bdi></th>"))
    #expect(page.contains("<b>0</b><small class=\"lacking\">needs 5</small>"))
    #expect(page.contains("<li>label=unseen, language=es</li>"))
  }

  @Test(
    "the holdout's words say no more than its interval",
    arguments: [
      (0.01, 0.07, "helped"), (-0.07, -0.01, "did harm"), (-0.01, 0.03, "does not show"),
    ]
  )
  func conclusion(_ lower: Double, _ upper: Double, _ words: String) throws {
    let samples = try ReportFixture.samples()
    var run = ReportFixture.report(samples).run
    let middle = (lower + upper) / 2
    run.measurement?.difference = .init(
      estimate: middle,
      lower: lower,
      upper: upper,
      confidence: 0.95
    )
    let report = VersionReport(
      configuration: ReportFixture.configuration(),
      run: run,
      gaps: nil,
      samples: samples,
      candidates: CandidateOverview()
    )
    #expect(report.html().contains(words))
    #expect(try report.dataCard().contains(words))
  }

  @Test("nothing in the data becomes markup of the card")
  func cardEscapes() throws {
    let card = try Self.hostileReport().dataCard()
    #expect(!card.contains("<script"))
    #expect(card.contains("&lt;script&gt;alert(1)&lt;/script&gt;\\|\\` "))
    #expect(card.contains("\\[a\\](javascript:b)"))
    // Each table line has as many cells as its head: no value breaks a line or adds a cell.
    for line in card.split(separator: "\n") where line.hasPrefix("| ") {
      let bytes = Array(line.utf8)
      let bars = bytes.indices.count { index in
        bytes[index] == UInt8(ascii: "|") && (index == 0 || bytes[index - 1] != UInt8(ascii: "\\"))
      }
      #expect((3...4).contains(bars), "\(line)")
    }
  }

  @Test("the card's head is YAML that names the files of each part")
  func cardHead() throws {
    let samples = try ReportFixture.samples()
    try withReportFolder { folder in
      try ReportFixture.report(samples, name: "A \"b\"\n---\nlicense: mit").write(to: "\(folder)/v")
      let card = try reportText("\(folder)/v/README.md")
      #expect(
        card.hasPrefix(
          """
          ---
          pretty_name: "A \\"b\\"---license: mit"
          license: other
          language:
          - "en"
          - "es"
          task_categories:
          - text-classification
          size_categories:
          - n<1K
          tags:
          - synthetic
          - seedbed
          configs:
          - config_name: default
            data_files:
            - split: train
              path: "train.jsonl"
            - split: validation
              path: "validation.jsonl"
            - split: synthetic_eval
              path: "synthetic_eval.jsonl"
          ---

          """
        )
      )
    }
  }

  @Test("the card counts real and synthetic rows in columns of their own")
  func cardCounts() throws {
    let card = try ReportFixture.report(try ReportFixture.samples()).dataCard()
    for line in [
      "| train | 1 | 1 |", "| validation | 1 | 0 |", "| synthetic_eval | 0 | 1 |",
    ] {
      #expect(card.contains(line.split(separator: "_").joined(separator: "\\_")), "\(line)")
    }
    for words in [
      "| card | 1 | 1 |", "| pay | 1 | 0 |", "| injection | 1 |", "| typos | 1 |",
      "| rejected | 3 |", "| length | 1 |", "3 patterns in 4 rows", "2 patterns in 2 rows",
      "| real | 0.800 \\[0.760, 0.840\\] |", "label=card, language=en: 5 of 9 missing",
      "The licence of the source data applies", "They are no evidence about",
      "nothing crosses from one part to another",
    ] {
      #expect(card.contains(words), "\(words)")
    }
  }

  @Test("a long list of labels is cut, and what is cut is counted")
  func manyLabels() throws {
    let samples = try (0..<130).map { index in
      ExportSample(
        sample: try ReportFixture.real(
          ["text": .string("text number \(index)"), "intent": .string("label\(index)")],
          ReportFixture.intents,
          number: index + 1
        )
      )
    }
    let card = try ReportFixture.report(samples).dataCard()
    #expect(card.contains("30 further labels with 30 real rows and 0 synthetic rows"))
  }
}
