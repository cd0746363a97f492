import Foundation
import SeedbedData
import SeedbedModels
import Testing

/// A program that is called and spoken to like Apertium, and misbehaves as a text asks it to.
struct FakeApertium {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let folder: URL
  var path: String { folder.appending(path: "apertium").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "seedbed-apertium-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = """
      #!\(Self.python ?? "/usr/bin/python3")
      import os, re, sys, time
      if "-l" in sys.argv:
          print("  eng-spa\\n  spa-eng\\n  spa-eng_US\\n  eng-cat\\n  eng-kaz\\n  odd")
          sys.exit()
      if "-V" in sys.argv:
          print("Apertium 9.9")
          sys.exit()
      if os.path.exists("\(folder.path)/broken"):
          sys.exit("no data")
      with open("\(folder.path)/starts", "a") as log:
          log.write("start\\n")
      buffer = b""
      while True:
          part = os.read(0, 65536)
          if not part:
              break
          buffer += part
          while b"\\0" in buffer:
              frame, buffer = buffer.split(b"\\0", 1)
              if b"die now" in frame:
                  os._exit(3)
              if b"die once" in frame and not os.path.exists("\(folder.path)/died"):
                  open("\(folder.path)/died", "w").close()
                  os._exit(4)
              if b"hang now" in frame:
                  time.sleep(1000)
              if b"swallow" in frame:
                  continue
              if b"run together" in frame:
                  frame = re.sub(rb"\\[b\\d+\\]\\[\\n\\]", b"", frame)
                  os.write(1, frame)
                  continue
              words = re.split(rb"(\\[[^\\]]*\\])", frame)
              frame = b"".join(w if w[:1] == b"[" else w.upper() for w in words)
              os.write(1, frame + b"\\0")
      """
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// How often a direction was started.
  var starts: Int {
    let text = try? String(contentsOf: folder.appending(path: "starts"), encoding: .utf8)
    return text?.split(separator: "\n").count ?? 0
  }

  func translator(silence: Double = 20) async throws -> ApertiumTranslator {
    // A program that another thread starts at this moment holds the script open for writing for a while.
    for _ in 0..<50 {
      if let found = try? await ApertiumTranslator.find(program: path, silence: silence) {
        return found
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try await ApertiumTranslator.find(program: path, silence: silence)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

@Suite(
  "A program like Apertium",
  .enabled(if: FakeApertium.python != nil, "there is no python3 to run the stand-in with"),
  .timeLimit(.minutes(10))
)
struct FakeApertiumTests {
  private func with(
    silence: Double = 20,
    _ body: (FakeApertium, ApertiumTranslator) async throws -> Void
  ) async throws {
    let fake = try FakeApertium()
    defer { fake.remove() }
    try await body(fake, try await fake.translator(silence: silence))
  }

  @Test("directions, variants and the version are read from the program")
  func directions() async throws {
    try await with { _, translator in
      #expect(translator.identity == "apertium 9.9")
      #expect(translator.targets(from: "en") == ["ca", "es", "kk"])
      #expect(translator.targets(from: "en-GB") == ["ca", "es", "kk"])
      #expect(translator.targets(from: "es") == ["en"])
      let pivots = try await translator.pivots(for: "en")
      #expect(pivots == ["es"])
      let american = try await translator.translate(["ab"], from: "es", to: "en-US")
      #expect(american == ["AB"])
      let complaint = await Translation.complaint {
        _ = try await translator.translate(["a"], from: "en", to: "ja")
      }
      #expect(complaint.contains("from `en` into `ja`"))
      #expect(complaint.contains("ca, es, kk"))
    }
  }

  @Test("a text on which it dies comes back as it is, and all others are translated")
  func deaths() async throws {
    try await with { fake, translator in
      var texts = (0..<600).map { "text \($0)" }
      texts[300] = "die now"
      let result = try await translator.translate(texts, from: "en", to: "es")
      #expect(result[300] == "die now")
      for place in texts.indices where place != 300 {
        #expect(result[place] == texts[place].uppercased())
      }
      #expect(fake.starts == 4)
    }
  }

  @Test("what it owed when it died once is asked again")
  func once() async throws {
    try await with { fake, translator in
      let texts = (0..<50).map { $0 == 20 ? "die once" : "text \($0)" }
      let result = try await translator.translate(texts, from: "en", to: "es")
      #expect(result == texts.map { $0.uppercased() })
      #expect(fake.starts == 2)
    }
  }

  @Test("a text on which it hangs comes back as it is")
  func hanging() async throws {
    try await with(silence: 0.3) { _, translator in
      let result = try await translator.translate(
        ["one", "hang now", "three"],
        from: "en",
        to: "es"
      )
      #expect(result == ["ONE", "hang now", "THREE"])
    }
  }

  @Test(
    "answers that are lost or run together shift no others",
    arguments: ["swallow", "run together"]
  )
  func lost(words: String) async throws {
    try await with { fake, translator in
      var texts = (0..<30).map { "text \($0)" }
      texts[10] = words
      texts[29] = words
      let result = try await translator.translate(texts, from: "en", to: "es")
      for place in texts.indices where ![10, 29].contains(place) {
        #expect(result[place] == texts[place].uppercased())
      }
      #expect(result[10] == words && result[29] == words)
      #expect(fake.starts == 1)
    }
  }

  @Test("a program that never works is given up with its words")
  func broken() async throws {
    let fake = try FakeApertium()
    defer { fake.remove() }
    let translator = try await fake.translator()
    try "".write(toFile: fake.folder.path + "/broken", atomically: true, encoding: .utf8)
    let texts = (0..<40).map { "text \($0)" }
    let complaint = await Translation.complaint {
      _ = try await translator.translate(texts, from: "en", to: "es")
    }
    #expect(complaint.contains("status 1") && complaint.contains("no data"))
  }

  @Test("a cancelled call ends at once and harms no other")
  func cancelling() async throws {
    try await with { _, translator in
      let hanging = Task {
        try await translator.translate(["hang now"], from: "en", to: "es")
      }
      try await Task.sleep(for: .milliseconds(200))
      hanging.cancel()
      await #expect(throws: CancellationError.self) { try await hanging.value }
      let other = try await translator.translate(["ok"], from: "es", to: "en")
      #expect(other == ["OK"])
    }
  }

  @Test("calls at once get their own answers")
  func concurrent() async throws {
    try await with { _, translator in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask {
            let texts = (0..<50).map { "call \(number) text \($0)" }
            let result = try await translator.translate(
              texts,
              from: number % 2 == 0 ? "en" : "es",
              to: number % 2 == 0 ? "es" : "en"
            )
            #expect(result == texts.map { $0.uppercased() })
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("a missing program is an error that names the packages to install")
  func missing() async throws {
    let complaint = await Translation.complaint {
      _ = try await ApertiumTranslator.find(program: "/nowhere/apertium")
    }
    #expect(complaint.contains("apt-get install apertium apertium-eng-spa"))
    #expect(!ApertiumTranslator.isInstalled(environment: ["PATH": "/nowhere"]))
    let fake = try FakeApertium()
    defer { fake.remove() }
    #expect(ApertiumTranslator.isInstalled(environment: ["PATH": "/x:\(fake.folder.path)"]))
  }
}
