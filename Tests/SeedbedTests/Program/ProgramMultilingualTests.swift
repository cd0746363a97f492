import Foundation
import SeedbedModels
import Testing

/// The scenario of docs/multilingual.md, on the real posts of `xlmt-sentiment`.
@Suite(
  "Plenty of labelled English, little Spanish, a real Spanish test set",
  .enabled(if: RealDataset.isPresent, "the shared datasets are not beside the package"),
  .enabled(if: ApertiumTranslator.isInstalled(), "Apertium is not installed")
)
struct ProgramMultilingualTests {
  private static let names = ["negative", "neutral", "positive"]

  /// Some rows of one language as JSON Lines.
  private static func rows(_ language: String, _ range: Range<Int>) throws -> String {
    func lines(_ name: String) throws -> [Substring] {
      let file = RealDataset.root.appending(path: "data/xlmt-sentiment/\(language)/\(name)")
      return String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    }
    let texts = try lines("train_text.txt"), labels = try lines("train_labels.txt")
    try #require(texts.count == labels.count && texts.count >= range.upperBound)
    return try range.map { row in
      let fields = ["text": String(texts[row]), "label": names[try #require(Int(labels[row]))]]
      let line = try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
      return String(decoding: line, as: UTF8.self) + "\n"
    }.joined()
  }

  @Test(
    "English rows translated fill the Spanish cells, and the real Spanish rows say what it is worth"
  )
  func scenario() throws {
    let folder = try Folder()
    let english = try Self.rows("english", 0..<600), spanish = try Self.rows("spanish", 0..<120)
    try folder.write("posts.jsonl", english + spanish)
    let held = try Self.rows("english", 1200..<1500) + Self.rows("spanish", 1000..<1500)
    try folder.write("held.jsonl", held)
    try Program.run(
      [
        "init", "posts.jsonl", "--holdout", "held.jsonl", "--drop-leaking", "--label", "label",
        "--language", "en", "--language", "es",
      ],
      in: folder
    ).expectSuccess()
    try ask(folder)
    try Program.run(["run"], in: folder).expectSuccess()

    let version = try Program.run(["version", "list", "--json"], in: folder).document["versions"]
    let id = try #require(version.list.first?["id"].string)
    let train = try folder.text("versions/\(id.prefix(12))/train.jsonl").split(separator: "\n")
    let rows = try train.map { try Document(String($0))["seedbed"] }
    let translated = rows.filter { $0["method"].string == "translation" }
    #expect(translated.count >= 60)
    #expect(
      translated.allSatisfy { $0["parents"].list.count == 1 && $0["origin"].string == "synthetic" }
    )

    let report = try Program.run(
      ["evaluate", "--no-sweep", "--no-batches", "--no-curve", "--json"],
      in: folder
    ).expectSuccess().document
    let languages = report["utility"]["slices"].list.filter { $0["dimension"].string == "language" }
    let spanishSlice = try #require(languages.first { $0["value"].string == "es" })
    #expect((spanishSlice["rows"].int ?? 0) > 300)
    for set in ["real", "mix"] {
      let accuracy = try #require(spanishSlice["accuracy"][set].number)
      #expect((0.33...1).contains(accuracy), "\(set): \(accuracy)")
    }
    #expect(["helps", "hurts", "cannot_tell"].contains(spanishSlice["effect"].string ?? ""))
  }

  /// Asks for more Spanish rows of each label, and names who translates.
  private func ask(_ folder: Folder) throws {
    var lines = try folder.text("seedbed.yaml").components(separatedBy: "\n")
    let cell = try #require(lines.firstIndex { $0.contains("language: es}") })
    lines[cell + 1] = "    minimum: 100"
    let place = try #require(lines.firstIndex { $0.hasPrefix("generation:") })
    lines.insert(
      contentsOf: [
        "translators:", "  - name: apertium", "    provider: apertium", "    pivots: [es]",
      ],
      at: place
    )
    try folder.write("seedbed.yaml", lines.joined(separator: "\n"))
  }
}
