public import SeedbedData

/// What became of the rows from one version to another, with rows that took the place of others paired.
public struct VersionChanges: Sendable, Hashable {
  /// What became of a row.
  public enum Kind: String, Sendable, CaseIterable {
    /// Only the later version has it, and it stands for none of the earlier.
    case added
    /// Only the earlier version has it, and none stands for it.
    case removed
    /// A person corrected it.
    case fixed
    /// A row of the same source has another text or label.
    case rewritten
    /// The same text and label were made again, in another batch.
    case remade
    /// It is in another part.
    case moved
  }

  /// One row that is not the same in both.
  public struct Row: Sendable, Hashable {
    /// What became of it.
    public var kind: Kind
    /// The row in the earlier version.
    public var before: Sample?
    /// The row in the later version.
    public var after: Sample?

    /// The row as it is now, or was last.
    public var latest: Sample? { after ?? before }
  }

  /// What the members alone tell.
  public let members: VersionDiff
  /// The rows that differ: in the order of the later version, then those that are gone.
  public let rows: [Row]

  /// Compares two versions with their samples.
  ///
  /// A row that is gone and a new one belong together when a person made the one from the other; else
  /// when they have the same source and the same content; else when they have the same source, which is
  /// the row's own id or its place in the file for a real row, and parents, method and draw for a
  /// synthetic one (or parents and method where the draws differ).
  ///
  /// - Parameters:
  ///   - members: What the members alone tell.
  ///   - before: The samples of the earlier version.
  ///   - after: The samples of the later version.
  ///   - fields: Which field plays which part.
  public init(
    _ members: VersionDiff,
    before: [Sample],
    after: [Sample],
    fields: FieldMap
  ) {
    self.members = members
    let gone = Self.samples(before, among: members.removed.map(\.sample))
    let new = Self.samples(after, among: members.added.map(\.sample))
    var pairing = RowPairing(gone: gone, new: new)
    pairing.pairFixes()
    pairing.pair(as: .remade) { Self.content(of: $0, fields) }
    pairing.pair(as: .rewritten) { Self.place(of: $0, fields, withDraw: true) }
    pairing.pair(as: .rewritten) { Self.place(of: $0, fields, withDraw: false) }
    var earlier: [SampleID: Sample] = [:]
    let moved = Set(members.moved.map(\.sample))
    for sample in before where moved.contains(sample.id) { earlier[sample.id] = sample }
    var rows: [Row] = []
    for sample in after {
      if moved.contains(sample.id) {
        rows.append(Row(kind: .moved, before: earlier[sample.id], after: sample))
      } else if let place = pairing.places[sample.id] {
        let partner = pairing.partners[place]
        rows.append(
          Row(
            kind: partner?.kind ?? .added,
            before: partner.map { gone[$0.gone] },
            after: sample
          )
        )
      }
    }
    let paired = Set(pairing.partners.compactMap { $0?.gone })
    for (place, sample) in gone.enumerated() where !paired.contains(place) {
      rows.append(Row(kind: .removed, before: sample, after: nil))
    }
    self.rows = rows
  }

  /// The rows of one kind and origin.
  ///
  /// - Parameters:
  ///   - kind: What became of them.
  ///   - origin: Real or synthetic.
  /// - Returns: The count.
  public func count(_ kind: Kind, _ origin: Origin) -> Int {
    rows.count { $0.kind == kind && $0.latest?.origin == origin }
  }

  private static func samples(_ samples: [Sample], among ids: [SampleID]) -> [Sample] {
    let wanted = Set(ids)
    return samples.filter { wanted.contains($0.id) }
  }

  /// What is the same when a row is made again: its source, its text and its label.
  private static func content(of sample: Sample, _ fields: FieldMap) -> String? {
    guard let place = place(of: sample, fields, withDraw: false) else { return nil }
    return JSONValue.array([
      .string(place), .string(sample.text), .optional(sample.label), .string(sample.comparisonText),
    ]).serialized()
  }

  /// What a row stands for, whatever it says; nil where nothing tells.
  private static func place(
    of sample: Sample,
    _ fields: FieldMap,
    withDraw: Bool
  ) -> String? {
    let provenance = sample.provenance
    guard let method = provenance.method else {
      if let id = fields.id?.value(in: sample.fields), !id.isNull {
        return "id " + id.serialized()
      }
      return provenance.source.row.map { "row \($0) of \(provenance.source.id)" }
    }
    let origin = provenance.parents.isEmpty ? [provenance.source.id] : provenance.parents.map(\.hex)
    return "made \(method.name)\(withDraw ? " \(method.draw)" : "") of "
      + origin.joined(separator: " ")
  }
}

/// Pairs rows that are gone with rows that are new, each at most once.
private struct RowPairing {
  /// The partner of each new row, by its place among them.
  private(set) var partners: [(kind: VersionChanges.Kind, gone: Int)?]
  /// The place of each new row among them.
  let places: [SampleID: Int]

  private let gone: [Sample]
  private let new: [Sample]
  private var isTaken: [Bool]

  init(gone: [Sample], new: [Sample]) {
    self.gone = gone
    self.new = new
    partners = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: gone.count)
    var places: [SampleID: Int] = [:]
    for (place, sample) in new.enumerated() { places[sample.id] = place }
    self.places = places
  }

  /// A correction names the row that it corrects as its parent.
  mutating func pairFixes() {
    var byID: [SampleID: Int] = [:]
    for (place, sample) in gone.enumerated() { byID[sample.id] = place }
    for (place, sample) in new.enumerated() where sample.provenance.method?.name == "review" {
      guard let parent = sample.provenance.parents.compactMap({ byID[$0] }).first,
        !isTaken[parent]
      else { continue }
      isTaken[parent] = true
      partners[place] = (.fixed, parent)
    }
  }

  /// Pairs rows of the same key in their order.
  mutating func pair(as kind: VersionChanges.Kind, by key: (Sample) -> String?) {
    var waiting: [String: [Int]] = [:]
    for (place, sample) in gone.enumerated().reversed() where !isTaken[place] {
      if let key = key(sample) { waiting[key, default: []].append(place) }
    }
    for (place, sample) in new.enumerated() where partners[place] == nil {
      guard let key = key(sample), let found = waiting[key]?.popLast() else { continue }
      isTaken[found] = true
      partners[place] = (kind, found)
    }
  }
}
