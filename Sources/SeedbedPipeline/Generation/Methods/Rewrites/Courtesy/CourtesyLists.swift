import SeedbedText

/// Phrases of courtesy of a language, by the place where they fit.
///
/// None of them calls the reader by "tú" or "usted", so that they fit either way of speaking.
final class CourtesyLists: Sendable {
  /// Phrases before a text.
  struct Openings: Sendable {
    /// All of them; one that ends with a comma goes on in the same sentence.
    let all: [String]
    /// Those that are sentences of their own.
    let finished: [String]

    init(_ list: String) {
      all = list.split(separator: "\n").map(String.init)
      finished = all.filter { !$0.goesOn }
    }
  }

  /// Before anything.
  let greetings: Openings
  /// Before a question.
  let questionLeads: Openings
  /// Before a sentence that begins with a pronoun or an article.
  let statementLeads: Openings
  /// After everything, as sentences.
  let closings: [String]
  /// The language's words by class.
  let words: WordClasses
  /// Words that are capitals inside a sentence too.
  private let capitals: WordClasses

  private init(
    greetings: String,
    questionLeads: String,
    statementLeads: String,
    closings: String,
    words: WordClasses,
    capitals: String = ""
  ) {
    self.greetings = Openings(greetings)
    self.questionLeads = Openings(questionLeads)
    self.statementLeads = Openings(statementLeads)
    self.closings = closings.split(separator: "\n").map(String.init)
    self.words = words
    self.capitals = WordClasses([(1, capitals)])
  }

  /// Whether a word is a capital inside a sentence too.
  func isCapitalAnyway(_ key: UInt64) -> Bool { capitals.has(key, 1) }

  /// The languages that have lists, by ISO 639-1 code.
  static let languages = ["de", "en", "es", "fr"]

  /// The lists of a language; nil for a language without any.
  static func `for`(language: String) -> CourtesyLists? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
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
      Thanks for the help.
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
    words: CourtesyWords.english,
    capitals: "i i'm i've i'd i'll"
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
      """,
    questionLeads: """
      Una pregunta:
      Una consulta:
      Una pregunta rápida:
      Tengo una duda:
      Tengo una pregunta:
      Una duda rápida:
      Quería saber una cosa:
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
      La situación es esta:
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
      Gracias por la ayuda.
      Muchas gracias por la ayuda.
      Gracias y un saludo.
      Un saludo.
      Saludos.
      Saludos cordiales.
      Quedo a la espera de una respuesta.
      Agradezco la ayuda.
      """,
    words: CourtesyWords.spanish
  )

  private static let french = CourtesyLists(
    greetings: """
      Bonjour,
      Bonsoir,
      Salut,
      Bonjour à tous,
      Bonjour !
      Bonsoir !
      Salut !
      Bonjour, j'espère que tout va bien.
      """,
    questionLeads: """
      Une question :
      Petite question :
      J'ai une question :
      Juste une question :
      Par curiosité,
      Désolé de déranger, mais
      Question rapide :
      """,
    statementLeads: """
      Alors,
      Bon,
      Bref,
      En fait,
      Voilà,
      Pour info,
      Désolé de déranger, mais
      La situation est la suivante :
      """,
    closings: """
      Merci.
      Merci !
      Merci beaucoup.
      Merci d'avance.
      Merci pour l'aide.
      Un grand merci.
      Cordialement.
      Bonne journée.
      Bonne journée !
      À bientôt.
      """,
    words: CourtesyWords.french
  )

  private static let german = CourtesyLists(
    greetings: """
      Hallo,
      Guten Tag,
      Guten Morgen,
      Guten Abend,
      Hi,
      Hallo zusammen,
      Hallo!
      Guten Tag!
      """,
    questionLeads: """
      Eine Frage:
      Kurze Frage:
      Nur eine Frage:
      Mal eine Frage:
      Entschuldigung,
      """,
    statementLeads: """
      Also,
      Nun,
      Na ja,
      Zur Info:
      Ehrlich gesagt:
      Folgendes:
      """,
    closings: """
      Danke.
      Danke!
      Vielen Dank.
      Vielen Dank im Voraus.
      Danke im Voraus.
      Danke für die Hilfe.
      Viele Grüße.
      Mit freundlichen Grüßen.
      Schönen Tag noch!
      """,
    words: CourtesyWords.german,
    capitals: "sie ihr ihre ihrem ihren ihrer ihres ihnen"
  )
}
