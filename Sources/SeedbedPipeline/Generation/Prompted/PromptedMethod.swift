/// A method that asks a language model.
public protocol PromptedMethod: GenerationMethod {
  /// What a draw must bring along.
  var needs: PromptedNeeds { get }

  /// Makes the drafts of one draw.
  ///
  /// It asks as often as it has to; every answer is stored before it comes back, so a method that is
  /// interrupted and called again with the same draw asks only what is still open. All chance comes from
  /// `draw.chance`.
  ///
  /// - Parameters:
  ///   - draw: What to write, for which cell, from which real samples.
  ///   - asker: Who is asked.
  /// - Returns: At most `draw.count` drafts; none where what came back is of no use.
  /// - Throws: A `RequestFailure` where there is no usable answer; a `SeedbedError` where going on is
  ///   pointless; `CancellationError`.
  func drafts(for draw: PromptedDraw, asking asker: any Asker) async throws -> [PromptedDraft]
}

/// What a method wants to be given for a draw.
public struct PromptedNeeds: Sendable, Hashable {
  /// The prompts it uses, by name.
  public var prompts: [String]
  /// How many drafts one draw gives at best, at least 1.
  public var draftsPerDraw = 1
  /// How many real samples of the cell it shows to the model, from 0; those it gets are its parents.
  public var examples = 0
  /// Whether it cannot work without any example.
  public var requiresExamples = false
  /// Whether it needs a rival: another label that is easily confused with the cell's.
  public var rival = false
  /// Whether it needs a passage of a document.
  public var passage = false
  /// Whether it needs a persona.
  public var persona = false
  /// How many machine-made samples that were accepted in earlier rounds it mixes in.
  public var machineExamples = 0
  /// The attributes in which its drafts vary, with their values; drawn with exact quotas.
  public var attributes: [VarietyAttribute] = []

  /// Makes needs.
  ///
  /// - Parameter prompts: The prompts it uses.
  public init(prompts: [String]) {
    self.prompts = prompts
  }
}

/// One thing in which drafts are to vary, such as tone.
public struct VarietyAttribute: Sendable, Hashable {
  /// The name, such as `tone`.
  public var name: String
  /// The values, each as words for a prompt, with whole weights.
  public var values: [(words: String, weight: Int)]

  /// Makes an attribute.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - values: The values with weights of at least 1.
  public init(_ name: String, _ values: [(words: String, weight: Int)]) {
    self.name = name
    self.values = values
  }

  /// Makes an attribute whose values weigh the same.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - values: The values.
  public init(_ name: String, even values: [String]) {
    self.init(name, values.map { ($0, 1) })
  }

  /// Compares names, values and weights.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.values.elementsEqual(right.values, by: ==)
  }

  /// Hashes the name and the values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    for value in values { hasher.combine(value.words) }
  }
}
