public import SeedbedKernels

/// Writes texts that a pattern of a JSON Schema accepts.
///
/// The pattern's tree is walked from the root; a text is given out only after the pattern itself has
/// accepted it, so what a walk cannot know (words that end where `\b` asks, anchors in the middle) is
/// left out rather than guessed.
public struct PatternSampler: Sendable {
  private let pattern: TextPattern
  private let tree: PatternTree

  private static let tries = 24
  private static let effort = 200_000
  /// Texts are never longer, whatever the pattern asks for.
  private static let longest = 4096

  /// Reads a pattern.
  ///
  /// - Parameter source: The pattern, in the syntax that `JSONSchema` knows.
  /// - Throws: A `SeedbedError` that says what is not known and at which character.
  public init(_ source: String) throws(SeedbedError) {
    do {
      pattern = try TextPattern(source)
      var parser = PatternParser(source)
      tree = try parser.parse()
    } catch {
      throw SeedbedError(
        .configuration,
        "`\(source.prefix(120))` is no pattern that is known here: \(error.reason)"
          + " at character \(error.offset + 1)"
      )
    }
  }

  /// Whether a text has the pattern.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it has; false as well where looking takes too long.
  public func accepts(_ text: String) -> Bool {
    var effort = Self.effort
    return pattern.matches(text, effort: &effort) == true
  }

  /// Draws a text that has the pattern.
  ///
  /// - Parameters:
  ///   - lengths: How many Unicode scalars it may have.
  ///   - random: The only source of chance.
  /// - Returns: The text; nil where a few tries found none.
  public func text(lengths: ClosedRange<Int>, random: inout CounterRandom) -> String? {
    let lengths = max(0, lengths.lowerBound)...max(0, min(lengths.upperBound, Self.longest))
    guard tree.shortest <= lengths.upperBound else { return nil }
    for attempt in 0..<Self.tries {
      var writer = PatternWalk(extra: extra(attempt, lengths, &random))
      writer.write(tree, &random)
      guard writer.scalars.count <= lengths.upperBound else { continue }
      // A pattern without an end lets more follow.
      while writer.scalars.count < lengths.lowerBound { writer.pad(&random) }
      let text = writer.text
      if accepts(text) { return text }
    }
    return nil
  }

  /// How many scalars a try may add to the shortest text: none, few, or what the length asks for.
  private func extra(
    _ attempt: Int,
    _ lengths: ClosedRange<Int>,
    _ random: inout CounterRandom
  ) -> Int {
    let least = tree.shortest
    let room = max(0, lengths.upperBound - least)
    let needed = max(0, lengths.lowerBound - least)
    guard attempt % 4 != 3 else { return needed }
    return min(room, needed + random.index(below: 1 + min(room, 3 + 2 * attempt)))
  }
}

/// One walk over a pattern's tree.
private struct PatternWalk {
  private(set) var scalars: [Unicode.Scalar] = []
  /// How many scalars more than the fewest may still be written.
  private var extra: Int

  private static let most = 5000

  init(extra: Int) { self.extra = extra }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func pad(_ random: inout CounterRandom) {
    let letters = "abcdefghijklmnopqrstuvwxyz".unicodeScalars.map(\.self)
    scalars.append(random.pick(letters) ?? "a")
  }

  mutating func write(_ tree: PatternTree, _ random: inout CounterRandom) {
    guard scalars.count < Self.most else { return }
    switch tree {
    case .start, .end, .boundary: break
    case .scalars(let members):
      if let scalar = members.draw(&random) { scalars.append(scalar) }
    case .sequence(let parts): for part in parts { write(part, &random) }
    case .choice(let branches):
      let shortest = branches.map(\.shortest).min() ?? 0
      let fitting = branches.filter { $0.shortest - shortest <= extra }
      guard let branch = random.pick(fitting) else { return }
      extra -= branch.shortest - shortest
      write(branch, &random)
    case .repeat(let part, let least, let most):
      let each = max(1, part.shortest)
      let room = min((most ?? least + extra) - least, extra / each)
      let more = room > 0 ? random.index(below: room + 1) : 0
      extra -= more * each
      for _ in 0..<(least + more) where scalars.count < Self.most { write(part, &random) }
    }
  }
}

extension PatternTree {
  /// The fewest scalars that a text of it has.
  fileprivate var shortest: Int {
    switch self {
    case .start, .end, .boundary: 0
    case .scalars: 1
    case .sequence(let parts): parts.reduce(0) { min(1 << 20, $0 + $1.shortest) }
    case .choice(let branches): branches.map(\.shortest).min() ?? 0
    case .repeat(let part, let least, _): min(1 << 20, least * min(1 << 20, part.shortest))
    }
  }
}

extension ScalarClass {
  /// Letters beyond ASCII that are tried where a class has none of those.
  private static let further = Array("éñüßçøÅŁČΩλЖя中日あ€—’…".unicodeScalars)

  /// One of the set; nil for a set without any scalar that is looked at.
  ///
  /// Printable ASCII comes first, letters and digits most of all, since that is what people type.
  fileprivate func draw(_ random: inout CounterRandom) -> Unicode.Scalar? {
    let printable = (UInt8(0x20)..<0x7F).map { Unicode.Scalar($0) }.filter(contains)
    let words = printable.filter { Self.isWord($0) && $0 != "_" }
    if !words.isEmpty, words.count == printable.count || random.chance(0.9) {
      return random.pick(words)
    }
    if !printable.isEmpty { return random.pick(printable) }
    let others = Self.further.filter(contains)
    if !others.isEmpty { return random.pick(others) }
    for range in ranges where !isNegated {
      let width = Int(min(range.upperBound - range.lowerBound, 500)) + 1
      let offset = UInt32(random.index(below: width))
      if let scalar = Unicode.Scalar(range.lowerBound + offset), contains(scalar) { return scalar }
    }
    return (UInt32(0)..<0x3000).lazy.compactMap(Unicode.Scalar.init).first(where: contains)
  }
}
