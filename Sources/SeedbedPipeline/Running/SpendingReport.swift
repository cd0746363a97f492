public import SeedbedData

/// What the samples of a plan cost.
public struct SpendingReport: Sendable, Hashable {
  /// What one share of the plan cost: one method and one model.
  public struct Row: Sendable, Hashable {
    /// The method.
    public var method: String
    /// The model, by the endpoint's name for it.
    public var model: String
    /// The candidates it gave.
    public var candidates: Int
    /// Those of them that were accepted.
    public var accepted: Int
    /// What their answers cost; nil where no price is configured.
    public var cost: Double?

    /// What one accepted sample cost; nil where there is none, or no price.
    public var costPerAccepted: Double? {
      accepted == 0 ? nil : cost.map { $0 / Double(accepted) }
    }
  }

  /// Methods and models, in the order of their names.
  public var rows: [Row] = []
  /// Everything that was paid for the project so far, judges and answers without use included.
  public var models: [ModelSpending] = []
  /// What prices are in.
  public var currency = "USD"

  /// Nothing.
  public init() {}

  /// Everything that was paid; nil where no price is configured.
  public var total: Double? {
    let costs = models.compactMap(\.cost)
    return costs.isEmpty ? nil : costs.reduce(0, +)
  }

  /// The report as a JSON object.
  public var json: JSONObject {
    [
      "currency": .string(currency), "total": .optional(total),
      "models": .array(models.map { .object($0.json) }),
      "methods": .array(
        rows.map { row in
          [
            "method": .string(row.method), "model": .string(row.model),
            "candidates": .number(JSONNumber(row.candidates)),
            "accepted": .number(JSONNumber(row.accepted)), "cost": .optional(row.cost),
            "cost_per_accepted": .optional(row.costPerAccepted),
          ]
        }
      ),
    ]
  }

  /// Reads what ``json`` wrote.
  ///
  /// - Parameter json: The object; nil gives an empty report.
  public init(json: JSONValue?) {
    currency = json?["currency"]?.string ?? currency
    models = (json?["models"]?.array ?? []).compactMap { ModelSpending(json: $0) }
    rows = (json?["methods"]?.array ?? []).map { row in
      Row(
        method: row["method"]?.string ?? "",
        model: row["model"]?.string ?? "",
        candidates: row["candidates"]?.int ?? 0,
        accepted: row["accepted"]?.int ?? 0,
        cost: row["cost"]?.double
      )
    }
  }
}

extension Runner {
  /// What the candidates of a plan cost.
  func spending(on candidates: [Candidate]) throws -> SpendingReport {
    var report = SpendingReport()
    report.currency = configuration.spending.currency
    report.models = try journal.spending()
    struct Share: Hashable {
      var method: String
      var model: String
    }
    let made = candidates.filter { $0.sample.provenance.model != nil }
    let shares = Dictionary(grouping: made) { candidate in
      let provenance = candidate.sample.provenance
      return Share(method: provenance.method?.name ?? "", model: provenance.model ?? "")
    }
    for share in shares.keys.sorted(by: { ($0.method, $0.model) < ($1.method, $1.model) }) {
      let mine = shares[share] ?? []
      let keys = Set(mine.flatMap(Self.requests)).sorted()
      let costs = try journal.costs(ofAnswers: keys)
      report.rows.append(
        SpendingReport.Row(
          method: share.method,
          model: share.model,
          candidates: mine.count,
          accepted: mine.count { $0.status == .accepted },
          cost: costs.isEmpty ? nil : costs.reduce(0, +)
        )
      )
    }
    return report
  }

  private static func requests(_ candidate: Candidate) -> [String] {
    candidate.sample.provenance.method?.parameters["requests"]?.array?.compactMap(\.string) ?? []
  }
}
