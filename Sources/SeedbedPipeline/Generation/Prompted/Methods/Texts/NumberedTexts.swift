import SeedbedData

/// Answers that give a text for each of several numbered demands.
enum NumberedTexts {
  /// A text that came back, with the demand it is for.
  struct Item: Hashable {
    /// The place of the demand, from 0.
    var place: Int
    var text: String
  }

  /// The schema of such an answer.
  static let shape = AnswerShape(
    "numbered_texts",
    [
      "type": "object",
      "properties": [
        "texts": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": ["number": ["type": "integer"], "text": ["type": "string"]],
            "required": ["number", "text"],
            "additionalProperties": false,
          ],
        ]
      ],
      "required": ["texts"],
      "additionalProperties": false,
    ]
  )

  /// The texts of a reply that are of use, with what was dropped and why.
  ///
  /// Dropped are texts for no demand or for one that has its text already, empty ones, and copies of what was
  /// shown or of an earlier text.
  ///
  /// - Parameters:
  ///   - reply: The reply.
  ///   - count: How many demands there were.
  ///   - shown: Texts that the model has seen and must not repeat.
  /// - Returns: What is kept, by demand.
  static func read(_ reply: Reply, count: Int, shown: [String]) -> (kept: [Item], dropped: Dropped)
  {
    var dropped = Dropped()
    var kept: [Item] = []
    let known = CopyFinder(shown)
    var own = CopyFinder()
    let items = reply.value["texts"]?.array ?? []
    dropped.answered = items.count
    for item in items {
      let text = item["text"]?.string?.trimmed ?? ""
      let number = item["number"]?.int ?? 0
      if text.isEmpty {
        dropped.add("it is empty", text)
      } else if !(1...max(1, count)).contains(number) {
        dropped.add("it answers no demand", text)
      } else if kept.contains(where: { $0.place == number - 1 }) {
        dropped.add("its demand has a text already", text)
      } else if let copy = known.find(text) {
        dropped.add("it copies an example", text, copy.similarity)
      } else if let copy = own.find(text) {
        dropped.add("it repeats another text of the answer", text, copy.similarity)
      } else {
        kept.append(Item(place: number - 1, text: text))
        own.add(text)
      }
    }
    return (kept.sorted { $0.place < $1.place }, dropped)
  }
}

/// What was dropped from an answer, for provenance.
struct Dropped {
  /// How many texts the answer had.
  var answered = 0
  private(set) var items: [JSONValue] = []
  private(set) var reasons: [String] = []

  mutating func add(_ reason: String, _ text: String, _ similarity: Double? = nil) {
    var item: JSONObject = ["reason": .string(reason), "text": .string(text)]
    if let similarity { item["similarity"] = .number(JSONNumber(similarity)) }
    items.append(.object(item))
    reasons.append(reason)
  }

  /// The failure of a draw that nothing is left of.
  func failure(of reply: Reply) -> RequestFailure {
    var counted: [(reason: String, count: Int)] = []
    for reason in reasons {
      if let index = counted.firstIndex(where: { $0.reason == reason }) {
        counted[index].count += 1
      } else {
        counted.append((reason, 1))
      }
    }
    let words = counted.map { "\($0.count) because \($0.reason)" }.joined(separator: ", ")
    return reply.rejected(
      words.isEmpty ? "the answer holds no text" : "every text was dropped: \(words)"
    )
  }
}
