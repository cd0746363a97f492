import SeedbedData
import SeedbedKernels
import SeedbedLearning

extension FileDeduplicator {
  /// Compares the rows that are still there by meaning.
  func compareMeaning(
    _ found: inout FileDuplicates,
    _ rows: Rows,
    _ references: Rows,
    _ progress: @escaping @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void
  ) async throws {
    var stays = [Bool](repeating: true, count: rows.texts.count)
    for decision in found.decisions { stays[decision.removed] = false }
    let left = stays.indices.filter { stays[$0] }
    progress("embedding", 0, left.count)
    let vectors = try await vectors(of: left, rows)
    let search = SemanticDuplicates(
      threshold: meaningThreshold,
      minimumPerLabel: minimumPerLabel,
      duplicateGuard: DuplicateGuard(language: MainLanguage.of(rows.texts)),
      threads: options.threads
    )
    var report = try await search.find(
      texts: left.map { rows.texts[$0] },
      labels: rows.labels.isEmpty ? nil : left.map { rows.label(of: $0) },
      vectors: vectors,
      order: rows.priorities.map { priorities in
        left.indices.sorted {
          (priorities[left[$1]], $0) < (priorities[left[$0]], $1)
        }
      },
      against: try await reference(references),
      progress: { progress("comparing meaning", $0, $1) }
    )
    report.restore(positions: left)
    found.meaning = report
    found.model = self.vectors?.model
    let own = report.duplicates.map {
      FileDuplicates.Decision(
        removed: $0.removed,
        kept: $0.kept,
        kind: $0.kind == .exact ? .exact : .semantic,
        similarity: Double($0.cosine),
        isReference: $0.isReference
      )
    }
    try await follow(own, &found, rows, references)
    found.decisions = (found.decisions + own).sorted { $0.removed < $1.removed }
  }

  private func vectors(of positions: [Int], _ rows: Rows) async throws -> VectorTable {
    let source = try vectorSource
    if case .file(let reader) = source {
      return try reader.table(forRows: rows.texts.count).rows(positions)
    }
    return try await source.embed(positions.map { rows.texts[$0] }, threads: options.threads)
  }

  private var vectorSource: VectorSource {
    get throws {
      guard let vectors else {
        throw SeedbedError(.usage, "comparing meaning needs an embedder or vectors")
      }
      return vectors
    }
  }

  private func reference(_ rows: Rows) async throws -> SemanticDuplicates.Reference? {
    guard !rows.texts.isEmpty else { return nil }
    return SemanticDuplicates.Reference(
      texts: rows.texts,
      labels: rows.labels.isEmpty ? nil : rows.texts.indices.map { rows.label(of: $0) },
      vectors: try await vectorSource.embed(rows.texts, threads: options.threads)
    )
  }

  /// Rows that named one that now goes name the one that took it when they are as close to it, and
  /// stay otherwise: every row that goes is similar to one that stays.
  private func follow(
    _ own: [FileDuplicates.Decision],
    _ found: inout FileDuplicates,
    _ rows: Rows,
    _ references: Rows
  ) async throws {
    let taken = Dictionary(own.map { ($0.removed, $0) }) { first, _ in first }
    let loose = found.decisions.indices.filter {
      !found.decisions[$0].isReference && taken[found.decisions[$0].kept] != nil
    }
    guard !loose.isEmpty else { return }
    let next = loose.compactMap { taken[found.decisions[$0].kept] }
    let followers = try await vectors(of: loose.map { found.decisions[$0].removed }, rows)
    let leaders = try await vectors(of: next.filter { !$0.isReference }.map(\.kept), rows)
    let others = try await referenceVectors(next.filter(\.isReference).map(\.kept), references)
    var (ownPlace, otherPlace) = (0, 0)
    var stays: Set<Int> = []
    for (place, index) in loose.enumerated() {
      var decision = next[place]
      let leader: [Float]
      if decision.isReference {
        leader = Array(others[otherPlace])
        otherPlace += 1
      } else {
        leader = Array(leaders[ownPlace])
        ownPlace += 1
      }
      let cosine = Self.cosine(Array(followers[place]), leader)
      decision.removed = found.decisions[index].removed
      decision.similarity = Double(cosine)
      if cosine >= meaningThreshold {
        found.decisions[index] = decision
      } else {
        stays.insert(decision.removed)
      }
    }
    found.decisions.removeAll { stays.contains($0.removed) }
  }

  private static func cosine(_ left: [Float], _ right: [Float]) -> Float {
    dot(left.span, right.span)
  }

  private func referenceVectors(
    _ positions: [Int],
    _ references: Rows
  ) async throws -> VectorTable {
    guard !positions.isEmpty else { return VectorTable(dimensions: 1) }
    return try await vectorSource.embed(
      positions.map { references.texts[$0] },
      threads: options.threads
    )
  }
}

extension SemanticDuplicateReport {
  /// Replaces positions among compared rows by those in the file.
  fileprivate mutating func restore(positions: [Int]) {
    func restored(_ duplicate: SemanticDuplicate) -> SemanticDuplicate {
      var duplicate = duplicate
      duplicate.removed = positions[duplicate.removed]
      if !duplicate.isReference { duplicate.kept = positions[duplicate.kept] }
      return duplicate
    }
    func restored(_ pair: RefusedPair) -> RefusedPair {
      var pair = pair
      pair.left = positions[pair.left]
      if !pair.isReference { pair.right = positions[pair.right] }
      return pair
    }
    duplicates = duplicates.map(restored)
    conflicts = conflicts.map(restored)
    refusedExamples = refusedExamples.map(restored)
    leastSimilar = leastSimilar.map(restored)
    spared = spared.map(restored)
  }
}
