/// A tag of a Mustache template, with where it stands.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case variable, unescaped, section, inverted, close, partial, comment
    /// A tag that prompts do not have, by its sign.
    case other(Character)
    /// `{{` without its end.
    case unfinished
  }

  var kind: Kind
  var name: String
  /// From 1.
  var line: Int

  /// The tags of a template, in order.
  static func find(in text: String, firstLine: Int = 1) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = firstLine
    let bytes = Array(text.utf8)
    let brace = UInt8(ascii: "{")
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[index] == brace, index + 1 < bytes.count, bytes[index + 1] == brace else {
        index += 1
        continue
      }
      let isTriple = index + 2 < bytes.count && bytes[index + 2] == brace
      let start = index + (isTriple ? 3 : 2)
      guard let end = end(of: isTriple ? 3 : 2, in: bytes, from: start) else {
        return tags + [TemplateTag(kind: .unfinished, name: "", line: line)]
      }
      let content = String(decoding: bytes[start..<end], as: UTF8.self)
      tags.append(isTriple ? tag(.unescaped, content, line) : tag(content, line))
      line += bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
      index = end + (isTriple ? 3 : 2)
    }
    return tags
  }

  private static func end(of braces: Int, in bytes: [UInt8], from start: Int) -> Int? {
    guard start <= bytes.count - braces else { return nil }
    return (start...(bytes.count - braces)).first { index in
      bytes[index..<(index + braces)].allSatisfy { $0 == UInt8(ascii: "}") }
    }
  }

  private static func tag(_ content: String, _ line: Int) -> TemplateTag {
    let rest = String(content.dropFirst())
    return switch content.first {
    case "#": tag(.section, rest, line)
    case "^": tag(.inverted, rest, line)
    case "/": tag(.close, rest, line)
    case ">": tag(.partial, rest, line)
    case "!": tag(.comment, rest, line)
    case "&": tag(.unescaped, rest, line)
    case let sign? where "=%<$".contains(sign): tag(.other(sign), rest, line)
    default: tag(.variable, content, line)
    }
  }

  private static func tag(_ kind: Kind, _ name: String, _ line: Int) -> TemplateTag {
    let scalars = name.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end = scalars.lastIndex { !$0.properties.isWhitespace }
    let trimmed = end.map { String(scalars[start...$0]) } ?? ""
    return TemplateTag(kind: kind, name: trimmed, line: line)
  }
}
