import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText

/// Documents to ask about.
enum DocumentFixtures {
  static let english = """
    # Cards and fees

    A debit card is a card that takes the money from an account at once. Debit cards are cards that
    every customer gets for free. The gold card costs $45 a year. The silver card costs $20 a year.

    Standard delivery takes 5 days. Express delivery takes 2 days. Nobody pays for a standard
    or an express delivery of a first card.

    Alderwick Bank was founded in 1987, so it is older than most of its rivals. The bank offers three
    account types: basic, plus, and premium. Alderwick Bank has 120 branches. 30% of customers pay by
    phone. It has a good name.

    ## What a customer needs

    To open an account, a customer has to bring:

    - a passport or an identity card
    - a proof of address
      - a bill
      - a letter from a bank

    ## Words

    - **PIN**: the number of four digits that protects a card
    - **IBAN**: the number that names an account everywhere

    ## Limits

    | Card   | Limit | Name \\| alias |
    |--------|-------|---------------|
    | Gold   | 5,000 | `g`           |
    | Silver | 2,000 | `s`           |
    | Basic  | 500   | `b`           |

    ## Travel

    A travel note is a message that tells the bank where a customer will be. The travel desk answers
    calls at night because customers travel in other time zones. The app uses `sync` and `push` to
    send a travel note.

    ## Loans

    A home loan is a credit that a house secures. Home loans are paid back over many years, and the
    rate of the first ten years is fixed. Whoever wants a loan talks to the desk in the branch first.
    """

  static let page = """
    <html><head><title>x</title></head><body><h1>Shop &amp; more</h1>
    <p>A gift card is a card that pays for <b>goods</b> in any&nbsp;shop. Delivery takes 3 days.</p>
    <ul><li>One &lt;b&gt;<ul><li>Inner</li></ul></li><li><p>Two</p></li></ul>
    <table><tr><th>Size</th><th>Price</th></tr><tr><td>Small</td><td>4 &euro;</td></tr>
    <tr><td>Large &amp; wide</td><td>9 &euro;</td></tr></table></body></html>
    """

  static let spanish = """
    # Tarjetas

    Una tarjeta de débito es un medio de pago que usa el dinero de la cuenta. La tarjeta dorada cuesta
    45 euros. El envío normal tarda 5 días. El plan familiar incluye cuatro tarjetas. El Banco Alba
    fue fundado en 1987, pero la sede actual es mucho más nueva que el banco.
    """

  static let french = """
    # Cartes

    Une carte de débit est un moyen de paiement qui utilise l’argent du compte. La carte dorée coûte
    45 euros. La livraison normale prend 5 jours. Le forfait familial contient quatre cartes. La Banque
    Alba a été fondée en 1987.
    """

  static let german = """
    # Karten

    Eine Debitkarte ist ein Zahlungsmittel, das Geld sofort vom Konto nimmt. Die goldene Karte kostet
    45 Euro. Der normale Versand dauert 5 Tage. Das große Paket enthält vier Karten. Die Albabank
    wurde 1987 gegründet.
    """

  static let methods = MethodRegistry(
    configuration: Configuration(
      name: "test",
      data: .init(path: "rows.jsonl"),
      task: .questionAnswering,
      fields: FieldMap(),
      dimensions: ["length"]
    )
  ).documents

  /// Every question of a document, with its section's place.
  static func questions(
    _ document: SectionedDocument,
    by name: String? = nil,
    seed: UInt64 = 1
  ) -> [(section: Int, question: DocumentQuestion)] {
    methods.filter { name == nil || $0.descriptor.name == name }.flatMap { method in
      document.sections.indices.flatMap { section in
        var random = CounterRandom(
          seed: seed,
          sample: "\(document.id)#\(section)",
          operation: method.descriptor.name,
          draw: 0
        )
        return method.questions(about: section, in: document, random: &random)
          .map { (section, $0) }
      }
    }
  }

  static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
  }

  /// The folder of shared documents; nil where it is not there.
  static var rustBook: [(name: String, text: String)] {
    let shared =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared").standardizedFileURL
    let folder = shared.appendingPathComponent("data/docs-rust-book")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return text.map { (name, $0) }
    }
  }
}
