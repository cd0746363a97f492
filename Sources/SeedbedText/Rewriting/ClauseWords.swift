/// The words that join a clause to another which may come before or after it, by language.
public struct ClauseWords: Sendable {
  private static let asking = 1
  private static let joining = 2
  private static let pointing = 4
  private static let auxiliary = 8
  private static let binding = 16
  private static let denying = 32

  private let conjunctions: PhraseTable
  private let classes: WordClasses
  /// How many of the conjunctions, from the first, may open a clause that comes second.
  private let movable: Int
  /// How many of them, from the first, give reasons, which a negation before them may reach.
  private let causal: Int

  /// The languages that have lists, by ISO 639-1 code; German is not among them, since its verbs would
  /// have to move.
  public static let languages = ["en", "es", "fr"]

  /// The words of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> ClauseWords? {
    switch language {
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// Two clauses of a sentence, as numbers of words.
  public struct Pair: Sendable, Hashable {
    /// The clause with its conjunction.
    public var dependent: Range<Int>
    /// The other one.
    public var main: Range<Int>
    /// Whether the one with the conjunction comes first.
    public var isDependentFirst: Bool { dependent.lowerBound < main.lowerBound }
  }

  /// The two clauses of a sentence; nil where it has not exactly two that can safely change places.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - sentence: Which of them make the sentence.
  /// - Returns: The clauses, or nil.
  public func pair(_ words: [FoldedWord], _ sentence: Range<Int>) -> Pair? {
    guard sentence.count >= 6, sentence.count <= 60 else { return nil }
    var comma: Int?
    for index in sentence.dropFirst() {
      switch words[index].gap {
      case .space: continue
      case .comma where comma == nil: comma = index
      default: return nil
      }
    }
    return comma.map { dependentFirst(words, sentence, $0) } ?? mainFirst(words, sentence)
  }

  private func dependentFirst(
    _ words: [FoldedWord],
    _ sentence: Range<Int>,
    _ comma: Int
  ) -> Pair? {
    let first = sentence.lowerBound
    guard let (_, count) = conjunctions.match(words, at: first) else { return nil }
    let (inner, main) = (first + count..<max(first + count, comma), comma..<sentence.upperBound)
    // "When will it come, …" asks; a pronoun in what would come first has nothing to point at.
    guard inner.count >= 2, main.count >= 3, !has(words, inner.prefix(1), Self.auxiliary),
      !has(words, inner, Self.joining), !has(words, main, Self.joining | Self.pointing),
      !holdsConjunction(words, inner), !holdsConjunction(words, main)
    else { return nil }
    return Pair(dependent: first..<comma, main: main)
  }

  private func mainFirst(_ words: [FoldedWord], _ sentence: Range<Int>) -> Pair? {
    var found: (place: Int, count: Int, number: Int)?
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let (number, count) = conjunctions.match(words, at: index) else {
        index += 1
        continue
      }
      guard found == nil, number < movable else { return nil }
      found = (index, count, number)
      index += count
    }
    guard let found else { return nil }
    let main = sentence.lowerBound..<found.place
    let inner = found.place + found.count..<max(found.place + found.count, sentence.upperBound)
    guard main.count >= 3, inner.count >= 2, inner.upperBound == sentence.upperBound,
      !has(words, main.suffix(1), Self.binding), !has(words, main, Self.asking | Self.joining),
      !has(words, inner, Self.joining), !has(words, inner.prefix(1), Self.auxiliary),
      // "I did not leave because …" may deny the reason only.
      found.number >= causal || !denies(words, main)
    else { return nil }
    return Pair(dependent: found.place..<sentence.upperBound, main: main)
  }

  private func holdsConjunction(_ words: [FoldedWord], _ range: Range<Int>) -> Bool {
    range.contains { conjunctions.match(words, at: $0) != nil }
  }

  private func has(_ words: [FoldedWord], _ range: Range<Int>, _ bits: Int) -> Bool {
    range.contains { classes.has(words[$0].key, bits) }
  }

  private func denies(_ words: [FoldedWord], _ range: Range<Int>) -> Bool {
    range.contains { words[$0].hasApostrophe || classes.has(words[$0].key, Self.denying) }
  }

  // Conjunctions that give reasons, others that may come second, and those that are clear only at the
  // start of a sentence.
  private init(
    causal: String,
    movable: String,
    leading: String,
    asking: String,
    joining: String,
    pointing: String,
    auxiliary: String,
    binding: String,
    denying: String
  ) {
    let lists = [causal, movable, leading].map { $0.split(separator: "|").map(String.init) }
    conjunctions = PhraseTable(lists.joined().enumerated().map { ($0.element, $0.offset) })
    self.causal = lists[0].count
    self.movable = lists[0].count + lists[1].count
    classes = WordClasses([
      (Self.asking, asking), (Self.joining, joining), (Self.pointing, pointing),
      (Self.auxiliary, auxiliary), (Self.binding, binding), (Self.denying, denying),
    ])
  }

  private static let english = ClauseWords(
    causal: "because",
    movable: "if|when|after|before|unless|as soon as|whenever",
    leading: "once|although|even though|while|until|since|though",
    asking: """
      know knows knew wonder wondering ask asked asking tell check see sure find understand remember
      explain confirm decide determine figure learn guess question doubt care clear unsure say said asks idea matter think believe let
      """,
    joining: "and but or so nor yet then that which who",
    pointing: "it its they them their he him his she her this that these those there one such",
    auxiliary: """
      will would do does did is are am was were can could should has have had may might shall must i'm
      the's
      """,
    binding: """
      as even only what just right shortly look looking looked day week night year long ever never
      except especially not than time times moment date simply mainly mostly partly like always is was
      """,
    denying: "not never no nobody nothing none cannot hardly"
  )
  private static let spanish = ClauseWords(
    causal: "",
    movable: "si|cuando|en cuanto|antes de que|después de que|mientras",
    leading: "aunque",
    asking: """
      sé sabe saber sabes saben pregunto preguntar ver dime dígame decir confirmar comprobar verificar
      averiguar seguro segura explicar indicar recuerdo duda
      """,
    joining: "y o pero e u ni pues que sino",
    pointing: "lo él ella ellos ellas su sus eso esto esa ese",
    auxiliary: "es son será hay está están va van puede",
    binding: "como incluso solo sólo aun hasta por desde aún no",
    denying: "no nunca nadie nada"
  )
  private static let french = ClauseWords(
    causal: "",
    movable: "si|quand|lorsque|dès que|s'il|s'ils|lorsqu'il|lorsqu'elle",
    leading: "bien que|comme",
    asking: """
      sais sait savoir savez demande demander voir dites dis vérifier confirmer comprendre expliquer
      sûr sûre doute indiquer
      """,
    joining: "et ou mais car donc ni que qui",
    pointing: "il elle ils elles lui leur leurs son sa ses ce cela ça",
    auxiliary: "est sont sera va vont peut pouvez puis",
    binding: "comme même sauf depuis ne pas",
    denying: "ne pas jamais rien personne"
  )
}
