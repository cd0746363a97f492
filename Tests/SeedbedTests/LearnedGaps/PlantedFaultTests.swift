import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import SeedbedText
import Testing

/// One copy of banking77 with faults whose places are known: 5 % wrong labels, 20 test rows, 8 % duplicates,
/// and no questions of 11 to 25 words about one label.
///
/// What repeats by nature is taken out first, so that what is found beside the planted rows is a false alarm.
struct PlantedBanking: Sendable {
  struct Row: Sendable {
    var number: Int
    var text: String
    var label: String
  }

  let rows: [Row]
  let wrongLabels: Set<Int>
  let leaks: Set<Int>
  let duplicates: Set<Int>
  let hole = LearnedGapsFixture.cell(
    ("label", "card_payment_not_recognised"),
    ("length", "11-25")
  )

  init(in folder: Folder) throws {
    let test = try LearnedGapsFixture.banking("test")
    try Self.write(Self.numbered(test), to: "test.csv", in: folder)
    try Self.write(Self.numbered(LearnedGapsFixture.banking("train")), to: "train.csv", in: folder)
    try Program.run(
      ["dedup", "train.csv", "--text", "text", "--against", "test.csv", "--output", "base.csv"],
      in: folder
    ).expectSuccess()
    let lengths = try DimensionSet(["length"], languages: [])
    var rows = try Self.read("base.csv", in: folder).filter { row in
      row.label != "card_payment_not_recognised"
        || lengths.values(of: LearnedGapsFixture.inputs([row.text])[0]) != ["11-25"]
    }
    var random = LearnedGapsFixture.random(5)
    // A wrong label must not fill the hole.
    let names = Set(rows.map(\.label)).subtracting(["card_payment_not_recognised"]).sorted()
    var wrong = Set<Int>()
    for place in random.sample(rows.count / 20, of: rows.count) {
      let other = names.filter { $0 != rows[place].label }
      rows[place].label = other[random.index(below: other.count)]
      wrong.insert(rows[place].number)
    }
    var added: [Row] = [], leaking = Set<Int>(), repeated = Set<Int>()
    // None that would fill the hole.
    let others = test.labels.indices.filter { test.labels[$0] != "card_payment_not_recognised" }
    for place in random.sample(20, of: others.count).map({ others[$0] }) {
      added.append(
        Row(number: 20_000 + place, text: test.texts[place] + " ", label: test.labels[place])
      )
      leaking.insert(20_000 + place)
    }
    // Half are equal but for case and spaces, half have one letter changed in a long text.
    let long = rows.indices.filter { rows[$0].text.utf8.count >= 80 }
    let count = rows.count * 4 / 100
    let exact = random.sample(count, of: rows.count)
    for place in exact { added.append(Self.shouted(rows[place])) }
    for place in random.sample(count, of: long.count).map({ long[$0] }) where !exact.contains(place)
    {
      added.append(Self.mistyped(rows[place]))
    }
    for row in added where row.number >= 30_000 { repeated.insert(row.number) }
    self.rows = rows + added
    (wrongLabels, leaks, duplicates) = (wrong, leaking, repeated)
    try Self.write(self.rows, to: "copy.csv", in: folder)
  }

  private static func shouted(_ row: Row) -> Row {
    Row(
      number: 30_000 + row.number,
      text: row.text.uppercased().replacing(" ", with: "  "),
      label: row.label
    )
  }

  private static func mistyped(_ row: Row) -> Row {
    var letters = Array(row.text)
    // A space in its place would make one word of two, and with it another length.
    let place = letters.indices.first { $0 >= letters.count / 2 && letters[$0].isLetter } ?? 0
    letters[place] = letters[place] == "q" ? "z" : "q"
    return Row(number: 40_000 + row.number, text: String(letters), label: row.label)
  }

  private static func numbered(_ rows: LearnedGapsFixture.Rows) -> [Row] {
    rows.texts.indices.map { Row(number: $0, text: rows.texts[$0], label: rows.labels[$0]) }
  }

  static func write(_ rows: [Row], to name: String, in folder: Folder) throws {
    let lines = rows.map { row in
      "\(row.number),\"\(row.text.replacing("\"", with: "\"\""))\",\(row.label)"
    }
    try folder.write(name, (["row,text,label"] + lines).joined(separator: "\n") + "\n")
  }

  static func read(_ name: String, in folder: Folder) throws -> [Row] {
    var reader = try RowReader(path: folder.url(name).path, options: RowReaderOptions())
    var rows: [Row] = []
    while let row = try reader.next() {
      rows.append(
        Row(
          number: row.fields["row"]?.string.flatMap { Int($0) } ?? row.fields["row"]?.int ?? -1,
          text: row.fields["text"]?.string ?? "",
          label: row.fields["label"]?.string ?? ""
        )
      )
    }
    return rows
  }

  /// The rows that `dedup` takes out of the copy.
  func removed(_ arguments: [String], in folder: Folder) throws -> Set<Int> {
    try Program.run(
      ["dedup", "copy.csv", "--text", "text", "--removed", "gone.csv"] + arguments,
      in: folder
    ).expectSuccess()
    return Set(try Self.read("gone.csv", in: folder).map(\.number))
  }

  func evidence(reference: Bool) async throws -> LearnedEvidence {
    typealias Fixture = LearnedGapsFixture
    let dimensions = try DimensionSet(["label", "length", "noise", "form"], languages: [])
    let test = try Fixture.banking("test").texts
    let texts = rows.map(\.text), labels = rows.map(\.label)
    let embedder = HashedEmbedder()
    return LearnedEvidence(
      rows: try await LearnedRows.measure(
        Fixture.inputs(texts, labels),
        dimensions: dimensions,
        threads: 2
      ),
      vectors: try await embedder.embed(texts, threads: 2),
      reference: reference
        ? try await LearnedRows.measure(Fixture.inputs(test), dimensions: dimensions, threads: 2)
        : nil,
      referenceVectors: reference ? try await embedder.embed(test, threads: 2) : nil,
      seed: 1,
      threads: 2
    )
  }
}

@Suite(
  "Planted faults in one copy of banking77",
  .enabled(if: LearnedGapsFixture.shared != nil, "\(LearnedGapsFixture.isMissing)")
)
struct LearnedPlantedFaultTests {
  @Test("all five kinds of fault are found in the same copy")
  func faults() async throws {
    let folder = try Folder()
    let data = try PlantedBanking(in: folder)
    #expect(data.leaks.count == 20)
    #expect((0.07...0.08).contains(Double(data.duplicates.count) / Double(data.rows.count)))

    // Duplicates and leaks: all of them, and nothing else.
    let repeated = try data.removed([], in: folder)
    #expect(repeated == data.duplicates)
    let known = try data.removed(["--against", "test.csv"], in: folder)
    #expect(known.subtracting(repeated) == data.leaks)

    for reference in [true, false] {
      let evidence = try await data.evidence(reference: reference)
      try await expectLabelsAndRegion(of: data, in: evidence, reference: reference)
    }
    try expectPoisonedBatch(of: data, in: folder)
  }

  private func expectLabelsAndRegion(
    of data: PlantedBanking,
    in evidence: LearnedEvidence,
    reference: Bool
  ) async throws {
    let found = evidence.mislabelled
    // A copy of a wrongly labelled row is wrongly labelled too.
    let wrong = data.rows.indices.filter { row in
      data.wrongLabels.contains(data.rows[row].number)
        || data.wrongLabels.contains(data.rows[row].number % 10_000)
          && data.duplicates.contains(data.rows[row].number)
    }
    let hits = Set(found.rows.map(\.row)).intersection(wrong).count
    let precision = Double(hits) / Double(found.rows.count)
    let recall = Double(hits) / Double(wrong.count)
    #expect(precision >= 0.8, "\(precision)")
    #expect(recall >= 0.8, "\(recall)")
    #expect(abs(found.precision - precision) < 0.1 && abs(found.share - 0.05) < 0.015)
    let findings = try await LearnedFindings.find(in: evidence)
    let gaps = findings.gaps(in: evidence) { LearnedGapsFixture.supply($0) }
    let place = gaps.firstIndex { $0.cell == data.hole && $0.kind == .missing }
    print(
      "reference \(reference): precision \(precision), recall \(recall), hole at \(place ?? -1)"
    )
    #expect((place ?? .max) < 3)
    #expect(gaps.first?.kind == .mislabelled && gaps.first?.decision == .repair)
    for gap in gaps { #expect(!gap.reason.isEmpty && !gap.evidence.isEmpty) }
  }

  /// Four batches of rows that real ones would be, one of them with labels that are not theirs.
  private func expectPoisonedBatch(of data: PlantedBanking, in folder: Folder) throws {
    var random = LearnedGapsFixture.random(6)
    let names = Set(data.rows.map(\.label)).sorted()
    let good = data.rows.filter { !data.leaks.contains($0.number) }
    var real: [PlantedBanking.Row] = [], made: [String] = []
    for (place, row) in good.enumerated() where place % 5 < 3 {
      guard place % 5 > 0 else {
        real.append(row)
        continue
      }
      let batch = ["first", "second", "third", "poisoned"][random.index(below: 4)]
      let label = batch == "poisoned" ? names[random.index(below: names.count)] : row.label
      let object: JSONObject = [
        "row": .string("\(row.number)"), "text": .string(row.text), "label": .string(label),
        "seedbed": ["batch": .string(batch), "method": .string(batch)],
      ]
      made.append(JSONValue.object(object).serialized())
    }
    try PlantedBanking.write(real, to: "real.csv", in: folder)
    try folder.write("made.jsonl", made.joined(separator: "\n") + "\n")
    let effects = try Program.run(
      [
        "evaluate", "--real", "real.csv", "--synthetic", "made.jsonl", "--test", "test.csv",
        "--text", "text", "--label", "label", "--no-sweep", "--no-curve", "--seeds", "3", "--json",
      ],
      in: folder
    ).expectSuccess().document["utility"]["batches"]["effects"].list
    let harmful = effects.filter { $0["effect"].string == "hurts" }
    #expect(effects.count == 4)
    #expect(harmful.map { $0["batch"].string } == ["poisoned"], "\(effects)")
  }
}
