import SeedbedData
import Testing

@Suite("Rubrics")
struct RubricTests {
  static let text = """
    rubric: 1
    name: support
    instruction: Judge whether the message fits its label.
    scale: {minimum: 0, maximum: 3}
    anchors:
      3: Beyond doubt.
      0: Not at all.
    criteria:
      - name: label
        question: Does it fit?
        weight: 2
        essential: true
      - name: natural
        question: Is it natural?
    evidence: [reason]
    threshold: 0.6
    spread: 0.25
    applies_to: [classification, chat]
    """

  @Test("a file is read as it stands")
  func reads() throws {
    let rubric = try Rubric(yaml: Self.text, file: "rubric.yaml")
    #expect(rubric.scale == 0...3)
    #expect(rubric.anchors == [.init(0, "Not at all."), .init(3, "Beyond doubt.")])
    #expect(
      rubric.criteria == [
        .init("label", "Does it fit?", weight: 2, isEssential: true),
        .init("natural", "Is it natural?"),
      ]
    )
    #expect(rubric.evidence == [.reason])
    #expect(rubric.threshold == 0.6 && rubric.spread == 0.25)
    #expect(rubric.tasks == [.classification, .chat])
  }

  @Test(
    "a fault names line, column and remedy",
    arguments: [
      ("weight: 2", "wieght: 2", "rubric.yaml:11:5: unknown key `criteria[0].wieght`"),
      ("minimum: 0", "minimum: 3", "the maximum being the best"),
      ("  3: Beyond", "  4: Beyond", "`4` is no point of the scale from 0 to 3"),
      ("evidence: [reason]", "evidence: [quotes]", "did you mean `quote`?"),
      ("evidence: [reason]", "evidence: [quote, quote]", "a field is named twice"),
      ("name: natural", "name: label", "`label` is named twice"),
      ("name: natural", "name: how natural", "letters, digits and underscores"),
      ("threshold: 0.6", "threshold: 60", "is not between 0.0 and 1.0"),
      ("rubric: 1", "rubric: 2", "version 1"),
      ("name: support", "name: ''", "it is empty"),
      ("weight: 2", "weight: 0", "is not between 1 and 1000"),
      ("chat]", "chats]", "`chats` is not one of"),
    ]
  )
  func faults(_ old: String, _ new: String, _ words: String) throws {
    let error = #expect(throws: SeedbedError.self) {
      try Rubric(yaml: Self.text.replacing(old, with: new), file: "rubric.yaml")
    }
    #expect(error?.code == .configuration)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("every task has a rubric of its own, which survives its file", arguments: TaskKind.allCases)
  func standard(_ task: TaskKind) throws {
    let rubric = Rubric.standard(for: task)
    #expect(rubric.tasks == [task])
    #expect(try Rubric(yaml: rubric.yaml, file: "rubric.yaml") == rubric)
    #expect(rubric.criteria.contains { $0.isEssential })
  }

  @Test("the version changes with what moves a score, and with nothing else")
  func version() throws {
    let rubric = try Rubric(yaml: Self.text, file: "rubric.yaml")
    for (old, new) in [
      ("fits its", "fits a"), ("maximum: 3", "maximum: 4"), ("Beyond", "Far beyond"),
      ("Does it fit?", "Fits it?"), ("weight: 2", "weight: 3"),
      ("essential: true", "essential: no"),
      ("[reason]", "[quote]"),
    ] {
      let changed = try Rubric(yaml: Self.text.replacing(old, with: new), file: "r")
      #expect(changed.version != rubric.version, "\(new)")
    }
    for (old, new) in [
      ("support", "help"), ("0.6", "0.7"), ("0.25", "0.5"), ("[classification, chat]", "[chat]"),
    ] {
      let changed = try Rubric(yaml: Self.text.replacing(old, with: new), file: "r")
      #expect(changed.version == rubric.version, "\(new)")
    }
  }

  @Test("a score is the weighted mean, at most the lowest essential criterion")
  func scores() throws {
    let rubric = try Rubric(yaml: Self.text, file: "rubric.yaml")
    #expect(rubric.score([3, 3]) == 1)
    #expect(rubric.score([3, 0]) == 6.0 / 9)
    #expect(rubric.score([1, 3]) == 1.0 / 3)
    #expect(rubric.score([0, 3]) == 0)
    #expect(rubric.score([4, 3]) == nil)
    #expect(rubric.score([-1, 3]) == nil)
    #expect(rubric.score([3]) == nil)
    #expect(rubric.share(of: 1.5) == 0.5)
    #expect(rubric.share(of: 3.1) == nil)
  }

  @Test("the schema allows points of the scale and the evidence asked for, and nothing else")
  func shape() throws {
    let rubric = try Rubric(yaml: Self.text, file: "rubric.yaml")
    let schema = JSONValue.object(rubric.answerShape(order: [1, 0]).schema)
    #expect(schema["required"] == ["reason", "scores"])
    #expect(schema["additionalProperties"] == false)
    let scores = try #require(schema["properties"]?["scores"])
    #expect(scores["properties"]?.object?.keys == ["natural", "label"])
    #expect(scores["properties"]?["label"]?["enum"] == [0, 1, 2, 3])
    #expect(scores["additionalProperties"] == false)
    let pair = JSONValue.object(rubric.pairShape.schema)
    #expect(pair["properties"]?["winner"]?["enum"] == ["A", "B", "tie"])
  }

  @Test("a record of a calibration survives JSON")
  func record() throws {
    var record = CalibrationRecord(
      judge: ModelIdentity(name: "a", endpoint: "e", model: "m", family: "f"),
      kind: .scores,
      rubric: Rubric.standard(for: .chat),
      promptVersion: "p",
      casesVersion: "c",
      cases: 60,
      repeats: 3
    )
    #expect(CalibrationRecord(json: record.json) == record)
    record.kappa = 0.5
    record.kappaLower = 0.1 + 0.2
    record.threshold = 1.0 / 3
    record.reasons = ["too low"]
    let text = record.json.serialized()
    let read = try #require(try JSONParser.parse(text).object)
    #expect(CalibrationRecord(json: read) == record)
    #expect(CalibrationRecord(json: ["kind": "scores"]) == nil)
  }
}
