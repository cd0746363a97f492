/// What a file's rows are for, and which field plays which part, as far as the rows tell.
public struct DetectedTask: Sendable, Equatable {
  /// The task.
  public var task: TaskKind
  /// The parts of the fields.
  public var fields: FieldMap
  /// Why, in one sentence for the person who runs `init`.
  public var reason: String
}

/// Tells the task of a dataset from a sample of its rows.
///
/// Known shapes come first, by the names that their formats fix (Alpaca, ShareGPT, OpenAI messages,
/// SQuAD, preference pairs, question and answer). Otherwise a label is a short value that repeats,
/// and the text is the longest of the other fields; well-known names break ties.
public enum TaskDetector {
  private static let textNames = [
    "text", "utterance", "sentence", "message", "content", "body", "query", "review", "tweet",
    "comment", "full_text", "title", "description", "input",
  ]
  private static let labelNames = [
    "label", "labels", "intent", "intents", "category", "class", "sentiment", "topic", "target",
    "tag",
  ]
  private static let idNames = ["id", "_id", "uuid", "guid", "rec_id", "row_id", "sample_id"]
  private static let spanNames = ["spans", "entities", "slots", "annotations"]

  /// Detects the task.
  ///
  /// - Parameters:
  ///   - rows: Some hundred rows, the more the surer.
  ///   - text: The field that holds the text, where the user named it.
  ///   - label: The field that holds the label, where the user named it.
  /// - Returns: The task with its fields; `tabular` where no field holds a text.
  public static func detect(
    _ rows: [JSONObject],
    text: FieldPath? = nil,
    label: FieldPath? = nil
  ) -> DetectedTask {
    let names = commonNames(rows)
    var detected =
      text == nil && label == nil
      ? knownShape(names, rows) ?? byContent(names, rows, text: nil, label: nil)
      : byContent(names, rows, text: text, label: label)
    detected.fields.id = idNames.first(where: names.contains).map { FieldPath(field: $0) }
    if detected.fields.conversation == nil {
      detected.fields.spans = spanField(names, rows)
      detected.fields.spanColumns = spanColumns(names)
      let hasSpans = detected.fields.hasSpans
      // Beside spans, a value that repeats is a label only where its name says so.
      let isLabelled =
        detected.fields.label.map { found in
          found == label || labelNames.contains(found.description.lowercased())
        } ?? false
      if detected.task == .classification, hasSpans, !isLabelled {
        detected.task = .extraction
        detected.fields.label = nil
        detected.reason = "texts in `\(detected.fields.text?.description ?? "")`, with marked spans"
      }
    }
    return detected
  }

  /// The members that at least half of the rows have, in first-seen order.
  private static func commonNames(_ rows: [JSONObject]) -> [String] {
    var order: [String] = [], counts: [String: Int] = [:]
    for row in rows {
      for (name, _) in row {
        if counts[name] == nil { order.append(name) }
        counts[name, default: 0] += 1
      }
    }
    return order.filter { (counts[$0] ?? 0) * 2 >= rows.count }
  }

  private static func knownShape(_ names: [String], _ rows: [JSONObject]) -> DetectedTask? {
    var fields = FieldMap()
    func path(_ name: String) -> FieldPath { FieldPath(field: name) }
    func has(_ wanted: String...) -> Bool { wanted.allSatisfy(names.contains) }
    func found(_ task: TaskKind, _ reason: String) -> DetectedTask {
      DetectedTask(task: task, fields: fields, reason: reason)
    }
    for name in ["messages", "conversations", "conversation"] where has(name) {
      guard rows.contains(where: { $0[name]?.array?.first?.object != nil }) else { continue }
      fields.conversation = path(name)
      let isPreference = has("chosen", "rejected")
      return found(
        isPreference ? .preference : .chat,
        "`\(name)` holds turns" + (isPreference ? " beside `chosen` and `rejected`" : "")
      )
    }
    if has("prompt", "chosen", "rejected") {
      fields.output = path("chosen")
      if rows.contains(where: { $0["prompt"]?.array?.first?.object != nil }) {
        fields.conversation = path("prompt")
        return found(.preference, "`prompt` holds turns beside `chosen` and `rejected`")
      }
      fields.text = path("prompt")
      return found(.preference, "`prompt`, `chosen` and `rejected` are there")
    }
    if has("instruction"), let output = ["output", "response"].first(where: names.contains) {
      fields.text = path("instruction")
      fields.input = has("input") ? path("input") : nil
      fields.output = path(output)
      return found(.instruction, "`instruction` and `\(output)` are there")
    }
    if has("prompt"), !labelNames.contains(where: names.contains),
      let output = ["completion", "output"].first(where: names.contains),
      rows.contains(where: { $0["prompt"]?.string != nil })
    {
      fields.text = path("prompt")
      fields.output = path(output)
      return found(.instruction, "`prompt` and `\(output)` are there")
    }
    if has("question"), let answer = ["answers", "answer"].first(where: names.contains) {
      fields.text = path("question")
      fields.output = path(answer)
      fields.context = has("context") ? path("context") : nil
      return found(.questionAnswering, "`question` and `\(answer)` are there")
    }
    return nil
  }

  private static func byContent(
    _ names: [String],
    _ rows: [JSONObject],
    text: FieldPath?,
    label: FieldPath?
  ) -> DetectedTask {
    let columns = names.map { ColumnSummary(name: $0, rows: rows) }
    var fields = FieldMap()
    fields.text = text
    fields.label = label
    if fields.label == nil {
      let candidates = columns.filter { $0.looksLikeLabel && FieldPath(field: $0.name) != text }
      let named = labelNames.compactMap { name in candidates.first { $0.name.lowercased() == name }
      }
      // Without a telling name, only a single candidate is sure enough.
      let chosen = named.first ?? (candidates.count == 1 ? candidates.first : nil)
      fields.label = chosen.map { FieldPath(field: $0.name) }
    }
    if fields.text == nil {
      let candidates = columns.filter {
        $0.looksLikeText && FieldPath(field: $0.name) != fields.label
      }
      let named = textNames.compactMap { name in candidates.first { $0.name.lowercased() == name } }
      let longest = candidates.max { $0.meanLength < $1.meanLength }
      fields.text = (named.first ?? longest).map { FieldPath(field: $0.name) }
    }
    guard let chosenText = fields.text else {
      return DetectedTask(
        task: .tabular,
        fields: fields,
        reason: "no field holds a text of several words"
      )
    }
    let labelWords = fields.label.map { "labels in `\($0)`" } ?? "no field of labels"
    return DetectedTask(
      task: .classification,
      fields: fields,
      reason: "texts in `\(chosenText)`, \(labelWords)"
    )
  }

  private static func spanField(_ names: [String], _ rows: [JSONObject]) -> FieldPath? {
    for name in names where spanNames.contains(name.lowercased()) {
      let elements = rows.lazy.compactMap { row in
        row[name].flatMap(SpanReader.elements)?.first?.object
      }
      if let first = elements.first,
        first["start"] != nil || first["start_position"] != nil || first["startIndex"] != nil
      {
        return FieldPath(field: name)
      }
    }
    return nil
  }

  private static func spanColumns(_ names: [String]) -> FieldMap.SpanColumns? {
    func first(_ wanted: [String]) -> FieldPath? {
      wanted.first(where: names.contains).map { FieldPath(field: $0) }
    }
    guard let start = first(["start_offset", "span_start", "start"]),
      let end = first(["end_offset", "span_end", "end"]),
      let label = first(["entity_type", "span_label", "slot", "entity"])
    else { return nil }
    return FieldMap.SpanColumns(
      start: start,
      end: end,
      label: label,
      text: first(["entity_value", "span_text"])
    )
  }
}

/// What the values of one field look like.
private struct ColumnSummary {
  let name: String
  private(set) var meanLength = 0.0
  private var filled = 0
  private var distinct = 0
  private var spaced = 0
  private var texts = 0
  private var longest = 0
  private let rowCount: Int

  init(name: String, rows: [JSONObject]) {
    self.name = name
    rowCount = rows.count
    var seen: Set<String> = []
    var total = 0
    for row in rows {
      let value: String
      switch row[name] {
      case .string(let text)?:
        value = text
        texts += 1
      case .number(let number)?: value = number.literal
      case .bool(let flag)?: value = flag ? "true" : "false"
      default: continue
      }
      guard !value.isEmpty else { continue }
      filled += 1
      seen.insert(value)
      total += value.utf8.count
      longest = max(longest, value.utf8.count)
      if value.utf8.contains(0x20) { spaced += 1 }
    }
    distinct = seen.count
    meanLength = filled == 0 ? 0 : Double(total) / Double(filled)
  }

  /// A short value that repeats, with at least two forms; one form in all rows says nothing.
  var looksLikeLabel: Bool {
    filled * 10 >= rowCount * 9 && distinct >= 2 && longest <= 80 && meanLength <= 40
      && distinct * 4 <= filled
  }

  /// Mostly several words, and mostly different from row to row.
  var looksLikeText: Bool {
    texts * 2 >= rowCount && spaced * 2 >= filled && distinct * 4 >= filled && meanLength >= 8
  }
}
