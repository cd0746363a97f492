/// Phrases of quantity that open a sentence or follow its verb, with what contradicts them, by language.
///
/// The pairs are contradictories, not contraries: if one is false the other is true ("some" and "no",
/// "all" and "not all").
public struct Quantifiers: Sendable {
  private let phrases: PhraseTable
  private let opposites: [String]
  private let startOnly: [Bool]

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es"]

  /// The phrases of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> Quantifiers? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    default: nil
    }
  }

  /// Where a quantifier stands that governs its sentence.
  ///
  /// - Parameter words: The words of a text.
  /// - Returns: The places in order; further quantifiers, whatever they govern, count as places too.
  public func places(_ words: [FoldedWord]) -> [RewritePlace] {
    phrases.places(in: words).filter { !startOnly[$0.rule] || words[$0.word].opensSentence }
  }

  /// What contradicts a place.
  ///
  /// - Parameter place: A place that ``places(_:)`` found.
  /// - Returns: A phrase in small letters.
  public func opposite(_ place: RewritePlace) -> String { opposites[place.rule] }

  private init(_ list: String) {
    var phrases: [(phrase: String, number: Int)] = []
    var opposites: [String] = []
    var startOnly: [Bool] = []
    for line in list.split(separator: "\n") {
      let isStart = line.hasPrefix("^")
      let sides = line.drop { $0 == "^" }.split(separator: "=").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      guard sides.count == 2 else { continue }
      for (from, to) in [(sides[0], sides[1]), (sides[1], sides[0])] {
        phrases.append((from, opposites.count))
        opposites.append(to)
        startOnly.append(isStart)
      }
    }
    self.phrases = PhraseTable(phrases)
    self.opposites = opposites
    self.startOnly = startOnly
  }

  private static let english = Quantifiers(
    """
    ^some = no
    ^some of = none of
    ^all = not all
    ^all of = not all of
    ^every = not every
    ^each = not every
    ^everyone = not everyone
    ^everybody = not everybody
    ^everything = not everything
    ^someone = no one
    ^somebody = nobody
    ^something = nothing
    there is a = there is no
    there are some = there are no
    there was a = there was no
    there were some = there were no
    is always = is not always
    are always = are not always
    was always = was not always
    were always = were not always
    is sometimes = is never
    are sometimes = are never
    was sometimes = was never
    were sometimes = were never
    """
  )
  private static let spanish = Quantifiers(
    """
    ^todos los = no todos los
    ^todas las = no todas las
    ^todos = no todos
    ^todas = no todas
    ^alguien = nadie
    ^algo = nada
    ^siempre = no siempre
    ^hay = no hay
    """
  )
  private static let german = Quantifiers(
    """
    ^alle = nicht alle
    ^jeder = nicht jeder
    ^jede = nicht jede
    ^jedes = nicht jedes
    ^jemand = niemand
    ist immer = ist nicht immer
    sind immer = sind nicht immer
    war immer = war nicht immer
    es gibt ein = es gibt kein
    es gibt eine = es gibt keine
    es gibt einen = es gibt keinen
    """
  )
}
