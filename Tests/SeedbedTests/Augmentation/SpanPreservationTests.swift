import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite(
  "Spans of real datasets",
  .enabled(if: AugmentationData.folder != nil, Comment(rawValue: AugmentationData.isMissing))
)
struct SpanPreservationTests {
  private static let rowCount = 500

  @Test("upstream's own wrong spans are counted as bad input, and no others")
  func wrongSpans() {
    let bitext = SpanDataset.bitext.contents
    #expect(bitext.spans == 2543 && bitext.wrongSpans == 485)
    let spanish = SpanDataset.spanish.contents
    #expect(spanish.spans == 5625 && spanish.wrongSpans == 0 && spanish.padded == 4)
    let nlupp = SpanDataset.nlupp.contents
    #expect(nlupp.rows.count == 2071 && nlupp.spans == 944 && nlupp.wrongSpans == 0)
    for dataset in [SpanDataset.snips, .restaurant8k] {
      #expect(dataset.contents.wrongSpans == 0 && dataset.contents.spans > 2000)
    }
    #expect(SpanDataset.restaurant8k.contents.rows.count == 3731 + 256 + 128 + 64 + 32)
  }

  @Test(
    "every method that preserves spans leaves each where its words are",
    arguments: AugmentationMethods.spanPreserving.map(\.descriptor.name)
  )
  func keepsSpans(name: String) {
    let method = AugmentationMethods.method(name)
    for dataset in SpanDataset.allCases {
      var made = 0, spans = 0
      var faults: [String] = []
      for (number, row) in dataset.rows(Self.rowCount).enumerated() {
        let seed = Seed(
          reading: row.text,
          language: row.language,
          label: row.label,
          marks: row.marks
        )
        var random = AugmentationMethods.random(name, sample: number)
        guard let variation = method.variation(of: seed, random: &random) else { continue }
        made += 1
        spans += variation.marks.count
        faults += VariationFaults.find(variation, of: seed, by: method).map {
          "\($0) in \(row.text)"
        }
      }
      #expect(faults.isEmpty, "\(name) on \(dataset.rawValue): \(faults.prefix(3))")
      if AugmentationMethods.isFull {
        print("spans: \(name) on \(dataset.rawValue): \(made) rows changed, \(spans) spans right")
      }
    }
  }

  @Test(
    "written rows hold spans in scalars with the words that stand there",
    arguments: AugmentationMethods.spanPreserving.map(\.descriptor.name)
  )
  func writtenSpans(name: String) throws {
    let method = AugmentationMethods.method(name)
    var fields = FieldMap()
    fields.text = FieldPath("text")
    fields.label = FieldPath("label")
    fields.spans = FieldPath("spans")
    var builder = SampleBuilder(fields: fields, file: "rows.jsonl")
    for dataset in SpanDataset.allCases {
      for (number, row) in dataset.rows(60).prefix(60).enumerated() {
        let sample = try builder.sample(from: Self.raw(row, number: number))
        #expect(sample.tags.isEmpty)
        let text = try #require(SampleText(sample, language: row.language))
        var random = AugmentationMethods.random(name, sample: number)
        guard let variation = method.variation(of: text.seed, random: &random),
          let child = text.sample(
            variation,
            of: sample,
            fields: fields,
            by: MethodApplication(name: name, parameters: [:], seed: 42, draw: 0),
            batch: "batch"
          )
        else { continue }
        let scalars = Array(child.text.unicodeScalars)
        #expect(child.spans.count == sample.spans.count)
        for (old, new) in zip(sample.spans, child.spans) {
          let words = String(String.UnicodeScalarView(scalars[new.start..<new.end]))
          #expect(new.label == old.label && new.text == words)
          if !method.opensSpans { #expect(new.text == old.text, "\(name): \(child.text)") }
        }
        let written = try #require(child.fields["spans"]?.array)
        #expect(written.compactMap { $0["text"]?.string } == child.spans.map(\.text))
      }
    }
  }

  /// The row as a file would hold it.
  private static func raw(_ row: SpanDataset.Row, number: Int) -> RawRow {
    let offsets = ScalarOffsets(row.text)
    let bytes = Array(row.text.utf8)
    let spans = row.marks.map { mark -> JSONValue in
      .object([
        "start": .number(JSONNumber(offsets.scalar(fromUTF8: mark.range.lowerBound) ?? -1)),
        "end": .number(JSONNumber(offsets.scalar(fromUTF8: mark.range.upperBound) ?? -1)),
        "label": .string(mark.label),
        "text": .string(String(decoding: bytes[mark.range], as: UTF8.self)),
      ])
    }
    return RawRow(
      number: number + 1,
      byteOffset: 0,
      fields: [
        "id": .string("\(number)"), "text": .string(row.text),
        "label": .string(row.label ?? "none"), "spans": .array(spans),
      ]
    )
  }
}
