import Foundation
import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("The files that a comparison reads")
struct ComparisonInputTests {
  let rows = ComparisonRow.draw(120, seed: 1)

  @Test("a field that the synthetic file lacks is an error that names file, row and field")
  func missingField() async throws {
    let folder = try ComparisonFolder()
    let real = try folder.file("real.jsonl", rows)
    let synthetic = try folder.file(
      "synthetic.jsonl",
      rows.map { #"{"utterance": "\#($0.text)", "label": "x"}"# }.joined(separator: "\n")
    )
    await #expect {
      try await folder.compare(real, synthetic, text: "text")
    } throws: { error in
      guard let row = error as? BadRow else { return false }
      return row.description.contains("synthetic.jsonl") && row.description.contains("`text`")
    }
    await #expect {
      try await folder.compare(real, synthetic, text: "text", onBadRow: .skip)
    } throws: { error in
      guard let error = error as? SeedbedError else { return false }
      return error.code == .data && error.message.contains("synthetic.jsonl")
        && error.message.contains("120")
    }
    let unnamed = try await folder.compare(real, synthetic)
    #expect(unnamed.real.textField == "text" && unnamed.synthetic.textField == "utterance")
    #expect(unnamed.privacy?.real.exact == 120)
  }

  @Test("a label that the user names must be there; one that was found may be missing")
  func missingLabel() async throws {
    let folder = try ComparisonFolder()
    let real = try folder.file("real.jsonl", rows)
    let synthetic = try folder.file(
      "synthetic.jsonl",
      rows.map { #"{"text": "\#($0.text)"}"# }.joined(separator: "\n")
    )
    await #expect(throws: BadRow.self) {
      try await folder.compare(real, synthetic, label: "label")
    }
    let report = try await folder.compare(real, synthetic)
    #expect(report.labels == nil && report.slices.isEmpty && report.labelField == nil)
  }

  @Test("an empty file and one that is not there are errors", arguments: ["", "\n\n"])
  func empty(content: String) async throws {
    let folder = try ComparisonFolder()
    let real = try folder.file("real.jsonl", rows)
    let empty = try folder.file("empty.jsonl", content)
    await #expect(throws: SeedbedError.self) { try await folder.compare(real, empty) }
    await #expect(throws: SeedbedError.self) { try await folder.compare(empty, real) }
    await #expect(throws: SeedbedError.self) {
      try await folder.compare(real, real, holdout: folder.url.path + "/nowhere.jsonl")
    }
  }

  @Test("the same rows as CSV and JSON Lines do not differ, and bad rows are counted")
  func formats() async throws {
    let folder = try ComparisonFolder()
    let real = try folder.file("real.jsonl", rows)
    let table = "text,label\n" + rows.map { "\"\($0.text)\",\($0.label)\n" }.joined()
    let report = try await folder.compare(
      real,
      folder.file("synthetic.csv", table + "\"only a text\"\n"),
      onBadRow: .skip
    )
    #expect(report.findings.isEmpty)
    #expect(report.synthetic.rows == 120 && report.synthetic.badRows == 1)
  }

  @Test("rows that Seedbed marked as synthetic can be compared; the mark is no column")
  func marked() async throws {
    let folder = try ComparisonFolder()
    let marked = rows.map { row in
      #"{"text": "\#(row.text)", "label": "\#(row.label)", "seedbed": {"origin": "synthetic"}}"#
    }
    let report = try await folder.compare(
      folder.file("real.jsonl", rows),
      folder.file("synthetic.jsonl", marked.joined(separator: "\n"))
    )
    #expect(report.synthetic.rows == 120 && report.columns == nil)
  }

  @Test("a handful of rows is compared as far as it goes, without a claim", arguments: [1, 2, 5])
  func few(count: Int) async throws {
    let report = try await ComparisonFolder().compare(
      Array(rows.prefix(count)),
      Array(rows.suffix(count))
    )
    #expect(report.findings.isEmpty)
    #expect(report.real.rows == count)
    for drift in report.numbers { #expect(drift.ks.lower <= drift.ks.upper) }
  }
}
