import SeedbedData
import SeedbedReport
import Testing

@Suite("Exports read back by this program")
struct ExportReimportTests {
  private static func samples(
    _ samples: [ExportSample],
    in file: ExportedFile
  ) -> [Sample] {
    samples.map(\.sample).filter { $0.split == file.split }
  }

  private static func strings(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  @Test(
    "the user's own fields, task, text, label and spans come back",
    arguments: ["jsonl", "csv", "huggingface"],
    ExportFixture.all
  )
  func ownFields(format: String, fixture: ExportFixture) throws {
    try fixture.exported(as: format) { folder, samples, files in
      #expect(files.map(\.split) == [.train, .validation])
      for file in files {
        let path = "\(folder)/\(file.path)"
        let originals = Self.samples(samples, in: file)
        if format == "csv" {
          try checkTable(path, originals, fixture)
          continue
        }
        let (found, back) = try ExportFixture.reading(path)
        #expect(found.task == fixture.task)
        #expect(found.fields == fixture.fields)
        #expect(Self.strings(back.map(\.text)) == Self.strings(originals.map(\.text)))
        #expect(back.map(\.label) == originals.map(\.label))
        #expect(back.map(\.spans) == originals.map(\.spans))
        #expect(back.map(\.fields) == originals.map(\.fields))
      }
    }
  }

  /// A cell of a table is a text, but turns, spans and answers are lists again.
  private func checkTable(
    _ path: String,
    _ originals: [Sample],
    _ fixture: ExportFixture
  ) throws {
    var reader = try RowReader(path: path)
    for original in originals {
      let row = try #require(try reader.next()).fields
      for (name, value) in original.fields {
        let cell = try #require(row[name])
        #expect((cell.array != nil) == (value.array != nil))
        let texts = [cell, value].map { Array(($0.string ?? $0.serialized()).utf8) }
        #expect(texts[0] == texts[1])
      }
      #expect(row.count == original.fields.count)
    }
    #expect(try reader.next() == nil)
    guard fixture.task != .tabular else { return }
    let (found, back) = try ExportFixture.reading(path)
    #expect(found.task == fixture.task && found.fields == fixture.fields)
    #expect(back.map(\.label) == originals.map(\.label))
    #expect(back.map(\.spans) == originals.map(\.spans))
  }

  /// What a sample asks and answers, as one text each.
  private static func exchange(_ sample: Sample, _ fixture: ExportFixture) -> [String] {
    let fields = sample.fields
    func text(_ name: String) -> String { fields[name]?.string ?? "" }
    switch fixture.task {
    case .classification: return [sample.text, sample.label ?? ""]
    case .instruction:
      let parts = [text("instruction"), text("input")].filter { !$0.isEmpty }
      return [parts.joined(separator: "\n\n"), text("output")]
    case .chat: return (fields["messages"]?.array ?? []).compactMap { $0["content"]?.string }
    case .questionAnswering:
      let answer = fields["answers"]?.array?.first?["text"]?.string ?? ""
      return [text("context") + "\n\n" + text("question"), answer]
    case .extraction:
      return [sample.text, JSONValue.array(sample.spans.map(\.json)).serialized()]
    case .preference: return [text("prompt"), text("chosen")]
    case .tabular: return []
    }
  }

  @Test(
    "conversations have the text and the answer as turns",
    arguments: ["openai", "sharegpt"],
    ExportFixture.all.filter { $0.task != .tabular }
  )
  func conversations(format: String, fixture: ExportFixture) throws {
    try fixture.exported(as: format) { folder, samples, files in
      for file in files {
        let (found, back) = try ExportFixture.reading("\(folder)/\(file.path)")
        #expect(found.task == .chat)
        let turns = back.map { sample in
          (found.fields.conversation?.value(in: sample.fields)?.array ?? []).map {
            ($0["content"] ?? $0["value"])?.string ?? ""
          }
        }
        let expected = Self.samples(samples, in: file).map { Self.exchange($0, fixture) }
        #expect(turns.map(Self.strings) == expected.map(Self.strings))
        let asked = fixture.task == .chat ? nil : expected.map { $0[0] }
        #expect(asked == nil || Self.strings(back.map(\.text)) == Self.strings(asked ?? []))
      }
    }
  }

  @Test("both forms of preference are found again as pairs", arguments: [false, true])
  func preference(asTurns: Bool) throws {
    try ExportFixture.of(.preference).exported(as: asTurns ? "preference-chat" : "preference") {
      folder,
      samples,
      files in
      for file in files {
        let (found, back) = try ExportFixture.reading("\(folder)/\(file.path)")
        #expect(found.task == .preference)
        #expect((found.fields.conversation != nil) == asTurns)
        let originals = Self.samples(samples, in: file)
        #expect(Self.strings(back.map(\.text)) == Self.strings(originals.map(\.text)))
        for (sample, original) in zip(back, originals) {
          for name in ["chosen", "rejected"] {
            let value = sample.fields[name]
            let text = asTurns ? value?.array?.first?["content"] : value
            #expect(text == original.fields[name])
          }
        }
      }
    }
  }

  @Test("CoNLL keeps the text and every span", arguments: 0..<10)
  func conll(seed: Int) throws {
    try ExportFixture.of(.extraction, seed: seed).exported(as: "conll", plain: seed % 2 == 0) {
      folder,
      samples,
      files in
      for file in files {
        let originals = Self.samples(samples, in: file)
        var reader = try RowReader(path: "\(folder)/\(file.path)")
        for original in originals {
          let row = try #require(try reader.next()).fields
          #expect(Array(row["text"]?.string?.utf8 ?? "".utf8) == Array(original.text.utf8))
          #expect(row["spans"] == .array(original.spans.map(\.json)))
          #expect(row["seedbed"]?["id"]?.string == (seed % 2 == 0 ? nil : original.id.hex))
        }
        #expect(try reader.next() == nil)
        let (found, back) = try ExportFixture.reading("\(folder)/\(file.path)")
        #expect(found.task == .extraction)
        #expect(back.map(\.spans) == originals.map(\.spans))
      }
    }
  }

  @Test("SQuAD keeps questions, contexts and every answer with its start")
  func squad() throws {
    try ExportFixture.of(.questionAnswering).exported(as: "squad") { folder, samples, files in
      for file in files {
        let (found, back) = try ExportFixture.reading("\(folder)/\(file.path)")
        #expect(found.task == .questionAnswering)
        #expect(found.fields.context == FieldPath(field: "context"))
        let originals = Self.samples(samples, in: file)
        #expect(Self.strings(back.map(\.text)) == Self.strings(originals.map(\.text)))
        #expect(back.map { $0.fields["context"] } == originals.map { $0.fields["context"] })
        #expect(back.map { $0.fields["answers"] } == originals.map { $0.fields["answers"] })
      }
    }
  }

  @Test(
    "rows for evaluation tools have the names by which the task is found again",
    arguments: ["lm-eval", "pytest", "promptfoo"],
    [TaskKind.classification, .instruction, .questionAnswering, .extraction]
  )
  func evaluation(format: String, task: TaskKind) throws {
    try ExportFixture.of(task).exported(as: format) { folder, samples, files in
      for file in files where file.split != nil {
        let (found, back) = try ExportFixture.reading("\(folder)/\(file.path)")
        #expect(found.task == task)
        let originals = Self.samples(samples, in: file)
        #expect(Self.strings(back.map(\.text)) == Self.strings(originals.map(\.text)))
        #expect(back.map(\.label) == originals.map(\.label))
        #expect(back.map(\.spans) == originals.map(\.spans))
        if task == .questionAnswering {
          let answers = originals.map { sample in
            JSONValue.array((sample.fields["answers"]?.array ?? []).compactMap { $0["text"] })
          }
          #expect(back.map { $0.fields["answers"] } == answers)
        }
        if task == .instruction {
          #expect(back.map { $0.fields["output"] } == originals.map { $0.fields["output"] })
        }
      }
    }
  }
}
