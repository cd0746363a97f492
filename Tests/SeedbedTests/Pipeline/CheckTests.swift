import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Every candidate is checked on its final text")
struct CheckTests {
  static let things = [
    "parcel", "letter", "box", "present", "package", "envelope", "crate", "bag", "delivery",
    "pallet",
  ]
  static let places = ["Rome", "Oslo", "Paris", "Turin", "Dublin", "Lisbon"]

  /// Sixty questions about deliveries and sixty about passwords, all in English.
  static let texts: [(text: String, label: String)] = things.flatMap { thing in
    places.flatMap { place in
      [
        ("Where is the \(thing) that you sent to \(place) last week?", "delivery"),
        (
          "I forgot the password of my \(thing) account in \(place), please reset the login.",
          "password"
        ),
      ]
    }
  }

  struct World: Sendable {
    var real: [Sample]
    var context: CheckContext
  }

  static func world(
    quota: Cell = Cell([.init("label", "delivery")]),
    split: Split = .train,
    rows: [(text: String, label: String)] = texts,
    holdout: LeakIndex? = nil,
    change: (inout Configuration) -> Void = { _ in }
  ) throws -> World {
    let real = try PipelineFixture.real(rows)
    var configuration = Configuration(
      name: "test",
      data: .init(path: "rows.csv"),
      task: .classification,
      fields: PipelineFixture.fields,
      dimensions: ["label", "language"]
    )
    configuration.languages = ["en", "es"]
    change(&configuration)
    let plan = Plan(
      dataFingerprint: "f",
      configurationDigest: "c",
      seed: 1,
      quotas: [
        Quota(
          cell: quota,
          gap: .thin,
          have: 0,
          need: 9,
          reason: "",
          split: split,
          shares: [MethodShare("casing", 9)]
        )
      ]
    )
    let lengths = real.map { $0.text.unicodeScalars.count }
    return World(
      real: real,
      context: CheckContext(
        plan: plan,
        configuration: configuration,
        dimensions: try DimensionSet(
          configuration.dimensions,
          languages: configuration.languages
        ),
        parents: Dictionary(real.map { ($0.id, $0) }) { first, _ in first },
        realLengths: (lengths.min() ?? 0)...(lengths.max() ?? 0),
        labels: LabelModel(
          real,
          groups: Array(real.indices),
          examples: [],
          quantile: 0.1,
          threads: 1
        ),
        holdout: holdout
      )
    )
  }

  static func verify(_ sample: Sample, in world: World) async throws -> Candidate {
    let candidates = [Candidate(sample: sample, quota: 0, round: 0)]
    let verified = try await Verifier.verify(
      candidates,
      sketches: [TextSketch(sample.comparisonText)],
      in: world.context,
      threads: 2
    )
    return try #require(verified.first)
  }

  static func outcome(_ check: String, _ sample: Sample, in world: World) async throws -> Outcome? {
    try await verify(sample, in: world).verdicts.first { $0.check == check }?.outcome
  }

  static let good = "Where is the big parcel that was sent to Rome on Friday?"

  @Test("a good candidate passes every check")
  func passes() async throws {
    let world = try Self.world(holdout: .empty)
    let candidate = try await Self.verify(
      PipelineFixture.child(of: world.real[0], Self.good),
      in: world
    )
    #expect(candidate.verdicts.filter { $0.outcome != .pass }.isEmpty)
    #expect(candidate.status == .pending)
    #expect(
      candidate.verdicts.map(\.check) == [
        "format", "unchanged", "length", "language", "cell", "contamination", "label",
      ]
    )
  }

  @Test("format: empty, unprintable or torn rows fail")
  func format() async throws {
    let world = try Self.world(), parent = world.real[0]
    for text in ["", " \n\u{A0}", "where\u{0}is it", "where \u{1B}[31m is it"] {
      let sample = PipelineFixture.child(of: parent, text)
      #expect(
        try await Self.outcome("format", sample, in: world) == .fail,
        "\(text.debugDescription)"
      )
    }
    var torn = PipelineFixture.child(of: parent, Self.good)
    torn.text = "Where is the parcel now, after all this time in Rome?"
    #expect(try await Self.outcome("format", torn, in: world) == .fail)
    var decomposed = PipelineFixture.child(
      of: parent,
      "Where is the cafe\u{301} parcel for Rome now?"
    )
    decomposed.text = "Where is the caf\u{E9} parcel for Rome now?"
    #expect(try await Self.outcome("format", decomposed, in: world) == .fail)
    var unlabelled = PipelineFixture.child(of: parent, Self.good)
    unlabelled.fields["label"] = ""
    #expect(try await Self.outcome("format", unlabelled, in: world) == .fail)
    let fine = PipelineFixture.child(of: parent, "Where\tis it\r\nnow, in Rome or not?")
    #expect(try await Self.outcome("format", fine, in: world) == .pass)
  }

  @Test("unchanged: the words of the parent fail, and an unknown parent is undecided")
  func unchanged() async throws {
    let world = try Self.world(), parent = world.real[0]
    func outcome(_ text: String) async throws -> Outcome? {
      try await Self.outcome("unchanged", PipelineFixture.child(of: parent, text), in: world)
    }
    #expect(try await outcome(parent.text) == .fail)
    #expect(try await outcome("  " + parent.text.replacing(" ", with: "  ")) == .fail)
    #expect(try await outcome(parent.text.lowercased()) == .pass)
    let stranger = try #require(try PipelineFixture.real([("a stranger to all", "delivery")]).first)
    let orphan = PipelineFixture.child(of: stranger, Self.good)
    #expect(try await Self.outcome("unchanged", orphan, in: world) == .undecided)
  }

  @Test("length: outside what the real data or the settings show fails")
  func length() async throws {
    let world = try Self.world(), parent = world.real[0]
    let long = PipelineFixture.child(of: parent, String(repeating: "Where is it? ", count: 30))
    #expect(
      try await Self.outcome("length", PipelineFixture.child(of: parent, "Where?"), in: world)
        == .fail
    )
    #expect(try await Self.outcome("length", long, in: world) == .fail)
    #expect(
      try await Self.outcome("length", PipelineFixture.child(of: parent, Self.good), in: world)
        == .pass
    )
    let wide = try Self.world { $0.verification.maximumLength = 1000 }
    #expect(try await Self.outcome("length", long, in: wide) == .pass)
    let suite = try Self.world(split: .syntheticEval)
    #expect(try await Self.outcome("length", long, in: suite) == .pass)
    // The least length lies above every real one, so nothing can pass.
    let impossible = try Self.world { $0.verification.minimumLength = 500 }
    for text in [Self.good, long.text] {
      let sample = PipelineFixture.child(of: parent, text)
      #expect(try await Self.outcome("length", sample, in: impossible) == .fail)
    }
  }

  @Test("spans: they must lie in the text and cover the words they name")
  func spans() async throws {
    let world = try Self.world(), parent = world.real[0]
    func outcome(_ span: TextSpan) async throws -> Outcome? {
      var sample = PipelineFixture.child(of: parent, "Wo ist das Café 👍 in Rome, bitte?")
      sample.spans = [span]
      return try await Self.outcome("spans", sample, in: world)
    }
    #expect(try await outcome(TextSpan(start: 21, end: 25, label: "x", text: "Rome")) == .pass)
    #expect(try await outcome(TextSpan(start: 20, end: 24, label: "x", text: "Rome")) == .fail)
    for (start, end) in [(-1, 2), (5, 5), (9, 3), (20, 99), (Int.max, Int.max), (0, Int.max)] {
      #expect(
        try await outcome(TextSpan(start: start, end: end, label: "x", text: "Rome")) == .fail
      )
    }
    #expect(
      try await outcome(TextSpan(start: 11, end: 15, label: "x", text: "Cafe\u{301}")) == .fail
    )
  }

  @Test("language: it must stay that of the parent or the cell")
  func language() async throws {
    let world = try Self.world(), parent = world.real[0]
    func outcome(_ text: String, _ world: World) async throws -> Outcome? {
      try await Self.outcome("language", PipelineFixture.child(of: parent, text), in: world)
    }
    let spanish = "¿Dónde está el paquete que ustedes enviaron a Roma la semana pasada?"
    #expect(try await outcome(Self.good, world) == .pass)
    #expect(try await outcome(spanish, world) == .fail)
    #expect(try await outcome("xq 7", world) == .undecided)
    let wanted = try Self.world(quota: Cell([.init("label", "delivery"), .init("language", "es")]))
    #expect(try await outcome(spanish, wanted) == .pass)
    #expect(try await outcome(Self.good, wanted) == .fail)
  }

  @Test("cell: a sample outside the cell that it was made for fails")
  func cell() async throws {
    let world = try Self.world(quota: Cell([.init("label", "delivery"), .init("language", "en")]))
    let parent = world.real[0]
    func outcome(_ text: String, label: String? = nil) async throws -> Outcome? {
      try await Self.outcome(
        "cell",
        PipelineFixture.child(of: parent, text, label: label),
        in: world
      )
    }
    #expect(try await outcome(Self.good) == .pass)
    #expect(try await outcome(Self.good, label: "password") == .fail)
    #expect(try await outcome("¿Dónde está el paquete que enviaron a Roma?") == .fail)
    #expect(try await outcome("xq 7") == .undecided)
  }

  @Test("contamination: a text like a holdout row fails, without a word of that row")
  func contamination() async throws {
    let secret = "My grandmother Ottilie misplaced the turquoise accordion near Gdansk harbour"
    let held = try PipelineFixture.real([(secret, "delivery")])
    let world = try Self.world(holdout: try await PipelineFixture.leakIndex(held))
    let sample = PipelineFixture.child(of: world.real[0], secret + ".")
    let candidate = try await Self.verify(sample, in: world)
    let verdict = try #require(candidate.verdicts.first { $0.check == "contamination" })
    #expect(verdict.outcome == .fail)
    #expect(verdict.evidence.contains(held[0].id.short))
    for word in secret.split(separator: " ") where word.utf8.count > 3 {
      #expect(!verdict.evidence.contains(word))
    }
    #expect(candidate.status == .rejected)
    let other = PipelineFixture.child(of: world.real[0], Self.good)
    #expect(try await Self.outcome("contamination", other, in: world) == .pass)
  }

  @Test("label: what reads like another label fails, and nothing is believed without a model")
  func label() async throws {
    let world = try Self.world(), parent = world.real[0]
    func outcome(_ text: String, _ world: World, label: String? = nil) async throws -> Outcome? {
      try await Self.outcome(
        "label",
        PipelineFixture.child(of: parent, text, label: label),
        in: world
      )
    }
    let password = "I forgot the password of my account, please reset the login for me."
    #expect(try await outcome(Self.good, world) == .pass)
    #expect(try await outcome(password, world) == .fail)
    #expect(try await outcome(Self.good, world, label: "unheard") == .undecided)
    let poor = try Self.world(rows: Array(Self.texts.prefix(3)))
    #expect(poor.context.labels == nil)
    #expect(try await outcome(Self.good, poor) == .undecided)
    let suite = try Self.world(split: .syntheticEval)
    #expect(try await outcome(password, suite) == nil)
  }

  @Test("undecided never passes")
  func undecided() async throws {
    let world = try Self.world(rows: Array(Self.texts.prefix(3)))
    let candidate = try await Self.verify(
      PipelineFixture.child(of: world.real[0], Self.good),
      in: world
    )
    let open = candidate.verdicts.filter { $0.outcome != .pass }
    #expect(open.map(\.outcome) == [.undecided])
    #expect(candidate.status == .rejected)
    #expect(candidate.rejectingCheck == "label")
  }

  @Test("incomplete provenance refuses the whole batch")
  func provenance() async throws {
    let world = try Self.world()
    let good = Candidate(
      sample: PipelineFixture.child(of: world.real[0], Self.good),
      quota: 0,
      round: 0
    )
    var bad = good
    bad.sample.provenance.batch = nil
    bad.sample.provenance.parents = []
    let candidates = [good, bad]
    let error = await #expect(throws: SeedbedError.self) {
      try await Verifier.verify(
        candidates,
        sketches: PipelineFixture.sketches(candidates.map(\.sample)),
        in: world.context,
        threads: 1
      )
    }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("parents, batch") == true)
  }

  @Test("verdicts do not depend on threads or on who stands beside")
  func independent() async throws {
    let world = try Self.world(holdout: .empty)
    let candidates = world.real.prefix(60).enumerated().map { index, parent in
      Candidate(
        sample: PipelineFixture.child(
          of: parent,
          parent.text.uppercased() + " \(index)",
          draw: index
        ),
        quota: 0,
        round: 0
      )
    }
    let sketches = PipelineFixture.sketches(candidates.map(\.sample))
    let one = try await Verifier.verify(
      candidates,
      sketches: sketches,
      in: world.context,
      threads: 1
    )
    let many = try await Verifier.verify(
      candidates,
      sketches: sketches,
      in: world.context,
      threads: 3
    )
    #expect(one == many)
    let alone = try await Self.verify(candidates[7].sample, in: world)
    #expect(alone == one[7])
  }
}
