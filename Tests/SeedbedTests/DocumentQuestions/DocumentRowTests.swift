import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Questions about documents become rows and samples")
struct DocumentRowTests {
  private static let document = SectionedDocument(
    DocumentFixtures.english,
    format: .markdown,
    id: "cards.md",
    language: "en"
  )

  @Test("rows are recognised as question answering, with places in the context and the document")
  func rows() throws {
    let found = DocumentFixtures.questions(Self.document)
    #expect(found.contains { !$0.question.isAnswerable })
    let rows = found.map { section, question in
      DocumentQuestionRows.row(
        question,
        about: Self.document.sections[section],
        document: "cards.md"
      )
    }
    let detected = TaskDetector.detect(rows)
    #expect(detected.task == .questionAnswering)
    #expect(detected.fields.text?.description == "question")
    #expect(detected.fields.context?.description == "context")
    for row in rows {
      let context = try #require(row["context"]?.string)
      #expect(row["is_answerable"]?.bool == (row["answers"]?.array?.isEmpty == false))
      for answer in row["answers"]?.array ?? [] {
        let start = try #require(answer["start"]?.int), end = try #require(answer["end"]?.int)
        #expect(DocumentFixtures.slice(context, start..<end) == answer["text"]?.string)
        #expect(answer["answer_start"]?.int == start)
        #expect(row["answer"] == answer["text"])
        let source = try #require(row["source"])
        let first = try #require(source["answer_start"]?.int)
        let last = try #require(source["answer_end"]?.int)
        #expect(
          DocumentFixtures.slice(DocumentFixtures.english, first..<last) == answer["text"]?.string
        )
      }
    }
  }

  private static func shape(_ row: JSONObject, _ fields: FieldMap) throws -> Sample {
    var builder = SampleBuilder(fields: fields, file: "rows.jsonl")
    return try builder.sample(from: RawRow(number: 1, byteOffset: 0, fields: row))
  }

  @Test("samples take the shape of the project's rows, with whole provenance")
  func samples() throws {
    var fields = FieldMap()
    fields.text = FieldPath("question")
    fields.output = FieldPath("answers")
    fields.context = FieldPath("context")
    let shape = try Self.shape(
      [
        "id": "1", "question": "Q?", "context": "Some A.",
        "answers": ["text": ["A"], "answer_start": [5]], "is_impossible": false,
      ],
      fields
    )
    for (section, question) in DocumentFixtures.questions(Self.document) {
      let found = DocumentSamples.sample(
        of: question,
        about: Self.document.sections[section],
        document: "cards.md",
        parent: nil,
        shape: [shape],
        label: nil,
        fields: fields,
        by: MethodApplication(name: "definition", parameters: [:], seed: 1, draw: 0),
        batch: "b"
      )
      let sample = try #require(found)
      #expect(sample.text == question.question)
      #expect(sample.fields["is_impossible"]?.bool == !question.isAnswerable)
      #expect(sample.fields["context"]?.string == Self.document.sections[section].text)
      #expect(sample.fields["answers"]?["text"]?.array?.count == (question.isAnswerable ? 1 : 0))
      #expect(sample.provenance.missingParts.isEmpty)
      #expect(sample.provenance.source.id == "document:cards.md")
      #expect(sample.provenance.source.span == Self.document.sections[section].range)
      #expect(sample.tags == (question.isAnswerable ? [] : ["unanswerable"]))
      if let range = question.answerRange {
        let start = sample.fields["answers"]?["answer_start"]?.array?.first?.int
        #expect(start == range.lowerBound)
        let citation = sample.provenance.method?.parameters["citations"]?.array?.first
        #expect(citation?["text"]?.string == question.answer)
      }
    }
  }

  @Test("a document of a real row makes that row the parent")
  func parent() throws {
    var fields = FieldMap()
    fields.text = FieldPath("question")
    fields.output = FieldPath("answer")
    fields.context = FieldPath("context")
    let shape = try Self.shape(["question": "Q?", "context": "C", "answer": "A"], fields)
    let (section, question) = try #require(DocumentFixtures.questions(Self.document).first)
    let sample = try #require(
      DocumentSamples.sample(
        of: question,
        about: Self.document.sections[section],
        document: shape.id.hex,
        parent: shape.id,
        shape: [shape],
        label: nil,
        fields: fields,
        by: MethodApplication(name: "cloze", parameters: [:], seed: 1, draw: 0),
        batch: "b"
      )
    )
    #expect(sample.provenance.parents == [shape.id])
    #expect(sample.provenance.source.id == shape.id.hex)
    #expect(sample.provenance.missingParts.isEmpty)
    #expect(sample.fields["answer"]?.string == question.answer)
  }
}
