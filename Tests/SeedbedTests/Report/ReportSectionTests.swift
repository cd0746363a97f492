import Foundation
import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import SeedbedReport
import Testing

@Suite("Sections of the report")
struct ReportSectionTests {
  static func full() async throws -> VersionReport {
    var report = ReportFixture.report(try ReportFixture.samples())
    report.details = try await ReportFixture.details(of: report)
    return report
  }

  /// The part of a page that has an id.
  static func section(_ id: String, of page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "<section id=\"\(id)\""), "\(id)").lowerBound
    let end = try #require(page[start...].firstRange(of: "</section>")).upperBound
    return page[start..<end]
  }

  @Test("every section stands in the contents, in the same order, and under a heading")
  func contents() async throws {
    let page = try await Self.full().html()
    let sections = page.matches(of: /<section id="([a-z]+)"/).map { String($0.1) }
    let listed = page.matches(of: /<li><a href="#([a-z]+)"/).map { String($0.1) }
    #expect(sections == listed)
    #expect(
      sections == [
        "asked", "coverage", "gaps", "candidates", "patterns", "difficulty", "sides", "worth",
        "judges", "release", "cost", "lineage", "overrides", "prompts", "limits",
      ]
    )
    for id in sections { #expect(page.contains("<h2 id=\"\(id)-heading\">")) }
  }

  @Test("the same report gives the same page")
  func same() async throws {
    let first = try await Self.full().html(), second = try await Self.full().html()
    #expect(first == second)
  }

  @Test("cells can be pressed for a few of their rows, which close again")
  func peeks() async throws {
    let section = try Self.section("coverage", of: try await Self.full().html())
    #expect(section.contains("popovertarget=\"peek-0-0-0\""))
    #expect(section.contains("aria-label=\"7 rows, label=card, language=en: show examples\""))
    #expect(section.contains("<div popover id=\"peek-0-0-0\""))
    #expect(section.contains("where is my crad"))
    #expect(section.contains("popovertargetaction=\"hide\""))
  }

  @Test("a map of thousands of cells stays small, and says what it leaves out")
  func manyCells() async throws {
    let samples = try (0..<3000).map { index in
      ExportSample(
        sample: try ReportFixture.real(
          [
            "text": .string("text number \(index) " + String(repeating: "long ", count: 60)),
            "intent": .string("label\(index % 190)"), "site": .string("site\(index % 23)"),
          ],
          ReportFixture.intents,
          number: index + 1
        )
      )
    }
    var configuration = ReportFixture.configuration()
    configuration.dimensions = ["label", "site", "length"]
    let full = ReportFixture.report(samples)
    var report = VersionReport(
      configuration: configuration,
      run: ReportFixture.bareRun(full.version),
      gaps: nil,
      samples: samples,
      candidates: CandidateOverview()
    )
    report.details.study = try await VersionStudy(
      of: samples.map(\.sample),
      configuration: configuration,
      threads: 2
    )
    let page = report.html()
    #expect(page.utf8.count < 2_000_000, "\(page.utf8.count)")
    #expect(page.contains("Of the further cells no rows are shown"))
    #expect(page.contains("<summary>label × site</summary>"))
    #expect(page.contains("<summary>site × length</summary>"))
  }

  @Test("what a study measures stands beside the real rows")
  func sides() async throws {
    let real = try (0..<60).map { index in
      try ReportFixture.real(
        [
          "text": .string("where is my \(["card", "money", "loan"][index % 3]) \(index)"),
          "intent": .string(["card", "pay"][index % 2]),
        ],
        ReportFixture.intents,
        number: index + 1
      )
    }
    let made = real.enumerated().map { index, parent in
      ReportFixture.synthetic(
        of: parent,
        "Kindly tell me where the \(["card", "money", "loan"][index % 3]) of mine is now \(index)!",
        fields: ReportFixture.intents
      )
    }
    let samples = (real + made).map { ExportSample(sample: $0) }
    var report = ReportFixture.report(samples)
    let study = try await Self.study(samples, report.configuration, threads: 2)
    report.details.study = study
    let page = report.html()
    let section = try Self.section("sides", of: page)
    for id in [
      "plot-lengths", "plot-labels", "plot-traits", "plot-drift", "plot-map", "plot-words",
    ] {
      #expect(section.contains("aria-labelledby=\"\(id)-title \(id)-text\""), "\(id)")
    }
    #expect(section.contains("kindly"))
    #expect(section.contains("120 points"))
    #expect(try Self.section("patterns", of: page).contains("effective patterns"))
    #expect(study.before.rows == 60 && study.after.rows == 120)
    // The same numbers, whatever the threads.
    let again = try await Self.study(samples, report.configuration, threads: 1)
    report.details.study = again
    #expect(report.html() == page)
  }

  private static func study(
    _ samples: [ExportSample],
    _ configuration: Configuration,
    threads: Int
  ) async throws -> VersionStudy {
    let rows = samples.map(\.sample)
    var study = try await VersionStudy(of: rows, configuration: configuration, threads: threads)
    try await study.measure(
      rows,
      configuration: configuration,
      embedder: HashedEmbedder(),
      threads: threads
    ) { _ in }
    return study
  }

  @Test("an evaluation is drawn from its document; without one the page says how to get it")
  func worth() async throws {
    var report = try await Self.full()
    let section = try Self.section("worth", of: report.html())
    for id in [
      "plot-arms", "plot-changes", "plot-mixing", "plot-batches", "plot-curve", "plot-slices",
    ] {
      #expect(section.contains("id=\"\(id)-title\""), "\(id)")
    }
    #expect(section.contains("The synthetic rows help"))
    #expect(section.contains("0.860 [0.820, 0.900]"))
    #expect(section.contains("rule of thumb"))
    report.details.evaluation = nil
    let plain = try Self.section("worth", of: report.html())
    #expect(plain.contains("seedbed report --evaluate") && !plain.contains("plot-mixing"))
    report.details.evaluation = ["version": "x", "utility": .null, "not_measured": "one label"]
    #expect(try Self.section("worth", of: report.html()).contains("Not evaluated: one label."))
    report.details.evaluation?["external"] = [
      "test_rows": 1200,
      "training_sets": [
        ["name": "real", "rows": 40, "values": ["accuracy": 0.81234, "<b>f1": 0.5]],
        ["name": "mix", "rows": 1080, "values": ["accuracy": 0.9]],
      ],
    ]
    let own = try Self.section("worth", of: report.html())
    #expect(own.contains("tested on 1,200 rows") && own.contains("&lt;b&gt;f1"))
    #expect(own.contains(">1,080<") && own.contains(">0.812<") && own.contains(">–<"))
    // A document of another shape draws nothing, and breaks nothing.
    report.details.evaluation = [
      "utility": ["training_sets": 5, "mixing": "no", "batches": []], "external": "no",
    ]
    #expect(ReportPageTests.isBalanced(report.html()))
  }

  @Test(
    "the gate's ruling is said with its numbers",
    arguments: [
      (ReleaseGate.Ruling.release, 1, "may be released"), (.block, 6, "may not be released"),
      (
        .undecided, 3,
        "the look at 200 rows releases with at most 2 wrong; at this rate it takes 1600 rows"
      ),
    ]
  )
  func release(_ ruling: ReleaseGate.Ruling, _ wrong: Int, _ words: String) async throws {
    var report = try await Self.full()
    let gate = ReleaseRule().gate(wrong: wrong, checked: 100, of: 5000)
    #expect(gate.ruling == ruling)
    report.details.release = ReleaseState(gate: gate, isReleased: ruling == .release)
    let section = try Self.section("release", of: report.html())
    #expect(section.contains(words))
    #expect(section.contains("\(wrong) of 100 rows were wrong"))
    #expect(section.contains(ruling == .release ? ">released<" : ">not released<"))
    report.details.release?.isReleased = true
    report.details.release?.overriddenBecause = "the client waits"
    let forced = try Self.section("release", of: report.html())
    #expect(forced.contains("Released against the gate") && forced.contains("the client waits"))
  }

  @Test("a rule that was set aside stands at the top of the page and with its finding below")
  func overrides() async throws {
    var report = try await Self.full()
    report.details.overrides = [
      RuleOverride(rule: "duplicates", because: "exported twice", finding: "31 % repeat", run: "r")
    ]
    let page = report.html()
    let top = page[..<(try #require(page.firstRange(of: "<main>")).lowerBound)]
    #expect(top.contains("Set aside: duplicates.") && top.contains("class=\"alarm\""))
    let section = try Self.section("overrides", of: page)
    #expect(section.contains("exported twice") && section.contains("31 % repeat"))
    report.details.overrides = []
    #expect(!report.html().contains("Set aside:"))
  }

  @Test("judges, versions, batches, prompts and money stand with their numbers")
  func rest() async throws {
    let page = try await Self.full().html()
    let judges = try Self.section("judges", of: page)
    #expect(judges.contains("0.710 [0.550, 0.840]") && judges.contains("unstable"))
    let lineage = try Self.section("lineage", of: page)
    for words in ["this one", "+40, −3, moved 1", "without batch cdcd", "drop-batch", "typos"] {
      #expect(lineage.contains(words), "\(words)")
    }
    let prompts = try Self.section("prompts", of: page)
    #expect(prompts.contains("Say it otherwise") && prompts.contains("no longer at hand"))
    let cost = try Self.section("cost", of: page)
    #expect(cost.contains("0.1200 USD") && cost.contains("2 min 5 s after its run began"))
  }
}
