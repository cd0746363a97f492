import SeedbedData

/// Makes samples into cases for judges.
struct JudgedCases: Sendable {
  /// How many labels a judge is given examples of: the sample's own, and those it may be confused with.
  private static let explained = 5
  /// How many examples of each.
  private static let examples = 2

  private let configuration: Configuration
  private let parents: [SampleID: Sample]
  private let rivals: [String: [String]]
  private let labels: [String]
  private let meanings: [String: String]

  init(configuration: Configuration, parents: [SampleID: Sample], rivals: [String: [String]]) {
    self.configuration = configuration
    self.parents = parents
    self.rivals = rivals
    var byLabel: [String: [Sample]] = [:]
    for sample in parents.values where sample.split == .train {
      if let label = sample.label { byLabel[label, default: []].append(sample) }
    }
    labels = byLabel.keys.sorted()
    meanings = byLabel.mapValues { samples in
      let shown = samples.sorted { $0.id < $1.id }.prefix(Self.examples)
      return "for example: " + shown.map { "\"\($0.text)\"" }.joined(separator: " and ")
    }
  }

  func judgedCase(of sample: Sample) -> JudgedCase {
    let fields = configuration.fields
    var parts: [JudgedCase.Part] = []
    func add(_ role: JudgedCase.Part.Role, _ value: JSONValue?) {
      guard let value, !value.isNull else { return }
      let text = value.string ?? value.serialized(.compact)
      if !text.isEmpty { parts.append(JudgedCase.Part(role, text)) }
    }
    add(.input, fields.input?.value(in: sample.fields))
    add(.output, fields.output?.value(in: sample.fields))
    add(.conversation, fields.conversation?.value(in: sample.fields))
    if configuration.task == .tabular || configuration.task == .extraction && fields.spans == nil {
      add(.record, .object(sample.fields))
    }
    if !sample.spans.isEmpty { add(.spans, .array(sample.spans.map(\.json))) }
    var evidence: [JudgedCase.Evidence] = []
    if let document = fields.context?.value(in: sample.fields)?.string, !document.isEmpty {
      evidence.append(JudgedCase.Evidence(.document, document))
    }
    if let parent = sample.provenance.parents.first.flatMap({ parents[$0] }) {
      evidence.append(JudgedCase.Evidence(.parent, parent.text))
    }
    return JudgedCase(
      id: sample.id.hex,
      task: configuration.task,
      text: sample.text,
      label: sample.label,
      parts: parts,
      evidence: evidence,
      labels: sample.label.map(labelMeanings) ?? []
    )
  }

  /// The two answers of a preference sample, the better one first; nil for another kind of sample.
  func pairCase(of sample: Sample) -> PairCase? {
    func text(_ name: String) -> String? {
      sample.fields[name].flatMap { $0.isNull ? nil : $0.string ?? $0.serialized(.compact) }
    }
    guard configuration.task == .preference, let chosen = text("chosen"),
      let rejected = text("rejected")
    else { return nil }
    return PairCase(
      id: sample.id.hex,
      task: configuration.task,
      text: sample.text,
      first: chosen,
      second: rejected
    )
  }

  private func labelMeanings(for label: String) -> [JudgedCase.LabelMeaning] {
    let near = [label] + (rivals[label] ?? []).prefix(Self.explained - 1)
    return labels.map { name in
      JudgedCase.LabelMeaning(name, near.contains(name) ? meanings[name] ?? "" : "")
    }
  }
}
