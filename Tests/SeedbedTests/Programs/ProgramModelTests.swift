import Foundation
import SeedbedData
import SeedbedModels
import Testing

@Suite(
  "Programs as plug-ins",
  .enabled(if: Programs.python != nil, "there is no python3 on this machine"),
  .timeLimit(.minutes(10))
)
struct ProgramModelTests {
  private func model(
    _ folder: Programs.Folder,
    _ script: String,
    store: MemoryStore = MemoryStore(),
    timeout: Double = 300,
    bytes: Int = 8 << 20
  ) throws -> StoredProgramModel {
    var settings = Programs.settings([try #require(Programs.python), script], timeout: timeout)
    settings.limits.answerBytes = bytes
    return try StoredProgramModel(settings, store: store, folder: folder.path)
  }

  @Test("the echo example answers a hundred requests at once, each with its own answer")
  func echo() async throws {
    let store = MemoryStore()
    let python = try #require(Programs.python)
    let settings = Programs.settings([python, Programs.echo])
    let model = try StoredProgramModel(settings, store: store, folder: "/")
    try await withThrowingTaskGroup(of: (Int, ModelAnswer).self) { group in
      for number in 0..<100 {
        group.addTask { (number, try await model.answer(to: Programs.request("say \(number)"))) }
      }
      for try await (number, answer) in group {
        #expect(answer.text == "say \(number)" && answer.usage.output == 2)
        #expect(answer.model == "echo" && answer.finish == .stop)
      }
    }
    #expect(store.answers.count == 100)
    let paid = try #require(store.answers.values.first)
    #expect(paid.endpoint == "program \(python) \(Programs.echo) m" && paid.cost == nil)
    #expect(try JSONParser.parse(paid.request)["kind"] == "chat")
  }

  @Test("an answer that is stored is not asked for again, and equal requests are asked once")
  func stored() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      "open('log', 'a').write(text + '\\n')\ntime.sleep(0.05)\nsay(id=id, text=text)"
    )
    let store = MemoryStore()
    for _ in 0..<2 {
      let model = try model(folder, script, store: store)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask { _ = try await model.answer(to: Programs.request("\(number % 4)")) }
        }
        try await group.waitForAll()
      }
    }
    #expect(folder.lines("log") == 4)
    let model = try model(folder, script, store: store)
    _ = try await model.answer(to: Programs.request("0", variant: 1))
    #expect(folder.lines("log") == 5)
  }

  @Test("a program that ends at its start is tried a few times, then its words are shown")
  func endsAtStart() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      "pass",
      before: "open('log', 'a').write('x\\n'); sys.exit('no weights found')"
    )
    let model = try model(folder, script)
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: Programs.request("a"))
    }
    #expect(error?.code == .endpoint)
    #expect(error?.message.contains("ended with status 1") == true)
    #expect(error?.cause == "no weights found")
    #expect(folder.lines("log") == 5)
    await #expect(throws: SeedbedError.self) { try await model.answer(to: Programs.request("b")) }
    #expect(folder.lines("log") == 5)
  }

  @Test("a program that cannot be started says so at once")
  func cannotStart() async throws {
    let model = try StoredProgramModel(
      Programs.settings(["/nowhere/program"]),
      store: MemoryStore(),
      folder: "/"
    )
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: Programs.request("a"))
    }
    #expect(error?.message.contains("cannot be started: No such file or directory") == true)
    #expect(throws: SeedbedError.self) {
      try StoredProgramModel(Programs.settings([]), store: MemoryStore(), folder: "/")
    }
  }

  @Test("what a program has not answered when it dies is asked once more")
  func diesOnce() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      if text == "die" and not os.path.exists("died"):
        open("died", "w").close()
        os._exit(3)
      time.sleep(0.01)
      say(id=id, text=text)
      """
    )
    let model = try model(folder, script)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let text = number == 7 ? "die" : "\(number)"
          let answer = try await model.answer(to: Programs.request(text))
          #expect(answer.text == text)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("a request that kills the program twice has no answer, others still do")
  func poison() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      if text == "die":
        sys.exit("I choke")
      say(id=id, text=text)
      """
    )
    let model = try model(folder, script)
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: Programs.request("die"))
    }
    #expect(error?.cause?.contains("I choke") == true)
    #expect(try await model.answer(to: Programs.request("a")).text == "a")
  }

  @Test("a program that hangs is ended, even one that ignores all kind words")
  func hangs() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      open("log", "a").write("%d\\n" % os.getpid())
      if text == "hang":
        time.sleep(1000)
      say(id=id, text=text)
      """,
      before: "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    )
    let store = MemoryStore()
    let model = try model(folder, script, store: store, timeout: 0.5)
    let failure = await #expect(throws: RequestFailure.self) {
      try await model.answer(to: Programs.request("hang"))
    }
    #expect(failure?.kind == .unanswered && failure?.reason.contains("did not answer") == true)
    #expect(store.failures.count == 1)
    #expect(try await model.answer(to: Programs.request("a")).text == "a")
    model.close()
    try await expectGone(folder)
  }

  @Test(
    "closing ends a program that ignores the end of its input and SIGTERM, and leaves no zombie",
    arguments: ["os.close(1)", "pass"]
  )
  func stubborn(output: String) async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      open("log", "a").write("%d\\n" % os.getpid())
      say(id=id, text=text)
      \(output)
      while True: time.sleep(10)
      """,
      before: "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    )
    let model = try model(folder, script)
    #expect(try await model.answer(to: Programs.request("a")).text == "a")
    model.close()
    try await expectGone(folder)
  }

  /// Waits until no process of a log is there any more, not even as a zombie.
  private func expectGone(_ folder: Programs.Folder) async throws {
    let text = try String(contentsOfFile: folder.path + "/log", encoding: .utf8)
    for line in text.split(separator: "\n") {
      let number = try #require(pid_t(line))
      var isGone = false
      for _ in 0..<400 where !isGone {
        isGone = kill(number, 0) != 0
        if !isGone { try await Task.sleep(for: .milliseconds(20)) }
      }
      #expect(isGone, "process \(number) is still there")
    }
  }

  @Test("garbage, unknown ids and answers twice are stepped over")
  func garbage() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      print("Loading weights: 100%", flush=True)
      print("{broken", flush=True)
      print("[1]\\n\\n", flush=True)
      sys.stdout.buffer.write(b"\\xff\\xfe\\n"); sys.stdout.flush()
      say(id="nobody", text="x"); say(id=4711, text="x"); say(text="x")
      say(id=id, text=text); say(id=id, text="again")
      """
    )
    let model = try model(folder, script)
    for text in ["a", "b", "c"] {
      #expect(try await model.answer(to: Programs.request(text)).text == text)
    }
  }

  @Test("a flood on the standard error is no hindrance, and its end is kept")
  func flood() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      sys.stderr.write("noise " * 200000); sys.stderr.write("the last words"); sys.stderr.flush()
      if text == "die": os._exit(9)
      say(id=id, text=text)
      """
    )
    let model = try model(folder, script)
    #expect(try await model.answer(to: Programs.request("a")).text == "a")
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: Programs.request("die"))
    }
    #expect(error?.cause?.hasSuffix("the last words") == true)
    #expect(error?.cause.map { $0.utf8.count <= 4096 } == true)
  }

  @Test("a line beyond the limit ends the program with a clear word")
  func longLine() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script("say(id=id, text=text * 10_000_000)")
    let model = try model(folder, script, bytes: 1 << 20)
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: Programs.request("a"))
    }
    #expect(error?.message.contains("wrote a line longer than 1048576 bytes") == true)
    let large = try self.model(folder, script)
    await #expect(throws: SeedbedError.self) { try await large.answer(to: Programs.request("a")) }
    let wide = try self.model(folder, script, bytes: 16 << 20)
    #expect(try await wide.answer(to: Programs.request("a")).text.utf8.count == 10_000_000)
  }

  @Test("an error of the program fails its request only, and is put down with the reason")
  func errors() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      if text == "bad": say(id=id, error="too long")
      elif text == "none": say(id=id)
      else: say(id=id, text=text, finish="length", usage={"input": -3, "output": 5})
      """
    )
    let store = MemoryStore()
    let model = try model(folder, script, store: store)
    for (text, kind) in [("bad", RequestFailure.Kind.unanswered), ("none", .unusable)] {
      let failure = await #expect(throws: RequestFailure.self) {
        try await model.answer(to: Programs.request(text))
      }
      #expect(failure?.kind == kind)
    }
    let answer = try await model.answer(to: Programs.request("a"))
    #expect(answer.finish == .length && answer.usage == TokenUsage(input: 0, output: 5))
    #expect(store.failures.map(\.failure.reason).contains("the program says: too long"))
  }

  @Test("a program that speaks another version is refused with its own words")
  func version() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      "pass",
      before: "say(id='hello', error='I am version 2'); time.sleep(5)"
    )
    let model = try model(folder, script)
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: Programs.request("a"))
    }
    #expect(error?.message.contains("I am version 2") == true)
  }

  @Test("a cancelled request is let go, and the program goes on")
  func cancelled() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      """
      if text == "slow": time.sleep(0.3)
      say(id=id, text=text)
      """
    )
    let model = try model(folder, script)
    _ = try await model.answer(to: Programs.request("warm"))
    let task = Task { try await model.answer(to: Programs.request("slow")) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await model.answer(to: Programs.request("b")).text == "b")
  }

  @Test("keys of endpoints are hidden, the folder is the project's, no shell is between")
  func surroundings() async throws {
    let folder = try Programs.Folder()
    let script = try folder.script(
      "say(id=id, text='|'.join([os.getcwd(), os.environ.get('HOME', '-'), os.environ.get('PATH', '-'), sys.argv[1]]))"
    )
    let settings = Programs.settings([try #require(Programs.python), script, "$HOME; `x`"])
    let model = try StoredProgramModel(
      settings,
      store: MemoryStore(),
      folder: folder.path,
      hiding: ["HOME"]
    )
    let parts = try await model.answer(to: Programs.request("a")).text.split(separator: "|")
    #expect(parts.count == 4 && parts[0].hasSuffix(folder.path.split(separator: "/").last ?? ""))
    #expect(parts[1] == "-" && parts[2] != "-" && parts[3] == "$HOME; `x`")
  }

  @Test("embeds and translates with the echo example, and refuses wrong counts")
  func otherKinds() async throws {
    let command = [try #require(Programs.python), Programs.echo]
    let embedder = try ProgramEmbedder(command: command, folder: "/")
    let texts = (0..<150).map { "text \($0)" }
    let vectors = try await embedder.vectors(for: texts)
    #expect(vectors.count == 150 && vectors[149] == [8, vectors[149][1], 1])
    let translator = try ProgramTranslator(command: command, folder: "/")
    let translations = try await translator.translate(texts, from: "en", to: "de")
    #expect(translations.count == 150 && translations[3] == "[en>de] text 3")
    let folder = try Programs.Folder()
    let script = try folder.script("say(id=id, texts=['one'], vectors=[[1], [1, 2]])")
    let wrong = [try #require(Programs.python), script]
    await #expect(throws: SeedbedError.self) {
      try await ProgramTranslator(command: wrong, folder: folder.path)
        .translate(["a", "b"], from: "en", to: "de")
    }
    await #expect(throws: SeedbedError.self) {
      try await ProgramEmbedder(command: wrong, folder: folder.path).vectors(for: ["a", "b"])
    }
  }
}
