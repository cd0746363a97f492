/// Everyday words of very short messages that tell a language by themselves.
///
/// They are not function words; they only serve identification. Words that several languages share
/// ("ok", "no", "email") are left out on purpose.
enum GreetingWords {
  static let byLanguage: [(language: String, words: String)] = [
    ("en", "hello hi thanks thank please sorry yes okay welcome today tomorrow need want help"),
    (
      "es", "hola gracias adiós buenos buenas días tardes noches hoy mañana quisiera necesito ayuda"
    ),
    ("fr", "bonjour bonsoir merci salut oui non s'il plaît demain aujourd'hui besoin"),
    ("de", "hallo danke bitte ja nein guten tag morgen heute tschüss brauche"),
    ("pt", "olá obrigado obrigada oi bom boa dia sim hoje amanhã preciso ajuda"),
    ("it", "ciao grazie buongiorno buonasera prego sì oggi domani vorrei bisogno"),
  ]
}
