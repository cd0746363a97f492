extension Configuration {
  /// The settings of a translator.
  ///
  /// - Parameter name: The name under `translators`; nil for the first of them.
  /// - Returns: The settings; nil where nothing is configured and no name is given.
  /// - Throws: A usage error with the nearest name where there is none of the name.
  public func translator(named name: String? = nil) throws -> TranslatorSettings? {
    guard let name else { return translators.first }
    if let found = translators.first(where: { $0.name == name }) { return found }
    throw SeedbedError(
      .usage,
      "`seedbed.yaml` has no translator `\(name)`",
      hint: NearestName.find(name, among: translators.map(\.name)).map { "did you mean `\($0)`?" }
        ?? "describe it under `translators`"
    )
  }

  static func readTranslators(
    _ value: StrictValue,
    models: [ModelSettings]
  ) throws -> [TranslatorSettings] {
    var translators: [TranslatorSettings] = []
    for entry in try value.list() {
      let translator = try entry.mapping { try TranslatorSettings(&$0, models: models) }
      guard !translators.contains(where: { $0.name == translator.name }) else {
        throw entry.invalid("`\(translator.name)` is described twice")
      }
      translators.append(translator)
    }
    return translators
  }

  /// The translators as lines of `seedbed.yaml`.
  var translatorLines: [String] {
    guard !translators.isEmpty else { return [] }
    return ["", "translators:"] + translators.flatMap(\.yamlLines)
  }
}

extension TranslatorSettings {
  /// The settings that only some providers have, with those that need them.
  private static let owners: [(key: String, provider: Provider, isRequired: Bool)] = [
    ("url", .libretranslate, true), ("key_env", .libretranslate, false), ("model", .model, true),
    ("command", .program, true),
  ]

  /// Reads one entry under `translators`.
  init(_ mapping: inout StrictMapping, models: [ModelSettings]) throws {
    self.init(
      name: try mapping.required("name").string(),
      provider: try mapping.required("provider").choice(Provider.self)
    )
    var values: [String: StrictValue] = [:]
    for (key, owner, isRequired) in Self.owners {
      if owner == provider, isRequired {
        values[key] = try mapping.required(key)
      } else if let value = mapping.value(key) {
        guard owner == provider else { throw value.invalid("only `\(owner.rawValue)` has one") }
        values[key] = value
      }
    }
    if let value = mapping.value("key") {
      throw value.invalid(
        "a key never stands in this file; name the variable that holds it: `key_env`"
      )
    }
    url = try values["url"]?.string() ?? url
    keyVariable = try values["key_env"]?.string()
    command = try values["command"]?.strings() ?? command
    if let value = values["command"], command.isEmpty {
      throw value.invalid("it names no program")
    }
    if let value = values["model"] { model = try Self.modelName(value, models: models) }
    pivots = try mapping.value("pivots")?.strings() ?? pivots
  }

  /// A name that `models` must have.
  private static func modelName(
    _ value: StrictValue,
    models: [ModelSettings]
  ) throws -> String {
    let name = try value.string()
    guard let found = models.first(where: { $0.name == name }) else {
      let known = models.map(\.name)
      let hint =
        NearestName.find(name, among: known).map { "; did you mean `\($0)`?" }
        ?? (known.isEmpty ? "; `models` names none" : "; it has \(known.joined(separator: ", "))")
      throw value.invalid("`models` has no `\(name)`\(hint)")
    }
    guard found.provider != .moderation else {
      throw value.invalid("`\(name)` is a moderation endpoint, which does not write")
    }
    return name
  }

  /// The entry as lines under `translators`.
  var yamlLines: [String] {
    var lines = [
      "  - name: \(YAMLText.scalar(name))", "    provider: \(provider.rawValue)",
    ]
    if !url.isEmpty { lines.append("    url: \(YAMLText.scalar(url))") }
    if let keyVariable { lines.append("    key_env: \(YAMLText.scalar(keyVariable))") }
    if !model.isEmpty { lines.append("    model: \(YAMLText.scalar(model))") }
    if !command.isEmpty { lines.append("    command: \(YAMLText.list(command))") }
    if !pivots.isEmpty { lines.append("    pivots: \(YAMLText.list(pivots))") }
    return lines
  }
}
