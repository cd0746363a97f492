import SeedbedData
import SeedbedModels
import SeedbedPipeline
import Testing

@Suite("Configuration: translators")
struct TranslatorConfigurationTests {
  static let base = """
    seedbed: 1
    data: {path: rows.jsonl}
    task: classification
    fields: {text: text, label: label}
    dimensions: [label]
    models:
      writer: {url: "https://api.example.com/v1", model: m}
      flags: {provider: moderation, url: "https://api.example.com/v1", model: m}

    """

  static let full = """
    translators:
      - name: local
        provider: apertium
        pivots: [es, ca]
      - {name: server, provider: libretranslate, url: "http://127.0.0.1:5000", key_env: LIBRE_KEY}
      - {name: big, provider: model, model: writer, pivots: [fr, pt-BR]}
      - {name: own, provider: program, command: [python3, "translate.py"]}

    """

  private func read(_ text: String) throws -> Configuration {
    try Configuration(yaml: Self.base + text, file: "seedbed.yaml")
  }

  @Test("every key is read, and what is written is read back the same")
  func roundTrip() throws {
    let configuration = try read(Self.full)
    #expect(configuration.translators.map(\.name) == ["local", "server", "big", "own"])
    #expect(configuration.translators[0].pivots == ["es", "ca"])
    #expect(configuration.translators[1].keyVariable == "LIBRE_KEY")
    #expect(configuration.translators[2].model == "writer")
    #expect(configuration.translators[3].command == ["python3", "translate.py"])
    let again = try Configuration(yaml: configuration.yaml(), file: "seedbed.yaml")
    #expect(again.translators == configuration.translators)
    #expect(try read("").translators.isEmpty)
  }

  @Test("a translator is found by name, the first without one")
  func names() async throws {
    let configuration = try read(Self.full)
    #expect(try configuration.translator()?.name == "local")
    #expect(try configuration.translator(named: "big")?.provider == .model)
    let complaint = await Translation.complaint { _ = try configuration.translator(named: "servr") }
    #expect(complaint.contains("did you mean `server`?"))
    #expect(try read("").translator() == nil)
  }

  @Test(
    "what does not fit is an error with its place",
    arguments: [
      ("- {name: a, provider: apertum}", "did you mean `apertium`?"),
      ("- {provider: apertium}", "`translators[0].name` is missing"),
      ("- {name: a}", "`translators[0].provider` is missing"),
      ("- {name: a, provider: libretranslate}", "`translators[0].url` is missing"),
      ("- {name: a, provider: model}", "`translators[0].model` is missing"),
      ("- {name: a, provider: model, model: writr}", "did you mean `writer`?"),
      ("- {name: a, provider: model, model: flags}", "moderation endpoint"),
      ("- {name: a, provider: program}", "`translators[0].command` is missing"),
      ("- {name: a, provider: program, command: []}", "names no program"),
      ("- {name: a, provider: apertium, url: x}", "only `libretranslate` has one"),
      ("- {name: a, provider: apertium, command: [x]}", "only `program` has one"),
      ("- {name: a, provider: apertium, key: x}", "a key never stands in this file"),
      ("- {name: a, provider: apertium, pivot: [es]}", "did you mean `translators"),
      ("- {name: a, provider: apertium}\n  - {name: a, provider: apertium}", "described twice"),
      ("{name: a}", "expected a list"),
    ]
  )
  func errors(entry: String, expected: String) async {
    let words = await Translation.complaint { _ = try read("translators:\n  \(entry)\n") }
    #expect(words.contains("seedbed.yaml:"))
    #expect(
      words.contains(expected)
        || (expected.hasPrefix("did you mean `trans") && words.contains("`pivots`"))
    )
  }

  @Test("the factory makes what is configured")
  func factory() async throws {
    let configuration = try read(Self.full)
    func make(_ name: String) async throws -> any Translator {
      try await Translators.make(
        try configuration.translator(named: name),
        folder: ".",
        environment: ["LIBRE_KEY": "k-0123456789", "PATH": "/nowhere"]
      ) { model in
        ScriptedTranslator { text, _, _ in "\(model) \(text)" }
      }
    }
    #expect(try await make("server").identity == "libretranslate http://127.0.0.1:5000/translate")
    #expect(try await make("own").identity == "program python3 translate.py")
    #expect(try await make("big").translate(["a"], from: "en", to: "es") == ["writer a"])
    let big = try await make("big")
    let settings = try configuration.translator(named: "big")
    #expect(try await Translators.pivots(settings, of: big, for: "fr") == ["pt-BR"])
    await #expect(throws: SeedbedError.self) {
      try await Translators.pivots(nil, of: big, for: "en")
    }
  }
}
