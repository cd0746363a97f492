import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed review status`.
struct ReviewStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the queues, how far each has come, and whether the newest version may go."
  )

  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let (desk, ledger) = try self.desk.open()
    var rows: [(queue: ReviewQueue, progress: ReviewProgress)] = []
    for queue in try await desk.queues() {
      rows.append((queue, try await desk.progress(in: queue.id, for: "")))
    }
    let version = desk.version
    let release = try version.flatMap { version in
      try ledger.releases().first { $0.version == version.id }
    }
    var gate: ReleaseGate?
    if let version { gate = try await desk.gate(of: version) }
    let status = ReviewRendering.Status(
      version: version?.id,
      rows: rows,
      gate: gate,
      release: release,
      findings: try await desk.findings()
    )
    Terminal.result(
      self.desk.json
        ? JSONValue.object(status.json).serialized(.pretty) : ReviewRendering.text(status)
    )
  }
}
