import SeedbedData

/// Texts for promptfoo, which renders what it reads as templates and loads what looks like a file.
///
/// A text with marks of a template, or that begins like an address (`file://`, `package:`), is wrapped
/// so that rendering gives back exactly the text and nothing in it is carried out. Reading test cases takes
/// the wrapping away again.
enum PromptfooText {
  /// A text that renders as itself.
  static func literal(_ text: String) -> String {
    guard needsWrapping(text) else { return text }
    // A tag inside would end the wrapping, so that each is put in as a value.
    var inner = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == "{", scalar == "%" {
        inner.unicodeScalars.removeLast()
        inner += #"{% endraw %}{{ "{%" }}{% raw %}"#
        previous = nil
        continue
      }
      inner.unicodeScalars.append(scalar)
      previous = scalar
    }
    return "{% raw %}" + inner + "{% endraw %}"
  }

  private static func needsWrapping(_ text: String) -> Bool {
    let scheme = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text.dropFirst(scheme.count)
    if scheme == "package" && rest.hasPrefix(":") || !scheme.isEmpty && rest.hasPrefix("://") {
      return true
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == "{", scalar == "{" || scalar == "%" || scalar == "#" { return true }
      previous = scalar
    }
    return false
  }

  /// Whether a value holds a text that would be taken for a file wherever it stands.
  static func namesFile(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let text): text.hasPrefix("file://")
    case .array(let values): values.contains(where: namesFile)
    case .object(let object): object.contains { namesFile($0.value) || $0.key == "$ref" }
    case .null, .bool, .number: false
    }
  }
}
