public import SeedbedData

/// Whether any judge would mark its own work.
public enum JudgeIndependence {
  /// A judge that may not judge what a generator wrote.
  public struct Conflict: Sendable, Hashable {
    /// Who wrote.
    public var generator: ModelIdentity
    /// Who was to judge.
    public var judge: ModelIdentity
    /// Why it may not, in one sentence.
    public var reason: String
  }

  /// Finds every generator and judge that are not independent.
  ///
  /// They are not where they are the same model at the same endpoint, where one model's name stands behind
  /// two endpoints, where they are of one family, and where either does not say which family it is of, for
  /// then nothing shows that they differ. A family is what `seedbed.yaml` declares, or else what the
  /// model's name tells.
  ///
  /// - Parameters:
  ///   - generators: The models that write.
  ///   - judges: The models that judge.
  /// - Returns: One conflict for each pair, in the order given, each with its strongest reason.
  public static func conflicts(
    generators: [ModelIdentity],
    judges: [ModelIdentity]
  ) -> [Conflict] {
    generators.flatMap { generator in
      judges.compactMap { judge in
        reason(generator, judge).map { Conflict(generator: generator, judge: judge, reason: $0) }
      }
    }
  }

  private static func reason(_ generator: ModelIdentity, _ judge: ModelIdentity) -> String? {
    let model = plainName(generator.model)
    if model == plainName(judge.model), generator.endpoint == judge.endpoint {
      return "`\(judge.name)` is the model that wrote: `\(judge.model)` at `\(judge.endpoint)`"
    }
    if !model.isEmpty, model == plainName(judge.model) {
      return "`\(generator.name)` and `\(judge.name)` are one model, "
        + "`\(judge.model)`, behind two endpoints"
    }
    let families = [generator, judge].map { $0.family.lowercased() }
    if let place = families.firstIndex(of: "") {
      let name = [generator, judge][place].name
      return "nothing says which family `\(name)` is of; declare its `family`"
    }
    guard families[0] == families[1] else { return nil }
    return "`\(generator.name)` and `\(judge.name)` are both of the family `\(families[0])`"
  }

  /// A model's name without who serves it: `openai/GPT-4o` is `gpt-4o`.
  private static func plainName(_ model: String) -> String {
    model.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }
}
