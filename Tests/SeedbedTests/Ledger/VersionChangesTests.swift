import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

@Suite("Changes between versions")
struct VersionChangesTests {
  private static let fields: FieldMap = {
    var fields = FieldMap()
    fields.text = FieldPath(field: "text")
    fields.label = FieldPath(field: "label")
    return fields
  }()

  private func real(_ row: Int, _ text: String, label: String = "refund") -> Sample {
    var sample = LedgerFixture.real(row, text: text, label: label)
    sample.id = LedgerFixture.id("real", text, label)
    sample.split = .train
    return sample
  }

  private func made(
    _ text: String,
    of parent: Sample,
    method: String = "typos",
    draw: Int = 0,
    batch: String = "a"
  ) -> Sample {
    let candidate = LedgerFixture.candidate(
      draw,
      of: parent,
      batch: LedgerFixture.batch(plan: batch, method: method)
    )
    var sample = candidate.sample
    sample.text = text
    sample.comparisonText = text
    sample.id = LedgerFixture.id(text, batch, method, "\(draw)", parent.id.hex)
    sample.split = .train
    return sample
  }

  private func changes(_ before: [Sample], _ after: [Sample]) -> VersionChanges {
    VersionChanges(
      VersionDiff(from: LedgerFixture.version(before), to: LedgerFixture.version(after)),
      before: before,
      after: after,
      fields: Self.fields
    )
  }

  private func pairs(_ changes: VersionChanges) -> [[String?]] {
    changes.rows.map { [$0.kind.rawValue, $0.before?.text, $0.after?.text] }
  }

  @Test("a correction by a person stands for the row that it corrects")
  func fixed() {
    let parent = real(1, "give it back")
    let wrong = made("give it bakc", of: parent)
    var right = made("give it back now", of: wrong, method: "review")
    right.provenance.parents = [wrong.id]
    let changes = self.changes([parent, wrong], [parent, right])
    #expect(pairs(changes) == [["fixed", "give it bakc", "give it back now"]])
    #expect(changes.count(.fixed, .synthetic) == 1 && changes.count(.added, .synthetic) == 0)
  }

  @Test("the same row in another batch is remade, another text of the same draw rewritten")
  func remade() {
    let parent = real(1, "give it back")
    let before = [parent, made("one", of: parent), made("two", of: parent, draw: 1)]
    let after = [
      parent, made("two", of: parent, draw: 1, batch: "b"), made("uno", of: parent, batch: "b"),
    ]
    #expect(
      Set(pairs(changes(before, after)))
        == [["remade", "two", "two"], ["rewritten", "one", "uno"]]
    )
  }

  @Test("a real row with another text or label in the same place of the file is rewritten")
  func realRows() {
    let before = [real(1, "old"), real(2, "same"), real(3, "gone")]
    let after = [real(1, "new"), real(2, "same", label: "pay"), real(9, "added")]
    #expect(
      Set(pairs(changes(before, after))) == [
        ["rewritten", "old", "new"], ["rewritten", "same", "same"], ["removed", "gone", nil],
        ["added", nil, "added"],
      ]
    )
  }

  @Test("a row's own id tells more than its place")
  func ownIDs() {
    var fields = Self.fields
    fields.id = FieldPath(field: "id")
    func row(_ place: Int, _ id: String, _ text: String) -> Sample {
      var sample = real(place, text)
      sample.fields["id"] = .string(id)
      return sample
    }
    let before = [row(1, "x", "one"), row(2, "y", "two")]
    let after = [row(1, "y", "zwei"), row(2, "x", "eins")]
    let changes = VersionChanges(
      VersionDiff(from: LedgerFixture.version(before), to: LedgerFixture.version(after)),
      before: before,
      after: after,
      fields: fields
    )
    #expect(
      Set(pairs(changes)) == [["rewritten", "two", "zwei"], ["rewritten", "one", "eins"]]
    )
  }

  @Test("every row that differs is counted once, by batch and by cell", arguments: 0..<30)
  func counts(seed: Int) throws {
    var random = LedgerTestRandom(state: UInt64(seed) &* 977 &+ 5)
    let parents = (0..<4).map { real($0, "parent \($0)", label: $0 % 2 == 0 ? "a" : "b") }
    func version(_ batch: String) -> [Sample] {
      var samples = parents.filter { _ in random.next(below: 5) > 0 }
      for draw in 0..<12 where random.next(below: 3) > 0 {
        let text = "text \(random.next(below: 9))"
        samples.append(
          made(
            text,
            of: parents[draw % 4],
            draw: draw,
            batch: random.next(below: 2) == 0 ? batch : "s"
          )
        )
      }
      return samples
    }
    let before = version("b1"), after = version("b2")
    let changes = self.changes(before, after)
    let old = Set(before.map(\.id)), new = Set(after.map(\.id))
    #expect(
      Set(changes.rows.filter { $0.kind != .moved }.compactMap(\.after?.id)) == new.subtracting(old)
    )
    #expect(
      Set(changes.rows.filter { $0.kind != .moved }.compactMap(\.before?.id))
        == old.subtracting(new)
    )
    #expect(changes.members.unchanged == old.intersection(new).count)
    let cells = changes.byCell { Cell([Cell.Coordinate("label", $0.label ?? "")]) }
    for kind in VersionChanges.Kind.allCases {
      let total = changes.count(kind, .real) + changes.count(kind, .synthetic)
      #expect(changes.byBatch.reduce(0) { $0 + $1[kind] } == total)
      #expect(cells.reduce(0) { $0 + $1[kind] } == total)
    }
    let json = changes.json(cells: cells, listsRows: true)
    #expect(json["rows"]?.array?.count == changes.rows.count)
    #expect(changes.json(cells: cells, listsRows: false)["rows"] == .null)
  }

  @Test("a row in another part is moved")
  func moved() {
    let row = real(1, "one")
    var elsewhere = row
    elsewhere.split = .validation
    let changes = self.changes([row], [elsewhere])
    #expect(changes.rows.map(\.kind) == [.moved])
    #expect(changes.rows.first?.before?.split == .train)
    #expect(self.changes([row], [row]).rows.isEmpty)
  }
}
