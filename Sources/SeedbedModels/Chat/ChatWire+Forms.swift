public import SeedbedData

extension ChatWire {
  /// Which model it is, without secrets.
  public var identity: ModelIdentity {
    ModelIdentity(
      name: settings.name,
      endpoint: "endpoint \(shownAddress) \(settings.model)",
      model: settings.model,
      family: settings.family ?? ModelFamily.family(of: settings.model)
    )
  }

  /// The other forms that would make another body of a request.
  func otherForms(than form: WireForm, for request: ModelRequest) -> [WireForm] {
    let sampling = request.sampling.filled(by: settings.sampling)
    let structures = ModelSettings.Structure.allCases.drop { $0 != firstForm.structure }
      .filter { dialect.hasJSONMode || $0 == .schema || $0 == .prompt }
    let draws = sampling.temperature != nil || sampling.topP != nil
    let names = sampling.maximumTokens != nil && settings.provider == .openai
    var forms: [WireForm] = []
    for structure in request.shape == nil ? [form.structure] : Array(structures) {
      for tokens in names ? [form.usesCompletionTokens, !form.usesCompletionTokens] : [false] {
        for drawing in draws ? [true, false] : [true] {
          for seed in sampling.seed == nil ? [true] : [true, false] {
            var other = WireForm(structure: structure, usesCompletionTokens: tokens)
            (other.saysDrawing, other.saysSeed) = (drawing, seed)
            forms.append(other)
          }
        }
      }
    }
    return forms.filter { $0 != form }
  }
}
