import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReview

/// `seedbed review serve`: the review page.
struct ReviewServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the review page to a browser on this machine.",
    discussion: """
      Prints an address that opens the page once, for one reviewer; each time it was used, the next one is
      printed. Nothing leaves this machine, and decisions are stored as they are made. Ctrl-C ends it.

      Examples:
        seedbed review
        seedbed review serve --queue low_margin --no-open
      """
  )

  @Option(
    help: ArgumentHelp(
      "The host to listen on; others than loopback let other machines in, without encryption.",
      valueName: "host"
    )
  )
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "number"))
  var port = 0

  @Option(help: ArgumentHelp("The queue that the page opens with.", valueName: "name"))
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "Write the queue as a spreadsheet to a file instead, as `review export` does.",
      valueName: "file"
    )
  )
  var export: String?

  @Flag(inversion: .prefixedNo, help: "Open the page in the system's browser.")
  var open = true

  @OptionGroup var desk: DeskOptions

  mutating func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("`--port` takes a number from 0 to 65535.")
    }
  }

  func run() async throws {
    if let export {
      return try await ReviewExportCommand.write(
        queue ?? "spot_check",
        as: .csv,
        to: export,
        from: desk
      )
    }
    let (desk, _) = try self.desk.open()
    let queues = try await desk.queues()
    if let queue, !queues.contains(where: { $0.id == queue }) {
      // The desk knows how to say which ones there are.
      _ = try await desk.progress(in: queue, for: "seedbed")
    }
    let project = try self.desk.options.open()
    let settings = ReviewSettings(
      host: host,
      port: port,
      queue: queue,
      title: project.configuration.name,
      clock: Ledger.systemClock
    )
    if !settings.isLoopback {
      Terminal.note(
        "warning: `\(host)` can be reached by other machines, and what is sent is not encrypted"
      )
    }
    // A browser that hangs up must not end the program.
    signal(SIGPIPE, SIG_IGN)
    let folder = URL(filePath: project.ledgerPath).deletingLastPathComponent().path
    let opener = open ? BrowserOpener(folder: folder) : nil
    defer { opener?.close() }
    let notices = ReviewNotices(
      address: { address in
        Terminal.result(address)
        opener?.open(address)
      },
      failure: { Terminal.note("\(Style.error("error:")) \($0)") }
    )
    try await ReviewServer(board: desk, settings: settings, notices: notices).run()
    Terminal.note("the review has ended; every decision is stored")
  }
}
