import Foundation
import SeedbedData
import SeedbedModels
import Synchronization
import Testing

/// A real translation model of random weights behind the example plug-in.
///
/// Python takes seconds to load its libraries, so the tests share one model and one run of the
/// program.
@Suite(
  "The MarianMT example plug-in",
  .enabled(
    if: Marian.python != nil,
    "SEEDBED_TEST_PYTHON names no Python that can import transformers and torch"
  ),
  .marian,
  .timeLimit(.minutes(10))
)
struct MarianTests {
  @Test("forty texts in several requests come back complete and in order, equal for equal texts")
  func manyTexts() async throws {
    let translator = try #require(Marian.current).translator
    let texts = Marian.texts(38) + [Marian.texts(38)[3], Marian.texts(38)[30]]
    let translations = try await translator.translate(texts, from: "en", to: "de")
    #expect(translations.count == 40 && translations.allSatisfy { !$0.isEmpty })
    #expect(translations[38] == translations[3] && translations[39] == translations[30])
    // Random weights must tell texts apart, or a wrong order would not be seen.
    #expect(Set(translations).count > 30)
    try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for (number, text) in texts.enumerated() {
        group.addTask { (number, try await translator.translate([text], from: "en", to: "de")) }
      }
      for try await (number, alone) in group { #expect(alone == [translations[number]]) }
    }
  }

  @Test("a text of 10,000 characters is translated to its end")
  func longText() async throws {
    let translator = try #require(Marian.current).translator
    let sentences = Marian.texts(400)
    let text = String(sentences.joined(separator: " ").prefix(10_000))
    let last = "thanks thanks cancel."
    let both = try await translator.translate(
      [text, text + "\n" + last, last, String(repeating: "x", count: 10_000)],
      from: "en",
      to: "de"
    )
    #expect(text.count == 10_000 && both[0].count > 100 && !both[3].isEmpty)
    #expect(both[1] == both[0] + "\n" + both[2])
    let start = String(repeating: "card ", count: 45)
    let ends = ["my", "the", "money", "thanks", "order", "refund"].map { start + $0 }
    // What stands at the end of a piece must reach the model.
    #expect(Set(try await translator.translate(ends, from: "en", to: "de")).count > 1)
  }

  @Test("white space stays, and where there is nothing else nothing is invented")
  func whiteSpace() async throws {
    let translator = try #require(Marian.current).translator
    let texts = ["", " \n\t", "my card", "  my card\r\n\r\n\tmy card \n"]
    let translations = try await translator.translate(texts, from: "en", to: "de")
    #expect(translations[0...1] == ["", " \n\t"])
    #expect(translations[3] == "  \(translations[2])\r\n\r\n\t\(translations[2]) \n")
  }

  @Test("characters that the vocabulary lacks and names of its marks do no harm")
  func strangers() async throws {
    let translator = try #require(Marian.current).translator
    let known = try await translator.translate(["my card"], from: "en", to: "de")
    let texts = [
      "🙂🙂", "日本語。テスト！", "\u{0}\u{7F}\u{2028}", "</s>", "<pad> <unk>", ">>de<<",
      "my card",
    ]
    let translations = try await translator.translate(texts, from: "en", to: "de")
    #expect(translations.count == texts.count && translations.last == known[0])
  }

  @Test("another direction is refused with a reason, and the program goes on")
  func direction() async throws {
    let translator = try #require(Marian.current).translator
    let error = await #expect(throws: SeedbedError.self) {
      try await translator.translate(["mein"], from: "de", to: "en")
    }
    #expect(error?.message.contains("translates from en, not from de") == true)
    #expect(try await translator.translate(["my"], from: "en", to: "de").count == 1)
  }

  @Test("a folder without a model is reported at once")
  func noModel() async throws {
    let folder = try Programs.Folder()
    let python = try #require(Marian.python)
    let translator = try ProgramTranslator(
      command: [python, Marian.plugin, folder.path],
      folder: folder.path
    )
    let error = await #expect(throws: SeedbedError.self) {
      try await translator.translate(["my"], from: "en", to: "de")
    }
    #expect(error?.message.contains("has no config.json") == true)
  }

  @Test("letting go of the translator ends the program with status 0")
  func shutdown() async throws {
    let folder = try Programs.Folder()
    let model = try #require(Marian.current).model
    var translator: ProgramTranslator? = try Marian.translator(model, recordingIn: folder)
    #expect(try await translator?.translate(["my"], from: "en", to: "de").count == 1)
    #expect(folder.lines("status") == 0)
    translator = nil
    for _ in 0..<500 where folder.lines("status") == 0 {
      try await Task.sleep(for: .milliseconds(20))
    }
    let status = try String(contentsOfFile: folder.path + "/status", encoding: .utf8)
    #expect(status == "0\n")
  }
}

/// The example plug-in with a tiny model.
private struct Marian {
  /// What the tests of the suite share.
  static var current: Marian? { MarianTrait.Holder.current?.marian.withLock { $0 } }

  static let plugin = Programs.root.appending(path: "examples/plugins/marian.py").path

  /// A Python that can run the plug-in; nil where none is named.
  static let python: String? = {
    guard let path = ProcessInfo.processInfo.environment["SEEDBED_TEST_PYTHON"], !path.isEmpty,
      (try? run(path, ["-c", "import torch; from transformers import MarianMTModel"])) == 0
    else { return nil }
    return path
  }()

  /// Where the model is.
  let model: Programs.Folder
  /// The run of the program that the tests share.
  let translator: ProgramTranslator

  init() throws {
    model = try Programs.Folder()
    let script = Programs.root.appending(path: "scripts/tiny-marian.py").path
    try #require(try Self.run(try #require(Self.python), [script, model.path]) == 0)
    translator = try Self.translator(model, recordingIn: model)
  }

  /// A translator whose program's exit status is written to the file `status` of a folder.
  static func translator(
    _ model: Programs.Folder,
    recordingIn folder: Programs.Folder
  ) throws -> ProgramTranslator {
    // Several threads wait for one another where the machine is busy, and so small a model gains
    // nothing by them.
    let shell = #"OMP_NUM_THREADS=1 "$@"; echo $? > status"#
    let arguments = [
      try #require(python), plugin, model.path, "--from", "en", "--to", "de", "--beams", "2",
      "--max-tokens", "8",
    ]
    return try ProgramTranslator(
      command: ["/bin/sh", "-c", shell, "sh"] + arguments,
      folder: folder.path
    )
  }

  /// Different texts of the tiny model's words.
  static func texts(_ count: Int) -> [String] {
    let words = [
      "my", "the", "card", "money", "order", "please", "refund", "parcel", "late", "account",
      "help",
      "thanks",
    ]
    return (0..<count).map { number in
      let picks = [number, number / 12 + 5, number * 7 + 3, number * 5 + 1]
      return picks.map { words[$0 % words.count] }.joined(separator: " ") + " \(number)."
    }
  }

  /// Runs a program to its end and gives its status.
  private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Makes the model before the first test of a suite and removes it after the last.
private struct MarianTrait: SuiteTrait, TestScoping {
  /// Can be emptied: tasks that outlive the suite keep its task-local values.
  final class Holder: Sendable {
    @TaskLocal static var current: Holder?

    let marian: Mutex<Marian?>

    init(_ marian: Marian) { self.marian = Mutex(marian) }
  }

  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing body: @Sendable () async throws -> Void
  ) async throws {
    let holder = Holder(try Marian())
    defer { holder.marian.withLock { $0 = nil } }
    try await Holder.$current.withValue(holder, operation: body)
  }
}

extension Trait where Self == MarianTrait {
  fileprivate static var marian: Self { Self() }
}
