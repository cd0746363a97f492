import ArgumentParser
import SeedbedData
import SeedbedModels
import SeedbedPipeline

/// `seedbed methods`: what there is to make samples with.
struct MethodsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "List the methods: tasks, what they keep, what they need, whether it is here.",
    discussion: """
      In a project, methods that ask a language model or a translator are available as it configures them. \
      The label is kept (`invariant`), changed on purpose (`flipped`), or not looked after (`unknown`).

      Examples:
        seedbed methods
        seedbed methods synonyms
        seedbed methods --json
      """
  )

  @Argument(help: "One method to tell all about.") var name: String?
  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let registry = MethodRegistry(
      configuration: options.configurationOrEmpty,
      translates: ApertiumTranslator.isInstalled() ? true : nil
    )
    var methods = registry.descriptors
    if let name {
      guard let found = methods.first(where: { $0.name == name }) else {
        let nearest = NearestName.find(name, among: methods.map(\.name))
        throw SeedbedError(
          .notFound,
          "there is no method `\(name)`",
          hint: nearest.map { "did you mean `\($0)`?" } ?? "`seedbed methods` lists them"
        )
      }
      methods = [found]
    }
    let words = name == nil ? MethodRendering.text(methods) : MethodRendering.details(methods[0])
    Terminal.result(
      options.json ? JSONValue.object(MethodRendering.json(methods)).serialized(.pretty) : words
    )
  }
}
