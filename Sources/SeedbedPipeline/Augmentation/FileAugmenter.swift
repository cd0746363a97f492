import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes rows of the rows of a file, without a project.
///
/// Rows come out in the order of the file, and what is made of a row hangs on its content, the seed and the
/// method alone: not on threads, batches or the rows around it.
public struct FileAugmenter: Sendable {
  private static let rowsPerBatch = 1024
  private static let rowsPerSlice = 64
  /// How many rows the words that labels hang on are learned from.
  private static let rowsForKeywords = 5000

  private let options: AugmentOptions
  /// The methods in the order in which they were named.
  private let works: [Work]

  private enum Work {
    case transform(RowAugmenter.Work)
    case translation(TranslationWork)
  }

  /// Resolves the methods.
  ///
  /// - Parameters:
  ///   - options: What is asked for.
  ///   - registry: The methods.
  ///   - desk: Who translates; nil where nobody can.
  /// - Throws: A `SeedbedError` for a method that does not exist, is not available or does not work on rows.
  public init(
    _ options: AugmentOptions,
    registry: MethodRegistry,
    desk: TranslationDesk? = nil
  ) throws {
    self.options = options
    let plan = options.digest
    works = try options.methods.map { name in
      if let method = registry.translating.first(where: { $0.descriptor.name == name }) {
        guard let desk else { throw MethodFault.unavailable(method.descriptor) }
        let batch = Batch(plan: plan, method: name).id
        return .translation(TranslationWork(method: method, desk: desk, batch: batch))
      }
      let method = try registry.transform(named: name)
      guard method.descriptor.isAvailable else {
        throw MethodFault.unavailable(method.descriptor)
      }
      return .transform(RowAugmenter.Work(method, plan: plan))
    }
  }

  /// Augments a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: Where the rows go, or `-` for standard output.
  ///   - progress: Told how many rows have been read.
  /// - Returns: What was done.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or written;
  ///   `CancellationError`.
  public func augment(
    _ file: TextFile,
    to path: String,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> AugmentReport {
    var report = AugmentReport(methods: options.methods)
    let rows = RowAugmenter(
      options: options,
      fields: file.fields,
      keywords: try keywords(of: file)
    )
    var columns = file.columns
    if !columns.isEmpty, !options.isPlain { columns.append("seedbed") }
    var writer = try RowWriter(path: path, source: file.format, columns: columns)
    var samples = try file.samples()
    var following = try samples.nextBatch(Self.rowsPerBatch)
    while !following.isEmpty {
      let batch = following
      let isTable = writer.isTable
      // Reading goes on while the rows in hand are worked on.
      async let made = self.slices(of: batch, by: rows, isTable: isTable)
      following = try samples.nextBatch(Self.rowsPerBatch)
      for slice in try await made {
        try writer.write(lines: slice.lines, count: slice.lines.isEmpty ? 0 : slice.count)
        for row in slice.rows { try writer.write(row) }
        report.add(slice)
      }
      report.rows += batch.count
      progress(report.rows)
    }
    report.badRows = samples.badRows
    try writer.close()
    report.written = writer.count
    return report
  }

  private func slices(
    of batch: [Sample],
    by rows: RowAugmenter,
    isTable: Bool
  ) async throws -> [AugmentedSlice] {
    // What a translator makes of each row, method by method; nothing for the other methods.
    var translated: [[[Sample?]]] = []
    for work in works {
      guard case .translation(let work) = work else {
        translated.append([])
        continue
      }
      translated.append(try await work.made(of: batch, rows: rows))
    }
    let translations = translated
    return try await mapChunks(
      Array(batch.indices),
      threads: options.threads,
      chunk: Self.rowsPerSlice
    ) { places in
      var slice = AugmentedSlice(options, isTable: isTable)
      for place in places {
        let sample = batch[place]
        guard !sample.tags.contains("span_invalid"),
          let text = rows.text(of: sample)
        else {
          slice.add(misfit: sample)
          continue
        }
        slice.add(original: sample)
        for (part, work) in works.enumerated() {
          switch work {
          case .translation:
            for made in translations[part][place] { slice.add(made, by: part, of: sample) }
          case .transform(let work):
            for copy in 0..<options.copies {
              let made = rows.vary(text, sample, by: work, copy: copy)
              slice.add(made, by: part, of: sample)
            }
          }
        }
      }
      return [slice]
    }
  }

  /// The words that labels hang on, from the first rows.
  private func keywords(of file: TextFile) throws -> LabelKeywords {
    guard file.fields.label != nil else { return LabelKeywords() }
    var rows = try file.rows()
    let first = try rows.nextBatch(Self.rowsForKeywords)
    return LabelKeywords(learning: first.map { ($0.text, $0.label ?? "") })
  }
}

/// What is wrong with a method that was asked for.
enum MethodFault {
  static func unavailable(_ descriptor: MethodDescriptor) -> SeedbedError {
    SeedbedError(
      .missingResource,
      "the method `\(descriptor.name)` needs \(descriptor.needs.joined(separator: ", "))",
      hint: "see what is there with `seedbed methods`"
    )
  }
}
