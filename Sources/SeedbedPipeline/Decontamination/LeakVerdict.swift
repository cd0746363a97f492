/// What is known of a row of the data after the search.
public enum LeakOutcome: String, Sendable, Hashable, CaseIterable {
  /// No rule found anything.
  case clean
  /// It holds a benchmark row, or a part of one that a rule counts.
  case contaminated
  /// A rule found something but cannot decide; never to be counted as clean.
  case undecided
}

/// The rule by which a row of the data was tied to a benchmark row.
public enum LeakRule: String, Sendable, Hashable, CaseIterable {
  /// Equal after normalisation.
  case exact
  /// Many character 4-grams in common (Jaccard).
  case near
  /// A published rule on shared word n-grams.
  case grams
  /// The benchmark row's words in their order, with a few changed.
  case chain
  /// One long run of the benchmark row's words.
  case span
  /// Close in meaning by an embedding's measure.
  case semantic
}

/// Why a rule could not decide.
public enum UndecidedReason: String, Sendable, Hashable, CaseIterable {
  /// The benchmark row or the row of the data is too short for the rule.
  case tooShort = "too_short"
  /// The share or the similarity lies in the band below the threshold.
  case greyBand = "grey_band"
  /// Only words that many rows have in common were found.
  case boilerplate
  /// The texts agree but for their numbers.
  case numbersDiffer = "numbers_differ"
}

/// The part of a benchmark row that was found.
public enum BenchmarkPart: String, Sendable, Hashable, CaseIterable {
  /// The question, or the row's only text.
  case question
  /// The answer alone.
  case answer
  /// Question and answer as one text.
  case joined
}
