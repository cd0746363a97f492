import SeedbedData
import SeedbedModels

/// Batch files and what came of them.
enum BatchRendering {
  static func text(_ files: [WrittenBatch]) -> String {
    guard !files.isEmpty else {
      return "Nothing waits for an answer.\n\nNext: `seedbed run --recorded`"
    }
    var table = Table(["file", "model"])
    for file in files { table.add([file.path, file.model]) }
    return "\(Style.heading("Written"))\n\(table.text)\n\n"
      + "Next: have them answered, then `seedbed batch read ANSWERS --model NAME`"
  }

  static func json(_ files: [WrittenBatch]) -> JSONObject {
    [
      "files": .array(
        files.map { file in
          ["path": .string(file.path), "model": .string(file.model)]
        }
      )
    ]
  }

  static func json(_ report: BatchReport) -> JSONObject {
    func list(_ ids: BatchReport.IDs) -> JSONValue {
      ["count": .optional(ids.count), "first": .array(ids.first.map(JSONValue.string))]
    }
    return [
      "requests": .optional(report.requests), "answered": .optional(report.answered),
      "failed": list(report.failed), "reasons": .array(report.reasons.map(JSONValue.string)),
      "repeated": list(report.repeated), "missing": list(report.missing),
      "unknown": list(report.unknown), "broken": list(report.broken),
    ]
  }
}
