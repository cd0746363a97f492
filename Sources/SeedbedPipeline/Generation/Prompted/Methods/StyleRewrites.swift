public import SeedbedData

/// A real text in another style and, where the language has several, of another region.
public struct StyleRewrites: PromptedMethod {
  private static let locales: [(language: String, values: [String])] = [
    ("en", ["British English", "American English", "Australian English", "Indian English"]),
    ("es", ["Spanish of Spain", "Mexican Spanish", "Argentinian Spanish"]),
    ("fr", ["French of France", "Canadian French", "Belgian French"]),
    ("de", ["German of Germany", "Austrian German", "Swiss Standard German"]),
    ("pt", ["Brazilian Portuguese", "European Portuguese"]),
  ]

  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "rewrite",
      "Rewrites a real text in another style and regional variety; figures and names survive.",
      preserves: [.label, .meaning],
      tasks: [.classification, .instruction, .questionAnswering],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// One real text; two drafts a request.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["rewrite"])
    needs.draftsPerDraw = 2
    needs.examples = 1
    needs.requiresExamples = true
    needs.attributes = [
      VarietyAttribute(
        "style",
        even: [
          "formal letter", "casual chat", "terse telegram style", "spoken language, written down",
          "plain language with short sentences", "hurried phone typing with typical slips",
          "polite and roundabout", "blunt",
        ]
      )
    ]
    return needs
  }

  /// Asks once for all drafts.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let rewording = try Rewordings("rewrite", draw)
    let count = max(1, draw.count)
    let locales = Self.locales.first { $0.language == draw.language }?.values ?? []
    let deck = VarietyDeck(
      attributes: [VarietyAttribute("locale", even: locales)],
      stream: draw.stream,
      seed: draw.seed
    )
    var chosen: [String?] = []
    let items: [[String: PromptValue]] = (0..<count).map { place in
      let locale = deck.attributes(of: draw.number * count + place).first?.words
      chosen.append(locale)
      let demands = [Demands(draw, draft: place).line, locale.map { "variety: \($0)" } ?? ""]
      return [
        "number": .words(String(place + 1)),
        "demands": .words(demands.filter { !$0.isEmpty }.joined(separator: "; ")),
      ]
    }
    let reply = try await asker.ask(
      "rewrite",
      rewording.values(items: items),
      shape: NumberedTexts.shape
    )
    return try rewording.drafts(of: reply) { place in
      chosen[place].map { ["locale": .string($0)] } ?? [:]
    }
  }
}
