public import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLearning
public import SeedbedPipeline

/// `seedbed dedup`: which rows of a file repeat others.
struct DedupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedup",
    abstract: "Find the rows of a file that repeat others of it, or rows of another file or index.",
    discussion: """
      Every row that goes is similar to one that stays, and names it; each pair is compared exactly. No
      project is needed.

      Examples:
        seedbed dedup rows.jsonl --output kept.jsonl --removed gone.jsonl
        seedbed dedup new.csv --against old.csv --method exact --json
        seedbed dedup monday.jsonl --index seen.index       remember the rows that stay
        seedbed dedup tuesday.jsonl --against seen.index --index seen.index
        seedbed dedup rows.jsonl --method semantic --model static --threshold 0.9
        zcat rows.jsonl.gz | seedbed dedup - --output - > kept.jsonl
      """
  )

  /// Which of two duplicates stays.
  enum Preference: String, CaseIterable, ExpressibleByArgument {
    case first, longest
  }

  @Argument(help: "The data; `-` for standard input.")
  var file: String

  @Option(help: "What makes two rows duplicates; each includes exact ones.")
  var method = DuplicateMethod.near

  @Option(
    help: ArgumentHelp(
      "Jaccard similarity from which texts are near-duplicates, 0.5 to 1, or with `--method semantic` the "
        + "cosine. (default: 0.8, and 0.95)",
      valueName: "similarity"
    )
  )
  var threshold: Double?

  @Option(
    help: ArgumentHelp(
      "With `--method all`, the cosine from which meaning is the same. (default: 0.95)",
      valueName: "cosine"
    )
  )
  var cosine: Double?

  @Option(
    help: "What texts are compared by: `characters-N` or `words-N`, N from 1 to 64."
  )
  var shingles = ShinglingArgument(.characters(4))

  @Option(
    help: "The share of pairs right at the threshold that is to be found, 0.5 to 0.999."
  )
  var recall = 0.95

  @Flag(help: "Let texts that differ only in their numbers be the same.")
  var ignoreDigits = false

  @Option(help: "Which of two duplicates stays.")
  var prefer = Preference.first

  @Option(help: "No label gets fewer rows than this by the comparison of meaning.")
  var minimumPerLabel = 0

  @Option(
    help: ArgumentHelp(
      "Vectors made before, one a row, as `seedbed embed` writes them.",
      valueName: "file"
    )
  )
  var vectors: String?

  @Option(
    help: ArgumentHelp("Where the rows that stay go; `-` for standard output.", valueName: "file")
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Where the rows that go are written, each with the row that stays.",
      valueName: "file"
    )
  )
  var removed: String?

  @Option(
    help: ArgumentHelp("Where groups are written, as JSON Lines, one a line.", valueName: "file")
  )
  var clusters: String?

  @Option(
    help: ArgumentHelp(
      "An index that remembers the rows that stay; made when there is none, else added to.",
      valueName: "file"
    )
  )
  var index: String?

  @Option(
    help: ArgumentHelp(
      "How much memory the search takes before it goes on in temporary files.",
      valueName: "size"
    )
  )
  var memory = MemorySize(bytes: 2 << 30)

  @OptionGroup var others: AgainstOptions
  @OptionGroup var embedding: EmbedderOptions
  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    let lowest = method == .semantic ? 0.0 : 0.5
    if let threshold, !(threshold >= lowest && threshold <= 1) || threshold == 0 {
      throw ValidationError("`--threshold` takes a number from \(lowest) to 1.")
    }
    if let cosine {
      guard method == .all else {
        throw ValidationError("`--cosine` belongs to `--method all`; use `--threshold`.")
      }
      guard cosine > 0, cosine <= 1 else {
        throw ValidationError("`--cosine` takes a number above 0, up to 1.")
      }
    }
    guard (0.5...0.999).contains(recall) else {
      throw ValidationError("`--recall` takes a number from 0.5 to 0.999.")
    }
    if vectors != nil, !method.comparesMeaning {
      throw ValidationError("`--vectors` belongs to `--method semantic` or `all`.")
    }
    let written = [output, removed, clusters].compactMap(\.self)
    guard Set(written).count == written.count else {
      throw ValidationError("`--output`, `--removed` and `--clusters` need a file each.")
    }
  }

  func run() async throws {
    let data = try TextFile(
      file,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath
    )
    let references = try References(others, comparesMeaning: method.comparesMeaning)
    let textOptions = try textOptions(for: data, against: references.index)
    let found = try await deduplicator(textOptions).search(
      data,
      against: references.files,
      index: references.index
    ) { ProgressLine.shared.show($0, done: $1, total: $2) }
    let writer = DuplicateWriter(data: data, found: found)
    if let output { try writer.writeKept(to: output) }
    if let removed { try writer.writeRemoved(to: removed) }
    if let clusters { try writer.writeClusters(to: clusters) }
    var remembered: Int?
    if let index {
      remembered = try await writer.remember(in: index, options: textOptions)
    }
    options.show(
      DedupRendering.text(found, data: file, method: method),
      DedupRendering.json(found, method: method, remembered: remembered),
      beside: [output, removed, clusters]
    )
  }

  private func deduplicator(_ textOptions: DuplicateOptions) async throws -> FileDeduplicator {
    let source =
      method.comparesMeaning
      ? try await embedding.source(vectors, threads: options.threads) : nil
    let closeness = method == .semantic ? threshold : cosine
    return FileDeduplicator(
      method: method,
      options: textOptions,
      meaningThreshold: Float(closeness ?? 0.95),
      minimumPerLabel: minimumPerLabel,
      preference: prefer == .longest ? .longest : .first,
      vectors: source
    )
  }

  /// An index settles how signatures are made; without one the length of the texts does.
  private func textOptions(
    for data: TextFile,
    against reference: DuplicateIndex?
  ) throws -> DuplicateOptions {
    var scheme = SignatureScheme.fastest(forTextsOf: data.meanTextBytes)
    if let reference {
      scheme = reference.options.scheme
    } else if let index, FileManager.default.fileExists(atPath: index) {
      scheme = try DuplicateIndex(path: index).options.scheme
    }
    return DuplicateOptions(
      threshold: method == .semantic ? 0.8 : threshold ?? 0.8,
      recall: recall,
      shingling: shingles.value,
      view: TextView(keepsDigits: !ignoreDigits),
      scheme: scheme,
      threads: options.threads,
      memoryLimit: memory.bytes / 4
    )
  }
}

extension DuplicateMethod: ExpressibleByArgument {}

/// What texts are compared by, as `characters-4`.
struct ShinglingArgument: ExpressibleByArgument {
  let value: Shingling

  init(_ value: Shingling) { self.value = value }

  init?(argument: String) {
    let parts = argument.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let width = Int(parts[1]), (1...64).contains(width) else { return nil }
    switch parts[0] {
    case "characters": value = .characters(width)
    case "words": value = .words(width)
    default: return nil
    }
  }

  var defaultValueDescription: String {
    switch value {
    case .characters(let width): "characters-\(width)"
    case .words(let width): "words-\(width)"
    }
  }
}

/// The files or the index with which the data is compared.
private struct References {
  var files: [TextFile] = []
  var index: DuplicateIndex?

  init(_ options: AgainstOptions, comparesMeaning: Bool) throws {
    for name in options.against {
      if try DuplicateIndex.isIndex(name) {
        guard !comparesMeaning else {
          throw SeedbedError(
            .usage,
            "the index `\(name)` holds texts without their meaning",
            hint: "compare with the file itself, or use `--method near`"
          )
        }
        guard options.against.count == 1 else {
          throw SeedbedError(
            .usage,
            "an index can only be compared with alone",
            hint: "add the other files to it: `seedbed dedup FILE --index \(name)`"
          )
        }
        index = try DuplicateIndex(path: name)
      } else {
        files.append(try options.file(name))
      }
    }
  }
}
