import SeedbedData
import SeedbedPipeline

/// What a Croissant description says in sentences.
enum CroissantWords {
  /// What the dataset is, with the real and the synthetic rows counted apart.
  static func description(_ report: VersionReport) -> String {
    let real = report.samples.count { $0.sample.origin == .real }
    let synthetic = report.samples.count - real
    return
      "\(Figures.counted(real, "real row")) and \(Figures.counted(synthetic, "synthetic row")) "
      + "for \(task(report)). The real test set is a sealed holdout, which is not part of this version."
  }

  private static func task(_ report: VersionReport) -> String {
    report.configuration.task.rawValue.split(separator: "_").joined(separator: " ")
  }

  /// The members of the vocabulary for responsible AI.
  static func responsibleUse(_ report: VersionReport) -> JSONObject {
    let synthetic = report.samples.lazy.map(\.sample).filter { $0.origin == .synthetic }
    let models = Set(synthetic.compactMap(\.provenance.model)).sorted()
    let share = Figures.percent(synthetic.count, of: report.samples.count)
    var words: JSONObject = [
      "dataCollection": .string(
        "The real rows were read from `\(report.configuration.data.path)`. \(share) of the rows are "
          + "synthetic: they were generated to fill gaps that were found in the real rows"
          + (models.isEmpty
            ? ", without a language model." : ", some of them by language models.")
      ),
      "dataPreprocessingProtocol": [
        .string(
          "\(Figures.counted(report.run.duplicatesLeftOut, "real row")) left out as exact duplicates."
        ),
        .string("Leaks between the parts: \(LeakWords.sentence(report.version.leakScan))."),
      ],
      "dataAnnotationProtocol": .array(annotation(report).map(JSONValue.string)),
      "machineAnnotationTools": .array((["Seedbed"] + models).map(JSONValue.string)),
      "dataBiases": .array(Limits.biases.map(JSONValue.string)),
      "dataLimitations": .array(Limits.limitations.map(JSONValue.string)),
      "dataUseCases": [
        .string("Training and validation of models for \(task(report))."),
        .string(
          "`synthetic_eval` measures robustness; results on it are no results on real data."
        ),
      ],
      "personalSensitiveInformation": [.string(personalData(report))],
      "dataReleaseMaintenancePlan": .string(
        "This is version \(report.version.id). Versions never change; a change makes another one."
      ),
    ]
    if !report.reviews.isEmpty {
      words["dataAnnotationAnalysis"] = [.string(reviews(report))]
    }
    return words
  }

  private static func annotation(_ report: VersionReport) -> [String] {
    var checks: [String] = []
    for verdict in report.samples.lazy.flatMap(\.verdicts) where !checks.contains(verdict.check) {
      checks.append(verdict.check)
    }
    let real = "Labels, spans and answers of real rows are those of their source."
    guard !checks.isEmpty else { return [real] }
    return [
      real,
      "Synthetic rows take them from the rows they derive from, or from the cell they were made for; "
        + "every one passed those that apply to it of the checks \(checks.joined(separator: ", ")).",
    ]
  }

  private static func personalData(_ report: VersionReport) -> String {
    "Real rows are passed on as they are and may hold personal data. "
      + (report.configuration.verification.personalData == .reject
        ? "Texts of language models that hold personal data were rejected."
        : "Texts of language models were not searched for personal data.")
  }

  private static func reviews(_ report: VersionReport) -> String {
    let errors = report.reviews.filter { $0.verdict.isError == true }.count
    let decided = report.reviews.filter { $0.verdict.isError != nil }.count
    return
      "People decided on \(Figures.counted(decided, "row")) and found \(Figures.count(errors)) wrong."
  }
}
