import SeedbedText

/// The classes of words that decide what courtesy fits, as bits.
enum CourtesyWords {
  /// They show that the text is polite already, so that nothing is said twice.
  static let greeting = 1
  static let thanking = 2
  static let pleading = 4
  /// First words that make a question.
  static let question = 8
  /// First words that make a question before a subject.
  static let inverted = 16
  static let subject = 32
  /// First words of a sentence that a lead may introduce.
  static let statement = 64
  /// "can" before "you": a request.
  static let modal = 128
  static let asked = 256
  /// First words of a request, and what follows or precedes them.
  static let request = 512
  static let object = 1024
  /// Words that are no names, whose capital only opens the sentence.
  static let common = 2048
  /// The reader is called by "tu" or "du".
  static let familiar = 4096

  static let english = WordClasses([
    (greeting, "hi hello hey hiya greetings dear good morning afternoon evening"),
    (
      thanking,
      "thank thanks thx ty cheers regards appreciate appreciated grateful sincerely"
    ),
    (pleading, "please pls plz kindly"),
    (question | common, "what what's where where's when why who which how how's"),
    (
      inverted | common,
      "can could will would should is are am do does did has have had was were may"
    ),
    (
      subject | statement,
      "i i'm i've i'd my we we're we've our it it's the there there's this that's they he she"
    ),
    (subject, "you"),
    (modal, "can could would will"),
    (asked, "you someone somebody anyone"),
    (object, "me us my our the this that these those a an it him her"),
    (
      request | common,
      """
      activate add arrange block book calculate call cancel change check close confirm correct create
      delete describe explain find fix freeze get give help increase list lower make move open order
      play provide raise refund remind remove replace reset return reverse schedule send set show stop
      tell transfer unblock update verify
      """
    ),
    (common, FunctionWords.for(language: "en").words.joined(separator: " ")),
  ])

  static let spanish = WordClasses([
    (greeting, "hola buenas buenos saludos estimado estimada estimados estimadas oye oiga"),
    (
      thanking,
      "gracias agradezco agradecería agradecido agradecida saludo saludos atentamente grax"
    ),
    (pleading, "favor porfa porfavor xfa"),
    (
      question | common,
      """
      qué quién quiénes dónde cuándo cuál cuáles cómo cuánto cuánta cuántos cuántas
      """
    ),
    (subject | statement, "yo mi mis me nos el la los las no tengo he hemos estoy este esta hay"),
    (object, "me nos"),
    (
      request | common,
      """
      puede puedes pueden podría podrías podrían quiero queremos quisiera necesito necesitamos dime
      dígame díganme ayúdame ayúdeme ayúdenme envíame envíenme envíeme mándame mándenme mándeme
      muéstrame explícame cancelen cambien cancele cambie cancela devuélvanme
      """
    ),
    (common, FunctionWords.for(language: "es").words.joined(separator: " ")),
  ])

  static let french = WordClasses([
    (greeting, "bonjour bonsoir salut coucou madame monsieur cher chère allo"),
    (thanking, "merci remercie remercions cordialement salutations bientôt"),
    (pleading, "plaît plait svp stp prie"),
    (
      question | common,
      "qui que qu'est où quand comment pourquoi combien quel quelle quels quelles quoi"
    ),
    (inverted | common, "est puis peut pouvez pourriez peux avez as"),
    (
      subject | statement,
      "je j'ai j'aimerais mon ma mes nous notre il elle le la les c'est on ce cette vous tu ils elles"
    ),
    (modal, "pouvez pourriez peux pourrais"),
    (asked, "vous tu"),
    (familiar, "tu te toi ton ta tes t'es t'as"),
    (
      request | common,
      """
      dites dis aidez aide donnez donne envoyez envoie montrez montre expliquez explique annulez
      annule bloquez bloque ouvrez ouvre changez change trouvez trouve réservez réserve
      """
    ),
    (common, FunctionWords.for(language: "fr").words.joined(separator: " ")),
  ])

  static let german = WordClasses([
    (greeting, "hallo hi hey guten moin servus grüezi liebe lieber geehrte geehrter"),
    (thanking, "danke dank dankbar vielen gruß grüße grüßen tschüss"),
    (pleading, "bitte"),
    (
      question | common,
      "wer was wo wann warum wieso weshalb wie welche welcher welches wohin woher wem wen"
    ),
    (inverted | common, "ist sind kann können könnte könnten hat haben gibt wird darf muss soll"),
    (
      subject | statement,
      "ich mein meine wir unser unsere der die das es er dieser diese dieses hier man"
    ),
    (modal, "können könnten kannst könntest würden würdest"),
    (asked, "sie du"),
    (common, FunctionWords.for(language: "de").words.joined(separator: " ")),
  ])
}
