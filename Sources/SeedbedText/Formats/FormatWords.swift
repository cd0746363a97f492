/// The words of forms, e-mails and chats, by language.
public struct FormatWords: Sendable {
  /// The heads of a table's columns: the number and the text.
  public let columns: [String]
  /// Lines before the text of an e-mail: its subject.
  public let subjects: [String]
  /// How an e-mail greets.
  public let greetings: [String]
  /// How it ends.
  public let closings: [String]
  /// Who speaks in a chat.
  public let speakers: [String]
  /// Lines of a form before the field of the text, each with its value.
  public let fields: [String]
  /// The field of the text in a form.
  public let message: [String]

  /// The languages that have words, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The words of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> FormatWords? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  private init(
    columns: String,
    subjects: String,
    greetings: String,
    closings: String,
    speakers: String,
    fields: String,
    message: String
  ) {
    func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
    self.columns = list(columns)
    self.subjects = list(subjects)
    self.greetings = list(greetings)
    self.closings = list(closings)
    self.speakers = list(speakers)
    self.fields = list(fields)
    self.message = list(message)
  }

  private static let english = FormatWords(
    columns: "No.|Text",
    subjects: "Subject: A message|Subject: For your attention|Subject: Message from the website",
    greetings: "Hello,|Hi,|Dear team,|Good morning,|To whom it may concern,",
    closings: "Kind regards|Best regards|Regards|Sincerely",
    speakers: "User|Customer|Me|Client",
    fields: "Form: contact|Channel: web|Priority: normal|Language: English",
    message: "Message|Text|Comment|Your message"
  )
  private static let spanish = FormatWords(
    columns: "N.º|Texto",
    subjects: "Asunto: Mensaje|Asunto: Un mensaje de la web|Asunto: Para su atención",
    greetings: "Hola:|Buenos días:|Estimado equipo:|Buenas tardes:",
    closings: "Un saludo|Saludos cordiales|Atentamente",
    speakers: "Usuario|Cliente|Yo",
    fields: "Formulario: contacto|Canal: web|Prioridad: normal|Idioma: español",
    message: "Mensaje|Texto|Comentario"
  )
  private static let french = FormatWords(
    columns: "N°|Texte",
    subjects: "Objet : Message|Objet : Message du site|Objet : À votre attention",
    greetings: "Bonjour,|Madame, Monsieur,|Bonsoir,",
    closings: "Cordialement|Bien cordialement|Salutations",
    speakers: "Utilisateur|Client|Moi",
    fields: "Formulaire : contact|Canal : web|Priorité : normale|Langue : français",
    message: "Message|Texte|Commentaire"
  )
  private static let german = FormatWords(
    columns: "Nr.|Text",
    subjects: "Betreff: Nachricht|Betreff: Nachricht über die Website|Betreff: Zur Kenntnis",
    greetings: "Hallo,|Guten Tag,|Sehr geehrte Damen und Herren,",
    closings: "Mit freundlichen Grüßen|Viele Grüße|Beste Grüße",
    speakers: "Nutzer|Kunde|Ich",
    fields: "Formular: Kontakt|Kanal: Web|Priorität: normal|Sprache: Deutsch",
    message: "Nachricht|Text|Kommentar"
  )
}
