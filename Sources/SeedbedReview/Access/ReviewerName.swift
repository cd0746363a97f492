import SeedbedData

/// What a reviewer may be called: it stands in the ledger beside every decision.
enum ReviewerName {
  /// The most Unicode scalars of a name.
  static let longest = 60

  /// Reads a name.
  ///
  /// - Parameter text: What was typed.
  /// - Returns: The name without white space around it.
  /// - Throws: A `SeedbedError` for a name that is empty, too long or holds invisible characters.
  static func read(_ text: String) throws -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else {
      throw SeedbedError(.usage, "a reviewer needs a name", hint: "type your name or initials")
    }
    let kept = scalars[first...last]
    guard kept.count <= longest else {
      throw SeedbedError(
        .usage,
        "the name has \(kept.count) characters",
        hint: "use at most \(longest)"
      )
    }
    guard kept.allSatisfy(isVisible) else {
      throw SeedbedError(
        .usage,
        "the name holds a character that cannot be seen",
        hint: "type the name anew instead of pasting it"
      )
    }
    var name = ""
    name.unicodeScalars.append(contentsOf: kept)
    return name
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
