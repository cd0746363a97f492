import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed augment`: rows made of the rows of a file.
struct AugmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "augment",
    abstract: "Make rows of the rows of a file: noise, synonyms, rewrites, other names and more.",
    discussion: """
      Every change is an edit of the original text, so spans still cover what they covered; names, figures \
      and quotations stay unless the method is about them. What is made of a row hangs on its content, the \
      seed and the method alone. No project is needed; `seedbed methods` lists the methods.

      Examples:
        seedbed augment rows.jsonl --text text --method misspelling,keyboard --copies 2 > more.jsonl
        seedbed augment intents.csv --text text --label category --method synonyms+casing --output more.csv
        seedbed augment slots.jsonl --text text --spans spans --method entities --edits --output more.jsonl
        seedbed augment tests.jsonl --text prompt --method 'injection | base64' --output attacks.jsonl
        seedbed augment rows.jsonl --text text --method back_translation --output more.jsonl
        seedbed augment intents.csv --text text --label category --method templates --output more.jsonl
        seedbed augment handbook/ --method cloze,definition,unanswerable --output questions.jsonl
        seedbed augment order.schema.json --method records,record_violations --copies 100
        seedbed augment more.jsonl --explain 3f2a9c
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The data; `-` for standard input. For questions a document, a folder of them, or rows whose text is one; "
        + "for records a JSON Schema; with `--explain` rows that `augment` wrote."
    )
  )
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Methods, separated by commas; each makes rows of its own. `a+b` or `a | b` does one after the other.",
      valueName: "name,…"
    )
  )
  var method: String?

  @Option(help: "The field that holds the spans of the text.")
  var spans: String?

  @Option(help: "What the offsets of spans count: scalar, utf8, utf16, token.")
  var spanUnit = SpanUnit.scalar

  @Option(
    help: ArgumentHelp(
      "Changes in a hundred characters, above 0 and up to 100. (default: each method's own)",
      valueName: "number"
    )
  )
  var rate: Double?

  @Option(help: ArgumentHelp("Rows made by each method of each row.", valueName: "count"))
  var copies = 1

  @Option(help: ArgumentHelp("The seed of every draw.", valueName: "number"))
  var seed = 0

  @Option(
    help: ArgumentHelp(
      "The language of all texts, such as `es`. (default: each text's own)",
      valueName: "code"
    )
  )
  var language: String?

  @Option(
    help: ArgumentHelp(
      "Languages to translate into, or through and back, separated by commas. (default: what Apertium has)",
      valueName: "code,…"
    )
  )
  var pivots: String?

  @Option(
    help: ArgumentHelp(
      "How a record of a schema is told, such as '{{name}} ordered {{item}}'. (default: several forms)",
      valueName: "words"
    )
  )
  var template: String?

  @Option(
    help: ArgumentHelp(
      "Where the rows go; `-` is standard output. (default: -)",
      valueName: "file"
    )
  )
  var output: String?

  @Flag(help: "Write each row itself before what is made of it.")
  var keepOriginals = false

  @Flag(help: "List the edits of each row: start, end, old, new, reason, in scalars and in bytes.")
  var edits = false

  @Flag(help: "Write rows without the object `seedbed`.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Tell how one row was made: one of the file, or without a file one of the project here.",
      valueName: "id"
    )
  )
  var explain: String?

  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard explain == nil else {
      guard method == nil else {
        throw ValidationError("`--explain` and `--method` exclude each other.")
      }
      return
    }
    guard file != nil else { throw ValidationError("The file is missing: name one, or `-`.") }
    guard !names.isEmpty else {
      throw ValidationError("`--method` is missing; `seedbed methods` lists them.")
    }
    if let rate, !(rate > 0 && rate <= 100) {
      throw ValidationError("`--rate` takes a number above 0, up to 100.")
    }
    guard (1...1_000_000).contains(copies) else {
      throw ValidationError("`--copies` takes a number from 1 to 1000000.")
    }
    guard !(edits && plain) else {
      throw ValidationError("`--edits` and `--plain` exclude each other.")
    }
    if let spans, FieldPath(spans) == nil {
      throw ValidationError("`--spans \(spans)` is not a field path.")
    }
  }

  func run() async throws {
    if let explain { return try explainRow(explain) }
    let target = output ?? "-"
    let report = try await augmented(to: target)
    options.show(
      AugmentRendering.text(report, source: file ?? "-"),
      AugmentRendering.json(report),
      beside: [target]
    )
  }

  private func augmented(to target: String) async throws -> AugmentReport {
    var registry = MethodRegistry(configuration: .withoutProject)
    let asked = augmentOptions
    let name = file ?? "-"
    if let documents = DocumentAugmenter(asked, registry: registry) {
      guard DocumentFiles.isDocument(name) else {
        return try documents.augment(rowsOf: try data(), to: target, progress: Self.progress)
      }
      let files = try DocumentFiles.read(at: name, named: name, hint: "check its path")
      return try documents.augment(files, to: target, progress: Self.progress)
    }
    if let records = RecordAugmenter(asked, registry: registry) {
      return try records.augment(
        try SchemaFile.read(name),
        named: name,
        template: try template.map { try RecordTemplate($0) },
        to: target,
        progress: Self.progress
      )
    }
    if let templates = TemplateAugmenter(asked) {
      return try templates.augment(try data(), to: target)
    }
    let file = try data()
    var desk: TranslationDesk?
    if asked.methods.contains(where: registry.isTranslating) {
      desk = try await TranslationAccess.desk(nil, folder: ".") { _ in
        throw SeedbedError(.usage, "no language model translates without a project")
      }
      if let pivots { desk?.pivots = pivots.split(separator: ",").map(Self.languageTag) }
    }
    // Only one method draws from the spans of the file, and to learn them it has to be read.
    let wantsSpans = names.contains { $0.split(separator: "+").contains("slot_values") }
    if wantsSpans, file.fields.hasSpans {
      registry = MethodRegistry(
        configuration: .withoutProject,
        spanValues: try file.spanValues()
      )
    }
    let augmenter = try FileAugmenter(asked, registry: registry, desk: desk)
    return try await augmenter.augment(file, to: target, progress: Self.progress)
  }

  /// The two-letter code where a language has one: `es` for `spa`, as Apertium calls it.
  private static func languageTag(_ word: Substring) -> String {
    let word = word.trimmingCharacters(in: .whitespaces)
    return word.count == 3 ? Locale.LanguageCode(word).identifier(.alpha2) ?? word : word
  }

  private func data() throws -> TextFile {
    try TextFile(
      file ?? "-",
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath,
      spans: spans.flatMap { FieldPath($0) },
      spanUnit: spanUnit
    )
  }

  @Sendable private static func progress(_ done: Int) {
    ProgressLine.shared.show("augmenting", done: done, total: 0)
  }

  /// The names of the methods; blanks round a name and a `|` do not count.
  private var names: [String] {
    (method ?? "").split(separator: ",").map { name in
      name.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        .joined(separator: "+")
    }.filter { !$0.isEmpty }
  }

  private var augmentOptions: AugmentOptions {
    var asked = AugmentOptions(methods: names)
    asked.rate = rate
    asked.copies = copies
    asked.seed = seed
    asked.language = language
    asked.keepsOriginals = keepOriginals
    asked.isPlain = plain
    asked.listsEdits = edits
    asked.threads = options.threads
    return asked
  }

  private func explainRow(_ id: String) throws {
    guard let file else {
      let project = try Project(openingAt: ".")
      let trace = try Ledger(path: project.ledgerPath).trace(idPrefix: id)
      return Terminal.result(
        options.json
          ? JSONValue.object(trace.json).serialized(.pretty) : TraceRendering.text(trace)
      )
    }
    let row = try AugmentedRows(file, reading: reading.reading).row(idPrefix: id)
    let text = (reading.textPath ?? FieldPath("text"))?.value(in: row)?.string
    Terminal.result(
      options.json
        ? JSONValue.object(row).serialized(.pretty)
        : AugmentRendering.explanation(row, text: text)
    )
  }
}
