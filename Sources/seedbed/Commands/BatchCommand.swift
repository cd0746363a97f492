import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline

/// `seedbed batch`: asking by files instead of at once.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Ask language models by batch files, which most endpoints answer at half the price.",
    discussion: """
      Write the requests, hand the files to the endpoint, read the answers when they have come, and repeat
      until nothing waits; then `seedbed run --recorded`. Files have the format of OpenAI's Batch API.
      """,
    subcommands: [Write.self, Read.self]
  )

  /// `seedbed batch write`.
  struct Write: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "write",
      abstract: "Write the requests that the project's plan waits for.",
      discussion: """
        Nothing is sent. Answers that are stored are used, so each time the next requests come out; when there
        are none, everything is answered.

        Example:
          seedbed batch write --out requests
        """
    )

    @Option(help: ArgumentHelp("The folder for the files.", valueName: "folder"))
    var out = "requests"

    @OptionGroup var options: ProjectOptions
    @OptionGroup var overrides: OverrideOptions

    func run() async throws {
      let pending = PendingRequests()
      let (runner, _) = try options.runner(overrides, access: .recorded(pending))
      do {
        _ = try await runner.run()
      } catch let error as SeedbedError where error.code == .gate && pending.count > 0 {
        // The run stops where answers are missing; those are what is to be written.
      }
      let files = try write(pending, to: Project.resolve(out, in: options.project))
      Terminal.result(
        options.json
          ? JSONValue.object(BatchRendering.json(files)).serialized(.pretty)
          : BatchRendering.text(files)
      )
    }

    private func write(_ pending: PendingRequests, to folder: String) throws -> [WrittenBatch] {
      guard pending.count > 0 else { return [] }
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw SeedbedError(
          .inputOutput,
          "the folder `\(folder)` cannot be made",
          hint: "check that you may write there"
        )
      }
      return try pending.models.flatMap { model in
        // Files of an earlier turn hold what is answered by now.
        for name in try WrittenBatch.files(of: model, in: folder) {
          try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        return try pending.write(model, to: "\(folder)/\(model).jsonl").map {
          WrittenBatch(path: $0, model: model)
        }
      }
    }
  }

  /// `seedbed batch read`.
  struct Read: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "read",
      abstract: "Read the answers of batch files into the ledger.",
      discussion: """
        Lines may come in any order; of two for one request the first counts. A request without a usable
        answer is reported, and may be written again. The exit code is 1 when a request has none.

        Examples:
          seedbed batch read answers.jsonl --model writer
          seedbed batch read answers.jsonl errors.jsonl --model writer --requests writer.jsonl
        """
    )

    @Argument(help: "The files of answers, and of errors.") var files: [String]

    @Option(help: "The model of seedbed.yaml that was asked.") var model: String

    @Option(
      help: ArgumentHelp("The folder with the requests, or one file of them.", valueName: "path")
    )
    var requests = "requests"

    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let project = try options.open()
      let settings = try project.configuration.requiredModel(named: model)
      let report = try BatchAnswers(settings).read(
        requests: try requestFiles(Project.resolve(requests, in: project.folder)),
        answers: files.map { Project.resolve($0, in: project.folder) },
        into: try Ledger(path: project.ledgerPath)
      )
      Terminal.result(
        options.json
          ? JSONValue.object(BatchRendering.json(report)).serialized(.pretty)
          : "\(Style.heading("Read")) \(report)\n\nNext: `seedbed batch write`"
      )
      if report.failed.count + report.missing.count > 0 { throw ExitCode(1) }
    }

    private func requestFiles(_ path: String) throws -> [String] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw SeedbedError(
          .inputOutput,
          "there are no requests at `\(path)`",
          hint: "name the file or folder that `seedbed batch write` made with `--requests`"
        )
      }
      guard isFolder.boolValue else { return [path] }
      let names = try WrittenBatch.files(of: model, in: path)
      guard !names.isEmpty else {
        throw SeedbedError(
          .inputOutput,
          "`\(path)` holds no requests to the model `\(model)`",
          hint: "`seedbed batch write` makes them as `\(model).jsonl`"
        )
      }
      return names.map { "\(path)/\($0)" }
    }
  }
}

/// A file of requests that is ready to be answered.
struct WrittenBatch {
  var path: String
  var model: String

  /// The files of a model in a folder: `NAME.jsonl`, and `NAME-2.jsonl` and so on where there were too many
  /// requests for one.
  static func files(of model: String, in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { file in
      guard file.hasPrefix(model), file.hasSuffix(".jsonl") else { return false }
      let middle = file.dropFirst(model.count).dropLast(".jsonl".count)
      return middle.isEmpty || (middle.first == "-" && Int(middle.dropFirst()) != nil)
    }
  }
}
