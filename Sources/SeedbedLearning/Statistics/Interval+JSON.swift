public import SeedbedData

extension Interval {
  /// `estimate`, `lower` and `upper`, as printed with `--json`.
  public var json: JSONObject {
    ["estimate": .optional(estimate), "lower": .optional(lower), "upper": .optional(upper)]
  }
}
