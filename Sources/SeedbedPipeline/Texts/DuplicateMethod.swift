/// What makes two rows of a file duplicates.
public enum DuplicateMethod: String, Sendable, Hashable, CaseIterable {
  /// The same text after normalisation.
  case exact
  /// Exact, or similar by character n-grams or words.
  case near
  /// Exact, or close in meaning by the cosine of their vectors.
  case semantic
  /// Exact, or the same fixed words with other values in their slots.
  case skeleton
  /// All of these, one after the other.
  case all

  /// Whether vectors are needed.
  public var comparesMeaning: Bool { self == .semantic || self == .all }
  /// Whether character n-grams or words are compared.
  public var findsNear: Bool { self == .near || self == .all }
  /// Whether patterns are compared.
  public var findsSkeletons: Bool { self == .skeleton || self == .all }
}

/// Which of two duplicates stays.
public enum DuplicatePreference: Sendable, Hashable {
  /// The one that comes first.
  case first
  /// The one with the longer text, then the first.
  case longest
}
