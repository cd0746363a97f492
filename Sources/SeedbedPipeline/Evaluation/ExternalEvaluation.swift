import Foundation
public import SeedbedData

/// What the user's own program says of each training set.
public struct ExternalEvaluation: Sendable, Hashable {
  /// The numbers of one training set.
  public struct Result: Sendable, Hashable {
    /// `real`, `synthetic` or `mix`.
    public var name: String
    /// How many rows were trained on.
    public var rows: Int
    /// The numbers in the program's order.
    public var numbers: [Number]
  }

  /// One number that the program gave.
  public struct Number: Sendable, Hashable {
    /// The program's name for it.
    public var name: String
    /// The number.
    public var value: Double
  }

  /// Trains and tests: is given the paths of the training and the test rows, and returns what it measured.
  public typealias Evaluator =
    @Sendable (_ train: String, _ test: String) async throws -> JSONObject

  /// The training sets, those without rows left out.
  public var results: [Result]
  /// How many test rows there are.
  public var testRows: Int

  /// Runs the program on real, on synthetic and on both.
  ///
  /// The rows are written into a folder of their own, which nobody but its owner may open and which is
  /// removed whatever happens.
  ///
  /// - Parameters:
  ///   - train: The training samples of a version.
  ///   - holdout: The sealed holdout.
  ///   - folder: The folder to write to; it is made and removed.
  ///   - evaluator: The program.
  ///   - progress: Is told the name of each training set.
  /// - Returns: The numbers of each.
  /// - Throws: What the evaluator throws, a `SeedbedError` for an answer that holds no numbers or a file
  ///   that cannot be written.
  public static func run(
    train: [Sample],
    holdout: SealedHoldout,
    folder: String,
    evaluator: Evaluator,
    progress: (String) -> Void = { _ in }
  ) async throws -> ExternalEvaluation {
    let files = FileManager.default
    try? files.removeItem(atPath: folder)
    do {
      try files.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw SeedbedError(
        .inputOutput,
        "the folder `\(folder)` could not be made",
        cause: error.localizedDescription
      )
    }
    defer { try? files.removeItem(atPath: folder) }
    let test = folder + "/test.jsonl"
    try holdout.lend(to: test)
    let sets = [
      ("real", train.filter { $0.origin == .real }),
      ("synthetic", train.filter { $0.origin == .synthetic }),
      ("mix", train),
    ]
    var results: [Result] = []
    for (name, samples) in sets {
      guard !samples.isEmpty, name == "real" || samples.contains(where: { $0.origin == .synthetic })
      else { continue }
      if name == "mix", samples.allSatisfy({ $0.origin == .synthetic }) { continue }
      try Task.checkCancellation()
      progress(name)
      let path = folder + "/\(name).jsonl"
      try PrivateFile.write(samples.map(\.fields), to: path)
      let answer = try await evaluator(path, test)
      let numbers = try Self.numbers(answer)
      results.append(Result(name: name, rows: samples.count, numbers: numbers))
    }
    return ExternalEvaluation(results: results, testRows: holdout.count)
  }

  private static func numbers(_ answer: JSONObject) throws -> [Number] {
    try answer.map { name, value in
      guard let number = value.double, number.isFinite else {
        throw SeedbedError(
          .endpoint,
          "the external evaluator gave `\(value.serialized().prefix(80))` for "
            + "`\(name.prefix(80))`, which is no number",
          hint: "it is to print one JSON object of numbers, such as {\"accuracy\": 0.9}"
        )
      }
      return Number(name: name, value: number)
    }
  }

  /// The numbers as printed with `--json`.
  public var json: JSONObject {
    [
      "test_rows": .optional(testRows),
      "training_sets": .array(
        results.map { result in
          var values = JSONObject()
          for number in result.numbers { values[number.name] = .optional(number.value) }
          return [
            "name": .string(result.name), "rows": .optional(result.rows),
            "values": .object(values),
          ]
        }
      ),
    ]
  }
}
