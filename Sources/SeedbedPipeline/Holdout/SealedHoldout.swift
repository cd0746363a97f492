import Foundation
public import SeedbedData
import SeedbedKernels
public import SeedbedText

/// The sealed real test set.
///
/// It gives out no row and no text: only an index of hashes for leak checks, and the final measurement of
/// a trained student. Nothing in generation or planning can obtain one; a test of the sources sees to it.
public struct SealedHoldout: Sendable {
  private let samples: [Sample]
  /// The hash over its rows, by which a later change is known.
  public let seal: String

  /// How many rows it has.
  public var count: Int { samples.count }

  /// Seals samples and writes them, readable by the owner only, never to be written again.
  ///
  /// - Parameters:
  ///   - samples: Real samples.
  ///   - path: The file to write.
  /// - Throws: A `SeedbedError` when there are no samples, any is synthetic, or the file exists.
  public init(sealing samples: [Sample], at path: String) throws {
    guard !samples.isEmpty else {
      throw SeedbedError(.data, "a holdout without any row cannot measure anything")
    }
    guard samples.allSatisfy({ $0.origin == .real }) else {
      throw SeedbedError(.gate, "a synthetic sample may not enter the real holdout")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw SeedbedError(
        .gate,
        "a holdout is already sealed at `\(path)`",
        hint: "a new holdout needs a new project, or results could not be compared"
      )
    }
    // By id, so that the seal does not depend on the order of the file.
    self.samples = samples.sorted { $0.id < $1.id }
    let rows = self.samples.map { sample -> String in
      let row: JSONObject = [
        "id": .string(sample.id.hex), "text": .string(sample.text),
        "comparison": .string(sample.comparisonText), "label": .optional(sample.label),
        "source": .object(sample.provenance.source.json), "fields": .object(sample.fields),
      ]
      return JSONValue.object(row).serialized(.compact)
    }
    seal = Self.seal(of: self.samples)
    let head = JSONValue.object(["seal": .string(seal), "rows": .string(Self.digest(of: rows))])
      .serialized(.compact)
    let text = ([head] + rows).joined(separator: "\n") + "\n"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    } catch {
      throw SeedbedError(
        .inputOutput,
        "the holdout could not be written to `\(path)`",
        cause: error.localizedDescription
      )
    }
  }

  /// Opens a sealed holdout.
  ///
  /// - Parameter path: The file that sealing wrote.
  /// - Throws: A gate error when the file is missing or was changed after sealing.
  public init(openingAt path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SeedbedError(
        .gate,
        "there is no sealed holdout at `\(path)`",
        hint: "`seedbed init` seals one; without it nothing that is generated can be measured"
      )
    }
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let head = lines.first.flatMap { try? JSONParser.parse($0) }
    guard let written = head?["seal"]?.string else { throw Self.broken(path) }
    guard lines.last == "" else { throw Self.broken(path) }
    let rows = Array(lines.dropFirst().dropLast())
    guard head?["rows"]?.string == Self.digest(of: rows) else { throw Self.broken(path) }
    let samples = try rows.map { line in
      guard let row = try? JSONParser.parse(line), let sample = Self.sample(row) else {
        throw Self.broken(path)
      }
      return sample
    }
    guard Self.seal(of: samples) == written else { throw Self.broken(path) }
    self.samples = samples
    seal = written
  }

  /// An index of hashes, by which leaks are found.
  ///
  /// - Parameters:
  ///   - threshold: Jaccard similarity from which a text leaks.
  ///   - threads: The most threads.
  /// - Returns: The index.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func leakIndex(threshold: Double, threads: Int) async throws -> LeakIndex {
    let sketches = try await TextSketch.sketches(
      of: samples.map(\.comparisonText),
      threads: threads
    )
    return LeakIndex(ids: samples.map(\.id), sketches: sketches, threshold: threshold)
  }

  /// The rows for a measurement that tells no slices apart; it sees no text.
  public var testRows: TestRows {
    TestRows(texts: samples.map(\.text), labels: samples.map(\.label), slicings: [])
  }

  /// Lends the rows to an evaluation, which measures students on them and sees no text.
  ///
  /// - Parameters:
  ///   - dimensions: By what results are told apart.
  ///   - tagger: What tells how hard a row is; nil for no tiers.
  ///   - threads: The most threads.
  /// - Returns: The rows, in the order in which they are sealed.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func testRows(
    dimensions: DimensionSet,
    tagger: DifficultyTagger?,
    threads: Int
  ) async throws -> TestRows {
    let cells = try await mapChunks(samples, threads: threads) { part in
      part.map { dimensions.values(of: DimensionInput($0)) }
    }
    var slicings = dimensions.all.enumerated().map { index, dimension in
      TestRows.Slicing(dimension: dimension.name, values: cells.map { $0[index] })
    }
    if let tagger {
      let tags = try await tagger.tags(of: samples, vectors: nil, threads: threads)
      slicings.append(
        TestRows.Slicing(dimension: TestRows.difficulty, values: tags.map(\.tier.rawValue))
      )
    }
    return TestRows(
      texts: samples.map(\.text),
      labels: samples.map(\.label),
      slicings: slicings
    )
  }

  /// Writes the rows with the user's own fields for an external evaluator, readable by the owner only.
  ///
  /// It is the one way by which the holdout's texts leave: the user's own program is the measurement. The
  /// caller removes the file when the program has ended.
  ///
  /// - Parameter path: The file to write, as JSON Lines.
  /// - Throws: A `SeedbedError` when it cannot be written.
  func lend(to path: String) throws {
    try PrivateFile.write(samples.map(\.fields), to: path)
  }

  private static func sample(_ row: JSONValue) -> Sample? {
    guard let id = row["id"]?.string.flatMap({ SampleID(hex: $0) }),
      let text = row["text"]?.string, let comparison = row["comparison"]?.string,
      let fields = row["fields"]?.object,
      let source = row["source"]?.object.flatMap({ SourceReference(json: $0) })
    else { return nil }
    return Sample(
      id: id,
      origin: .real,
      fields: fields,
      text: text,
      textPath: nil,
      comparisonText: comparison,
      label: row["label"]?.string,
      spans: [],
      provenance: Provenance(real: source)
    )
  }

  /// What is measured, without the places in a file that another order of its rows would change.
  private static func seal(of samples: [Sample]) -> String {
    var hash = ContentHash(domain: "seedbed.holdout.1")
    for sample in samples {
      hash.add(sample.id.hex)
      hash.add(sample.text)
      hash.add(sample.comparisonText)
      hash.add(sample.label ?? "")
    }
    return hash.digest.hex
  }

  /// Every byte of the rows as they are written, so that no part of them can be changed.
  private static func digest(of rows: [String]) -> String {
    var hash = ContentHash(domain: "seedbed.holdout.rows.1")
    for row in rows { hash.add(row) }
    return hash.digest.hex
  }

  private static func broken(_ path: String) -> SeedbedError {
    SeedbedError(
      .gate,
      "the holdout at `\(path)` is not what was sealed",
      hint: "put the sealed file back from a backup; a changed holdout measures nothing"
    )
  }
}
