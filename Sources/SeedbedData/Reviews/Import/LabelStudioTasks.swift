/// Reviews as tasks of a Label Studio project.
public enum LabelStudioTasks {
  /// The tasks to import.
  ///
  /// - Parameter rows: The samples.
  /// - Returns: The file's content: a JSON list of tasks.
  public static func tasks(of rows: [ReviewRow]) -> [UInt8] {
    let tasks = rows.map { row -> JSONValue in
      [
        "data": [
          "sample": .string(row.sample.hex), "text": .string(row.text),
          "label": .string(row.label ?? ""), "source": .string(row.sourceText ?? ""),
          "checks": .string(row.verdicts.joined(separator: "\n")),
        ]
      ]
    }
    return Array((JSONValue.array(tasks).serialized(.pretty) + "\n").utf8)
  }

  /// The labelling interface of the project that the tasks are imported into.
  ///
  /// - Parameter rows: The samples, for the labels to choose from.
  /// - Returns: XML, in which nothing from data is markup.
  public static func interface(for rows: [ReviewRow]) -> String {
    let verdicts = ReviewVerdict.allCases.map { "    <Choice value=\"\($0.rawValue)\"/>" }
    let labels = ReviewRow.labels(of: rows).map { "    <Choice value=\"\(escaped($0))\"/>" }
    let newLabel =
      labels.isEmpty
      ? []
      : ["  <Choices name=\"new_label\" toName=\"text\" choice=\"single\">"] + labels
        + ["  </Choices>"]
    let lines =
      [
        "<View>", "  <Header value=\"Text\"/>", "  <Text name=\"text\" value=\"$text\"/>",
        "  <Header value=\"Label\"/>", "  <Text name=\"label\" value=\"$label\"/>",
        "  <Header value=\"Made from\"/>", "  <Text name=\"source\" value=\"$source\"/>",
        "  <Header value=\"What the checks found\"/>",
        "  <Text name=\"checks\" value=\"$checks\"/>",
        "  <Choices name=\"verdict\" toName=\"text\" choice=\"single\" required=\"true\">",
      ] + verdicts
      + [
        "  </Choices>",
        "  <TextArea name=\"reason\" toName=\"text\" maxSubmissions=\"1\" placeholder=\"Why\"/>",
        "  <TextArea name=\"new_text\" toName=\"text\" maxSubmissions=\"1\" "
          + "placeholder=\"The text as it should be\"/>",
      ] + newLabel + ["</View>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The decisions in an export of a project, as `JSON` or `JSON-MIN`.
  ///
  /// Annotations that were cancelled are skipped rows. The author is the annotator's address where the
  /// export has it, else the annotator's number.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  /// - Returns: The decisions in the order of the tasks and their annotations.
  /// - Throws: A `SeedbedError` that names the task.
  public static func reviews(in bytes: [UInt8], file: String) throws -> [ImportedReview] {
    try ReviewFile.rows(in: bytes, file: file, of: "tasks").enumerated().flatMap { index, task in
      let place = "`\(file)`, task \(index + 1)"
      let id = (task["data"]?["sample"] ?? task["sample"])?.string
      guard let annotations = task["annotations"]?.array else {
        return try [minimal(task, id, place)].compactMap(\.self)
      }
      return try annotations.compactMap { annotation in
        let sample = try ReviewFile.sample(id, place: "\(place), `sample`")
        let author = author(annotation["completed_by"])
        if annotation["was_cancelled"]?.bool == true {
          return ImportedReview(sample: sample, author: author, verdict: .skip)
        }
        return try ReviewFile.review(
          answers(in: annotation["result"]?.array ?? []),
          of: sample,
          by: author,
          place: place,
          tool: "Label Studio"
        )
      }
    }
  }

  /// A row of `JSON-MIN`, which has the answers beside the data.
  private static func minimal(
    _ task: JSONValue,
    _ id: String?,
    _ place: String
  ) throws -> ImportedReview? {
    var answers = ReviewAnswers()
    for part in ReviewAnswers.Part.allCases { answers[part] = text(task[part.rawValue]) }
    return try ReviewFile.review(
      answers,
      of: ReviewFile.sample(id, place: "\(place), `sample`"),
      by: author(task["annotator"]),
      place: place,
      tool: "Label Studio"
    )
  }

  private static func answers(in results: [JSONValue]) -> ReviewAnswers {
    var answers = ReviewAnswers()
    for result in results {
      guard let part = result["from_name"]?.string.flatMap(ReviewAnswers.Part.init) else {
        continue
      }
      answers[part] = text(result["value"]?["choices"] ?? result["value"]?["text"])
    }
    return answers
  }

  /// A text, or the parts of a list of texts on lines of their own.
  private static func text(_ value: JSONValue?) -> String? {
    value?.string
      ?? value?.array.map { $0.compactMap(\.string).joined(separator: "\n") }
  }

  private static func author(_ value: JSONValue?) -> String? {
    value?.string ?? value?.int.map { "annotator \($0)" } ?? value?["email"]?.string
      ?? value?["id"]?.int.map { "annotator \($0)" }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // White space would be folded, and other control characters are not allowed in XML at all.
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        escaped.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }
}
