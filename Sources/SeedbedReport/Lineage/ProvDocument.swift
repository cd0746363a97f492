import SeedbedData

/// Where the rows of a version come from, as W3C PROV tells it.
///
/// Entities are the version, its sources and its rows; activities are the batches, the making of the
/// version and the reviews; agents are this program, the models and the people. It names no time and no
/// run, so that the same version gives the same document.
struct ProvDocument {
  private static let program = "sb:agent.seedbed"

  private let report: VersionReport
  private var records = ProvRecords()
  private var sources: [String: String] = [:]

  /// Describes a version.
  ///
  /// - Parameters:
  ///   - report: What is known of it.
  ///   - detail: Whether each sample is an entity of its own.
  init(_ report: VersionReport, _ detail: LineageDetail) {
    self.report = report
    addVersion()
    addBatches()
    if detail == .samples { addSamples() }
    addReviews(detail)
  }

  /// The document, as PROV-JSON.
  var json: JSONObject { records.json }

  private var version: String { "sb:version.\(report.version.id)" }
  private var assembly: String { "sb:assembly.\(report.version.id)" }
  private var realRows: String { "sb:rows.real.\(report.version.id)" }

  private mutating func addVersion() {
    records.add(
      .agent,
      Self.program,
      ["prov:type": ProvRecords.type("SoftwareAgent"), "prov:label": "Seedbed"]
    )
    records.add(
      .entity,
      version,
      [
        "prov:type": ProvRecords.type("Collection"),
        "prov:label": .string(report.configuration.name),
        "sb:rows": .optional(report.samples.count),
      ]
    )
    records.add(.activity, assembly, ["prov:label": "putting the version together"])
    records.generated(version, by: assembly)
    records.associated(assembly, with: Self.program)
    records.attributed(version, to: Self.program)
    let real = report.samples.lazy.map(\.sample).filter { $0.origin == .real }
    guard !real.isEmpty else { return }
    addRows(realRows, "real rows", count: real.count)
    var seen: Set<String> = []
    for sample in real where seen.insert(sample.provenance.source.id).inserted {
      records.derived(realRows, from: source(sample.provenance.source.id))
    }
  }

  private mutating func addRows(_ name: String, _ label: String, count: Int) {
    records.add(
      .entity,
      name,
      [
        "prov:type": ProvRecords.type("Collection"), "prov:label": .string(label),
        "sb:rows": .optional(count),
      ]
    )
    records.used(assembly, name)
    records.derived(version, from: name)
  }

  private mutating func addBatches() {
    var order: [String] = [], members: [String: [Sample]] = [:]
    for sample in report.samples.lazy.map(\.sample) where sample.origin == .synthetic {
      let batch = sample.provenance.batch ?? ""
      if members[batch] == nil { order.append(batch) }
      members[batch, default: []].append(sample)
    }
    for id in order.sorted() {
      guard let samples = members[id], let provenance = samples.first?.provenance else { continue }
      let batch = "sb:batch.\(id)", rows = "sb:rows.\(id)"
      var attributes: JSONObject = [
        "prov:label": .string("batch of \(provenance.method?.name ?? "an unnamed method")")
      ]
      if let prompt = provenance.promptVersion { attributes["sb:prompt"] = .string(prompt) }
      records.add(.activity, batch, attributes)
      addRows(rows, "synthetic rows of one batch", count: samples.count)
      records.generated(rows, by: batch)
      records.associated(batch, with: Self.program)
      records.attributed(rows, to: Self.program)
      if let model = provenance.model {
        let agent = "sb:model.\(Self.digest(model))"
        records.add(
          .agent,
          agent,
          ["prov:type": ProvRecords.type("SoftwareAgent"), "prov:label": .string(model)]
        )
        records.associated(batch, with: agent)
        records.attributed(rows, to: agent)
      }
      addOrigins(of: samples, batch, rows)
    }
  }

  /// What a batch was made from: the real rows, and each template, prompt, document or schema.
  private mutating func addOrigins(of samples: [Sample], _ batch: String, _ rows: String) {
    if samples.contains(where: { !$0.provenance.parents.isEmpty }) {
      records.add(
        .entity,
        realRows,
        ["prov:type": ProvRecords.type("Collection"), "prov:label": "real rows"]
      )
      records.used(batch, realRows)
      records.derived(rows, from: realRows)
    }
    let originals = Set(samples.map(\.provenance.source).filter(\.isOriginal).map(\.id))
    for id in originals.sorted() {
      let origin = source(id)
      records.used(batch, origin)
      records.derived(rows, from: origin)
    }
  }

  private mutating func addSamples() {
    for sample in report.samples.lazy.map(\.sample) {
      let name = Self.name(sample.id)
      records.add(
        .entity,
        name,
        [
          "sb:origin": .string(sample.origin.rawValue),
          "sb:split": .optional(sample.split?.rawValue),
        ]
      )
      guard sample.origin == .synthetic else {
        records.derived(name, from: source(sample.provenance.source.id))
        continue
      }
      records.generated(name, by: "sb:batch.\(sample.provenance.batch ?? "")")
      for parent in sample.provenance.parents {
        records.add(.entity, Self.name(parent), [:])
        records.derived(name, from: Self.name(parent))
      }
      if sample.provenance.source.isOriginal {
        records.derived(name, from: source(sample.provenance.source.id))
      }
    }
  }

  /// One activity a person; with all samples, also what each decision was about.
  private mutating func addReviews(_ detail: LineageDetail) {
    let authors = Set(report.reviews.map(\.author)).sorted()
    for author in authors {
      let person = "sb:person.\(Self.digest(author))", review = "sb:review.\(Self.digest(author))"
      let decisions = report.reviews.filter { $0.author == author }
      records.add(
        .agent,
        person,
        ["prov:type": ProvRecords.type("Person"), "prov:label": .string(author)]
      )
      var counts: JSONObject = ["prov:label": "review"]
      for verdict in ReviewVerdict.allCases {
        counts["sb:\(verdict.rawValue)"] = .optional(decisions.count { $0.verdict == verdict })
      }
      records.add(.activity, review, counts)
      records.associated(review, with: person)
      guard detail == .samples else { continue }
      for decision in decisions {
        records.add(.entity, Self.name(decision.sample), [:])
        records.used(review, Self.name(decision.sample))
        guard let replacement = decision.replacement else { continue }
        records.add(.entity, Self.name(replacement), [:])
        records.generated(Self.name(replacement), by: review)
        records.attributed(Self.name(replacement), to: person)
      }
    }
  }

  /// The entity of a file, template, prompt, document or schema.
  private mutating func source(_ id: String) -> String {
    if let name = sources[id] { return name }
    let name = "sb:source.\(Self.digest(id))"
    records.add(.entity, name, ["prov:label": .string(id)])
    sources[id] = name
    return name
  }

  private static func name(_ sample: SampleID) -> String { "sb:sample.\(sample.hex)" }

  /// Names hold digits only, whatever a source or a person is called.
  private static func digest(_ text: String) -> String {
    String(ContentHash.hex(of: Array(text.utf8)).prefix(16))
  }
}
