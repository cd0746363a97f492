import SeedbedData
import SeedbedKernels

/// Adds the words of courtesy that people put round what they want: a greeting, a lead, "please", a
/// closing.
struct CourtesyPhrases: TransformMethod {
  /// One kind of phrase.
  enum Kind: CaseIterable, Sendable {
    case greeting, lead, please, closing
  }

  let descriptor: MethodDescriptor
  private let kinds: [Kind]

  /// How often a text gets one phrase, two or three.
  private static let amounts = [0.4, 0.45, 0.15]

  /// Whatever fits, up to three phrases.
  static let any = CourtesyPhrases(
    "courtesy",
    "Adds a greeting, a lead, a please or a closing where it fits.",
    Kind.allCases
  )
  /// A greeting only.
  static let greeting = CourtesyPhrases(
    "greeting",
    "Adds a greeting where there is none.",
    [.greeting]
  )
  /// A closing only.
  static let closing = CourtesyPhrases(
    "sign_off",
    "Adds thanks or regards at the end where there are none.",
    [.closing]
  )

  private init(_ name: String, _ summary: String, _ kinds: [Kind]) {
    descriptor = MethodDescriptor(
      name,
      summary,
      languages: CourtesyLists.languages,
      moves: ["form", "length"]
    )
    self.kinds = kinds
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let lists = CourtesyLists.for(language: language),
      let frame = CourtesyFrame(seed, lists)
    else { return nil }
    // Thanks and hopes are feelings, which some labels are about.
    var kinds = seed.labelsFeelings ? kinds.filter { $0 != .closing && $0 != .lead } : kinds
    if kinds.isEmpty { return nil }
    if kinds.count > 1 { random.shuffle(&kinds) }
    var wanted = kinds.count == 1 ? 1 : 1 + (random.weightedIndex(Self.amounts) ?? 0)
    var courtesy = Courtesy()
    for kind in kinds where wanted > 0 {
      switch kind {
      case .greeting: courtesy.greeting = Self.greeting(frame, lists, seed, &random)
      case .lead: courtesy.lead = Self.lead(frame, lists, seed, &random)
      case .please: courtesy.please = random.pick(Self.requests(frame, lists, seed))
      case .closing: courtesy.closing = Self.closing(frame, lists, seed, &random)
      }
      if courtesy.has(kind) { wanted -= 1 }
    }
    var draft = Draft(seed)
    courtesy.write(round: frame, of: seed, &draft)
    return draft.proposal()
  }

  private static func greeting(
    _ frame: CourtesyFrame,
    _ lists: CourtesyLists,
    _ seed: Seed,
    _ random: inout CounterRandom
  ) -> String? {
    frame.has(CourtesyWords.greeting) ? nil : pick(lists.greetings, frame, seed, &random)
  }

  private static func lead(
    _ frame: CourtesyFrame,
    _ lists: CourtesyLists,
    _ seed: Seed,
    _ random: inout CounterRandom
  ) -> String? {
    guard frame.words.count > 2 else { return nil }
    if frame.isQuestion { return pick(lists.questionLeads, frame, seed, &random) }
    let fits = frame.classes[0] & CourtesyWords.statement != 0
    return fits ? pick(lists.statementLeads, frame, seed, &random) : nil
  }

  private static func closing(
    _ frame: CourtesyFrame,
    _ lists: CourtesyLists,
    _ seed: Seed,
    _ random: inout CounterRandom
  ) -> String? {
    let isTaken = !frame.isOpenAtEnd || frame.has(CourtesyWords.thanking)
    return isTaken ? nil : seed.pickNeutral(lists.closings, &random)
  }

  private static func requests(
    _ frame: CourtesyFrame,
    _ lists: CourtesyLists,
    _ seed: Seed
  ) -> [PoliteRequest] {
    guard !frame.has(CourtesyWords.pleading) else { return [] }
    return PoliteRequest.places(frame).filter { !seed.isLocked($0.offset..<$0.offset) }
  }

  /// One of the phrases that the text may follow.
  private static func pick(
    _ phrases: CourtesyLists.Openings,
    _ frame: CourtesyFrame,
    _ seed: Seed,
    _ random: inout CounterRandom
  ) -> String? {
    if case .unclear = frame.start { return seed.pickNeutral(phrases.finished, &random) }
    return seed.pickNeutral(phrases.all, &random)
  }
}

extension Courtesy {
  fileprivate func has(_ kind: CourtesyPhrases.Kind) -> Bool {
    switch kind {
    case .greeting: greeting != nil
    case .lead: lead != nil
    case .please: please != nil
    case .closing: closing != nil
    }
  }
}
