import SeedbedData

/// Which methods fit a project's task, and what each cell can be grown from.
///
/// A method is chosen for what a cell lacks: one short of noisy text gets noise, one short of a language
/// translations, and nothing that would break the task, such as spans.
struct MethodChoice: Sendable {
  /// Real samples of a cell from which general instructions serve it better than `minority`.
  private static let plenty = 20

  private let configuration: Configuration
  private let registry: MethodRegistry
  private let seeds: SeedRows
  private let transforms: [MethodDescriptor]
  private let translating: [MethodDescriptor]
  private let prompted: [String]
  private let grounded: GroundedSupply

  /// Sorts the methods out.
  ///
  /// - Parameters:
  ///   - configuration: The task, and which methods it names, if any.
  ///   - registry: The methods.
  ///   - seeds: The real samples that may be varied.
  ///   - grounded: What documents and schemas can give.
  /// - Throws: A `SeedbedError` when the configuration names a method that does not exist.
  init(
    _ configuration: Configuration,
    registry: MethodRegistry,
    seeds: SeedRows,
    grounded: GroundedSupply
  ) throws {
    self.configuration = configuration
    self.registry = registry
    self.seeds = seeds
    self.grounded = grounded
    let named = configuration.generation.methods
    let others = Set(registry.descriptors.map(\.name))
      .subtracting(registry.transforms.map(\.descriptor.name))
    transforms = try (named ?? MethodRegistry.recipes)
      .filter { !others.contains(PromptedShare($0).method) }
      .map { try registry.transform(named: $0).descriptor }
      .filter { Self.suits($0, configuration) }
    translating = registry.translatingDescriptors.filter { descriptor in
      named?.contains(descriptor.name) != false && Self.suits(descriptor, configuration)
    }
    prompted = registry.promptedNames(for: configuration.task).filter { share in
      named?.contains { $0 == share || $0 == PromptedShare(share).method } != false
    }
  }

  /// Whether a method does the task no harm: it is here, it is for training, and it keeps what counts.
  private static func suits(_ method: MethodDescriptor, _ configuration: Configuration) -> Bool {
    method.isAvailable && method.use == .training && method.tasks.contains(configuration.task)
      && method.preserves.contains(.label)
      && (!configuration.fields.hasSpans || method.preserves.contains(.spans))
  }

  /// What there is to grow a cell from, for the decision whether to.
  func supply(for cell: Cell) -> GapEvidence.Supply {
    var supply = GapEvidence.Supply(
      seeds: seeds.seedCount(for: cell),
      expansions: expansions(of: cell),
      hasTransforms: !transforms.isEmpty,
      shown: prompted.isEmpty ? nil : seeds.shownCount(for: cell)
    )
    supply.translatable = translations(into: cell).count
    supply.groundable = grounded.count(for: cell)
    return supply
  }

  /// What the planner may choose from for a cell.
  func choice(for cell: Cell) -> Planner.Choice {
    let shown = prompted.isEmpty ? 0 : seeds.shownCount(for: cell)
    // Rare cells are written from their few samples.
    let writing = prompted.filter { PromptedShare($0).method != "minority" || shown < Self.plenty }
    let translations = translations(into: cell)
    var choice = Planner.Choice(
      transforms: transforms.filter { fits($0, cell) }.map(\.name),
      seeds: seeds.seedCount(for: cell),
      expansions: expansions(of: cell),
      prompted: shown < CoverageDetector.leastSeeds ? [] : writing,
      shown: shown
    )
    choice.translating = translations.names
    choice.translatable = translations.count
    choice.grounded = grounded.names(for: cell)
    choice.groundable = grounded.count(for: cell)
    return choice
  }

  private func expansions(of cell: Cell) -> Int {
    let fit = registry.templates.descriptor.tasks.contains(configuration.task)
    return fit ? registry.templates.capacity(for: cell) : 0
  }

  /// The methods that translate samples into a cell, with how many samples they may take.
  private func translations(into cell: Cell) -> (names: [String], count: Int) {
    // What a translator writes is as clean as what it reads.
    guard cell["noise"] == nil || cell["noise"] == "clean" else { return ([], 0) }
    var names: [String] = []
    var count = 0
    for method in translating where fits(method, cell) {
      let crosses = method.moves.contains("language")
      guard !crosses || cell["language"] != nil else { continue }
      let sources =
        crosses
        ? seeds.translatableCount(into: cell) : seeds.seedCount(for: cell)
      guard sources >= CoverageDetector.leastSeeds else { continue }
      names.append(method.name)
      count = max(count, sources)
    }
    return (names, count)
  }

  /// Whether a method can lead to a cell: it knows the language, and it moves what must be moved and
  /// nothing that must stay.
  private func fits(_ method: MethodDescriptor, _ cell: Cell) -> Bool {
    let languages = cell["language"].map { [$0] } ?? configuration.languages
    guard method.languages.isEmpty || languages.contains(where: method.languages.contains) else {
      return false
    }
    guard let noise = cell["noise"] else { return true }
    return method.moves.contains("noise") == (noise != "clean")
      || (noise == "clean" && method.moves.contains("language"))
  }
}
