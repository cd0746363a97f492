public import SeedbedData

/// Makes translators from what is configured.
public enum Translators {
  /// Makes the translator that is wanted: the configured one, else Apertium where it is installed.
  ///
  /// - Parameters:
  ///   - settings: The entry under `translators`; nil where there is none.
  ///   - folder: The project's folder, in which a program runs.
  ///   - environment: The variables of the process.
  ///   - hiding: Environment variables that no program must see, such as those that hold keys.
  ///   - model: Makes a translator of the language model of a name.
  /// - Returns: The translator; nothing is translated yet.
  /// - Throws: A `SeedbedError` where what it needs is missing.
  public static func make(
    _ settings: TranslatorSettings?,
    folder: String,
    environment: [String: String]? = nil,
    hiding: [String] = [],
    model: (_ name: String) async throws -> any Translator
  ) async throws -> any Translator {
    guard let settings else {
      return try await ApertiumTranslator.find(environment: environment, hiding: hiding)
    }
    switch settings.provider {
    case .apertium:
      return try await ApertiumTranslator.find(environment: environment, hiding: hiding)
    case .libretranslate:
      return try LibreTranslateTranslator(
        url: settings.url,
        keyVariable: settings.keyVariable,
        environment: environment
      )
    case .program:
      return try ProgramTranslator(command: settings.command, folder: folder, hiding: hiding)
    case .model: return try await model(settings.model)
    }
  }

  /// The languages to go through and back.
  ///
  /// - Parameters:
  ///   - settings: The entry under `translators`; nil where there is none.
  ///   - translator: The translator.
  ///   - source: The language of the texts, as a BCP 47 tag.
  /// - Returns: BCP 47 tags, at least one.
  /// - Throws: A `SeedbedError` where nothing is configured and the translator knows none.
  public static func pivots(
    _ settings: TranslatorSettings?,
    of translator: any Translator,
    for source: String
  ) async throws -> [String] {
    let base = LanguageTag(source).base
    let named = (settings?.pivots ?? []).filter { LanguageTag($0).base != base }
    guard named.isEmpty else { return named }
    let known = try await (translator as? any DirectedTranslator)?.pivots(for: source) ?? []
    guard known.isEmpty else { return known }
    throw SeedbedError(
      .missingResource,
      "`\(translator.identity)` names no language through which `\(source)` can go and come back",
      hint: translator is ApertiumTranslator
        ? "install a language pair: apt-cache search '^apertium-' shows them"
        : "name languages under `pivots` of the translator in `seedbed.yaml`"
    )
  }
}
