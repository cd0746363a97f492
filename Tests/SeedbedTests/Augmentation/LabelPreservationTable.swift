import SeedbedData
import SeedbedPipeline

/// The page that says what each method does to labels.
enum LabelPreservationTable {
  static func markdown(
    _ datasets: [LabelPreservation],
    _ methods: [any TransformMethod]
  ) -> String {
    let training = methods.filter { $0.descriptor.use == .training }
    let attacks = methods.filter { $0.descriptor.use == .evaluation }
    return """
      # Label preservation

      A classifier (logistic regression on TF-IDF of words and of character n-grams of 2 to 4) is trained on
      the real training rows of a dataset only. Then each real test row is varied once by a method, at its
      default rate, and the classifier is asked again. *Before* and *after* are the shares of all test rows
      for which it names the true label; rows that a method leaves alone count as they are. *Difference*
      is after minus before in points; *of changed* the same among the changed rows only, with its
      standard error (paired). A method that declares the label invariant may lose 3 points at most, over
      all rows, and among the changed rows beyond twice the standard error; the tests hold it to that.

      Made by `make bench-methods`.

      \(datasets.map(count).joined(separator: " "))

      ## Methods for training data

      \(table(datasets, training))

      ## Attacks, for the evaluation suite only

      Here the label holds because the text still says the same to a person, or to whoever decodes it; how far
      the classifier falls is how well the attack works on it.

      \(table(datasets, attacks))

      """
  }

  private static func count(_ dataset: LabelPreservation) -> String {
    "\(dataset.name): \(dataset.test.texts.count) test rows, \(dataset.labels.count) labels."
  }

  private static func table(
    _ datasets: [LabelPreservation],
    _ methods: [any TransformMethod]
  ) -> String {
    let head =
      "| method | label | rate | dataset | rows changed | before | after | difference | of changed |\n"
      + "|---|---|---|---|---|---|---|---|---|\n"
    return head
      + methods.flatMap { method in datasets.map { row(method, $0) } }.joined(separator: "\n")
  }

  private static func row(_ method: any TransformMethod, _ dataset: LabelPreservation) -> String {
    let measure = dataset.measure(method)
    let (descriptor, rows) = (method.descriptor, Double(measure.rows))
    let cells = [
      "`\(descriptor.name)`",
      descriptor.labelEffect.rawValue,
      descriptor.rate.map { fixed($0) } ?? "",
      dataset.name,
      fixed(100 * Double(measure.changed) / rows) + " %",
      fixed(100 * Double(measure.rightBefore) / rows),
      fixed(100 * Double(measure.rightAfter) / rows),
      signed(-measure.drop),
      measure.changed == 0
        ? "" : "\(signed(-measure.dropOfChanged)) ± \(fixed(measure.errorOfChanged))",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func signed(_ value: Double) -> String {
    (value >= 0.05 ? "+" : "") + fixed(value)
  }

  /// One decimal.
  private static func fixed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
