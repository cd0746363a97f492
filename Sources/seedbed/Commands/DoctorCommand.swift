import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline
import SeedbedReport
import SeedbedText

/// `seedbed doctor`: what is there, what is missing, what is broken.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check this machine's language resources and, in a project, its files and ledger.",
    discussion: """
      The exit code is 1 when something of a project is broken; a missing resource only narrows the choice
      of methods. With `--probe` each model's endpoint gets at most eight tiny requests, to find out what
      it can do; nothing is sent otherwise.

      Examples:
        seedbed doctor --project ./support
        seedbed doctor --probe
      """
  )

  @OptionGroup var options: ProjectOptions

  @Flag(help: "Ask the endpoints of the project's models what they can do; this may cost a little.")
  var probe = false

  /// One thing that was looked at.
  private struct Finding {
    enum State: String {
      case good = "ok"
      case missing
      case broken
    }
    var name: String
    var state: State
    var words: String
  }

  func run() async throws {
    let findings = resources() + (try project()) + (probe ? await endpoints() : [])
    let methods = MethodRegistry(configuration: options.configurationOrEmpty).descriptors
    if options.json {
      Terminal.result(JSONValue.object(json(findings, methods)).serialized(.pretty))
    } else {
      var table = Table(["what", "state", "finding"])
      for finding in findings {
        table.add([finding.name, finding.state.rawValue, finding.words])
      }
      let missing = methods.count { !$0.isAvailable }
      Terminal.result(
        table.text + "\n\n  \(methods.count) methods, \(missing) of them not available here; "
          + "`seedbed methods` lists them"
      )
    }
    if findings.contains(where: { $0.state == .broken }) { throw ExitCode(1) }
  }

  private func resources() -> [Finding] {
    let wordNet = WordNet.installed()
    return [
      Finding(
        name: "WordNet 3.0",
        state: wordNet == nil ? .missing : .good,
        words: wordNet.map { "in \($0.folder)" }
          ?? "synonyms are not available; install the package wordnet-base or set SEEDBED_WORDNET"
      ),
      Finding(name: "language identification", state: .good, words: "CLD2, linked in"),
    ]
  }

  private func project() throws -> [Finding] {
    guard FileManager.default.fileExists(atPath: Project.path(options.project, "seedbed.yaml"))
    else { return [] }
    let project: Project
    do {
      project = try options.open()
    } catch let error as SeedbedError {
      return [Finding(name: "seedbed.yaml", state: .broken, words: error.message)]
    }
    var findings = [
      Finding(name: "seedbed.yaml", state: .good, words: project.configuration.task.rawValue)
    ]
    findings.append(
      try finding("holdout") {
        let holdout = try SealedHoldout(openingAt: project.holdoutPath)
        return "\(holdout.count) rows, sealed as \(holdout.seal.prefix(12))"
      }
    )
    findings.append(
      try finding("plan.yaml") {
        try project.readPlan().map { "\($0.count) samples in \($0.quotas.count) quotas" }
          ?? "none yet; `seedbed gaps` makes one"
      }
    )
    guard FileManager.default.fileExists(atPath: project.ledgerPath) else {
      return findings + [
        Finding(name: "ledger", state: .missing, words: "none yet; `seedbed run` makes one")
      ]
    }
    findings.append(
      try finding("ledger") {
        let ledger = try Ledger(path: project.ledgerPath)
        let problems = try ledger.integrityProblems()
        guard problems.isEmpty else {
          throw SeedbedError(.ledger, problems.prefix(3).joined(separator: "; "))
        }
        return "sound; versions: \(try ledger.versions().count)"
      }
    )
    for folder in try versionFolders(project) {
      findings.append(
        try finding("versions/\(folder)") {
          let problems = try Manifest.verify(project.file("versions/\(folder)"))
          guard problems.isEmpty else {
            throw SeedbedError(.data, problems.prefix(3).joined(separator: "; "))
          }
          return "files are as they were written"
        }
      )
    }
    return findings
  }

  /// What the endpoints of the project's models can do.
  private func endpoints() async -> [Finding] {
    guard let project = try? options.open() else { return [] }
    var findings: [Finding] = []
    for var settings in project.configuration.models where settings.provider != .program {
      settings.keyFile = settings.keyFile.map { Project.resolve($0, in: project.folder) }
      do {
        for found in try await EndpointProbe(settings).probe() {
          let state: Finding.State =
            switch found.outcome {
            case .works: .good
            case .missing, .unknown: .missing
            case .failed: .broken
            }
          findings.append(
            Finding(name: "\(settings.name): \(found.name)", state: state, words: found.detail)
          )
        }
      } catch {
        let words = (error as? SeedbedError)?.message ?? "it cannot be asked"
        findings.append(Finding(name: settings.name, state: .broken, words: words))
      }
    }
    return findings
  }

  private func versionFolders(_ project: Project) throws -> [String] {
    let path = project.file("versions")
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(path)/\($0)/\(Manifest.fileName)") }
  }

  private func finding(_ name: String, _ body: () throws -> String) throws -> Finding {
    do {
      return Finding(name: name, state: .good, words: try body())
    } catch let error as SeedbedError {
      return Finding(name: name, state: .broken, words: error.message)
    }
  }

  private func json(_ findings: [Finding], _ methods: [MethodDescriptor]) -> JSONObject {
    [
      "findings": .array(
        findings.map { finding in
          [
            "name": .string(finding.name), "state": .string(finding.state.rawValue),
            "finding": .string(finding.words),
          ]
        }
      ),
      "methods": MethodRendering.json(methods)["methods"] ?? [],
    ]
  }
}
