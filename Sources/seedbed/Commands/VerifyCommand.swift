import ArgumentParser
import SeedbedData
import SeedbedPipeline

/// `seedbed verify`: checks, duplicates, selection and difficulty.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the candidates, remove duplicates, select to quota and tag difficulty.",
    discussion: """
      Every candidate is checked on its final text; undecided never passes. The exit code is 1 when no
      candidate is accepted.

      Examples:
        seedbed verify
        seedbed verify --json
      """
  )

  @OptionGroup var options: ProjectOptions
  @OptionGroup var overrides: OverrideOptions
  @OptionGroup var models: ModelOptions

  func run() async throws {
    let candidates = try await options.runner(overrides, access: models.access(options))
      .runner.verify()
    let statuses = CandidateStatus.allCases.map { status in
      (status, candidates.count { $0.status == status })
    }
    let rejected = candidates.filter { $0.status == .rejected }
    let checks = Checks.names.map { name in
      (name, rejected.count { $0.rejectingCheck == name })
    }
    if options.json {
      var counts = JSONObject(), rejections = JSONObject()
      for (status, count) in statuses { counts[status.rawValue] = .optional(count) }
      for (name, count) in checks { rejections[name] = .optional(count) }
      let document: JSONObject = [
        "candidates": .object(counts), "rejected_by": .object(rejections),
      ]
      Terminal.result(JSONValue.object(document).serialized(.pretty))
    } else {
      var table = Table(["status", ">candidates"])
      for (status, count) in statuses where count > 0 { table.add([status.rawValue, "\(count)"]) }
      var reasons = Table(["rejected by", ">candidates"])
      for (name, count) in checks where count > 0 { reasons.add([name, "\(count)"]) }
      let parts = [table.text] + (reasons.isEmpty ? [] : [reasons.text])
      Terminal.result(
        "\(Style.heading("Verified")) \(candidates.count) candidates\n"
          + parts.joined(separator: "\n\n") + "\n\nNext: `seedbed version create`"
      )
    }
    if !candidates.contains(where: { $0.status == .accepted }) { throw ExitCode(1) }
  }
}
