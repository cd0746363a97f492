/// Reviews in the results of a promptfoo evaluation.
///
/// Only what a person rated in its viewer counts; what its assertions found is no person's word.
public enum PromptfooResults {
  /// The decisions in a file of results, as `promptfoo export` writes it.
  ///
  /// A thumb up accepts the row, a thumb down rejects it for the reason in the comment. The rated case
  /// names its sample in `metadata.sample`, which the export format `promptfoo` puts there.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  /// - Returns: The decisions in the order of the results.
  /// - Throws: A `SeedbedError` that names the result.
  public static func reviews(in bytes: [UInt8], file: String) throws -> [ImportedReview] {
    let document = try ReviewFile.json(in: bytes, file: file)
    guard let results = (document["results"]?["results"] ?? document["results"])?.array else {
      throw SeedbedError(
        .data,
        "`\(file)` has no list `results`",
        hint: "write it with `promptfoo export eval ID -o FILE`"
      )
    }
    return try results.enumerated().compactMap { index, result in
      let parts = result["gradingResult"]?["componentResults"]?.array ?? []
      guard let rating = parts.last(where: { $0["assertion"]?["type"]?.string == "human" }),
        let isGood = rating["pass"]?.bool
      else { return nil }
      let place = "`\(file)`, result \(index + 1)"
      let metadata = result["testCase"]?["metadata"] ?? result["metadata"]
      let id = (metadata?["sample"] ?? metadata?["seedbed"]?["id"])?.string
      var answers = ReviewAnswers()
      answers[.verdict] = isGood ? "accept" : "reject"
      answers[.reason] = rating["comment"]?.string ?? result["gradingResult"]?["comment"]?.string
      return try ReviewFile.review(
        answers,
        of: ReviewFile.sample(id, place: "\(place), `metadata.sample`"),
        by: nil,
        place: place,
        tool: "promptfoo"
      )
    }
  }
}
