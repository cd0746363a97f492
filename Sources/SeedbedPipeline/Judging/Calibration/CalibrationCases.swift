import SeedbedData

/// A case that people have judged.
public struct ScoredCase: Sendable, Hashable {
  /// The case, as a judge sees it.
  public var judged: JudgedCase
  /// What people gave it, 0…1.
  public var human: Double
  /// Whether people would let it pass.
  public var isGood: Bool

  /// Makes a case.
  ///
  /// - Parameters:
  ///   - judged: The case, as a judge sees it.
  ///   - human: What people gave it, 0…1.
  ///   - isGood: Whether people would let it pass.
  public init(_ judged: JudgedCase, human: Double, isGood: Bool) {
    self.judged = judged
    self.human = human
    self.isGood = isGood
  }
}

/// A pair of which people have named the better one.
public struct LabelledPair: Sendable, Hashable {
  /// The pair.
  public var pair: PairCase
  /// The better one by people's word.
  public var human: PairCase.Side

  /// Makes a pair.
  ///
  /// - Parameters:
  ///   - pair: The pair.
  ///   - human: The better one by people's word.
  public init(_ pair: PairCase, human: PairCase.Side) {
    self.pair = pair
    self.human = human
  }

  /// The two as cases of their own: the better one good, the other not.
  var halves: [ScoredCase] {
    PairCase.Side.allCases.map { side in
      ScoredCase(
        JudgedCase(
          id: "\(pair.id)#\(side.rawValue)",
          task: pair.task,
          text: pair.text,
          parts: [.init(.output, side == .first ? pair.first : pair.second)],
          evidence: pair.evidence
        ),
        human: side == human ? 1 : 0,
        isGood: side == human
      )
    }
  }
}

/// What judges are measured on.
public enum CalibrationCases: Sendable, Hashable {
  /// Cases to score.
  case scored([ScoredCase])
  /// Pairs to compare.
  case pairs([LabelledPair])

  /// How many there are.
  public var count: Int {
    switch self {
    case .scored(let cases): cases.count
    case .pairs(let pairs): pairs.count
    }
  }

  /// Pairs as cases of their own, two for each; scored ones as they are.
  public var asScored: CalibrationCases {
    switch self {
    case .scored: self
    case .pairs(let pairs): .scored(pairs.flatMap(\.halves))
    }
  }

  /// 32 hex digits of a hash over what is judged and what people said, whatever the cases are called.
  public var version: String {
    var hash = CalibrationHash()
    switch self {
    case .scored(let cases): cases.forEach { hash.add($0) }
    case .pairs(let pairs): pairs.forEach { hash.add($0) }
    }
    return hash.hex
  }
}
