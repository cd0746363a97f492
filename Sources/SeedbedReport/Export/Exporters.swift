import SeedbedData

/// The formats that versions can be exported in.
public enum Exporters {
  /// All formats; the first is the default.
  public static let all: [any Exporter] = [
    JSONLinesExporter(),
    CSVExporter(),
    OpenAIExporter(),
    AlpacaExporter(),
    ShareGPTExporter(),
    PreferenceExporter(),
    PreferenceExporter(asTurns: true),
    HuggingFaceExporter(),
    CoNLLExporter(),
    SQuADExporter(),
    PromptfooExporter(),
    LMEvalExporter(),
    PytestExporter(),
  ]

  /// Finds a format.
  ///
  /// - Parameter name: The name, as on the command line.
  /// - Returns: The exporter.
  /// - Throws: A `SeedbedError` with the nearest name and the list when there is none.
  public static func named(_ name: String) throws -> any Exporter {
    if let exporter = all.first(where: { $0.name == name }) { return exporter }
    let names = all.map(\.name)
    let nearest = NearestName.find(name, among: names).map { "did you mean `\($0)`? " } ?? ""
    throw SeedbedError(
      .usage,
      "there is no export format `\(name)`",
      hint: nearest + "the formats are " + names.map { "`\($0)`" }.joined(separator: ", ")
    )
  }
}
