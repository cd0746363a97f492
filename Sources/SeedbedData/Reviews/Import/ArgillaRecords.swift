/// Reviews as records of an Argilla dataset.
///
/// The dataset has the fields `text`, `label`, `source` and `checks`, and the questions `verdict`
/// (labels `accept`, `reject`, `fix`, `skip`), `reason`, `new_text` (texts) and `new_label` (labels).
/// A record's id is the sample's.
public enum ArgillaRecords {
  /// The records, as `records.from_json` reads them.
  ///
  /// Every record has every field, since one record that lacks one fails a whole upload.
  ///
  /// - Parameter rows: The samples.
  /// - Returns: The file's content: a JSON list.
  public static func records(of rows: [ReviewRow]) -> [UInt8] {
    let records = rows.map { row -> JSONValue in
      var suggestions = JSONObject()
      // A suggestion that is none of the question's labels would be refused.
      if let label = row.label, row.labels.contains(label) {
        suggestions["new_label"] = [
          "value": .string(label), "score": nil, "agent": "seedbed",
        ]
      }
      return [
        "id": .string(row.sample.hex),
        "fields": [
          "text": .string(row.text), "label": .string(row.label ?? ""),
          "source": .string(row.sourceText ?? ""),
          "checks": .string(row.verdicts.joined(separator: "\n")),
        ],
        "metadata": .object(JSONObject()), "suggestions": .object(suggestions),
        "responses": .object(JSONObject()), "vectors": .object(JSONObject()),
      ]
    }
    return Array((JSONValue.array(records).serialized(.pretty) + "\n").utf8)
  }

  /// The decisions in the records of a dataset, as `records.to_json` writes them.
  ///
  /// Each user's responses to a record are one decision, whose author is the user's id. A suggested
  /// label that was only left standing is no correction.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  /// - Returns: The decisions in the order of the records and, in each, of the users.
  /// - Throws: A `SeedbedError` that names the record.
  public static func reviews(in bytes: [UInt8], file: String) throws -> [ImportedReview] {
    try ReviewFile.rows(in: bytes, file: file, of: "records").enumerated().flatMap {
      index,
      record in
      let place = "`\(file)`, record \(index + 1)"
      var users: [String] = []
      var byUser: [String: ReviewAnswers] = [:]
      for part in ReviewAnswers.Part.allCases {
        for response in record["responses"]?[part.rawValue]?.array ?? [] {
          let user = response["user_id"]?.string ?? ""
          if byUser[user] == nil { users.append(user) }
          byUser[user, default: ReviewAnswers()][part] = response["value"]?.string
        }
      }
      guard !users.isEmpty else { return [ImportedReview]() }
      let sample = try ReviewFile.sample(record["id"]?.string, place: "\(place), `id`")
      return try users.compactMap { user in
        guard var answers = byUser[user] else { return nil }
        // The form shows the row's own label; submitted unchanged it says nothing.
        if let label = answers[.newLabel], label == record["fields"]?["label"]?.string {
          answers[.newLabel] = nil
        }
        let author = user.isEmpty ? nil : user
        return try ReviewFile.review(answers, of: sample, by: author, place: place, tool: "Argilla")
      }
    }
  }
}
