/// A text that goes because another one that stays says the same.
public struct SemanticDuplicate: Sendable, Hashable {
  /// How the two were found to be duplicates.
  public enum Kind: String, Sendable, CaseIterable {
    /// Equal after normalisation.
    case exact
    /// Similar by the cosine of their vectors.
    case semantic
  }

  /// The position of the row that goes.
  public var removed: Int
  /// The position of the row that stays, in the set or in the reference.
  public var kept: Int
  /// Whether the row that stays is one of the reference.
  public var isReference: Bool
  /// How the two were compared.
  public var kind: Kind
  /// Cosine of the two; 1 for exact duplicates.
  ///
  /// A row that equals another after normalisation has the cosine of that one.
  public var cosine: Float
}

/// Two similar texts that are no duplicates, and why.
public struct RefusedPair: Sendable, Hashable {
  /// The position of one row.
  public var left: Int
  /// The position of the other, in the set or in the reference.
  public var right: Int
  /// Whether `right` is a row of the reference.
  public var isReference: Bool
  /// Cosine of the two, or 1 for texts that are equal after normalisation.
  public var cosine: Float
  /// The guard that refused, with what differs.
  public var refusal: DuplicateGuard.Refusal
}

/// What the removal of duplicates did to one label.
public struct LabelRemoval: Sendable, Hashable {
  /// The label; nil for rows without one.
  public var label: String?
  /// How many rows the label had.
  public var rows: Int
  /// How many of them go.
  public var removed: Int
  /// How many stay only because the label would have become too small.
  public var spared: Int

  /// The share of rows that go, 0…1.
  public var rate: Double { rows == 0 ? 0 : Double(removed) / Double(rows) }
}

/// What a search for semantic duplicates found.
public struct SemanticDuplicateReport: Sendable, Hashable {
  /// How many rows were compared.
  public var rows: Int
  /// The rows that go, by position.
  public var duplicates: [SemanticDuplicate]
  /// Rows that are equal after normalisation to an earlier or reference row of another label.
  ///
  /// One of the two labels is a mistake. None of these pairs is a reason to go.
  public var conflicts: [RefusedPair]
  /// How many pairs at or above the threshold each guard refused.
  public var refusals: [DuplicateGuard.Kind: Int]
  /// The most similar of the refused pairs of each guard, guard by guard, for inspection.
  public var refusedExamples: [RefusedPair]
  /// The least similar of the semantic duplicates, for inspection.
  public var leastSimilar: [SemanticDuplicate]
  /// Rows that stay only because their label would have become too small.
  public var spared: [SemanticDuplicate]
  /// What happened to each label, by name, rows without one first.
  public var labels: [LabelRemoval]

  /// How many rows go because they are equal to another after normalisation.
  public var exactCount: Int { duplicates.count { $0.kind == .exact } }
  /// How many rows go because another says the same in other words.
  public var semanticCount: Int { duplicates.count - exactCount }
  /// The share of rows that go, 0…1.
  public var rate: Double { rows == 0 ? 0 : Double(duplicates.count) / Double(rows) }

  /// The positions of the rows that stay, ascending.
  public var kept: [Int] {
    var stays = [Bool](repeating: true, count: rows)
    for duplicate in duplicates { stays[duplicate.removed] = false }
    return stays.indices.filter { stays[$0] }
  }

  /// For each row, how many rows it stands for: itself and those that name it; 0 for one that goes.
  public var weights: [Int] {
    var weights = [Int](repeating: 1, count: rows)
    for duplicate in duplicates {
      weights[duplicate.removed] = 0
      if !duplicate.isReference { weights[duplicate.kept] += 1 }
    }
    return weights
  }
}
