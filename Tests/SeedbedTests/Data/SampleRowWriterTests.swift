import SeedbedData
import SeedbedKernels
import Testing

@Suite("Rows written without an object")
struct SampleRowWriterTests {
  private static func sample(_ number: Int) -> Sample {
    var fields: JSONObject = ["text": .string("Line \(number)\n\"quoted\" \u{1} é 😀")]
    if number % 2 == 0 { fields["label"] = .string("a|b") }
    if number % 5 == 4 { fields = [:] }
    if number % 7 == 6 { fields["seedbed"] = .string("the user's own") }
    let parent = SampleID(Digest128(high: UInt64(number), low: 1))
    var sample = Sample.synthetic(
      row: fields,
      text: "t",
      textPath: nil,
      comparisonText: "t",
      label: nil,
      spans: [],
      fields: FieldMap(),
      provenance: Provenance(
        synthetic: SourceReference(
          id: "a \"source\"",
          row: number % 3 == 0 ? nil : number,
          byte: nil,
          span: number % 4 == 0 ? nil : 2..<(3 + number)
        ),
        method: MethodApplication(
          name: "m+n",
          parameters: number % 2 == 0 ? [:] : ["drawn": ["x", .null]],
          seed: -3,
          draw: number
        ),
        model: number % 3 == 1 ? "model" : nil,
        promptVersion: number % 3 == 2 ? "prompt" : nil,
        parents: Array(repeating: parent, count: number % 3),
        depth: number,
        edits: [],
        batch: "b"
      )
    )
    sample.tags = number % 2 == 0 ? [] : ["one", "two \"words\""]
    sample.split = number % 3 == 0 ? .train : nil
    sample.difficulty = number % 4 == 1 ? DifficultyTag(.hard, reasons: ["x"]) : nil
    return sample
  }

  @Test("they are the bytes of the row as an object", arguments: 0..<42)
  func equal(number: Int) {
    let sample = Self.sample(number)
    let further: JSONObject = number % 2 == 0 ? [:] : ["edits": [[1, 2, "a"]]]
    var expected = sample.row(verdicts: [])
    if var object = expected["seedbed"]?.object {
      for (name, value) in further { object[name] = value }
      expected["seedbed"] = .object(object)
    }
    var buffer: [UInt8] = []
    SampleRowWriter().write(sample, adding: further, into: &buffer)
    #expect(
      String(decoding: buffer, as: UTF8.self)
        == JSONValue.object(expected).serialized(.compact) + "\n"
    )
  }
}
