import SeedbedKernels

/// Looks for the numbers, dates, names and codes of a claim in a source.
///
/// Numbers are compared by value: "1,200", "1200" and "twelve hundred" are equal, and so are "£5m"
/// and "5 million pounds". A number is contradicted where the source counts the same thing, or uses
/// the same unit of measure, with other values only, and has the words beside it. Dates are
/// compared by the parts both give. A name is supported when the source has all of its words.
public enum FactCheck {
  /// So many facts of the same unit are looked at.
  private static let mostRivals = 256
  /// So many dates are looked at.
  private static let mostDates = 4096

  /// What a source says of the facts of a text.
  ///
  /// - Parameters:
  ///   - text: A claim or several.
  ///   - source: The source.
  /// - Returns: One finding for each fact, in the order of the text.
  public static func findings(for text: String, in source: SourceText) -> [FactFinding] {
    let claim = TermList(text, language: source.lists)
    return findings(claim, text, ScalarOffsets(text), in: source)
  }

  static func findings(
    _ claim: TermList,
    _ text: String,
    _ offsets: ScalarOffsets,
    in source: SourceText
  ) -> [FactFinding] {
    claim.facts.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { fact in
      let found = support(of: fact, claim, in: source)
      let place = found.place.map { scalars($0, source.offsets) }
      return FactFinding(
        fact: Self.fact(fact, in: text, offsets),
        support: found.support,
        source: place,
        sourceText: found.place.map { Self.part(source.text, $0) } ?? ""
      )
    }
  }

  /// What the source says of a fact, with the bytes that say so.
  static func support(
    of fact: TermFact,
    _ claim: TermList,
    in source: SourceText
  ) -> (support: FactFinding.Support, place: Range<Int>?) {
    switch fact.kind {
    case .date: date(fact, in: source)
    case .name: name(fact, claim, in: source)
    case .number, .code: number(fact, claim, in: source)
    }
  }

  static func fact(_ fact: TermFact, in text: String, _ offsets: ScalarOffsets) -> Fact {
    Fact(kind: fact.kind, range: scalars(fact.range, offsets), text: part(text, fact.range))
  }

  private static func part(_ text: String, _ range: Range<Int>) -> String {
    text.withUTF8Bytes { String(decoding: $0[range], as: UTF8.self) }
  }

  // MARK: - Numbers

  private static func number(
    _ fact: TermFact,
    _ claim: TermList,
    in source: SourceText
  ) -> (FactFinding.Support, Range<Int>?) {
    let equals = source.facts.byKey.places(of: fact.key)
    if let first = equals.first {
      // The one with the same unit shows best where it is said.
      let best = equals.prefix(mostRivals).first { source.content.facts[$0].unit == fact.unit }
      return (.supported, source.content.facts[best ?? first].range)
    }
    if let place = spelledOut(fact, claim, in: source) { return (.supported, place) }
    guard fact.value != nil, fact.unit != 0 else { return (.absent, nil) }
    let rivals = source.facts.byUnit.places(of: fact.unit).prefix(mostRivals)
    let rival = rivals.first { source.content.facts[$0].value != nil }
    return rival.map { (.contradicted, source.content.facts[$0].range) } ?? (.absent, nil)
  }

  /// Where the terms of a figure stand as single words: the year inside a date, parts of a result.
  private static func spelledOut(
    _ fact: TermFact,
    _ claim: TermList,
    in source: SourceText
  ) -> Range<Int>? {
    let keys = claim.terms[fact.terms].prefix(fact.value == nil ? fact.terms.count : 1).map(\.key)
    var place: Range<Int>?
    for key in keys {
      guard let found = source.index.places(of: key).first else { return nil }
      place = place ?? source.content.terms[found].range
    }
    return place
  }

  // MARK: - Dates

  private static func date(
    _ fact: TermFact,
    in source: SourceText
  ) -> (FactFinding.Support, Range<Int>?) {
    guard let date = fact.date else { return (.absent, nil) }
    var rival: Range<Int>?
    for place in source.facts.dates.prefix(mostDates) {
      let other = source.content.facts[place]
      guard let given = other.date else { continue }
      if date.isGiven(by: given) { return (.supported, other.range) }
      if rival == nil, date.isContradicted(by: given) { rival = other.range }
    }
    return rival.map { (.contradicted, $0) } ?? (.absent, nil)
  }

  // MARK: - Names

  private static func name(
    _ fact: TermFact,
    _ claim: TermList,
    in source: SourceText
  ) -> (FactFinding.Support, Range<Int>?) {
    let keys = claim.terms[fact.terms].map(\.key)
    let places = keys.map { source.index.places(of: $0).prefix(mostRivals) }
    let missing = places.count { $0.isEmpty }
    guard missing > 0 else { return (.supported, nearest(keys, places, in: source)) }
    guard missing < keys.count else { return (.absent, nil) }
    // The source has a part of the name inside another name of as many words.
    for place in places.joined() {
      let name = source.facts.nameOfTerm[place]
      if name >= 0, source.content.facts[name].terms.count == keys.count {
        return (.contradicted, source.content.facts[name].range)
      }
    }
    return (.absent, nil)
  }

  /// Where the words of a name stand together; else where its first word stands.
  private static func nearest(
    _ keys: [UInt64],
    _ places: [ArraySlice<Int>],
    in source: SourceText
  ) -> Range<Int>? {
    let terms = source.content.terms
    for place in places.first ?? [] {
      let end = place + keys.count
      if end <= terms.count, (place..<end).allSatisfy({ terms[$0].key == keys[$0 - place] }) {
        return terms[place].range.lowerBound..<terms[end - 1].range.upperBound
      }
    }
    return places.first?.first.map { terms[$0].range }
  }
}

extension String {
  /// Lets a function read the text's bytes.
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}
