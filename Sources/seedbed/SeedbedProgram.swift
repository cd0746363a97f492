import ArgumentParser
import Dispatch
import Foundation
import SeedbedData

/// The entry: parses the words, carries out one command, and turns what goes wrong into words and a code.
@main
struct SeedbedProgram {
  static func main() async {
    // A reader that goes away (`seedbed … | head`) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    let work = Task { await run() }
    let sources = [SIGINT, SIGTERM].map { number in onSignal(number) { work.cancel() } }
    let code = await work.value
    sources.forEach { $0.cancel() }
    exit(code)
  }

  private static func run() async -> Int32 {
    do {
      try SeedbedCommand.checkName(CommandLine.arguments.dropFirst().first)
      var command = try SeedbedCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return Failure.report(error)
    }
  }

  /// The first signal stops the work cleanly; a second one ends the program at once.
  private static func onSignal(
    _ number: Int32,
    _ handler: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      signal(number, SIG_DFL)
      handler()
    }
    source.resume()
    return source
  }
}

/// The root command: it only lists the others.
struct SeedbedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seedbed",
    abstract: "Finds what is missing in a dataset, grows verified synthetic examples there, "
      + "and proves where each came from.",
    discussion: """
      First steps:
        seedbed init data.csv     detect what the file is, write seedbed.yaml, seal a holdout
        seedbed run               find gaps, generate, verify, version and measure

      Exit codes: 0 done, 1 a gate or a check failed, 64 usage, 65 data, 69 endpoint,
      74 input or output, 78 configuration, 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, GapsCommand.self, GenerateCommand.self, VerifyCommand.self,
      VersionCommand.self, ReviewCommand.self, TraceCommand.self, ExportCommand.self,
      RunCommand.self,
      AugmentCommand.self, MethodsCommand.self, DedupCommand.self, DecontaminateCommand.self,
      DiversityCommand.self, CompareCommand.self, EmbedCommand.self, EvaluateCommand.self,
      ReportCommand.self, ModelsCommand.self, PromptsCommand.self, AskCommand.self,
      BatchCommand.self,
      JudgeCommand.self, PIICommand.self, DoctorCommand.self,
    ]
  )

  /// Refuses a first word that names no command, with the nearest one that does.
  static func checkName(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    let nearest = NearestName.find(word, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "'\(word)' is not a command; those are \(names.joined(separator: ", ")).\(nearest)"
    )
  }
}
