import SeedbedText
import Testing

@Suite(
  "English inflection",
  .enabled(if: TextResources.wordnet != nil, "WordNet 3.0 is not installed here")
)
struct InflectionTests {
  private func inflector() throws -> Inflector {
    Inflector(wordnet: try #require(TextResources.wordnet))
  }

  @Test(
    "makes the regular and irregular forms",
    arguments: [
      ("card", PartOfSpeech.noun, Inflection.plural, "cards"), ("box", .noun, .plural, "boxes"),
      ("city", .noun, .plural, "cities"), ("day", .noun, .plural, "days"),
      ("mouse", .noun, .plural, "mice"), ("child", .noun, .plural, "children"),
      ("knife", .noun, .plural, "knives"), ("buy", .verb, .thirdPerson, "buys"),
      ("try", .verb, .thirdPerson, "tries"), ("go", .verb, .thirdPerson, "goes"),
      ("stop", .verb, .past, "stopped"), ("stop", .verb, .presentParticiple, "stopping"),
      ("hope", .verb, .presentParticiple, "hoping"), ("die", .verb, .presentParticiple, "dying"),
      ("see", .verb, .presentParticiple, "seeing"), ("help", .verb, .past, "helped"),
      ("visit", .verb, .past, "visited"), ("admit", .verb, .past, "admitted"),
      ("carry", .verb, .past, "carried"), ("show", .verb, .past, "showed"),
      ("begin", .verb, .past, "began"), ("begin", .verb, .pastParticiple, "begun"),
      ("quit", .verb, .presentParticiple, "quitting"), ("fix", .verb, .past, "fixed"),
      ("big", .adjective, .comparative, "bigger"), ("nice", .adjective, .superlative, "nicest"),
      ("happy", .adjective, .comparative, "happier"), ("good", .adjective, .comparative, "better"),
      ("need", .verb, .past, "needed"), ("rain", .verb, .presentParticiple, "raining"),
    ]
  )
  func forms(_ base: String, _ pos: PartOfSpeech, _ inflection: Inflection, _ form: String) throws {
    #expect(try inflector().inflect(base, inflection, pos) == form)
    #expect(try inflector().inflections(of: form, base: base, pos).contains(inflection))
  }

  @Test(
    "answers nil when in doubt",
    arguments: [
      ("beautiful", PartOfSpeech.adjective, Inflection.comparative),
      ("information", .noun, .plural), ("casino", .noun, .plural), ("café", .noun, .plural),
      ("card", .noun, .past), ("", .noun, .plural), ("a", .verb, .past), ("x1", .noun, .plural),
    ]
  )
  func doubt(_ base: String, _ pos: PartOfSpeech, _ inflection: Inflection) throws {
    #expect(try inflector().inflect(base, inflection, pos) == nil)
  }

  @Test("a form that may be two things is passed on only where both give one form")
  func ambiguousForms() throws {
    let inflector = try inflector()
    let walked = inflector.inflections(of: "walked", base: "walk", .verb)
    #expect(walked == [.past, .pastParticiple])
    #expect(inflector.inflect("buy", like: walked, .verb) == "bought")
    #expect(inflector.inflect("begin", like: walked, .verb) == nil)
    #expect(inflector.inflect("start", like: [], .verb) == nil)
  }

  @Test("no form of another word is taken for an inflection")
  func notInflections() throws {
    #expect(try inflector().inflections(of: "cares", base: "car", .noun) == [])
    #expect(try inflector().inflections(of: "bed", base: "be", .verb) == [])
  }
}

@Suite("English articles")
struct IndefiniteArticleTests {
  @Test(
    "follows the sound",
    arguments: [
      ("hour", "an"), ("honest", "an"), ("house", "a"), ("university", "a"), ("umbrella", "an"),
      ("unimportant", "an"), ("uniform", "a"), ("user", "a"), ("usual", "a"), ("one", "a"),
      ("once", "a"), ("onion", "an"), ("European", "a"), ("MRI", "an"), ("USB", "a"), ("FBI", "an"),
      ("8", "an"), ("80", "an"), ("18", "an"), ("11", "an"), ("110", "a"), ("1", "a"),
      ("11000", "an"), ("apple", "an"), ("dog", "a"), ("X-ray", "an"), ("Egg", "an"), ("SIM", "a"),
      ("hero", "a"), ("heir", "an"), ("unit", "a"), ("uninstall", "an"),
    ]
  )
  func sound(_ word: String, _ article: String) {
    #expect(IndefiniteArticle.article(before: word) == article)
  }

  @Test("has no answer before other signs", arguments: ["", "…", "é", "(", "订单"])
  func noAnswer(_ word: String) {
    #expect(IndefiniteArticle.article(before: word) == nil)
  }
}
