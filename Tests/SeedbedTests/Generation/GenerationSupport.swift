import FoundationEssentials
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText

/// Texts and methods for the tests of generation.
enum GenerationSupport {
  static let registry = MethodRegistry(configuration: configuration())

  static func configuration(templates: [Template] = [], slots: [Slot] = []) -> Configuration {
    var configuration = Configuration(
      name: "test",
      data: .init(path: "rows.csv"),
      task: .classification,
      fields: FieldMap(),
      dimensions: ["label"]
    )
    configuration.templates = templates
    configuration.slots = slots
    return configuration
  }

  static let hasWordNet = WordNet.installed() != nil

  /// The transforms that can run on this machine.
  static let names = registry.transforms.map(\.descriptor).filter(\.isAvailable).map(\.name)

  static func propose(
    _ name: String,
    _ seed: Seed,
    sample: Int = 0,
    draw: Int = 0
  ) throws -> Proposal? {
    var random = CounterRandom(
      seed: 42,
      sample: UInt64(sample),
      operation: hash64(name),
      draw: UInt64(draw)
    )
    return try registry.transform(named: name).propose(for: seed, random: &random)
  }

  /// The different texts that many draws give.
  static func results(
    _ name: String,
    _ text: String,
    language: String? = "en",
    label: String? = nil,
    locked: [Range<Int>]? = nil,
    draws: Int = 200
  ) throws -> Set<String> {
    let seed = seed(text, language: language, label: label, locked: locked)
    var texts: Set<String> = []
    for draw in 0..<draws {
      if let proposal = try propose(name, seed, draw: draw) {
        texts.insert(try proposal.edits.applied(to: text))
      }
    }
    return texts
  }

  /// A seed with the recognised numbers, addresses and codes locked, as the generator locks them, or with
  /// the given ranges locked, which are spans then.
  static func seed(
    _ text: String,
    language: String? = "en",
    label: String? = nil,
    locked: [Range<Int>]? = nil
  ) -> Seed {
    guard let locked else { return Seed(reading: text, language: language, label: label) }
    var seed = Seed(text: text, language: language, label: label, locked: locked)
    seed.marks = locked.map { Seed.Mark($0) }
    return seed
  }

  /// The range of some words of a text, in UTF-8 bytes.
  static func range(of words: String, in text: String) -> Range<Int> {
    guard let found = text.firstRange(of: words) else { return 0..<0 }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<(start + words.utf8.count)
  }

  /// The part of a text at UTF-8 offsets; nil where they cut a character.
  static func slice(_ text: String, _ range: Range<Int>) -> String? {
    String(validating: Array(text.utf8)[range], as: UTF8.self)
  }

  // MARK: - Texts

  /// Real messages of two public datasets where they are present, and texts that are hard to handle.
  static let seeds: [Seed] = sharedSeeds + hardSeeds + ownSeeds

  static let ownSeeds: [Seed] =
    [
      (
        "I am still waiting for my new card, and I don't know why it hasn't arrived.",
        "card_arrival"
      ),
      (
        "Please cancel order 4711-AX, refund 12.50 EUR to anna.b@example.org today!", "cancel_order"
      ),
      ("See https://example.org/a?b=c&d=1, it happened on 2024-03-01 at 10:30.", "other"),
      ("you cannot use the app without an account, can you", "account"),
      ("I never asked for this and nobody told me about all the fees.", "fees"),
    ].map { seed($0.0, label: $0.1) }
    + [
      "Hola, ¿cuándo llega mi tarjeta? Tengo el pedido 998877 desde el lunes.",
      "Quiero cancelar la cuenta porque también me cobraron 20 €.",
      "No puedo entrar en la aplicación, ¡necesito ayuda por favor!",
    ].map { seed($0, language: "es") }

  private static let hardSeeds: [Seed] = hardTexts.flatMap { text in
    [nil, "en", "es", "de", "fr", "tr", "ja"].map { seed(text, language: $0) }
  }

  static let hardTexts = [
    "", " ", "\n\n", "?", "...", "!?", "a", "I", "ok", "\u{0}", "\u{FEFF}text with a mark",
    "👩‍👩‍👧‍👦", "🇩🇪🇫🇷 flags, really?", "cafe\u{301} re\u{301}sume\u{301} is de\u{301}compose\u{301}d",
    "Z\u{351}\u{36B}a\u{343}l\u{368}g\u{356}o text, please help me with the card.",
    "مرحبا، أين بطاقتي؟", "私のカードはどこですか？", "İstanbul'da ıssız ada", "ﬁnance oﬃce Straße",
    "line one,\r\nline two; don't stop.\r\n", "don’t use ‘smart’ quotes, it’s “bad”…",
    String(repeating: "word ", count: 400), String(repeating: "x", count: 3000),
    "1️⃣ first, 2️⃣ second", "a\u{300}\u{300}\u{300}\u{300}, b?", "¿¡", "¿Qué?", "A.", "''''",
    "MY CARD IS BLOCKED, WHAT SHOULD I DO?", "{\"a\": \"b\"}", "<b>bold & \"quoted\"</b>",
    "\t tabs\tand  spaces ", "e-mail me @ someone@example.com!!", "не работает карта, помогите",
  ]

  private static let shared: String = {
    if let named = ProcessInfo.processInfo.environment["SEEDBED_SHARED"] { return named }
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: "../shared").path
  }()

  static var hasShared: Bool { !sharedSeeds.isEmpty }

  private static let sharedSeeds: [Seed] = bankingSeeds + customerSeeds

  /// Every third message of the banking dataset.
  static let bankingSeeds: [Seed] = rows("data/banking77/train.csv").enumerated()
    .filter { $0.offset % 3 == 0 && $0.element.count == 2 }
    .map { seed($0.element[0], label: $0.element[1]) }

  /// Messages of customers with one marked entity each.
  private static let customerSeeds: [Seed] = rows(
    "data/bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv"
  )
  .enumerated().compactMap { number, cells in
    guard number % 4 == 0, cells.count == 8 else { return nil }
    guard let start = Int(cells[4]), let end = Int(cells[5]), start < end,
      end <= cells[0].utf8.count, cells[0].utf8.allSatisfy({ $0 < 0x80 })
    else { return seed(cells[0], label: cells[1]) }
    let found = ProtectedRanges.find(in: cells[0]).map(\.range)
    let locked = found.filter { !$0.overlaps(start..<end) } + [start..<end]
    return seed(
      cells[0],
      label: cells[1],
      locked: locked.sorted { $0.lowerBound < $1.lowerBound }
    )
  }

  /// The rows of a file that need no quotes.
  private static func rows(_ path: String) -> [[String]] {
    guard let data = try? Data(contentsOf: URL(filePath: shared + "/" + path)) else { return [] }
    return data.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst()
      .filter { !$0.contains(0x22) }
      .map { line in
        line.split(separator: 0x2C, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
  }
}
