/// Makes a row of a test case of promptfoo, as SQuAD articles become rows of questions.
enum PromptfooFlattener {
  /// The row of a test case: its variables, and what its one assertion expects under the name that rows
  /// usually have it: `label`, `output`, `answers` or `spans`.
  ///
  /// - Parameter testCase: An element of a list of test cases.
  /// - Returns: The row; nil when the object is no test case with variables of text and one assertion of a
  ///   kind that says what is right.
  static func row(of testCase: JSONObject) -> JSONObject? {
    guard let variables = testCase["vars"]?.object, !variables.isEmpty,
      let assertions = testCase["assert"]?.array, assertions.count == 1,
      let assertion = assertions.first?.object, let value = assertion["value"]
    else { return nil }
    var row = JSONObject()
    for (name, variable) in variables {
      guard let text = variable.string else { return nil }
      row[name] = .string(unwrapped(text))
    }
    guard let (name, expected) = expected(assertion["type"]?.string, value), row.add(name, expected)
    else { return nil }
    if let sample = testCase["metadata"]?["sample"], sample.string != nil {
      _ = row.add("id", sample)
    }
    // What Seedbed wrote must be known as such, so that it is never taken for real data.
    if let mark = testCase["metadata"]?["seedbed"]?.string,
      let provenance = try? JSONParser.parse(unwrapped(mark)), provenance.object != nil
    {
      _ = row.add("seedbed", provenance)
    }
    return row
  }

  private static func expected(_ type: String?, _ value: JSONValue) -> (String, JSONValue)? {
    switch type {
    case "equals": return value.string.map { ("label", .string(unwrapped($0))) }
    case "rouge-n": return value.string.map { ("output", .string(unwrapped($0))) }
    case "icontains-any":
      guard let texts = value.array, texts.allSatisfy({ $0.string != nil }) else { return nil }
      return ("answers", .array(texts.map { .string(unwrapped($0.string ?? "")) }))
    case "is-json":
      guard let constant = value["const"] else { return nil }
      return (constant.array == nil ? "output" : "spans", constant)
    default: return nil
    }
  }

  /// The text that a wrapped one renders as.
  ///
  /// Whoever writes test cases wraps a text with marks of templates, and puts each `{%` in it in as a value;
  /// so inside such a wrapping every tag belongs to it.
  private static func unwrapped(_ text: String) -> String {
    let opening = Array("{% raw %}".utf8), closing = Array("{% endraw %}".utf8)
    let tag = Array(#"{% endraw %}{{ "{%" }}{% raw %}"#.utf8)
    let bytes = Array(text.utf8)
    guard bytes.starts(with: opening), bytes.count >= opening.count + closing.count,
      bytes.suffix(closing.count).elementsEqual(closing)
    else { return text }
    let inner = bytes[opening.count..<(bytes.count - closing.count)]
    var out: [UInt8] = []
    var place = inner.startIndex
    while place < inner.endIndex {
      if inner[place...].starts(with: tag) {
        out += "{%".utf8
        place += tag.count
      } else {
        out.append(inner[place])
        place += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
