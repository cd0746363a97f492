import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Files of judged cases")
struct CalibrationFileTests {
  private static func read(
    _ text: String,
    _ ending: String = ".jsonl",
    rubric: Rubric = JudgingFixture.rubric
  ) throws -> CalibrationCases {
    let file = try JudgingFile(text, named: ending)
    return try withExtendedLifetime(file) { try CalibrationFile.read(file.path, rubric: rubric) }
  }

  private static func scored(_ cases: CalibrationCases) -> [ScoredCase] {
    guard case .scored(let scored) = cases else { return [] }
    return scored
  }

  @Test("rows with 0 and 1 say whether a case is good")
  func binary() throws {
    let cases = Self.scored(
      try Self.read(
        """
        {"id": "a", "text": "Where is it?", "label": "order_status", "human": 1}
        {"text": "Thanks!", "label": "refund", "human": 0}
        {"text": "Thank you!", "label": "thanks", "human": true}
        """
      )
    )
    #expect(cases.map(\.isGood) == [true, false, true])
    #expect(cases.map(\.judged.id) == ["a", "row 2", "row 3"])
    #expect(cases.map(\.judged.task) == [.classification, .classification, .classification])
    #expect(cases[1].judged.labels.map(\.label) == ["order_status", "refund", "thanks"])
  }

  @Test("rows with points of the scale are held against the rubric's threshold")
  func graded() throws {
    let cases = Self.scored(
      try Self.read(
        "text,label,human\nOne.,a,5\n\"Two, too.\",a,1\nThree.,b,4\nFour.,b,3\n",
        ".csv"
      )
    )
    #expect(cases.map(\.human) == [1, 0, 0.75, 0.5])
    #expect(cases.map(\.isGood) == [true, false, true, false])
    #expect(cases[1].judged.text == "Two, too.")
  }

  @Test("fields go where a judge looks for them")
  func parts() throws {
    let cases = Self.scored(
      try Self.read(
        #"""
        {"question": "Q?", "answer": "A.", "context": "The source.", "human": 1}
        {"instruction": "I", "input": "", "output": "O", "parent": "P", "human": 0}
        {"messages": [{"role": "user", "content": "Hi"}], "human": 0}
        {"prompt": "P", "chosen": "C", "rejected": "R", "human": 1}
        {"record": {"a": 1}, "human": 1}
        """#
      )
    ).map(\.judged)
    #expect(
      cases.map(\.task) == [.questionAnswering, .instruction, .chat, .preference, .tabular]
    )
    #expect(cases[0].evidence == [.init(.document, "The source.")])
    #expect(cases[1].evidence == [.init(.parent, "P")])
    #expect(cases[1].parts == [.init(.output, "O")])
    #expect(cases[2].parts == [.init(.conversation, #"[{"role":"user","content":"Hi"}]"#)])
    #expect(cases[3].parts == [.init(.chosen, "C"), .init(.rejected, "R")])
    #expect(cases[4].parts == [.init(.record, #"{"a":1}"#)])
  }

  @Test("pairs are told by their outputs")
  func pairs() throws {
    let cases = try Self.read(
      #"[{"input": "I", "output_1": "A", "output_2": "B", "label": 2}]"#,
      ".json"
    )
    guard case .pairs(let pairs) = cases else {
      Issue.record("no pairs")
      return
    }
    #expect(pairs.map(\.human) == [.second])
    #expect(pairs[0].pair.text == "I" && pairs[0].pair.second == "B")
    let halves = Self.scored(cases.asScored)
    #expect(halves.map(\.isGood) == [false, true])
    #expect(halves.map { $0.judged.parts.map(\.text) } == [["A"], ["B"]])
  }

  @Test(
    "a row that is no case is named with its fault",
    arguments: [
      (#"{"text": "a", "human": 1}"# + "\n" + #"{"text": "b"}"#, "row 2: `human` is missing"),
      (#"{"text": "a", "human": "good"}"#, "row 1: `human` is `good`"),
      (
        #"{"text": "a", "human": 7}"#,
        "row 1: `human` is 7.0, outside the rubric's scale from 1 to 5"
      ),
      (#"{"text": "a", "human": 1e999}"#, "row 1: `human` is `1e999`"),
      (#"{"body": "a", "human": 1}"#, "row 1: it has no `text` or `instruction`"),
      (
        #"{"input": "i", "output_1": "a", "output_2": "b", "label": 3}"#,
        "row 1: `label` is `3`; 1 or 2 names the better one"
      ),
      (#"{"output_1": "a", "output_2": "", "label": 1}"#, "row 1: it has no `output_2`"),
    ]
  )
  func faults(_ text: String, _ words: String) {
    let error = #expect(throws: SeedbedError.self) { try Self.read(text) }
    #expect(error?.code == .data)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }
}
