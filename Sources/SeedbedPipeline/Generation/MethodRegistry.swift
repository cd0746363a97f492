public import SeedbedData

/// The generation methods by name.
///
/// A new method is one file and one line in the list of its kind, such as `NoiseMethods`.
public struct MethodRegistry: Sendable {
  /// Every transform, in the order in which they are shown.
  public let transforms: [any TransformMethod]
  /// The methods that need a translator.
  public let translating: [any TranslatingMethod] = TranslatingMethods.all
  /// The methods that ask about documents.
  public let documents: [any DocumentMethod] = DocumentMethods.all
  /// The methods that make records of a schema.
  public let records: [any RecordMethod] = RecordMethods.all
  /// The user's templates.
  public let templates: TemplateExpansion
  /// The methods that ask a language model.
  public let prompted: [any PromptedMethod]
  /// Whether there is a translator.
  private let translates: Bool
  /// The names of the models that write, the first of which is asked where a plan names none.
  private let writers: [String]

  /// Makes the methods of a project.
  ///
  /// - Parameters:
  ///   - configuration: Where the templates come from.
  ///   - translates: Whether there is a translator; nil where the configuration says so.
  ///   - spanValues: The values that marked spans of the data have, for `slot_values`.
  public init(
    configuration: Configuration,
    translates: Bool? = nil,
    spanValues: SpanValues = SpanValues()
  ) {
    let all =
      WordMethods.all + RewriteMethods.all + NoiseMethods.all + SubstitutionMethods.all
      + CounterfactualMethods.all + AdversarialMethods.all
    transforms = all.map { method in
      method is SlotValueReplacement ? SlotValueReplacement(spanValues) : method
    }
    templates = TemplateExpansion(templates: configuration.templates, slots: configuration.slots)
    prompted = PromptedMethods.all
    self.translates = translates ?? !configuration.translators.isEmpty
    writers = configuration.generation.models
  }

  /// What each method declares about itself, kind by kind; last those that ask a model.
  public var descriptors: [MethodDescriptor] {
    transforms.map(\.descriptor) + [templates.descriptor] + translatingDescriptors
      + documents.map(\.descriptor) + records.map(\.descriptor) + promptedDescriptors
  }

  /// What each method that needs a translator declares; it is available where there is one.
  public var translatingDescriptors: [MethodDescriptor] {
    translating.map { method in
      var descriptor = method.descriptor
      descriptor.isAvailable = translates
      return descriptor
    }
  }

  /// What the method of a share declares, whatever its kind.
  ///
  /// - Parameter name: The name of a share.
  /// - Returns: The declaration.
  /// - Throws: When there is no such method, or the share names a model that does not write.
  public func descriptor(ofShare name: String) throws -> MethodDescriptor {
    if let asks = try promptedMethod(named: name)?.method.descriptor { return asks }
    let others = descriptors.first { $0.name == name }
    return try others ?? transform(named: name).descriptor
  }

  /// What each method that asks a model declares; it is available where a model is configured to write.
  public var promptedDescriptors: [MethodDescriptor] {
    prompted.map { method in
      var descriptor = method.descriptor
      descriptor.isAvailable = !writers.isEmpty
      return descriptor
    }
  }

  /// The method of a share that asks a model, and the name of the model that is asked.
  ///
  /// - Parameter name: A name such as `paraphrase` or `paraphrase@writer`.
  /// - Returns: The method, and a model's name; nil for the name of another kind of method.
  /// - Throws: When the model writes not, or none does.
  public func promptedMethod(
    named name: String
  ) throws -> (method: any PromptedMethod, model: String)? {
    let share = PromptedShare(name)
    guard let method = prompted.first(where: { $0.descriptor.name == share.method }) else {
      return nil
    }
    guard let model = share.model ?? writers.first else {
      throw SeedbedError(
        .missingResource,
        "the method `\(name)` asks a language model, and none is configured to write",
        hint: "describe one under `models` and name it under `generation.models`"
      )
    }
    guard writers.contains(model) else {
      let nearest = NearestName.find(model, among: writers).map { "did you mean `\($0)`? " } ?? ""
      throw SeedbedError(
        .configuration,
        "`\(name)` asks the model `\(model)`, which `generation.models` does not name",
        hint: "\(nearest)it names \(writers.joined(separator: ", "))"
      )
    }
    return (method, model)
  }

  /// The share names of the methods of a task that ask a model: each with each model that writes.
  ///
  /// - Parameter task: What a sample is for.
  /// - Returns: Names such as `paraphrase` for the first model and `paraphrase@other` for another.
  public func promptedNames(for task: TaskKind) -> [String] {
    let methods = prompted.map(\.descriptor).filter { $0.tasks.contains(task) }
    return methods.flatMap { method in
      writers.enumerated().map { $0.offset == 0 ? method.name : "\(method.name)@\($0.element)" }
    }
  }

  /// Whether a share's method needs a translator.
  ///
  /// - Parameter name: The name of a share.
  /// - Returns: True for a method that needs one.
  public func isTranslating(_ name: String) -> Bool {
    translating.contains { $0.descriptor.name == name }
  }

  /// Whether a share's method asks about documents.
  ///
  /// - Parameter name: The name of a share.
  /// - Returns: True for a method that does.
  public func isAboutDocuments(_ name: String) -> Bool {
    documents.contains { $0.descriptor.name == name }
  }

  /// The attacks of the synthetic evaluation suite: those after which the text can still be read.
  ///
  /// What is encoded tests whether a model decodes, and is asked for by name.
  private static let suite = [
    "injection", "role_play", "authority", "refusal_suppression", "distraction",
    "payload_splitting", "format_breaking", "conflicting_constraints", "repetition", "leetspeak",
    "homoglyphs", "zero_width",
  ]

  /// The methods of the synthetic evaluation suite.
  ///
  /// - Parameter task: What a sample is for.
  /// - Returns: Names of methods; none where none fits the task.
  public func evaluationMethods(for task: TaskKind) -> [String] {
    transforms.map(\.descriptor)
      .filter { Self.suite.contains($0.name) && $0.isAvailable && $0.tasks.contains(task) }
      .map(\.name)
  }

  /// The chains to choose from for training data where the configuration names no methods.
  ///
  /// A single small change gives a near-duplicate of its seed, so most of them mix wording with form.
  /// A part that does not know the language of a text passes it on.
  public static let recipes = [
    "synonyms+courtesy",
    "synonyms+contractions+courtesy",
    "synonyms+courtesy+punctuation",
    "synonyms+courtesy+casing",
    "synonyms+abbreviations+keyboard",
    "courtesy+misspelling",
    "courtesy+abbreviations+punctuation",
    "courtesy+casing+keyboard",
    "abbreviations+misspelling+casing",
    "contractions+misspelling+punctuation",
    "synonyms+misspelling+punctuation",
    "synonyms+register+fillers",
    "synonyms+clause_order",
    "synonyms+mobile",
  ]

  /// The transform of a name, or of several names joined by `+`, one after the other.
  ///
  /// - Parameter name: A name, or names such as `synonyms+casing`.
  /// - Returns: The transform.
  /// - Throws: When a name is unknown or comes twice.
  public func transform(named name: String) throws -> any TransformMethod {
    let names = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    let parts = try names.map(single)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw SeedbedError(
        .configuration,
        "the method `\(name)` names `\(twice)` twice",
        hint: "name each part of a chain once"
      )
    }
    return parts.count == 1 ? parts[0] : Chain(parts: parts)
  }

  private func single(_ name: String) throws -> any TransformMethod {
    if let found = transforms.first(where: { $0.descriptor.name == name }) { return found }
    if let kind = otherKind(of: name) {
      throw SeedbedError(
        .configuration,
        "`\(name)` is no transform: it \(kind)",
        hint: "`seedbed methods \(name)` tells what it needs"
      )
    }
    let names = transforms.map(\.descriptor.name)
    let nearest = NearestName.find(name, among: names).map { "did you mean `\($0)`? " } ?? ""
    throw SeedbedError(
      .configuration,
      "there is no method `\(name)`",
      hint: "\(nearest)the transforms are \(names.joined(separator: ", ")); join several with `+`"
    )
  }

  /// What a method that does not edit the text of a row does instead; nil where there is no such method.
  private func otherKind(of name: String) -> String? {
    let method = PromptedShare(name).method
    if prompted.contains(where: { $0.descriptor.name == method }) {
      return "asks a language model, so it works in a project (`seedbed run`), and not in a chain"
    }
    if isTranslating(name) { return "translates whole batches, so it is no part of a chain" }
    if isAboutDocuments(name) {
      return "asks about documents, and only methods that do go together with it"
    }
    if records.contains(where: { $0.descriptor.name == name }) {
      return "makes records of a schema, and only methods that do go together with it"
    }
    if name == templates.descriptor.name { return "makes rows of templates, and stands alone" }
    return nil
  }
}
