import SeedbedData
import Testing

@Suite("A configuration that cannot be carried out is refused with its place")
struct ConfigurationErrorTests {
  static let valid = """
    seedbed: 1
    data:
      path: rows.csv
    task: classification
    fields:
      text: text
      label: label
    dimensions: [label, language]
    languages: [en, es]

    """

  struct Example: Sendable, CustomTestStringConvertible {
    var added: String
    var words: [String]
    var testDescription: String { String(reflecting: added) }
  }

  static func error(_ text: String) -> SeedbedError? {
    do {
      _ = try Configuration(yaml: text, file: "seedbed.yaml")
      return nil
    } catch {
      return error as? SeedbedError
    }
  }

  @Test("the text that the examples start from is valid")
  func validText() throws {
    let configuration = try Configuration(yaml: Self.valid, file: "seedbed.yaml")
    #expect(configuration.languages == ["en", "es"])
    #expect(configuration.seed == 42)
  }

  @Test(
    "says what is wrong, where, and what was meant",
    arguments: [
      Example(
        added: "sed: 3",
        words: ["seedbed.yaml:10:1", "unknown key `sed`", "did you mean `seed`?"]
      ),
      Example(
        added: "zzzzzzzz: 3",
        words: ["seedbed.yaml:10:1", "valid keys here", "`languages`"]
      ),
      Example(
        added: "generation:\n  budgett: 4",
        words: ["seedbed.yaml:11:3", "unknown key `generation.budgett`", "did you mean `budget`?"]
      ),
      Example(
        added: "seed: many",
        words: ["seedbed.yaml:10:7", "`seed`", "a whole number", "`many`"]
      ),
      Example(added: "seed: [1]", words: ["seedbed.yaml:10:7", "a whole number", "a list"]),
      Example(added: "seed: -1", words: ["seedbed.yaml:10:7", "`-1` is not between 0"]),
      Example(
        added: "name: {a: 1}",
        words: ["seedbed.yaml:10:7", "expected a text, found a mapping"]
      ),
      Example(added: "templates: no", words: ["expected a list, found `no`"]),
      Example(
        added: "generation:\n  oversampling: 0.5",
        words: ["seedbed.yaml:11:17", "generation.oversampling", "between 1.0 and 50.0"]
      ),
      Example(added: "gaps:\n  learnt: true", words: ["`gaps.learnt`", "did you mean `learned`?"]),
      Example(
        added: "gaps:\n  embedder: http://localhost/v1",
        words: ["`gaps.embedder`", "seedbed gaps --embedder"]
      ),
      Example(added: "reference: \"\"", words: ["`reference`", "name a file"]),
      Example(added: "generation:\n  oversampling: .nan", words: ["is not between"]),
      Example(added: "generation:\n  rounds: 99999999999999999999", words: ["a whole number"]),
      Example(
        added: "splits:\n  train: 0.8\n  validation: 0.1",
        words: ["`splits`", "add up to 1"]
      ),
      Example(added: "splits:\n  train: 0.8", words: ["`splits`", "add up to 1"]),
      Example(added: "slots:\n  city: []", words: ["`slots.city`", "at least one value"]),
      Example(
        added: "slots:\n  city: [Rome]\ntemplates:\n  - cell: {label: a}\n    text: go to {cty}",
        words: ["seedbed.yaml:14:11", "the slot `{cty}`", "did you mean `{city}`?"]
      ),
      Example(
        added: "templates:\n  - text: open {city",
        words: ["seedbed.yaml:11:11", "never closes it"]
      ),
      Example(
        added: "templates:\n  - text: shut }",
        words: ["seedbed.yaml:11:11", "never opened"]
      ),
      Example(added: "templates:\n  - text: a {b c} d", words: ["`{b c}`", "not a slot name"]),
      Example(
        added: "requirements:\n  - cell: {lable: '*'}\n    minimum: 3",
        words: ["`lable` is not among `dimensions`", "did you mean `label`?"]
      ),
      Example(
        added: "requirements:\n  - cell: {}\n    minimum: 3",
        words: ["one or two dimensions"]
      ),
      Example(
        added: "requirements:\n  - cell: {label: a}",
        words: ["`requirements[0].minimum` is missing"]
      ),
      Example(
        added: "requirements:\n  - cell: {label: a}\n    minimum: -3",
        words: ["requirements[0].minimum", "`-3` is not between 0"]
      ),
      Example(
        added: "values:\n  lable: [a, b]",
        words: ["`lable` is not among `dimensions`", "did you mean `label`?"]
      ),
      Example(
        added: "verification:\n  minimum_length: 9\n  maximum_length: 3",
        words: ["verification.maximum_length", "below `minimum_length`"]
      ),
      Example(added: "data2: 1\nseed: x", words: ["`seed`"]),
    ]
  )
  func message(_ example: Example) throws {
    let error = try #require(Self.error(Self.valid + example.added + "\n"))
    #expect(error.code == .configuration)
    for words in example.words { #expect(error.description.contains(words)) }
  }

  @Test("a wrong task names the tasks and the nearest one")
  func wrongTask() throws {
    let text = Self.valid.replacing("task: classification", with: "task: clasification")
    let error = try #require(Self.error(text))
    #expect(error.message.contains("seedbed.yaml:4:7"))
    #expect(error.message.contains("did you mean `classification`?"))
    #expect(error.message.contains("`question_answering`"))
  }

  @Test(
    "languages that repeat or are called unknown are refused",
    arguments: ["en, en", "unknown"]
  )
  func languages(list: String) throws {
    let text = Self.valid.replacing("languages: [en, es]", with: "languages: [\(list)]")
    #expect(try #require(Self.error(text)).message.contains("`languages`"))
  }

  @Test(
    "a key that stands twice is refused with its place",
    arguments: ["seed: 1\nseed: 2", "task: chat"]
  )
  func duplicateKeys(added: String) throws {
    let error = try #require(Self.error(Self.valid + added + "\n"))
    #expect(error.description.contains("seedbed.yaml"))
    #expect(error.description.contains("duplicate") || error.description.contains("multiple"))
  }

  @Test(
    "what is missing is named",
    arguments: ["seedbed", "data", "task", "fields", "dimensions"]
  )
  func missing(key: String) throws {
    var lines = Self.valid.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("\(key):") })
    lines.remove(at: start)
    while start < lines.count, lines[start].hasPrefix(" ") { lines.remove(at: start) }
    let error = try #require(Self.error(lines.joined(separator: "\n")))
    #expect(error.message.contains("`\(key)` is missing"))
  }

  @Test(
    "text that is no mapping is an error, not a crash",
    arguments: [
      "", "\n", "- a", "a", "{", "a: [", "\u{0}", "a: &x *x", "seedbed: 2", "? [a]\n: b",
      "seedbed: 1\ndata: *none", "%YAML 9\n---\na: 1", "seedbed: !!binary 1", "\"a",
    ]
  )
  func notAMapping(text: String) { #expect(Self.error(text) != nil) }

  @Test("the hint for a misspelt key is a near name only")
  func nearest() {
    #expect(NearestName.find("lable", among: ["label", "language"]) == "label")
    #expect(NearestName.find("LABEL", among: ["label"]) == "label")
    #expect(NearestName.find("xyz", among: ["label", "language"]) == nil)
    #expect(NearestName.find("", among: ["label"]) == nil)
    #expect(NearestName.find("a", among: []) == nil)
  }
}
