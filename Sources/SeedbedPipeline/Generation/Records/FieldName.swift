/// The words of a field's name, whichever way it joins them: `orderId`, `order_id`, `Order ID`.
struct FieldName: Sendable, Hashable {
  /// The words in lower case.
  let words: [String]

  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var previous: Unicode.Scalar?
    for scalar in name.unicodeScalars {
      let isUpper = scalar.properties.isUppercase
      let startsWord = isUpper && previous.map { !$0.properties.isUppercase } ?? false
      let isJoint = !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
      if isJoint || startsWord {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if !isJoint { word += scalar.properties.lowercaseMapping }
      previous = isJoint ? nil : scalar
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  /// The name as people read it: `order id`.
  var readable: String { words.joined(separator: " ") }

  /// Whether one of its words is among some.
  func has(_ wanted: String...) -> Bool { wanted.contains { words.contains($0) } }

  /// Whether it ends in one of some words.
  func ends(in wanted: String...) -> Bool { words.last.map(wanted.contains) ?? false }
}
