import SeedbedData

/// What a draft is to be like: what was drawn for it, and what its cell asks for.
///
/// Varieties are words of the program or of the configuration. Values of a cell come from rows, so they are
/// data for a prompt.
struct Demands {
  /// Names and words of the varieties.
  let varieties: [(name: String, words: String)]
  /// The values of the cell, beside label and language.
  let traits: [(name: String, words: String)]

  init(_ draw: PromptedDraw, draft: Int) {
    let all = draw.attributes.indices.contains(draft) ? draw.attributes[draft] : []
    varieties = all.filter { draw.cell[$0.name] == nil }
    traits = draw.cell.coordinates
      .filter { $0.dimension != "label" && $0.dimension != "language" }
      .map { ($0.dimension, $0.value) }
  }

  /// The varieties in one line for a prompt.
  var line: String {
    varieties.map { "\($0.name): \($0.words)" }.joined(separator: "; ")
  }

  /// What the cell asks for, as data for a prompt; nil where it asks for nothing.
  var cellData: PromptValue? {
    traits.isEmpty
      ? nil : .data(traits.map { "\($0.name): \($0.words)" }.joined(separator: "\n"))
  }

  /// What was drawn, for provenance.
  var json: JSONValue {
    var object = JSONObject()
    for (name, words) in varieties + traits { object[name] = .string(words) }
    return .object(object)
  }
}
