import Foundation
import SeedbedData
import SeedbedModels
import SeedbedPipeline

/// Requests, tokens and money.
enum SpendingRendering {
  /// What happened to the requests of a run, model by model.
  static func text(_ tallies: [ModelTally], currency: String) -> String {
    var table = Table([
      "model", ">answered", ">from store", ">failed", ">retries", ">tokens in", ">tokens out",
      ">cost",
    ])
    for tally in tallies {
      table.add([
        tally.name, "\(tally.answered)", "\(tally.fromStore)", "\(tally.failed)",
        "\(tally.retries)", "\(tally.usage.input)", "\(tally.usage.output)",
        money(tally.cost, currency),
      ])
    }
    return table.text
  }

  static func json(_ tally: ModelTally) -> JSONObject {
    var object = tally.spending.json
    object["from_store"] = .optional(tally.fromStore)
    object["failed"] = .optional(tally.failed)
    object["refused"] = .optional(tally.refused)
    object["retries"] = .optional(tally.retries)
    object["uncertain_cost"] = .optional(tally.uncertain)
    return object
  }

  /// What the samples of a plan cost, method by method.
  static func text(_ report: SpendingReport) -> String {
    var table = Table([
      "method", "model", ">candidates", ">accepted", ">cost", ">for each accepted",
    ])
    for row in report.rows {
      table.add([
        row.method, row.model, "\(row.candidates)", "\(row.accepted)",
        money(row.cost, report.currency), money(row.costPerAccepted, report.currency),
      ])
    }
    let total = report.total.map {
      "\(money($0, report.currency)) in all, judges and retries included"
    }
    return "\(Style.heading("Models")) \(total ?? "no price is configured")\n" + table.text
  }

  /// An amount that shows at least two digits that are not zero.
  static func money(_ amount: Double?, _ currency: String) -> String {
    guard let amount else { return "-" }
    var places = 2, least = 0.1
    while places < 8, amount > 0, amount < least {
      places += 1
      least /= 10
    }
    return String(format: "%.\(places)f", amount) + " \(currency)"
  }

  /// What a run will cost.
  static func text(_ estimate: CostEstimate) -> String {
    var table = Table([
      "model", "role", ">requests", ">tokens in", ">tokens out", ">cost", ">at most",
    ])
    for row in estimate.rows {
      table.add([
        row.name, row.isJudge ? "judge" : "writer", "\(row.requests)", "\(row.usage.input)",
        "\(row.usage.output)", money(row.cost, estimate.currency),
        money(row.ceiling, estimate.currency),
      ])
    }
    let total = estimate.total.map { "about \(money($0, estimate.currency))" }
    var lines = [
      "\(Style.heading("Estimate")) \(total ?? "no price is configured") for the first round of "
        + "\(estimate.samples) samples that models write",
      table.text,
    ]
    if let limit = estimate.limit {
      lines.append("  a run stops before it costs more than \(money(limit, estimate.currency))")
    }
    return lines.joined(separator: "\n")
  }
}
