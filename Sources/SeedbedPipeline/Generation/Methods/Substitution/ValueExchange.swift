import SeedbedData
import SeedbedKernels
import SeedbedText

/// Turns the values found in a seed into a proposal: every value becomes another one everywhere in the
/// text, or stays everywhere.
struct ValueExchange {
  /// A text with more different values is a table; the rest of them stay.
  private static let mostValues = 32
  /// A value that occurs more often stays.
  private static let mostPlaces = 256
  /// With more values than these nothing is proposed, so that the time stays linear.
  private static let mostFound = 4096

  /// A value with all its places.
  private struct Value {
    var found: FoundValue
    var places: [Range<Int>]
  }

  let seed: Seed

  /// Proposes other values.
  ///
  /// - Parameters:
  ///   - found: The values, ascending and without overlap.
  ///   - random: The only source of chance.
  ///   - make: Makes the new values of a group; nil for those that stay.
  /// - Returns: The proposal, or nil where nothing can change.
  func proposal(
    _ found: [FoundValue],
    _ random: inout CounterRandom,
    _ make: (_ values: [FoundValue], _ random: inout CounterRandom) -> [String?]
  ) -> Proposal? {
    guard !found.isEmpty, found.count <= Self.mostFound else { return nil }
    let companions = CompanionGuard(seed)
    var values = distinct(found).filter { companions.allows($0.found) }
    values = values.compactMap { withAllPlaces($0, found) }
    choose(&values, &random)
    let changed = values.map(\.found.text)
    if !companions.allowsFigures(changed) { values.removeAll { $0.found.isFigure } }
    var changes: [(value: FoundValue, new: String)] = []
    var draft = Draft(seed)
    var start = 0
    let groups = values.map(\.found.group)
    while start < values.count {
      // Values of one group follow each other, as they are made together.
      var end = start + 1
      while end < values.count, groups[end] == groups[start] { end += 1 }
      let news = make(values[start..<end].map(\.found), &random)
      for (value, new) in zip(values[start..<end], news) {
        guard let new, new != value.found.text,
          value.places.allSatisfy({ draft.isFree($0) })
        else { continue }
        for place in value.places {
          draft.replace(place, with: new, because: value.found.group)
          agree(before: place, new, &draft)
        }
        changes.append((value.found, new))
      }
      start = end
    }
    return draft.proposal(
      ["values": .array(changes.map { Self.record($0.value, $0.new) })],
      renames: companions.renames(changes)
    )
  }

  private static func record(_ value: FoundValue, _ new: String) -> JSONValue {
    .object(["type": .string(value.group), "old": .string(value.text), "new": .string(new)])
  }

  /// The different values, group by group in the order in which they occur.
  private func distinct(_ found: [FoundValue]) -> [Value] {
    var numbers: [String: Int] = [:]
    var values: [Value] = []
    var groups: [String] = []
    for one in found {
      if !groups.contains(one.group) { groups.append(one.group) }
      if let number = numbers[one.text] {
        // The same words in two groups are one value of the first.
        values[number].places.append(one.range)
      } else if values.count < Self.mostValues {
        numbers[one.text] = values.count
        values.append(Value(found: one, places: [one.range]))
      }
    }
    return groups.flatMap { group in values.filter { $0.found.group == group } }
  }

  /// Adds the places where the value was not recognised; nil where one of them may not change.
  private func withAllPlaces(_ value: Value, _ found: [FoundValue]) -> Value? {
    guard value.places.count <= Self.mostPlaces else { return nil }
    var value = value
    let known = Set(value.places)
    let places = Occurrences.of(value.found.text, in: seed.text.utf8Span.span)
    guard places.count <= Self.mostPlaces else { return nil }
    for place in places where !known.contains(place) {
      let outer = seed.figures.first { $0.range != place && $0.range.overlaps(place) }
      if let outer {
        // The 5 in 5.30 is no occurrence of 5; the 5 of a quotation is one.
        guard value.found.isFigure, !Self.holdsWords(outer.kind) else { return nil }
        continue
      }
      let isTaken = found.contains { $0.range.overlaps(place) }
      // "Lee" in "Ann Lee" changes with the whole name.
      if isTaken, value.found.kind == .person { continue }
      guard !isTaken, !seed.isLocked(place), !isMarked(place), !value.found.isFigure else {
        return nil
      }
      value.places.append(place)
    }
    value.places.sort { $0.lowerBound < $1.lowerBound }
    return value
  }

  private static func holdsWords(_ kind: ProtectedRange.Kind) -> Bool {
    switch kind {
    case .quotation, .code, .placeholder: true
    default: false
    }
  }

  private func isMarked(_ place: Range<Int>) -> Bool {
    seed.marks.contains { $0.range.touches(place) }
  }

  /// As many values as the rate asks for, at least one; all of them where nobody says.
  private func choose(_ values: inout [Value], _ random: inout CounterRandom) {
    guard let rate = seed.rate, rate.isFinite, values.count > 1 else { return }
    let scalars = Double(seed.text.unicodeScalars.count)
    let exact = min(max(0, rate * scalars / 100), Double(values.count))
    let wanted = max(1, Int(exact) + (random.chance(exact - exact.rounded(.down)) ? 1 : 0))
    let chosen = random.sample(wanted, of: values.count)
    values = chosen.map { values[$0] }
  }

  /// Writes `a` or `an` by the sound of the new value.
  private func agree(before place: Range<Int>, _ new: String, _ draft: inout Draft) {
    guard seed.language == nil || seed.language == "en" else { return }
    let bytes = seed.text.utf8Span.span
    let end = place.lowerBound - 1
    guard end > 0, bytes[end] == 0x20 else { return }
    let isLong = bytes[end - 1] | 0x20 == UInt8(ascii: "n")
    let start = end - (isLong ? 2 : 1)
    guard start >= 0, bytes[start] | 0x20 == UInt8(ascii: "a"),
      start == 0 || bytes[start - 1] <= 0x20 || bytes[start - 1] == UInt8(ascii: "("),
      let article = IndefiniteArticle.article(before: new), (article == "an") != isLong,
      !isMarked(start..<end)
    else { return }
    let isUpper = bytes[start] & 0x20 == 0
    draft.replace(
      start..<end,
      with: isUpper ? article.prefix(1).uppercased() + article.dropFirst() : article,
      because: "article"
    )
  }
}
