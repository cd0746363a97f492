import ArgumentParser
import SeedbedData

/// What rows are reviewed in outside of Seedbed.
enum ReviewTool: String, CaseIterable, ExpressibleByArgument {
  case csv
  case argilla
  case labelStudio = "label-studio"
  case promptfoo

  /// What a queue can be written for.
  static let exports: [ReviewTool] = [.csv, .argilla, .labelStudio]

  /// The rows as the tool reads them.
  func bytes(of rows: [ReviewRow]) -> [UInt8] {
    switch self {
    case .csv, .promptfoo: ReviewSheet.table(of: rows)
    case .argilla: ArgillaRecords.records(of: rows)
    case .labelStudio: LabelStudioTasks.tasks(of: rows)
    }
  }

  /// The decisions that the tool wrote.
  func reviews(in bytes: [UInt8], file: String) throws -> [ImportedReview] {
    switch self {
    case .csv: try ReviewSheet.reviews(in: bytes, file: file)
    case .argilla: try ArgillaRecords.reviews(in: bytes, file: file)
    case .labelStudio: try LabelStudioTasks.reviews(in: bytes, file: file)
    case .promptfoo: try PromptfooResults.reviews(in: bytes, file: file)
    }
  }

  /// Tells by its content what wrote a file; a table where it is no JSON.
  static func detected(in bytes: [UInt8]) -> ReviewTool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let document = try? JSONParser.parse(text) else { return .csv }
    if document["results"] != nil { return .promptfoo }
    let first = document.array?.first ?? document["records"]?.array?.first
    if first?["annotations"] != nil || first?["data"] != nil { return .labelStudio }
    return .argilla
  }
}
