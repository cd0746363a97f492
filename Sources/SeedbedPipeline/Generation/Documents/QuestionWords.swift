import SeedbedText

/// What asking needs to know of a language: its words, and how questions are put.
struct QuestionWords: Sendable {
  /// ISO 639-1.
  let language: String
  let functionWords: FunctionWords
  let articles: Set<String>
  /// Words at the start of a sentence that point back to what was said before.
  let openers: Set<String>
  /// Words that point out of the sentence wherever they stand.
  let pointers: Set<String>
  /// Nouns that say nothing without what was said before.
  let vague: Set<String>

  /// The languages in which questions can be put.
  static let languages = ["en", "es", "fr", "de"]

  private init(
    _ language: String,
    articles: String,
    openers: String,
    pointers: String,
    vague: String = ""
  ) {
    func set(_ words: String) -> Set<String> {
      Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
    self.language = language
    functionWords = FunctionWords.for(language: language)
    self.articles = set(articles)
    self.openers = set(openers)
    self.pointers = set(pointers)
    self.vague = set(vague)
  }

  /// The words of a language; nil for one that is not known.
  static func of(_ language: String?) -> QuestionWords? {
    switch language {
    case "en": english
    case "es": spanish
    case "fr": french
    case "de": german
    default: nil
    }
  }

  /// The words of a document's language; where that is not said, of the language whose function words its
  /// beginning has most of.
  static func of(_ document: SectionedDocument) -> QuestionWords? {
    if let language = document.language { return of(language) }
    var counts = [Int](repeating: 0, count: languages.count)
    let lists = languages.map { FunctionWords.for(language: $0) }
    for section in document.sections.prefix(20) where section.kind != .code {
      for word in section.text.prefix(2000).split(whereSeparator: { !$0.isLetter }) {
        let lower = word.lowercased()
        for (place, list) in lists.enumerated() where list.contains(lower) { counts[place] += 1 }
      }
    }
    guard let most = counts.max(), most >= 3, let place = counts.firstIndex(of: most) else {
      return nil
    }
    return of(languages[place])
  }

  private static let english = QuestionWords(
    "en",
    articles: "a an the",
    openers: """
      it its it’s it's there’s that’s here’s there's that's here's it’ll they’re you’re you’ve
      they their them this that these those he she his her we i you there here such both each
      another other others however therefore thus hence also instead then next finally first
      second third now still so but and or nor yet because since although though while when
      where if unless until after before once for in on at by with as to from note remember
      recall again similarly likewise otherwise additionally furthermore moreover besides
      meanwhile consequently let let’s notice see keep try save place run open consult replace
      enter change update write copy remove add create be install check imagine suppose
      consider assume think go say make use call click select choose press type set put get
      take find look read move start given using doing most many some several either neither
      all none one two without unlike like rather what which who whose why how
      """,
    pointers: """
      this these those here above below following discussed mentioned described section
      sections earlier previous previously later latter former we us our ours we’ll we’re
      we’ve we’d we'll we're we've we'd i i’m let’s let's listing listings figure chapter
      chapters appendix aforementioned respectively it’ll they’re you’ll you’ve you’d you'll
      you've next
      """,
    vague: """
      reason result problem goal idea difference example code output advantage disadvantage
      purpose answer question point way thing fact case solution line lines part kind type
      method function value values section chapter step change key rest choice option options
      issue following name number message error first second third last program program’s test
      tests call function’s caller user data process approach rule rules behavior concept
      other others pattern benefit downside alternative consequence effect signature body
      """
  )

  private static let spanish = QuestionWords(
    "es",
    articles: "un una unos unas el la los las",
    openers: """
      este esta esto estos estas ese esa eso esos esas él ella ello ellos ellas aquí allí así
      además también entonces luego después antes sin por para pero y o si cuando como donde
      aunque porque su sus se lo le ambos otro otra otros otras en con de al del a según cada
      todo todos tal no
      """,
    pointers:
      "este esta esto estos estas ese esa eso aquí arriba abajo anterior siguiente nosotros nos",
    vague: "razón resultado problema ejemplo idea diferencia ventaja caso forma parte objetivo"
  )

  private static let french = QuestionWords(
    "fr",
    articles: "un une des le la les l’ l'",
    openers: """
      ce cet cette ces cela ceci ça il elle ils elles on nous vous je tu ici là ainsi aussi
      donc puis ensuite enfin mais et ou si quand comme où bien parce son sa ses leur leurs en
      dans avec pour par sur au aux du de à selon chaque tout tous tel telle ne c’est c'est
      """,
    pointers:
      "ce cet cette ces ceci ici ci-dessus ci-dessous précédent précédente suivant suivante nous",
    vague: "raison résultat problème exemple idée différence avantage cas façon partie but"
  )

  private static let german = QuestionWords(
    "de",
    articles: "ein eine einen einem einer eines der die das den dem des",
    openers: """
      dies diese dieser dieses diesen diesem jene jener jenes er sie es wir ich ihr ihre sein
      seine hier dort dann danach davor außerdem auch jedoch aber und oder wenn falls weil da
      als ob obwohl während nach vor in im am an auf bei mit von vom zu zum zur für durch ohne
      gegen um man so damit daher deshalb beide jeder jede jedes alle solche solcher nicht
      """,
    pointers:
      "dies diese dieser dieses diesen diesem hier oben unten folgende folgenden vorige wir uns",
    vague: "grund ergebnis problem beispiel idee unterschied vorteil fall teil ziel"
  )
}
