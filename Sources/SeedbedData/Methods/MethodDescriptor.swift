/// What a method keeps of the sample it starts from.
public enum Preserved: String, Sendable, CaseIterable {
  /// The label still holds.
  case label
  /// Marked spans still cover the words they covered.
  case spans
  /// The text still says the same.
  case meaning
}

/// What becomes of the label.
public enum LabelEffect: String, Sendable, CaseIterable {
  /// It still holds.
  case invariant
  /// It becomes another one, which is recorded.
  case flipped
  /// Nobody knows without looking.
  case unknown
}

/// What samples of a method may be used for.
public enum MethodUse: String, Sendable {
  /// Training data.
  case training
  /// The synthetic evaluation suite only, so that no model is measured on what it learned from.
  case evaluation
}

/// What a method declares about itself, for the planner and for people.
public struct MethodDescriptor: Sendable, Hashable {
  /// The name, as in plans and provenance.
  public var name: String
  /// What it does, in one sentence.
  public var summary: String
  /// What it keeps.
  public var preserves: [Preserved]
  /// The tasks it fits.
  public var tasks: [TaskKind]
  /// The languages it knows; empty for any.
  public var languages: [String]
  /// Resources it needs beyond the program, such as `WordNet`.
  public var needs: [String]
  /// Whether what it needs is there.
  public var isAvailable: Bool
  /// Measured dimensions that it may move a sample along, such as `noise`.
  public var moves: [String]
  /// What its samples may be used for.
  public var use: MethodUse
  /// Whether the label becomes another one on purpose.
  public var flipsLabel: Bool
  /// How many changes it makes in a hundred characters where nobody says; nil where that means nothing.
  public var rate: Double?
  /// The classes of attack it belongs to, by their names in the OWASP Top 10 for LLM applications, such
  /// as `LLM01 Prompt Injection`.
  public var attacks: [String]

  /// What becomes of the label.
  public var labelEffect: LabelEffect {
    flipsLabel ? .flipped : preserves.contains(.label) ? .invariant : .unknown
  }

  /// Declares a method.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - summary: What it does, in one sentence.
  ///   - preserves: What it keeps.
  ///   - tasks: The tasks it fits.
  ///   - languages: The languages it knows; empty for any.
  ///   - needs: Resources it needs.
  ///   - isAvailable: Whether they are there.
  ///   - moves: Measured dimensions that it may move a sample along.
  ///   - use: What its samples may be used for.
  ///   - flipsLabel: Whether the label becomes another one on purpose.
  ///   - rate: How many changes it makes in a hundred characters.
  ///   - attacks: The classes of attack it belongs to.
  public init(
    _ name: String,
    _ summary: String,
    preserves: [Preserved] = Preserved.allCases,
    tasks: [TaskKind] = TaskKind.withText,
    languages: [String] = [],
    needs: [String] = [],
    isAvailable: Bool = true,
    moves: [String] = [],
    use: MethodUse = .training,
    flipsLabel: Bool = false,
    rate: Double? = nil,
    attacks: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.preserves = preserves
    self.tasks = tasks
    self.languages = languages
    self.needs = needs
    self.isAvailable = isAvailable
    self.moves = moves
    self.use = use
    self.flipsLabel = flipsLabel
    self.rate = rate
    self.attacks = attacks
  }
}

extension TaskKind {
  /// Every task whose samples have a text of their own.
  public static let withText = TaskKind.allCases.filter { $0 != .tabular }
}
