import ArgumentParser
import Foundation
import SeedbedData
import SeedbedPipeline
import SeedbedText

/// `seedbed pii`: finds the personal data of a file, or writes the file without it.
struct PIICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pii",
    abstract: "Find personal data in a file, or replace it by invented data of the same form.",
    discussion: """
      Values are shown masked unless `--show` is given. The key of surrogates comes from SEEDBED_PII_KEY or from \
      `--key-file`; without one a key is drawn for the run. No project is needed.

      Examples:
        seedbed pii messages.jsonl
        seedbed pii messages.csv --replace --out clean.csv --key-file ~/.seedbed-key
        seedbed pii chats.jsonl --mask --types email_address,phone_number --out masked.jsonl
      """
  )

  @Argument(help: "The data; `-` for standard input.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "A field to search; may be given again. (default: the text, or every turn of a conversation)"
    )
  )
  var field: [String] = []

  @Option(
    help: ArgumentHelp(
      "The types to look for, separated by commas: "
        + PersonalDataType.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "a,b"
    )
  )
  var types: String?

  @Option(help: "The least score of a finding, 0 to 1.")
  var minScore = 0.5

  @Flag(help: "Write the rows with invented data in place of personal data.")
  var replace = false

  @Flag(help: "Write the rows with `<TYPE>` in place of personal data.")
  var mask = false

  @Option(
    help: ArgumentHelp("Where the rows go; `-` for standard output.", valueName: "file")
  )
  var out: String?

  @Option(
    help: ArgumentHelp(
      "A file with the secret of the surrogates, readable by its owner only.",
      valueName: "file"
    )
  )
  var keyFile: String?

  @Option(help: "The field with spans of the text, which are moved along.")
  var spansField = "spans"

  @Flag(help: "Show the values themselves.")
  var show = false

  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard !(replace && mask) else {
      throw ValidationError("`--replace` and `--mask` exclude each other.")
    }
    guard replace || mask || out == nil else {
      throw ValidationError("`--out` needs `--replace` or `--mask`.")
    }
    guard out != nil || !(replace || mask) else {
      throw ValidationError("`--out` is missing: name the file for the rows, or `-`.")
    }
    guard (0...1).contains(minScore) else {
      throw ValidationError("`--min-score` takes a number from 0 to 1.")
    }
    for name in field + [spansField] where FieldPath(name) == nil {
      throw ValidationError("`\(name)` is not a field path.")
    }
    _ = try chosenTypes()
  }

  func run() async throws {
    let data = try TextFile(
      file,
      reading: reading.reading,
      text: field.first.flatMap { FieldPath($0) } ?? reading.textPath,
      label: reading.labelPath
    )
    let search = FilePersonalData(
      finder: PersonalDataFinder(types: try chosenTypes(), minimumScore: minScore),
      fields: field.compactMap { FieldPath($0) },
      spans: FieldPath(spansField) ?? FieldPath(field: spansField),
      threads: options.threads
    )
    let found: PersonalDataReport
    var hasOwnKey: Bool?
    if let out {
      let replacement: FilePersonalData.Replacement
      if mask {
        replacement = .masks
      } else {
        let key = try PersonalDataKey.read(
          file: keyFile,
          environment: ProcessInfo.processInfo.environment[PersonalDataKey.variable]
        )
        hasOwnKey = key != nil
        replacement = .surrogates(key ?? .drawn())
      }
      found = try await search.replace(in: data, to: out, by: replacement) {
        ProgressLine.shared.show("replacing", done: $0, total: 0)
      }
    } else {
      found = try await search.search(data) {
        ProgressLine.shared.show("searching", done: $0, total: 0)
      }
    }
    let rendering = PIIRendering(
      found: found,
      file: file,
      showsValues: show,
      action: replace ? "replace" : mask ? "mask" : "find",
      hasOwnKey: hasOwnKey
    )
    options.show(rendering.text, rendering.json, beside: [out])
  }

  private func chosenTypes() throws -> Set<PersonalDataType> {
    guard let types else { return Set(PersonalDataType.allCases) }
    var chosen: Set<PersonalDataType> = []
    for name in types.split(separator: ",").map(String.init) {
      guard let type = PersonalDataType(rawValue: name) else {
        let known = PersonalDataType.allCases.map(\.rawValue)
        let nearest = NearestName.find(name, among: known).map { " Did you mean '\($0)'?" } ?? ""
        throw ValidationError(
          "`\(name)` is not a type; those are \(known.joined(separator: ", ")).\(nearest)"
        )
      }
      chosen.insert(type)
    }
    return chosen
  }
}
