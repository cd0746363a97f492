import Foundation
import SeedbedData
import Testing

@Suite("Readers on published datasets", .enabled(if: sharedData != nil, "no shared datasets here"))
struct ReaderDatasetTests {
  let root = sharedData ?? ""

  struct Expected: Sendable, CustomTestStringConvertible {
    var path: String
    var rows: Int
    var keys: [String]
    var format = FileFormat.csv
    var testDescription: String { path }
  }

  @Test(
    "gives the published number of rows and the right names",
    arguments: [
      Expected(path: "banking77/train.csv", rows: 10_003, keys: ["text", "category"]),
      Expected(path: "banking77/test.csv", rows: 3_080, keys: ["text", "category"]),
      Expected(path: "ag-news/test.csv", rows: 7_600, keys: ["column_1", "column_2", "column_3"]),
      Expected(
        path: "halueval-qa/qa_one-turn_data.json",
        rows: 500,
        keys: ["knowledge", "question", "right_answer", "hallucinated_answer"],
        format: .jsonLines
      ),
      Expected(
        path: "covid-qa/question-answering/200423_covidQA.json",
        rows: 1_380,
        keys: [
          "id", "title", "context", "question", "answers", "is_impossible", "document_id",
        ],
        format: .json
      ),
      Expected(
        path: "covid-qa/faqs/faq_200327.tsv",
        rows: 896,
        keys: [
          "question", "answer", "answer_html", "link", "name", "source", "category", "country",
          "region", "city", "lang", "last_update",
        ],
        format: .tsv
      ),
      Expected(
        path: "mrpc/msr_paraphrase_train.txt",
        rows: 4_076,
        keys: ["Quality", "#1 ID", "#2 ID", "#1 String", "#2 String"],
        format: .tsv
      ),
      Expected(
        path: "gsm8k-train/train.jsonl",
        rows: 7_473,
        keys: ["question", "answer"],
        format: .jsonLines
      ),
      Expected(
        path: "alpaca-9k/random_9k.json",
        rows: 9_229,
        keys: ["instruction", "input", "output"],
        format: .json
      ),
      Expected(
        path: "bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv",
        rows: 6_480,
        keys: [
          "utterance", "intent", "entity_type", "entity_value", "start_offset", "end_offset",
          "category", "tags",
        ]
      ),
      Expected(
        path: "febrl/dataset2.csv",
        rows: 5_000,
        keys: [
          "rec_id", " given_name", " surname", " street_number", " address_1", " address_2",
          " suburb", " postcode", " state", " date_of_birth", " soc_sec_id",
        ]
      ),
      Expected(
        path: "tabular/adult-train.csv",
        rows: 32_561,
        keys: (1...15).map { "column_\($0)" }
      ),
      Expected(
        path: "fb-multilingual-tod/es/train-es.tsv",
        rows: 3_617,
        keys: (1...5).map { "column_\($0)" },
        format: .tsv
      ),
      Expected(path: "advbench/harmful_strings.csv", rows: 574, keys: ["target"]),
      Expected(
        path: "presidio-pii/nationalities.csv",
        rows: 203,
        keys: ["country", "nationality", "man", "woman", "plural"]
      ),
      Expected(
        path: "snips/PlayMusic/train_PlayMusic.json",
        rows: 300,
        keys: ["data"],
        format: .json
      ),
      Expected(
        path: "dataprofiler-messy/json/honeypot_intentially_mislabeled_file.csv",
        rows: 14,
        keys: ["_id", "ident", "timestamp", "normalized", "payload", "channel"],
        format: .jsonLines
      ),
      Expected(
        path: "dataprofiler-messy/csv/iris_intentionally_mislabled_file.json",
        rows: 150,
        keys: [
          "Id", "SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm", "Species",
        ]
      ),
    ]
  )
  func published(_ expected: Expected) throws {
    var reader = try RowReader(path: "\(root)/\(expected.path)")
    #expect(reader.detected.format == expected.format)
    let rows = try reader.nextBatch(.max)
    #expect(rows.count == expected.rows)
    #expect(rows.first?.fields.keys == expected.keys)
    #expect(reader.badRows == 0)
  }

  @Test("line breaks inside quotes stay in the text")
  func lineBreaks() throws {
    var reader = try RowReader(path: "\(root)/banking77/train.csv")
    let rows = try reader.nextBatch(.max)
    #expect(rows.count { $0.fields["text"]?.string?.utf8.contains(0x0A) == true } == 10)
  }

  @Test("stray quotes of a raw table stay in the text")
  func strayQuotes() throws {
    var reader = try RowReader(path: "\(root)/mrpc/msr_paraphrase_train.txt")
    let first = try #require(try reader.next())
    #expect(
      first.fields["#1 String"]?.string
        == "Amrozi accused his brother, whom he called \"the witness\", of deliberately distorting his evidence."
    )
    #expect(first.byteOffset == 43)
  }

  @Test("invalid UTF-8 is found at its byte, and costs one row")
  func invalidUTF8() throws {
    let path = "\(root)/snips/PlayMusic/train_PlayMusic_full.json"
    let stopped = readAll(path, .init())
    #expect(
      stopped.end == "\(path): row 462 (byte 150602): invalid UTF-8 at byte 130 of the row"
    )
    let skipped = readAll(path)
    #expect(skipped.rows.count == 1_999 && skipped.bad.count == 1 && skipped.end == nil)
  }

  @Test("every messy file gives rows or says what is wrong and what to do")
  func messy() throws {
    let folder = "\(root)/dataprofiler-messy"
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    var read = 0
    for name in names where name.contains("/") {
      do {
        var reader = try RowReader(path: "\(folder)/\(name)", options: .init(onBadRow: .skip))
        let rows = try reader.nextBatch(.max)
        #expect(rows.count + reader.badRows > 0, "\(name)")
        read += 1
      } catch let error as SeedbedError {
        #expect(error.message.contains(name))
        #expect(error.hint != nil || error.message.hasSuffix("is empty"))
      }
    }
    #expect(read >= 50)
  }
}
