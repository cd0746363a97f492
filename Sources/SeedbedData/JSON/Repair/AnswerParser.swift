/// Reads what a model answered: JSON that follows a schema, or free text.
///
/// Small faults of writing are mended and named: fences, prose around the JSON, commas, quotes, comments,
/// words of Python, missing brackets, JSON in a string, a list without the object around it, a number that
/// is written as a string. Nothing is ever made up; a value that was cut off is left out. The work grows
/// with the length of the answer, whatever it holds.
///
///     let parser = try AnswerParser(shape: shape)
///     switch parser.read(answer) {
///     case .usable(let value, let repairs): …
///     case .refused(let words): …
///     case .unusable(let reason, let violations): …
///     }
public struct AnswerParser: Sendable {
  /// What an answer turned out to be.
  public enum Outcome: Sendable, Hashable {
    /// It can be used: its value follows the schema; what was mended, in words.
    case usable(JSONValue, repairs: [String])
    /// The model refused, in these words.
    case refused(String)
    /// It cannot be used: why, and how the best reading of it breaks the schema.
    case unusable(reason: String, violations: [String])
  }

  private let schema: JSONSchema?

  /// Prepares reading.
  ///
  /// - Parameter shape: The schema that answers must follow; nil for free text.
  /// - Throws: A `SeedbedError` when the schema has a keyword that is unknown or has a wrong value.
  public init(shape: AnswerShape?) throws(SeedbedError) {
    schema = try shape.map { shape throws(SeedbedError) in try JSONSchema(shape.schema) }
  }

  /// Reads an answer.
  ///
  /// - Parameter answer: The answer.
  /// - Returns: What it is.
  public func read(_ answer: ModelAnswer) -> Outcome {
    switch answer.finish {
    case .refusal:
      return .refused(answer.text.isEmpty ? "the endpoint says no more" : answer.text)
    case .filtered:
      return .unusable(reason: "the endpoint's content filter took the answer away", violations: [])
    case .stop, .length, .other: break
    }
    let isCutOff = answer.finish == .length
    guard answer.text.utf8.contains(where: { $0 > 0x20 }) else {
      let reason =
        isCutOff ? "the answer is empty: its tokens did not suffice" : "the answer is empty"
      return .unusable(reason: reason, violations: [])
    }
    guard let schema else { return freeText(answer.text, isCutOff: isCutOff) }
    return json(answer.text, SchemaFitter(schema: schema), isCutOff: isCutOff)
  }

  private func freeText(_ text: String, isCutOff: Bool) -> Outcome {
    if RefusalRecognizer.isRefusal(text) { return .refused(text) }
    guard !isCutOff else {
      return .unusable(reason: "the answer was cut off at its limit of tokens", violations: [])
    }
    return .usable(.string(text), repairs: [])
  }

  private func json(_ text: String, _ fitter: SchemaFitter, isCutOff: Bool) -> Outcome {
    var reading = AnswerReading(fitter: fitter, isCutOff: isCutOff)
    reading.read(text)
    if let best = reading.best, best.violations.isEmpty {
      return .usable(best.value, repairs: best.repairs.inWords)
    }
    if RefusalRecognizer.isRefusal(text) { return .refused(text) }
    guard let best = reading.best else {
      return .unusable(reason: reading.fault ?? "the answer holds no JSON", violations: [])
    }
    let start = best.repairs.contains(.cut) ? "the answer was cut off and" : "the answer"
    return .unusable(
      reason: "\(start) does not follow the schema: \(best.violations[0])",
      violations: best.violations.map(\.description)
    )
  }
}
