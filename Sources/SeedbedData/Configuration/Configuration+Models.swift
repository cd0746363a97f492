extension Configuration {
  /// The settings of a model by its name.
  ///
  /// - Parameter name: The name under `models`.
  /// - Returns: The settings, or nil.
  public func model(named name: String) -> ModelSettings? { models.first { $0.name == name } }

  /// The settings of a model by its name, for commands that are given one.
  ///
  /// - Parameter name: The name under `models`.
  /// - Returns: The settings.
  /// - Throws: A usage error with the nearest name where there is none.
  public func requiredModel(named name: String) throws -> ModelSettings {
    if let found = model(named: name) { return found }
    throw SeedbedError(
      .usage,
      "`seedbed.yaml` has no model `\(name)`",
      hint: NearestName.find(name, among: models.map(\.name)).map { "did you mean `\($0)`?" }
        ?? "describe it under `models`"
    )
  }

  static func readModels(_ mapping: inout StrictMapping) throws -> [ModelSettings] {
    var models: [ModelSettings] = []
    for name in mapping.keys.sorted() {
      let value = try mapping.required(name)
      guard !name.isEmpty, name.utf8.allSatisfy(isNamePart) else {
        throw value.invalid("a model's name has letters, digits, `_` and `-` only")
      }
      models.append(try value.mapping { try ModelSettings(name: name, &$0) })
    }
    return models
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }

  /// Refuses names of models that `models` does not have.
  func refuseUnknownModels(_ root: inout StrictMapping) throws {
    for (key, list, names) in [
      ("generation", "models", generation.models), ("judging", "judges", judging.judges),
      ("verification", "moderation", verification.moderation.map { [$0] } ?? []),
    ] {
      for name in names where model(named: name) == nil {
        let known = models.map(\.name)
        let hint =
          NearestName.find(name, among: known).map { "; did you mean `\($0)`?" }
          ?? (known.isEmpty ? "; `models` names none" : "; it has \(known.joined(separator: ", "))")
        throw try root.required(key).invalid(
          "`\(list)` names `\(name)`, which `models` has not\(hint)"
        )
      }
      for name in names {
        let isModerator = model(named: name)?.provider == .moderation
        guard isModerator == (list == "moderation") else {
          throw try root.required(key).invalid(
            isModerator
              ? "`\(name)` is a moderation endpoint, which neither writes nor judges"
              : "`\(name)` is no moderation endpoint"
          )
        }
      }
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw try root.required(key).invalid("`\(list)` names `\(twice)` twice")
      }
    }
  }

  /// What generation says about models.
  var writerLines: [String] {
    var lines: [String] = []
    if !generation.models.isEmpty { lines.append("  models: \(YAMLText.list(generation.models))") }
    if !generation.variety.isEmpty {
      lines.append("  variety:")
      for entry in generation.variety {
        lines.append("    \(YAMLText.scalar(entry.name)): \(YAMLText.list(entry.values))")
      }
    }
    if let path = generation.personas { lines.append("  personas: \(YAMLText.scalar(path))") }
    if let path = generation.documents { lines.append("  documents: \(YAMLText.scalar(path))") }
    return lines
  }

  /// The models, who judges, and what it may cost.
  var modelLines: [String] {
    var lines: [String] = []
    if !models.isEmpty {
      lines += ["", "models:"]
      for model in models { lines += model.yamlLines }
    }
    if judging != Judging() {
      lines += ["", "judging:", "  judges: \(YAMLText.list(judging.judges))"]
      if let rubric = judging.rubric { lines.append("  rubric: \(YAMLText.scalar(rubric))") }
      if let threshold = judging.threshold { lines.append("  threshold: \(threshold)") }
    }
    if spending != Spending() {
      lines += ["", "spending:"]
      if let limit = spending.limit { lines.append("  limit: \(limit)") }
      lines.append("  currency: \(YAMLText.scalar(spending.currency))")
    }
    return lines
  }

  /// The configuration without what changes no result: where it lies, what things cost, how fast they go.
  public var resultSettings: Configuration {
    var settings = self
    settings.name = ""
    settings.license = nil
    settings.data.path = ""
    settings.spending = Spending()
    settings.evaluate = Evaluation()
    // Whether to go on is asked before a plan is begun, and changes nothing in the plan.
    settings.stopRules = StopRules()
    settings.review = Review()
    for index in settings.models.indices {
      settings.models[index].price = nil
      settings.models[index].limits = ModelSettings.Limits()
      settings.models[index].keyVariable = nil
      settings.models[index].keyFile = nil
    }
    for index in settings.translators.indices { settings.translators[index].keyVariable = nil }
    return settings
  }
}

extension Configuration.Generation {
  static func readVariety(_ mapping: inout StrictMapping) throws -> [Configuration.Variety] {
    var entries: [Configuration.Variety] = []
    for name in mapping.keys {
      let value = try mapping.required(name)
      let values = try value.strings()
      guard !values.isEmpty else { throw value.invalid("it needs at least one value") }
      entries.append(Configuration.Variety(name: name, values: values))
    }
    return entries
  }
}

extension Configuration.Judging {
  init(_ mapping: inout StrictMapping) throws {
    self.init()
    judges = try mapping.required("judges").strings()
    rubric = try mapping.value("rubric")?.string()
    threshold = try mapping.value("threshold")?.double(0...1)
  }
}

extension Configuration.Spending {
  init(_ mapping: inout StrictMapping) throws {
    self.init()
    limit = try mapping.value("limit")?.double(0...1e12)
    currency = try mapping.value("currency")?.string() ?? currency
  }
}

extension Configuration {
  /// The environment variables that hold keys, which no program of others may see.
  public var keyVariables: [String] {
    models.compactMap(\.keyVariable) + translators.compactMap(\.keyVariable)
  }
}
