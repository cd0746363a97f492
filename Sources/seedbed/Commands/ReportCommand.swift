import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport

/// `seedbed report`: everything that is known about a version, as one page.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write everything that is known about a version as one HTML page.",
    discussion: """
      One file without scripts and without anything from outside: it can be sent, kept and printed. It shows \
      coverage before and after, what became of the candidates, patterns, difficulty, real beside synthetic \
      rows, what the version is worth, judges, cost, lineage, and the rules that were set aside.

      Examples:
        seedbed report
        seedbed report 3f2a --output report.html
        seedbed report --evaluate --open
      """
  )

  @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"

  @Option(
    help: ArgumentHelp(
      "The file to write; by default `reports/VERSION.html` in the project.",
      valueName: "file"
    )
  )
  var output: String?

  @Flag(help: "Open the page in the browser.") var open = false

  @Flag(
    help:
      "Measure the version on the sealed holdout as `seedbed evaluate` does, and keep the result."
  )
  var evaluate = false

  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let ledger = try options.existingLedger(), project = try options.open()
    let found = try ledger.version(prefix: version)
    let assembly = ReportAssembly(
      project: project,
      ledger: ledger,
      beside: try options.existingLedger(),
      threads: options.threads
    )
    let page = try await assembly.report(on: found, evaluates: evaluate).html()
    let path = output ?? project.file("reports/\(found.id.prefix(12)).html")
    try FileText.write(page, to: path)
    if options.json {
      let document: JSONObject = [
        "version": .string(found.id), "file": .string(path),
        "bytes": .number(JSONNumber(page.utf8.count)),
      ]
      Terminal.result(JSONValue.object(document).serialized(.pretty))
    } else {
      Terminal.result("Wrote `\(path)` (\((page.utf8.count + 1023) / 1024) KB).")
    }
    if open { show(path) }
  }

  /// Hands the page to the system's browser; that it cannot is no reason to fail, the page is written.
  private func show(_ path: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    #if os(macOS)
      process.arguments = ["open", path]
    #else
      process.arguments = ["xdg-open", path]
    #endif
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus == 0 { return }
    } catch {
      // Said below, as for a browser that is not there.
    }
    Terminal.note("no browser could be started; open `\(path)` yourself")
  }
}
