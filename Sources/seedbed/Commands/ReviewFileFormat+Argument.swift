public import ArgumentParser
public import SeedbedData

extension ReviewFileFormat: ExpressibleByArgument {
  /// What a queue can be written for; the files of the others are only read.
  static let exports: [ReviewFileFormat] = [.csv, .argilla, .labelStudio]

  /// The rows as the tool reads them.
  func bytes(of rows: [ReviewRow]) -> [UInt8] {
    switch self {
    case .csv, .promptfoo: ReviewSheet.table(of: rows)
    case .argilla: ArgillaRecords.records(of: rows)
    case .labelStudio: LabelStudioTasks.tasks(of: rows)
    }
  }
}
