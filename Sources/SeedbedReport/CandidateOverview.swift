public import SeedbedData
public import SeedbedPipeline

/// What became of all candidates, as far as a page shows it: counts, and a few of them whole.
///
/// Of hundreds of thousands of candidates only those that are shown need to be read.
public struct CandidateOverview: Sendable, Hashable {
  /// What became of the candidates of one method.
  public struct MethodLine: Sendable, Hashable {
    /// The method; a chain joins methods by `+`.
    public var method: String
    /// Its candidates by how far they have come.
    public var counts: [CandidateStatus: Int]

    /// All its candidates.
    public var total: Int { counts.values.reduce(0, +) }
  }

  private static let acceptedExamples = 10
  private static let rejectedExamples = 12
  private static let repeatingExamples = 5

  /// The methods, that with most candidates first.
  public let methods: [MethodLine]
  /// What the judges said.
  public let panel: PanelTally
  /// Some accepted candidates, taken in turn from each method.
  public let accepted: [Candidate]
  /// Some rejected ones, taken in turn from each check.
  public let rejected: [Candidate]
  /// Some that repeat another row.
  public let repeating: [Candidate]
  /// The first parents of these, and the rows that stayed instead.
  public let others: [SampleID: Sample]

  /// Chooses what to show, and reads nothing else.
  ///
  /// - Parameters:
  ///   - lines: All candidates, in any order.
  ///   - panel: What the judges said about them.
  ///   - candidates: Reads candidates by their samples' ids.
  ///   - samples: Reads samples by their ids, those that there are.
  /// - Throws: What reading throws.
  public init(
    _ lines: [CandidateLine],
    panel: PanelTally,
    candidates: (Set<SampleID>) throws -> [Candidate],
    samples: (Set<SampleID>) throws -> [Sample]
  ) rethrows {
    methods = Self.methods(lines)
    self.panel = panel
    let accepted = Self.choose(Self.acceptedExamples, .accepted, from: lines, by: \.method)
    let rejected = Self.choose(Self.rejectedExamples, .rejected, from: lines) {
      $0.rejectingCheck ?? ""
    }
    let repeating = Self.choose(Self.repeatingExamples, .duplicate, from: lines) { _ in "" }
    let found = try candidates(Set(accepted + rejected + repeating))
    func whole(_ ids: [SampleID], _ status: CandidateStatus) -> [Candidate] {
      ids.compactMap { id in found.first { $0.sample.id == id && $0.status == status } }
    }
    self.accepted = whole(accepted, .accepted)
    self.rejected = whole(rejected, .rejected)
    self.repeating = whole(repeating, .duplicate)
    let parents = (self.accepted + self.rejected).compactMap(\.sample.provenance.parents.first)
    let kept = self.repeating.compactMap(\.duplicate?.kept)
    let others = try samples(Set(parents + kept))
    self.others = Dictionary(others.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The overview of candidates that are in memory.
  ///
  /// - Parameters:
  ///   - candidates: All candidates.
  ///   - samples: Where to look for parents, besides the candidates.
  public init(_ candidates: [Candidate] = [], among samples: [ExportSample] = []) {
    self.init(
      candidates.map(CandidateLine.init),
      panel: PanelTally(candidates),
      candidates: { ids in candidates.filter { ids.contains($0.sample.id) } },
      samples: { ids in
        // Places, since a candidate takes long to copy.
        samples.indices.filter { ids.contains(samples[$0].sample.id) }.map { samples[$0].sample }
          + candidates.indices.filter { ids.contains(candidates[$0].sample.id) }
          .map { candidates[$0].sample }
      }
    )
  }

  private static func methods(_ lines: [CandidateLine]) -> [MethodLine] {
    var counts: [String: [CandidateStatus: Int]] = [:]
    for line in lines { counts[line.method, default: [:]][line.status, default: 0] += 1 }
    return counts.map { MethodLine(method: $0.key, counts: $0.value) }
      .sorted { ($1.total, $0.method) < ($0.total, $1.method) }
  }

  /// Some samples of a status, taken in turn from each group so that they differ.
  private static func choose(
    _ count: Int,
    _ status: CandidateStatus,
    from lines: [CandidateLine],
    by key: (CandidateLine) -> String
  ) -> [SampleID] {
    var groups: [String: [SampleID]] = [:]
    for line in lines where line.status == status {
      groups[key(line), default: []].append(line.sample)
    }
    let ordered = groups.sorted { $0.key < $1.key }.map { $0.value.sorted() }
    var chosen: [SampleID] = []
    var turn = 0
    while chosen.count < count, ordered.contains(where: { turn < $0.count }) {
      for group in ordered where turn < group.count && chosen.count < count {
        chosen.append(group[turn])
      }
      turn += 1
    }
    return chosen
  }
}
