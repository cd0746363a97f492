public import SeedbedData

/// Reads cases that people have judged from a file.
///
/// A row with `output_1`, `output_2` and `label` (1 or 2) is a pair. Any other row is a case to score: its
/// text in `text`, `instruction`, `question` or `prompt`; its parts in `label`, `input`, `output` (or
/// `response`, `answer`), `chosen`, `rejected`, `conversation` (or `messages`), `record`; its evidence in
/// `document` (or `context`, `source`) and `parent`; and what people said in `human`.
public struct CalibrationFile {
  private static let textNames = ["text", "instruction", "question", "prompt"]
  private static let partNames: [(role: JudgedCase.Part.Role, names: [String])] = [
    (.input, ["input"]), (.conversation, ["conversation", "messages", "conversations"]),
    (.output, ["output", "response", "answer"]), (.chosen, ["chosen"]), (.rejected, ["rejected"]),
    (.record, ["record"]),
  ]

  private let file: String
  private let task: TaskKind?
  private let rubric: Rubric

  /// Reads a file in any format that rows are read from.
  ///
  /// In `human`, 0 and 1 (or false and true, fail and pass) say whether a case is good; where any other
  /// number occurs, all of them are points of the rubric's scale, and good is what reaches its threshold.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - options: What is known of the file.
  ///   - task: What the samples are for; nil to tell by the fields of each row.
  ///   - rubric: The rubric by which the cases will be judged.
  ///   - labels: All labels with their meanings; empty to list those that occur.
  /// - Returns: The cases, named by their `id` or their row.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read, holds no row, or a row that is
  ///   no case.
  public static func read(
    _ path: String,
    options: RowReaderOptions = RowReaderOptions(),
    task: TaskKind? = nil,
    rubric: Rubric,
    labels: [JudgedCase.LabelMeaning] = []
  ) throws -> CalibrationCases {
    var reader = try RowReader(path: path, options: options)
    var rows: [RawRow] = []
    while let row = try reader.next() { rows.append(row) }
    guard let first = rows.first else {
      throw SeedbedError(.data, "`\(path)` holds no row")
    }
    let file = CalibrationFile(file: path, task: task, rubric: rubric)
    guard first.fields["output_1"] == nil else { return .pairs(try rows.map(file.pair)) }
    return .scored(try file.scored(rows, labels))
  }

  private func pair(_ row: RawRow) throws -> LabelledPair {
    let first = try required(["output_1"], row)
    let second = try required(["output_2"], row)
    let human: PairCase.Side
    switch row.fields["label"].map(Self.words) {
    case "1"?: human = .first
    case "2"?: human = .second
    case let found: throw fault(row, "`label` is \(Self.shown(found)); 1 or 2 names the better one")
    }
    return LabelledPair(
      PairCase(
        id: Self.name(row),
        task: task ?? .instruction,
        text: row.fields["input"].map(Self.words) ?? "",
        first: first,
        second: second,
        evidence: Self.evidence(row)
      ),
      human: human
    )
  }

  private func scored(
    _ rows: [RawRow],
    _ labels: [JudgedCase.LabelMeaning]
  ) throws -> [ScoredCase] {
    let humans = try rows.map(human)
    let isBinary = humans.allSatisfy { $0 == 0 || $0 == 1 }
    var cases = try rows.enumerated().map { index, row in
      let human = humans[index]
      guard !isBinary else { return ScoredCase(try judged(row), human: human, isGood: human == 1) }
      guard let share = rubric.share(of: human) else {
        throw fault(
          row,
          "`human` is \(human), outside the rubric's scale from \(rubric.scale.lowerBound) to "
            + "\(rubric.scale.upperBound)"
        )
      }
      return ScoredCase(
        try judged(row),
        human: share,
        isGood: PanelJudgement.reaches(share, rubric.threshold)
      )
    }
    let found = Set(cases.compactMap(\.judged.label)).sorted().map { JudgedCase.LabelMeaning($0) }
    for index in cases.indices { cases[index].judged.labels = labels.isEmpty ? found : labels }
    return cases
  }

  private func human(_ row: RawRow) throws -> Double {
    let text = row.fields["human"].map(Self.words)
    switch text?.lowercased() {
    case "true"?, "pass"?: return 1
    case "false"?, "fail"?: return 0
    default:
      guard let text, let number = Double(text), number.isFinite else {
        throw fault(
          row,
          "`human` is \(Self.shown(text)); 0 or 1, or a point of the rubric's scale, is asked for"
        )
      }
      return number
    }
  }

  private func judged(_ row: RawRow) throws -> JudgedCase {
    let parts = Self.partNames.compactMap { role, names in
      Self.first(names, row).map { JudgedCase.Part(role, $0) }
    }
    let label = Self.first(["label"], row)
    // A conversation or a record may stand without a text of its own.
    let hasWhole = parts.contains { $0.role == .conversation || $0.role == .record }
    let text = hasWhole ? Self.first(Self.textNames, row) ?? "" : try required(Self.textNames, row)
    return JudgedCase(
      id: Self.name(row),
      task: task ?? Self.task(parts, label, Self.evidence(row)),
      text: text,
      label: label,
      parts: parts,
      evidence: Self.evidence(row)
    )
  }

  private static func task(
    _ parts: [JudgedCase.Part],
    _ label: String?,
    _ evidence: [JudgedCase.Evidence]
  ) -> TaskKind {
    func has(_ role: JudgedCase.Part.Role) -> Bool { parts.contains { $0.role == role } }
    if has(.chosen) { return .preference }
    if has(.conversation) { return .chat }
    if has(.record) { return .tabular }
    guard has(.output) else { return .classification }
    return evidence.contains { $0.kind == .document } ? .questionAnswering : .instruction
  }

  private static func evidence(_ row: RawRow) -> [JudgedCase.Evidence] {
    let document = first(["document", "context", "source"], row)
    let parent = first(["parent"], row)
    return [document.map { .init(.document, $0) }, parent.map { .init(.parent, $0) }]
      .compactMap(\.self)
  }

  private static func name(_ row: RawRow) -> String { first(["id"], row) ?? "row \(row.number)" }

  private static func first(_ names: [String], _ row: RawRow) -> String? {
    names.lazy.compactMap { row.fields[$0] }.map(words).first { !$0.isEmpty }
  }

  private func required(_ names: [String], _ row: RawRow) throws -> String {
    guard let text = Self.first(names, row) else {
      throw fault(row, "it has no " + names.map { "`\($0)`" }.joined(separator: " or "))
    }
    return text
  }

  /// A value as a judge reads it: a text as it is, anything else as JSON.
  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .null: ""
    default: value.serialized()
    }
  }

  private static func shown(_ text: String?) -> String {
    text.map { "`\($0.prefix(40))`" } ?? "missing"
  }

  private func fault(_ row: RawRow, _ reason: String) -> SeedbedError {
    SeedbedError(.data, "`\(file)`, row \(row.number): \(reason)")
  }
}
