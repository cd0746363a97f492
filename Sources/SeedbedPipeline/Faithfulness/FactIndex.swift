/// The facts of a source by what they may be asked for.
struct FactIndex: Sendable {
  /// Numbers and codes by value.
  let byKey: KeyIndex
  /// Numbers by unit or by the thing counted.
  let byUnit: KeyIndex
  /// Which facts are dates.
  let dates: [Int]
  /// Names by each of their words: the key of a word to the places of terms in names.
  let nameOfTerm: [Int]

  init(_ list: TermList) {
    byKey = KeyIndex(list.facts.map(\.key))
    byUnit = KeyIndex(list.facts.map { $0.kind == .number ? $0.unit : 0 })
    dates = list.facts.indices.filter { list.facts[$0].kind == .date }
    var names = [Int](repeating: -1, count: list.terms.count)
    for (place, fact) in list.facts.enumerated() where fact.kind == .name {
      for term in fact.terms { names[term] = place }
    }
    nameOfTerm = names
  }
}
