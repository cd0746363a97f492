/// The gender of a noun, which articles and adjectives agree with.
public enum NounGender: String, Sendable, Hashable {
  case masculine = "m"
  case feminine = "f"
  case neuter = "n"

  /// The gender that a noun of Spanish, French or German has by a short list or by its ending.
  ///
  /// - Parameters:
  ///   - phrase: A noun, perhaps with words behind it; its first word counts, in German its last.
  ///   - language: An ISO 639-1 code; nil for an unknown language.
  /// - Returns: The gender; nil where list and endings do not say.
  public static func of(_ phrase: String, language: String?) -> NounGender? {
    let words = phrase.lowercased().split(separator: " ")
    guard let word = (language == "de" ? words.last : words.first).map(String.init) else {
      return nil
    }
    switch language {
    case "es": return find(word, spanish, spanishEndings)
    case "fr": return find(word, french, frenchEndings)
    case "de": return find(word, german, germanEndings)
    default: return nil
    }
  }

  private static func find(
    _ word: String,
    _ list: [String: NounGender],
    _ endings: [(String, NounGender)]
  ) -> NounGender? {
    list[word] ?? endings.first { word.hasSuffix($0.0) && word.utf8.count > $0.0.utf8.count }?.1
  }

  private static func list(
    _ masculine: String,
    _ feminine: String,
    _ neuter: String = ""
  ) -> [String: NounGender] {
    let rows: [(String, NounGender)] = [
      (masculine, .masculine), (feminine, .feminine), (neuter, .neuter),
    ]
    var list: [String: NounGender] = [:]
    for (words, gender) in rows {
      for word in words.split(separator: " ") { list[String(word)] = gender }
    }
    return list
  }

  private static let spanish = list(
    "día mapa problema sistema tema idioma programa clima planeta sofá tranvía poema avión camión",
    "mano foto moto radio luz noche tarde leche carne sal flor llave nube calle clase clave red cuenta "
      + "sangre torre serie nave voz vez cruz piel miel imagen orden"
  )
  private static let spanishEndings: [(String, NounGender)] = [
    ("ción", .feminine), ("sión", .feminine), ("dad", .feminine), ("tad", .feminine),
    ("tud", .feminine), ("umbre", .feminine), ("ez", .feminine), ("aje", .masculine),
    ("ista", .masculine), ("o", .masculine), ("or", .masculine), ("a", .feminine),
  ]
  private static let french = list(
    "problème musée lycée service compte nombre livre message voyage café vélo jour mois an appareil "
      + "hôtel avion train numéro",
    "carte commande facture adresse date heure semaine banque voiture maison ville page photo chaise porte "
      + "table livraison main fin fois nuit chambre place montre lampe clé eau image plage cage"
  )
  private static let frenchEndings: [(String, NounGender)] = [
    ("tion", .feminine), ("sion", .feminine), ("té", .feminine), ("ette", .feminine),
    ("ence", .feminine), ("ance", .feminine), ("ure", .feminine), ("ée", .feminine),
    ("ie", .feminine), ("ude", .feminine), ("ille", .feminine), ("euse", .feminine),
    ("elle", .feminine), ("age", .masculine), ("ment", .masculine), ("isme", .masculine),
    ("eau", .masculine), ("eur", .masculine), ("oir", .masculine), ("ier", .masculine),
  ]
  private static let german = list(
    "tag monat name kunde brief preis code zug bus flug",
    "karte adresse bank stadt woche stunde straße tasche uhr hand nacht frau nummer firma lampe reise "
      + "kasse seite farbe hose jacke",
    "auto haus buch konto paket jahr bild zimmer hotel kind land ticket produkt geld passwort gerät"
  )
  private static let germanEndings: [(String, NounGender)] = [
    ("ung", .feminine), ("heit", .feminine), ("keit", .feminine), ("schaft", .feminine),
    ("tion", .feminine), ("tät", .feminine), ("ei", .feminine), ("ik", .feminine),
    ("chen", .neuter), ("lein", .neuter), ("ment", .neuter), ("um", .neuter),
    ("ling", .masculine), ("ismus", .masculine), ("or", .masculine), ("er", .masculine),
  ]
}
