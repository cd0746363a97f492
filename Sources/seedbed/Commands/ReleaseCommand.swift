import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed version release`: lets a version go, where its spot check does.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Release a version whose spot check found few enough errors.",
    discussion: """
      A version may go when at most 5 % of its synthetic rows are wrong with 95 % confidence, or when all of
      them were looked at and at most 5 % were wrong; `review` in seedbed.yaml sets the limit. Otherwise the
      exit code is 1 and the numbers are shown.

      Examples:
        seedbed version release
        seedbed version release 3f2a --author ada
        seedbed version release --override spot_check --because "needed for a demonstration"
      """
  )

  @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"
  @Option(help: "Who releases it. (default: the user of this machine)") var author: String?
  @OptionGroup var options: ProjectOptions
  @OptionGroup var overrides: OverrideOptions

  func run() async throws {
    let ledger = try options.existingLedger()
    let found = try ledger.version(prefix: version)
    let (runner, _) = try options.runner(overrides)
    let desk = try ReviewDesk(runner: runner, reviews: ledger)
    let user = ProcessInfo.processInfo.environment["USER"] ?? ""
    let release = try await desk.release(found, by: author ?? (user.isEmpty ? "unknown" : user))
    Terminal.result(
      options.json
        ? JSONValue.object(release.json).serialized(.pretty)
        : "\(Style.heading("Released")) version \(release.version.prefix(12)), "
          + ReviewRendering.words(release)
    )
  }
}
