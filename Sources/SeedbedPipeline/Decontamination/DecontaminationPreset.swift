/// A named rule for what counts as contaminated.
///
/// A row shorter than a preset's n-gram, on either side, is compared as a whole instead (exact and
/// near), because the rule cannot see it.
public enum DecontaminationPreset: String, Sendable, Hashable, CaseIterable {
  /// Exact, near, and the benchmark row's words in order or one long run of them.
  case seedbed
  /// Any shared 13-gram of lower-cased words without punctuation, but for those in more than ten
  /// data rows (Brown et al. 2020, appendix C: the training filter).
  case gpt3
  /// Any shared 13-gram after the janitor's normalisation: ASCII lower case, ASCII punctuation
  /// deleted, split at white space (EleutherAI lm-evaluation-harness).
  case lmEval = "lm-eval"
  /// Any 12-gram of the answer, or across question and answer, after datatrove's normalisation;
  /// a row without an answer counts as one (Hugging Face datatrove).
  case datatrove
  /// At least 70 % of the question's or the answer's 8-grams (Chowdhery et al. 2022, section 8).
  case palm
  /// More than half of the question's words lie in shared 8-grams (Lambert et al. 2024, Tülu 3).
  case tulu
  /// Equal after normalisation, nothing else.
  case exact
  /// Jaccard similarity of character 4-grams, nothing else.
  case near
}
