import SeedbedData
import SeedbedModels
import SeedbedPipeline

extension Project {
  /// The command under `evaluate.command`, which trains and tests a model of the user's; nil where there is none.
  ///
  /// It sees no keys: the variables that hold them are taken out of its environment.
  var evaluator: ExternalEvaluation.Evaluator? {
    guard !configuration.evaluate.command.isEmpty else { return nil }
    let program = ProgramEvaluator(
      command: configuration.evaluate.command,
      folder: folder,
      hiding: configuration.keyVariables,
      timeout: configuration.evaluate.timeout
    )
    return { try await program.evaluate(train: $0, test: $1) }
  }
}
