import SeedbedData
import SeedbedKernels
import Testing

@Suite("Spans are read in any unit and checked against the text")
struct SpanReadingTests {
  static let text = "Zoë 👩‍👩‍👧 paid cafe\u{301} 5 € in São Paulo, Zoë"

  static func sample(_ text: String, unit: SpanUnit, spans: [JSONValue]) throws -> Sample {
    var fields = FieldMap()
    fields.text = FieldPath(field: "text")
    fields.spans = FieldPath(field: "spans")
    fields.spanUnit = unit
    var builder = SampleBuilder(fields: fields, file: "rows.jsonl")
    return try builder.sample(
      from: RawRow(
        number: 1,
        byteOffset: 0,
        fields: ["text": .string(text), "spans": .array(spans)]
      )
    )
  }

  static func span(_ start: Int, _ end: Int, _ text: String? = nil) -> JSONValue {
    var object: JSONObject = [
      "start": .number(JSONNumber(start)), "end": .number(JSONNumber(end)), "label": "X",
    ]
    if let text { object["text"] = .string(text) }
    return .object(object)
  }

  /// Every range of whole scalars, in the offsets of a unit.
  static func offsets(_ unit: SpanUnit) -> [Int] {
    var offsets = [0]
    for scalar in text.unicodeScalars {
      let width =
        switch unit {
        case .scalar, .token: 1
        case .utf8: String(scalar).utf8.count
        case .utf16: String(scalar).utf16.count
        }
      offsets.append(offsets[offsets.count - 1] + width)
    }
    return offsets
  }

  @Test("every range is read in every unit", arguments: [SpanUnit.scalar, .utf8, .utf16])
  func units(unit: SpanUnit) throws {
    let offsets = Self.offsets(unit), scalars = Array(Self.text.unicodeScalars)
    for start in scalars.indices {
      for end in (start + 1)...min(scalars.count, start + 9) {
        let sample = try Self.sample(
          Self.text,
          unit: unit,
          spans: [Self.span(offsets[start], offsets[end])]
        )
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[start..<end])
        let wanted = TextSpan(start: start, end: end, label: "X", text: String(words))
        #expect(sample.spans == [wanted])
        #expect(sample.tags.isEmpty)
      }
    }
  }

  @Test("words between white space are counted as tokens")
  func tokens() throws {
    let sample = try Self.sample(
      Self.text,
      unit: .token,
      spans: [Self.span(1, 3), Self.span(7, 9), Self.span(0, 1), Self.span(9, 11), Self.span(3, 3)]
    )
    #expect(sample.spans.map(\.text) == ["Zoë", "👩‍👩‍👧 paid", "São Paulo,"])
    #expect(sample.tags == ["span_invalid"])
  }

  @Test("an offset inside a character of the unit is no place", arguments: [SpanUnit.utf8, .utf16])
  func inside(unit: SpanUnit) throws {
    let start = unit == .utf8 ? 6 : 5
    let sample = try Self.sample(Self.text, unit: unit, spans: [Self.span(start, start + 1)])
    #expect(sample.spans.isEmpty)
    #expect(sample.tags == ["span_invalid"])
  }

  @Test("a misfit moves to where its words occur once")
  func moved() throws {
    let sample = try Self.sample(Self.text, unit: .scalar, spans: [Self.span(0, 4, "São Paulo")])
    let span = try #require(sample.spans.first)
    #expect(sample.tags == ["span_repaired"])
    #expect(
      Array(sample.text.unicodeScalars)[span.start..<span.end].elementsEqual(
        "São Paulo".unicodeScalars
      )
    )
  }

  @Test("words that occur twice, overlapping too, or never, are no place for a misfit")
  func notMoved() throws {
    for (text, words) in [
      (Self.text, "Zoë"), ("aaa", "aa"), ("abc", "x"), ("abc", ""), ("a", "abc"),
    ] {
      let sample = try Self.sample(text, unit: .scalar, spans: [Self.span(5, 5, words)])
      #expect(sample.spans.isEmpty)
      #expect(sample.tags == ["span_invalid"])
    }
  }

  @Test(
    "offsets out of all bounds are a tag, not a crash",
    arguments: [(-1, 2), (3, 2), (0, Int.max), (Int.max, Int.max), (Int.min, 0), (0, 0), (99, 100)]
  )
  func outOfBounds(start: Int, end: Int) throws {
    for unit in SpanUnit.allCases {
      let sample = try Self.sample(
        "four words stand here",
        unit: unit,
        spans: [Self.span(start, end)]
      )
      #expect(sample.tags == ["span_invalid"])
    }
    let broken = try Self.sample("a b", unit: .scalar, spans: [1, "x", .null, [], ["start": "x"]])
    #expect(broken.tags == ["span_invalid"])
  }

  @Test("a derived sample's row holds its own spans, in scalars and with their words")
  func derived() throws {
    let parent = try Self.sample(Self.text, unit: .scalar, spans: [Self.span(0, 3)])
    var fields = FieldMap()
    fields.text = FieldPath(field: "text")
    fields.spans = FieldPath(field: "spans")
    let child = parent.derived(
      text: "Hi " + parent.text,
      spans: [TextSpan(start: 3, end: 6, label: "X", text: "Zoë")],
      fields: fields,
      provenance: parent.provenance
    )
    #expect(child.fields["spans"] == [["start": 3, "end": 6, "label": "X", "text": "Zoë"]])
    #expect(child.fields["text"]?.string == child.text)
  }

  @Test(
    "the 485 misfits of a public corpus are all repaired or taken out",
    .enabled(if: PipelineFixture.shared != nil, "the shared datasets are not on this machine")
  )
  func publicMisfits() throws {
    let folder = try #require(PipelineFixture.shared)
    let path =
      "\(folder)/bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv"
    var reader = try RowReader(path: path, options: RowReaderOptions())
    let rows = try reader.nextBatch(10_000)
    let fields = TaskDetector.detect(rows.map(\.fields)).fields
    var builder = SampleBuilder(fields: fields, file: "train.csv")
    let samples = try rows.map { try builder.sample(from: $0) }
    let repaired = samples.count { $0.tags == ["span_repaired"] }
    let invalid = samples.count { $0.tags == ["span_invalid"] }
    #expect(samples.count { !$0.spans.isEmpty || !$0.tags.isEmpty } == 2543)
    #expect(repaired + invalid == 485)
    for sample in samples {
      let scalars = Array(sample.text.unicodeScalars)
      for span in sample.spans {
        #expect(scalars[span.start..<span.end].elementsEqual(span.text.unicodeScalars))
      }
    }
  }
}
