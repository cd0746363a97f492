import SeedbedData
import SeedbedModels

/// What came of a file of requests.
enum AskRendering {
  static func text(_ report: FileAnswering.Report, _ meter: SpendingMeter, out: String) -> String {
    var table = Table(["requests", ">count"])
    table.add(["answered", "\(report.answered)"])
    for kind in RequestFailure.Kind.allCases {
      if let count = report.failed[kind] { table.add([kind.rawValue, "\(count)"]) }
    }
    return
      "\(Style.heading("Answered")) \(report.answered) of \(report.requests) requests, in `\(out)`\n"
      + table.text + report.reasons.map { "\n  for example: \($0)" }.joined() + "\n\n"
      + SpendingRendering.text(meter.tallies, currency: meter.currency)
  }

  static func json(_ report: FileAnswering.Report, _ meter: SpendingMeter) -> JSONObject {
    var failed = JSONObject()
    for kind in RequestFailure.Kind.allCases {
      failed[kind.rawValue] = .optional(report.failed[kind] ?? 0)
    }
    return [
      "requests": .optional(report.requests), "answered": .optional(report.answered),
      "failed": .object(failed), "reasons": .array(report.reasons.map(JSONValue.string)),
      "models": .array(meter.tallies.map { .object(SpendingRendering.json($0)) }),
      "currency": .string(meter.currency),
    ]
  }
}
