/// Phrases of courtesy of a language, by the place where they fit.
struct CourtesyLists {
  /// Before anything; one that ends with a comma goes on in the same sentence.
  let greetings: [String]
  /// Before a question.
  let questionLeads: [String]
  /// Before a sentence that begins with a pronoun or an article.
  let statementLeads: [String]
  /// After everything, as sentences.
  let closings: [String]
  /// Words that show that the text is polite already, so that nothing is said twice.
  let greetingWords: Set<String>
  let thankingWords: Set<String>
  let pleadingWords: Set<String>
  /// First words that make a question.
  let questionWords: Set<String>
  /// First words that make a question when a pronoun or an article follows.
  let invertedWords: Set<String>
  /// First words of a sentence that a statement lead may introduce.
  let statementWords: Set<String>

  private init(
    greetings: String,
    questionLeads: String,
    statementLeads: String,
    closings: String,
    greetingWords: String,
    thankingWords: String,
    pleadingWords: String,
    questionWords: String,
    invertedWords: String,
    statementWords: String
  ) {
    func lines(_ list: String) -> [String] { list.split(separator: "\n").map(String.init) }
    func words(_ list: String) -> Set<String> {
      Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
    self.greetings = lines(greetings)
    self.questionLeads = lines(questionLeads)
    self.statementLeads = lines(statementLeads)
    self.closings = lines(closings)
    self.greetingWords = words(greetingWords)
    self.thankingWords = words(thankingWords)
    self.pleadingWords = words(pleadingWords)
    self.questionWords = words(questionWords)
    self.invertedWords = words(invertedWords)
    self.statementWords = words(statementWords)
  }

  /// The languages that have lists, by ISO 639-1 code.
  static let languages = ["en", "es"]

  /// The lists of a language; nil for a language without any.
  static func `for`(language: String?) -> CourtesyLists? {
    switch language {
    case "en": english
    case "es": spanish
    default: nil
    }
  }

  private static let english = CourtesyLists(
    greetings: """
      Hi,
      Hello,
      Hey,
      Hi there,
      Hello there,
      Hi everyone,
      Hi all,
      Good morning,
      Good afternoon,
      Good evening,
      Good day,
      Hi!
      Hello!
      Hey there!
      Hi, hope you are well.
      Hello, I hope you are doing well.
      """,
    questionLeads: """
      Quick question:
      A quick question:
      One question:
      I have a question:
      Just wondering,
      I was wondering,
      Just curious,
      Sorry to bother you, but
      Maybe a silly question, but
      Sorry if this was asked before, but
      Could you tell me:
      Excuse me,
      """,
    statementLeads: """
      So,
      Well,
      Okay, so
      Just so you know,
      To be honest,
      Basically,
      As I said,
      Here is the thing:
      Sorry to bother you, but
      The situation is this:
      """,
    closings: """
      Thanks.
      Thank you.
      Thanks!
      Thanks in advance.
      Thank you in advance.
      Many thanks.
      Thanks a lot.
      Thank you very much.
      Thanks for your help.
      Thank you for your time.
      Any help would be appreciated.
      I would appreciate your help.
      Looking forward to your reply.
      Looking forward to hearing from you.
      Please let me know.
      Kind regards.
      Best regards.
      Cheers.
      Have a nice day!
      """,
    greetingWords: "hi hello hey hiya greetings dear good morning afternoon evening",
    thankingWords: "thank thanks thx ty cheers regards appreciate appreciated grateful sincerely",
    pleadingWords: "please pls plz kindly",
    questionWords: "what what's where where's when why who which how how's",
    invertedWords: "can could would will should is are am do does did has have was were may",
    statementWords:
      "i i'm i've i'd my we we're we've our it it's the there there's this that's they he she"
  )

  private static let spanish = CourtesyLists(
    greetings: """
      Hola,
      Buenas,
      Muy buenas,
      Buenos días,
      Buenas tardes,
      Buenas noches,
      Hola, buenas,
      Hola a todos,
      Hola, buenos días,
      Saludos,
      ¡Hola!
      ¡Buenas!
      ¡Buenos días!
      Hola, ¿qué tal?
      Hola, buenas tardes.
      Hola, espero que se encuentre bien.
      """,
    questionLeads: """
      Una pregunta:
      Una consulta:
      Una pregunta rápida:
      Tengo una duda:
      Tengo una pregunta:
      Una duda rápida:
      Quería saber una cosa:
      Perdone la molestia, pero
      Disculpe,
      Perdón,
      Solo por curiosidad,
      A ver,
      """,
    statementLeads: """
      A ver,
      Bueno,
      Pues
      La verdad es que
      Resulta que
      Le cuento:
      Perdone la molestia, pero
      La situación es esta:
      Como le decía,
      El caso es que
      """,
    closings: """
      Gracias.
      ¡Gracias!
      Muchas gracias.
      ¡Muchas gracias!
      Gracias de antemano.
      Muchas gracias de antemano.
      Mil gracias.
      Gracias por su ayuda.
      Muchas gracias por su ayuda.
      Gracias y un saludo.
      Un saludo.
      Saludos.
      Saludos cordiales.
      Quedo a la espera de su respuesta.
      Espero su respuesta.
      Agradezco su ayuda.
      Que tenga un buen día.
      """,
    greetingWords: "hola buenas buenos saludos estimado estimada estimados estimadas oye oiga",
    thankingWords:
      "gracias agradezco agradecería agradecido agradecida saludo saludos atentamente grax",
    pleadingWords: "favor porfa porfavor xfa",
    questionWords: """
      qué quién quiénes dónde cuándo cuál cuáles cómo cuánto cuánta cuántos cuántas
      """,
    invertedWords: "",
    statementWords: "yo mi mis me nos el la los las no tengo he hemos estoy este esta hay"
  )
}
