/// Reads and writes `plan.yaml`, the plan as people edit it.
public enum PlanFile {
  /// The plan as YAML with a comment on top that says how to edit it.
  ///
  /// - Parameter plan: The plan.
  /// - Returns: The file's content.
  public static func text(_ plan: Plan) -> String {
    var lines = [
      "# What to grow, cell by cell. Edit the counts, drop quotas, or name other methods;",
      "# `seedbed generate` refuses the file once the data it was made from has changed.",
      "plan: 1",
      "data: \(YAMLText.scalar(plan.dataFingerprint))",
      "configuration: \(YAMLText.scalar(plan.configurationDigest))",
      "seed: \(plan.seed)",
      plan.quotas.isEmpty ? "quotas: []" : "quotas:",
    ]
    for quota in plan.quotas {
      lines.append("  - cell: \(YAMLText.cell(quota.cell))")
      lines.append("    gap: \(quota.gap.rawValue)")
      lines.append("    have: \(quota.have)")
      lines.append("    need: \(quota.need)")
      lines.append("    reason: \(YAMLText.scalar(quota.reason))")
      lines.append("    split: \(quota.split.rawValue)")
      let shares = quota.shares.map { "\(YAMLText.scalar($0.method)): \($0.count)" }
      lines.append("    methods: {\(shares.joined(separator: ", "))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file's name, for messages.
  /// - Returns: The plan.
  /// - Throws: A `SeedbedError` with line and column for whatever cannot be read.
  public static func read(_ text: String, file: String) throws -> Plan {
    var root = try StrictMapping(document: text, file: file)
    let version = try root.required("plan")
    guard try version.int() == 1 else {
      throw version.invalid("this program reads version 1 of the file")
    }
    let plan = Plan(
      dataFingerprint: try root.required("data").string(),
      configurationDigest: try root.required("configuration").string(),
      seed: try root.required("seed").int(0...Int.max),
      quotas: try root.required("quotas").list().map(quota)
    )
    try root.finish()
    return plan
  }

  private static func quota(_ value: StrictValue) throws -> Quota {
    try value.mapping { mapping in
      let cell = try mapping.required("cell").mapping { entries in
        var coordinates: [Cell.Coordinate] = []
        for name in entries.keys {
          coordinates.append(Cell.Coordinate(name, try entries.required(name).string()))
        }
        return Cell(coordinates)
      }
      let shares = try mapping.required("methods").mapping { methods in
        var shares: [MethodShare] = []
        for name in methods.keys {
          shares.append(MethodShare(name, try methods.required(name).int(0...10_000_000)))
        }
        return shares
      }
      return Quota(
        cell: cell,
        gap: try mapping.required("gap").choice(GapKind.self),
        have: try mapping.required("have").int(0...Int.max),
        need: try mapping.required("need").int(0...Int.max),
        reason: try mapping.value("reason")?.string() ?? "",
        split: try mapping.value("split")?.choice(Split.self) ?? .train,
        shares: shares
      )
    }
  }
}
