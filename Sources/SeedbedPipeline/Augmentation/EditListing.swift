import SeedbedData
import SeedbedKernels

/// Edits as `[start, end, old, new, reason]`, counted in Unicode scalars and in UTF-8 bytes.
struct EditListing {
  /// Edits that fit the text.
  let edits: [Edit]
  /// The text before the edits.
  let text: String

  /// `scalars` and `utf8`, each a list of `[start, end, old, new, reason]`.
  var json: JSONObject {
    let offsets = ScalarOffsets(text)
    var scalars: [JSONValue] = []
    var bytes: [JSONValue] = []
    for edit in edits {
      let words: [JSONValue] = [
        .string(String(text.slice(edit.start..<edit.end))), .string(edit.replacement),
        .string(edit.reason),
      ]
      let start = offsets.scalar(fromUTF8: edit.start) ?? 0
      let end = offsets.scalar(fromUTF8: edit.end) ?? 0
      scalars.append(.array([.number(JSONNumber(start)), .number(JSONNumber(end))] + words))
      bytes.append(
        .array([.number(JSONNumber(edit.start)), .number(JSONNumber(edit.end))] + words)
      )
    }
    return ["scalars": .array(scalars), "utf8": .array(bytes)]
  }
}
