import SeedbedData

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

  /// Adds a text.
  mutating func add(_ text: MaskedText, place: Int, from source: String, to target: String) {
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
