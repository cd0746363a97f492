import SeedbedData
import SeedbedKernels
import SeedbedPipeline

/// Texts of public datasets with their marked spans.
enum SpanDataset: String, CaseIterable {
  case snips, restaurant8k
  case nlupp = "nlupp-banking"
  case bitext = "bitext-customer-support"
  case spanish = "fb-multilingual-tod"

  /// A text with its spans.
  struct Row {
    var text: String
    var marks: [Seed.Mark]
    var language: String
    var label: String?
  }

  /// A text with its spans in Unicode scalars, each with the words that upstream says are there.
  struct Source {
    struct Claim {
      var start: Int, end: Int, label: String, words: String?
    }

    var text: String
    var claims: [Claim]
    var language = "en"
    var label: String?
  }

  /// What was read of a dataset.
  struct Contents {
    /// The rows whose spans are right.
    var rows: [Row] = []
    /// Spans that lie outside of the text, or do not cover the words that they are said to cover.
    var wrongSpans = 0
    /// All spans.
    var spans = 0
    /// Spans that begin or end with a space.
    var padded = 0
  }

  /// Each dataset, read once.
  static let contents: [SpanDataset: Contents] = Dictionary(
    uniqueKeysWithValues: allCases.map { dataset in
      (dataset, (try? dataset.sources()).map(checked) ?? Contents())
    }
  )

  var contents: Contents { Self.contents[self] ?? Contents() }

  /// Some of the rows, spread over the dataset; all of them in a full run.
  func rows(_ count: Int) -> [Row] {
    let rows = contents.rows
    guard !AugmentationMethods.isFull, rows.count > count else { return rows }
    return (0..<count).map { rows[$0 * rows.count / count] }
  }

  /// Parts right spans from wrong ones; a row with a wrong one is bad input and left out.
  private static func checked(_ sources: [Source]) -> Contents {
    var contents = Contents()
    for source in sources {
      let offsets = ScalarOffsets(source.text)
      let bytes = Array(source.text.utf8)
      var marks: [Seed.Mark] = []
      for claim in source.claims {
        contents.spans += 1
        guard let start = offsets.utf8(fromScalar: claim.start),
          let end = offsets.utf8(fromScalar: claim.end), start < end,
          claim.words.map({ Array($0.utf8) == Array(bytes[start..<end]) }) ?? true
        else {
          contents.wrongSpans += 1
          continue
        }
        if bytes[start] == 0x20 || bytes[end - 1] == 0x20 { contents.padded += 1 }
        marks.append(Seed.Mark(start..<end, label: claim.label))
      }
      guard marks.count == source.claims.count else { continue }
      contents.rows.append(
        Row(text: source.text, marks: marks, language: source.language, label: source.label)
      )
    }
    return contents
  }

  private func sources() throws -> [Source] {
    switch self {
    case .snips: try SpanDatasetReaders.snips()
    case .restaurant8k: try SpanDatasetReaders.restaurant8k()
    case .nlupp: try SpanDatasetReaders.nlupp()
    case .bitext: try SpanDatasetReaders.bitext()
    case .spanish: SpanDatasetReaders.spanish()
    }
  }
}
