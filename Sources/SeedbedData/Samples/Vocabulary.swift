/// Where a sample comes from.
public enum Origin: String, Sendable, CaseIterable {
  /// Collected from the world.
  case real
  /// Made by a generation method.
  case synthetic
}

/// What a sample is for.
public enum TaskKind: String, Sendable, CaseIterable {
  /// A text with one label.
  case classification
  /// An instruction with its answer.
  case instruction
  /// A conversation.
  case chat
  /// A question with its answer, over a document or alone.
  case questionAnswering = "question_answering"
  /// A text with marked spans, or a record drawn from it.
  case extraction
  /// A prompt with a better and a worse answer.
  case preference
  /// A record without a text of its own.
  case tabular
}

/// The part of a version that a sample belongs to.
public enum Split: String, Sendable, CaseIterable {
  /// What a model learns from.
  case train
  /// What its settings are chosen on.
  case validation
  /// Synthetic samples kept for measuring robustness; never mixed with the real holdout.
  case syntheticEval = "synthetic_eval"
}

/// How hard a sample is for a model trained on the real data.
public enum Difficulty: String, Sendable, CaseIterable {
  /// Typical and clearly of its label.
  case easy
  /// Neither typical nor confusing.
  case medium
  /// Near another label, or far from what the real data shows.
  case hard
  /// Made to mislead.
  case adversarial
}

/// A difficulty with the signals that led to it.
public struct DifficultyTag: Sendable, Hashable {
  /// The tier.
  public var tier: Difficulty
  /// One short sentence a signal, with its number.
  public var reasons: [String]

  /// Makes a tag.
  ///
  /// - Parameters:
  ///   - tier: The tier.
  ///   - reasons: The signals, each with its number.
  public init(_ tier: Difficulty, reasons: [String]) {
    self.tier = tier
    self.reasons = reasons
  }
}
