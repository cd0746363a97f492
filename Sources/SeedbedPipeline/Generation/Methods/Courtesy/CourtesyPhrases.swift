import SeedbedData
import SeedbedKernels

/// Adds the words of courtesy that people put round what they want: a greeting, a lead, "please", a
/// closing.
struct CourtesyPhrases: TransformMethod {
  /// How often a text gets one phrase, two or three.
  private static let amounts = [0.4, 0.45, 0.15]

  let descriptor = MethodDescriptor(
    "courtesy",
    "Adds a greeting, a lead, a please or a closing where it fits.",
    languages: CourtesyLists.languages,
    moves: ["form", "length"]
  )

  fileprivate enum Kind: CaseIterable {
    case greeting, lead, please, closing
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let lists = CourtesyLists.for(language: language),
      let frame = CourtesyFrame(seed, lists)
    else { return nil }
    var kinds = Kind.allCases
    random.shuffle(&kinds)
    var wanted = 1 + (random.weightedIndex(Self.amounts) ?? 0)
    var courtesy = Courtesy()
    for kind in kinds where wanted > 0 {
      switch kind {
      case .greeting: courtesy.greeting = random.pick(Self.greetings(frame, lists))
      case .lead: courtesy.lead = random.pick(Self.leads(frame, lists))
      case .please: courtesy.please = random.pick(Self.requests(frame, lists, language, seed))
      case .closing: courtesy.closing = random.pick(Self.closings(frame, lists))
      }
      if courtesy.has(kind) { wanted -= 1 }
    }
    var draft = Draft(seed)
    courtesy.write(round: frame, &draft)
    return draft.proposal(courtesy.parameters)
  }

  private static func greetings(_ frame: CourtesyFrame, _ lists: CourtesyLists) -> [String] {
    frame.has(lists.greetingWords) ? [] : lists.greetings.filter { frame.mayFollow($0) }
  }

  private static func leads(_ frame: CourtesyFrame, _ lists: CourtesyLists) -> [String] {
    let isSentence = frame.words.count > 2
    if frame.isQuestion { return lists.questionLeads.filter { isSentence && frame.mayFollow($0) } }
    let fits = isSentence && lists.statementWords.contains(frame.words[0].lower)
    return fits ? lists.statementLeads.filter { frame.mayFollow($0) } : []
  }

  private static func requests(
    _ frame: CourtesyFrame,
    _ lists: CourtesyLists,
    _ language: String,
    _ seed: Seed
  ) -> [PoliteRequest] {
    guard !frame.has(lists.pleadingWords) else { return [] }
    return PoliteRequest.places(frame, language: language).filter {
      !seed.isLocked($0.offset..<$0.offset)
    }
  }

  private static func closings(_ frame: CourtesyFrame, _ lists: CourtesyLists) -> [String] {
    frame.end == .unclear || frame.has(lists.thankingWords) ? [] : lists.closings
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
