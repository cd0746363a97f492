import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

/// Spans of real data: what a span covers afterwards is the value that was put there, or what it covered.
@Suite("Typed substitution on span data sets", .enabled(if: SubstitutionSupport.hasShared))
struct SubstitutionDatasetTests {
  static func rows(_ name: String) -> [SubstitutionSupport.Row] {
    switch name {
    case "snips": SubstitutionSupport.snips
    case "restaurant8k": SubstitutionSupport.restaurants
    case "nlupp-banking": SubstitutionSupport.banking
    case "fb-multilingual-tod": SubstitutionSupport.dialogues
    default: SubstitutionSupport.customers
    }
  }

  static let sets = [
    "snips", "restaurant8k", "nlupp-banking", "fb-multilingual-tod", "bitext-customer-support",
  ]

  private static func check(
    _ method: any TransformMethod,
    _ rows: [SubstitutionSupport.Row]
  ) throws -> (made: Int, spans: Int, changed: Int) {
    var counts = (made: 0, spans: 0, changed: 0)
    for (number, row) in rows.enumerated() {
      let seed = Seed(reading: row.text, language: row.language, label: row.label, marks: row.marks)
      var random = SubstitutionSupport.random(number)
      guard let variation = method.variation(of: seed, random: &random) else { continue }
      counts.made += 1
      let values = SubstitutionSupport.values(variation)
      for (mark, moved) in zip(seed.marks, variation.marks) {
        let old = try #require(SubstitutionSupport.slice(row.text, mark.range))
        let new = SubstitutionSupport.slice(variation.text, moved)
        counts.spans += 1
        if new != old { counts.changed += 1 }
        #expect(new == old || new == values[old], "\(row.text) → \(variation.text)")
      }
    }
    return counts
  }

  @Test(
    "all spans equal what they should cover",
    arguments: sets,
    ["entities", "people", "dates", "numbers"]
  )
  func spans(set: String, name: String) throws {
    let rows = Self.rows(set)
    #expect(rows.count > 50)
    let counts = try Self.check(try SubstitutionSupport.method(name), rows)
    if name == "entities" {
      #expect(counts.made * 12 > rows.count, "\(set): \(counts)")
      #expect(counts.changed > 0)
    }
  }

  @Test("values of the same slot from the data fill spans", arguments: sets)
  func slotValues(set: String) throws {
    let rows = Self.rows(set)
    let spans = rows.flatMap { row in
      row.marks.map {
        (label: $0.label, text: SubstitutionSupport.slice(row.text, $0.range) ?? "")
      }
    }
    let method = SlotValueReplacement(SpanValues(learning: spans))
    let counts = try Self.check(method, rows)
    let marked = rows.count { !$0.marks.isEmpty }
    #expect(counts.made * 10 > marked * 6, "\(set): \(counts) of \(marked)")
    let known = Set(spans.map { $0.label + "\u{0}" + $0.text })
    for (number, row) in rows.enumerated() where number % 7 == 0 {
      let seed = Seed(reading: row.text, language: row.language, label: nil, marks: row.marks)
      var random = SubstitutionSupport.random(number, 1)
      guard let variation = method.variation(of: seed, random: &random) else { continue }
      for (mark, moved) in zip(seed.marks, variation.marks) {
        let new = SubstitutionSupport.slice(variation.text, moved) ?? ""
        #expect(known.contains(mark.label + "\u{0}" + new), "\(variation.text)")
      }
    }
  }

  @Test("without a table of values the method has nothing to put in")
  func emptyTable() throws {
    let text = "fly to Paris"
    let seed = Seed(
      reading: text,
      language: "en",
      marks: [SubstitutionSupport.mark("Paris", in: text, "city")]
    )
    #expect(try SubstitutionSupport.vary("slot_values", seed) == nil)
    #expect(SpanValues().isEmpty)
    let values = SpanValues(learning: [("city", "Rome"), ("city", "Paris"), ("city", "in my area")])
    #expect(values.values(for: "city", like: "Oslo") == ["Paris", "Rome"])
    #expect(values.values(for: "country", like: "Oslo").isEmpty)
  }
}
