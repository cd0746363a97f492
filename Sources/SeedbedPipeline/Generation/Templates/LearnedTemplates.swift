public import SeedbedData
import SeedbedKernels

/// A text made from a learned template.
public struct LearnedExpansion: Sendable, Hashable {
  /// The text.
  public var text: String
  /// The label of the texts that the template comes from.
  public var label: String?
  /// The spans, in UTF-8 bytes.
  public var marks: [Seed.Mark]
  /// The id of the template.
  public var template: String
  /// The value of each slot, by name.
  public var slots: JSONObject
}

/// Templates learned from the rows of a file, ready to be filled.
public struct LearnedTemplates: Sendable {
  /// The templates, the most common first.
  public let templates: [LearnedTemplate]
  /// The values of their slots, by name; they can be edited in a project's configuration.
  public let slots: [Slot]
  /// How many rows the templates explain.
  public let explained: Int
  private let labels: [String: String]
  private let strength: Int
  private let known: Set<UInt64>

  /// Learns from rows, in time linear in their length.
  ///
  /// - Parameters:
  ///   - rows: Texts with label and marks.
  ///   - minimumRows: How many different texts a template must explain; 1 takes every text with a slot whose
  ///     values other texts have too.
  ///   - strength: How many slots are covered together by the first fillings of a template, 1 to 3.
  public init(rows: [TemplateRow], minimumRows: Int = 2, strength: Int = 2) {
    let learner = TemplateLearner(rows, minimumRows: minimumRows)
    templates = learner.templates
    slots = learner.slots
    labels = learner.labels
    explained = templates.reduce(0) { $0 + $1.count }
    self.strength = strength
    known = Set(rows.map { hash64($0.text) })
  }

  /// New texts: the templates take turns, and no text comes twice or is one of the rows.
  ///
  /// - Parameters:
  ///   - count: How many texts are wanted.
  ///   - seed: The seed of the run.
  /// - Returns: The texts; fewer where the templates are used up.
  public func expansions(count: Int, seed: Int) -> [LearnedExpansion] {
    var expansions: [LearnedExpansion] = []
    var seen = known
    let named = Dictionary(slots.map { ($0.name, $0) }) { first, _ in first }
    // With a few rows of each template there is no pair of slots to cover.
    let strength = count > 16 * templates.count ? strength : 1
    var arrays = CoveringArrays()
    var left: [(filler: TemplateFiller, shuffled: [[Int]])] = []
    for learned in templates.prefix(max(count, 0)) {
      guard
        let filler = TemplateFiller(learned.template, slots: named, strength: strength, &arrays)
      else { continue }
      left.append((filler, filler.shuffled(seed: seed)))
    }
    var round = 0
    while expansions.count < count, !left.isEmpty {
      left.removeAll { $0.filler.count <= round }
      for (filler, shuffled) in left where expansions.count < count {
        let expansion = filler.expansion(round, shuffled)
        if seen.insert(hash64(expansion.text)).inserted { expansions.append(learned(expansion)) }
      }
      round += 1
    }
    return expansions
  }

  private func learned(_ expansion: Expansion) -> LearnedExpansion {
    LearnedExpansion(
      text: expansion.text,
      label: expansion.template.cell["label"],
      marks: expansion.places.compactMap { place in
        labels[place.slot].map { Seed.Mark(place.range, label: $0) }
      },
      template: expansion.template.id,
      slots: expansion.slots
    )
  }
}
