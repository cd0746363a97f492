import SeedbedKernels
import SeedbedText

/// Finds the values of some kinds in a seed: whole spans by their labels, figures, names and products.
struct ValueFinder {
  /// The kinds to look for.
  let kinds: Set<ValueKind>
  /// The kinds of figures in which they are found.
  let opens: Set<ProtectedRange.Kind>
  private let names: PersonalDataFinder?

  /// Below it a capitalised word may as well be none.
  private static let sureName = 0.6

  /// Makes a finder.
  init(kinds: Set<ValueKind>) {
    self.kinds = kinds
    opens = kinds.reduce(into: []) { $0.formUnion(Self.figures($1)) }
    var types: Set<PersonalDataType> = []
    if kinds.contains(.person) { types.insert(.person) }
    if kinds.contains(.place) { types.insert(.location) }
    if kinds.contains(.organization) { types.insert(.organization) }
    names = types.isEmpty ? nil : PersonalDataFinder(types: types, minimumScore: Self.sureName)
  }

  /// The figures in which values of a kind are found.
  private static func figures(_ kind: ValueKind) -> Set<ProtectedRange.Kind> {
    switch kind {
    case .amount: [.money]
    case .date: [.date]
    case .time: [.time]
    case .number: [.number, .percentage]
    case .identifier: [.identifier, .number]
    case .email: [.email]
    case .phone: [.phone]
    case .url: [.url]
    // Its model is a number or a code: iPhone 13, PS5.
    case .product: [.number, .identifier]
    default: []
    }
  }

  /// The values of a seed in the order of the text, without overlap; none that is locked, and of a span
  /// either all or nothing.
  func values(in seed: Seed) -> [FoundValue] {
    var found: [FoundValue] = []
    // Where a span may only change as a whole, and of which kind that would be is not known yet.
    var unnamed: [Range<Int>] = []
    let isAlone = Self.standAlone(seed.marks)
    for (index, mark) in seed.marks.enumerated() where isAlone[index] && !mark.range.isEmpty {
      let text = String(seed.text.slice(mark.range))
      if let kind = SlotKinds.kind(mark.label, value: text) {
        if kinds.contains(kind) { add(mark.range, kind, text, &found) }
      } else if mark.label.isEmpty {
        unnamed.append(mark.range)
      }
    }
    var loose: [FoundValue] = []
    if !opens.isEmpty { addFigures(of: seed, &loose) }
    if let names { addNames(of: seed, names, &loose) }
    if kinds.contains(.product) {
      for range in ValueMaker.products(in: seed.text) {
        add(range, .product, String(seed.text.slice(range)), &loose)
      }
    }
    var next = 0
    for value in loose.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while next < seed.marks.count, seed.marks[next].range.upperBound <= value.range.lowerBound {
        next += 1
      }
      let isMarked = next < seed.marks.count && seed.marks[next].range.touches(value.range)
      if !isMarked || unnamed.contains(value.range) { found.append(value) }
    }
    return Self.apart(found, seed.locked)
  }

  /// Names that a list or their form shows to be such.
  private func addNames(
    of seed: Seed,
    _ names: PersonalDataFinder,
    _ found: inout [FoundValue]
  ) {
    for finding in names.findings(in: seed.text) {
      let text = finding.value(in: seed.text)
      switch finding.type {
      case .location:
        guard finding.evidence == .list else { continue }
        if let whole = PlaceExtent.whole(finding.utf8, in: seed.text) {
          add(whole, .place, String(seed.text.slice(whole)), &found)
        }
      case .organization:
        if finding.evidence == .list || ValueMaker.isFirm(text) {
          add(finding.utf8, .organization, text, &found)
        }
      default:
        if finding.evidence == .list { add(finding.utf8, .person, text, &found) }
      }
    }
  }

  private func add(
    _ range: Range<Int>,
    _ kind: ValueKind,
    _ text: String,
    _ found: inout [FoundValue]
  ) {
    found.append(FoundValue(range: range, group: kind.rawValue, kind: kind, text: text))
  }

  private func addFigures(of seed: Seed, _ found: inout [FoundValue]) {
    let bytes = seed.text.utf8Span.span
    let isComputed =
      (kinds.contains(.number) || kinds.contains(.amount))
      && FigureRules.computes(seed.figures, in: bytes)
    for figure in seed.figures where opens.contains(figure.kind) {
      guard let kind = FigureRules.kind(of: figure, in: bytes), kinds.contains(kind),
        !isComputed || kind != .number && kind != .amount
      else { continue }
      add(figure.range, kind, FigureRules.string(bytes, figure.range), &found)
    }
  }

  /// For each mark whether it touches no other one.
  static func standAlone(_ marks: [Seed.Mark]) -> [Bool] {
    var alone = [Bool](repeating: true, count: marks.count)
    var reach = 0
    for index in marks.indices {
      let range = marks[index].range
      if index > 0, range.lowerBound < reach { alone[index] = false }
      let next = index + 1
      if next < marks.count, marks[next].range.lowerBound < range.upperBound {
        alone[index] = false
      }
      reach = max(reach, range.upperBound)
    }
    return alone
  }

  /// The values in ascending order without those that overlap an earlier one or a lock.
  static func apart(_ found: [FoundValue], _ locked: [Range<Int>]) -> [FoundValue] {
    var kept: [FoundValue] = []
    var lock = 0, end = 0
    for value in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while lock < locked.count, locked[lock].upperBound <= value.range.lowerBound { lock += 1 }
      let isLocked = lock < locked.count && locked[lock].overlaps(value.range)
      guard !isLocked, value.range.lowerBound >= end, !value.range.isEmpty else { continue }
      kept.append(value)
      end = value.range.upperBound
    }
    return kept
  }
}

extension Range<Int> {
  /// Whether two ranges share a byte, or one is a place within the other.
  func touches(_ other: Range<Int>) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }
}
