public import SeedbedData

/// The generation methods by name.
///
/// A new transform is one file and one line in the list here.
public struct MethodRegistry: Sendable {
  /// Every transform, in the order in which they are shown.
  public let transforms: [any TransformMethod]
  /// The user's templates.
  public let templates: TemplateExpansion

  /// Makes the methods of a project.
  ///
  /// - Parameter configuration: Where the templates come from.
  public init(configuration: Configuration) {
    transforms = [
      SynonymReplacement(),
      ContractionChange(),
      AbbreviationChange(),
      CourtesyPhrases(),
      SpellingMistakes(),
      KeyboardSlips(),
      RecognitionErrors(),
      CasingChange(),
      PunctuationChange(),
      AdversarialTwist(),
    ]
    templates = TemplateExpansion(templates: configuration.templates, slots: configuration.slots)
  }

  /// What each method declares about itself: the transforms, then the templates.
  public var descriptors: [MethodDescriptor] {
    transforms.map(\.descriptor) + [templates.descriptor]
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
    let names = transforms.map(\.descriptor.name)
    let nearest = NearestName.find(name, among: names).map { "did you mean `\($0)`? " } ?? ""
    throw SeedbedError(
      .configuration,
      "there is no transform `\(name)`",
      hint: "\(nearest)the transforms are \(names.joined(separator: ", ")); join several with `+`"
    )
  }
}
