import FoundationEssentials
import SeedbedData
import SeedbedPipeline
import Testing

@Suite(
  "Labels of real datasets",
  .enabled(if: AugmentationData.folder != nil, Comment(rawValue: AugmentationData.isMissing))
)
struct LabelPreservationTests {
  /// What is for training and promises that the label holds.
  ///
  /// Attacks promise it too, but that a
  /// classifier falls for them is what they are for.
  private static let promising = AugmentationMethods.all.map(\.descriptor)
    .filter { $0.labelEffect == .invariant && $0.use == .training }.map(\.name)

  @Test(
    "pitfall 4: at its default rate a method that keeps labels costs at most 3 points",
    arguments: promising
  )
  func keepsLabels(name: String) {
    let method = AugmentationMethods.method(name)
    for dataset in LabelPreservation.all {
      let measure = dataset.measure(method)
      #expect(
        !measure.isTooMuch,
        """
        \(name) on \(dataset.name): \(measure.rightBefore) of \(measure.rows) right before and \
        \(measure.rightAfter) after; \(measure.changed) changed, of which \(measure.lost) were lost \
        and \(measure.won) won
        """
      )
    }
  }

  @Test("the classifier is good enough to notice, and a method that destroys labels fails")
  func canFail() throws {
    let banking = try #require(LabelPreservation.all.first)
    let right = zip(banking.predicted, banking.test.classes).count { $0 == $1 }
    #expect(Double(right) > 0.85 * Double(banking.predicted.count))
    #expect(banking.measure(AugmentationMethods.method("base64"), count: 200).isTooMuch)
  }

  @Test(
    "the table of all methods",
    .enabled(if: ProcessInfo.processInfo.environment["SEEDBED_BENCH_METHODS"] != nil)
  )
  func table() throws {
    let path = try #require(ProcessInfo.processInfo.environment["SEEDBED_BENCH_METHODS"])
    let text = LabelPreservationTable.markdown(LabelPreservation.all, AugmentationMethods.all)
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
