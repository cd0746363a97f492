import SeedbedData
import SeedbedKernels

/// The texts of a call, grouped by the languages that they go through.
struct TranslationGroups {
  /// Texts that go the same way.
  struct Group: Sendable {
    var source: String
    var target: String
    /// The places of their seeds.
    var places: [Int] = []
    var texts: [MaskedText] = []
  }

  /// The groups in the order of their first text.
  private(set) var groups: [Group] = []

  /// Groups texts; one in an unknown language, without a way or with nothing to translate is in no group.
  ///
  /// - Parameters:
  ///   - seeds: The texts.
  ///   - random: One source of chance a seed, by which the language is drawn.
  ///   - desk: Who translates.
  ///   - returns: Whether there must be a way back.
  /// - Throws: A `SeedbedError` when the translator does not tell its ways; `CancellationError`.
  init(
    of seeds: [Seed],
    random: [CounterRandom],
    at desk: TranslationDesk,
    returns: Bool
  ) async throws {
    var ways = TranslationWays(desk, returns: returns)
    for (place, seed) in seeds.enumerated() {
      guard let language = seed.language else { continue }
      let targets = try await ways.targets(from: language)
      var random = random[place]
      guard let target = random.pick(targets), let text = MaskedText(seed, language: language)
      else { continue }
      add(text, place: place, from: language, to: target)
    }
  }

  /// Makes variations of every group, all at once.
  ///
  /// - Parameters:
  ///   - count: How many seeds there are.
  ///   - body: Makes the variations of one group, each with the place of its seed.
  /// - Returns: One variation a seed; nil where none was made.
  /// - Throws: What `body` throws.
  func variations(
    count: Int,
    _ body: @escaping @Sendable (Group) async throws -> [(Int, Variation)]
  ) async throws -> [Variation?] {
    var results = [Variation?](repeating: nil, count: count)
    let found = try await withThrowingTaskGroup(of: [(Int, Variation)].self) { tasks in
      for group in groups {
        tasks.addTask { try await body(group) }
      }
      return try await tasks.reduce(into: []) { $0 += $1 }
    }
    for (place, variation) in found { results[place] = variation }
    return results
  }

  /// Adds a text.
  private mutating func add(_ text: MaskedText, place: Int, from source: String, to target: String)
  {
    let index =
      groups.firstIndex { $0.source == source && $0.target == target }
      ?? {
        groups.append(Group(source: source, target: target))
        return groups.count - 1
      }()
    groups[index].places.append(place)
    groups[index].texts.append(text)
  }
}

/// The languages that a desk can go to from a language.
struct TranslationWays {
  private let desk: TranslationDesk
  private let returns: Bool
  private var known: [String: [String]] = [:]

  /// - Parameters:
  ///   - desk: Who translates.
  ///   - returns: Whether there must be a way back.
  init(_ desk: TranslationDesk, returns: Bool) {
    self.desk = desk
    self.returns = returns
  }

  /// The desk's languages to which there is a way, in its order; all that the translator knows where the
  /// desk names none.
  mutating func targets(from source: String) async throws -> [String] {
    if let found = known[source] { return found }
    let base = LanguageTag(source).base
    var targets = desk.pivots.filter { LanguageTag($0).base != base }
    if let directed = desk.translator as? any DirectedTranslator {
      let ways =
        returns ? try await directed.pivots(for: source) : try await directed.targets(from: source)
      let bases = Set(ways.map { LanguageTag($0).base })
      targets =
        desk.pivots.isEmpty ? ways : targets.filter { bases.contains(LanguageTag($0).base) }
    }
    known[source] = targets
    return targets
  }
}
