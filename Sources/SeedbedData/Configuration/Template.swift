import SeedbedKernels

/// A sentence with typed slots, written by the user for a cell.
public struct Template: Sendable, Hashable {
  /// The dimension values that every expansion has, such as the label and the language.
  public var cell: Cell
  /// The text with slots as `{name}`; `{{` and `}}` stand for braces, `{a|an}` for forms of a word that
  /// agrees with a slot.
  public var text: String

  /// Makes a template.
  ///
  /// - Parameters:
  ///   - cell: The dimension values of every expansion.
  ///   - text: The text with slots.
  public init(cell: Cell, text: String) {
    self.cell = cell
    self.text = text
  }

  /// The template's id: 32 hex digits of a hash over its cell and text.
  public var id: String {
    var hash = ContentHash(domain: "seedbed.template.1")
    hash.add(cell.json.serialized(.canonical))
    hash.add(text)
    return hash.digest.hex
  }

  /// A part of a template's text.
  public enum Part: Sendable, Hashable {
    /// Words that stand as they are.
    case words(String)
    /// A slot's name; forms that agree with a slot have a `|` in it.
    case slot(String)
  }

  /// The text cut into words and slots.
  ///
  /// - Returns: The parts, or the reason why the text is not a template.
  public func parts() throws -> [Part] {
    var parts: [Part] = []
    var words = "", scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "{" where scalars.first == "{", "}" where scalars.first == "}":
        scalars.removeFirst()
        words.unicodeScalars.append(scalar)
      case "{":
        guard let close = scalars.firstIndex(of: "}") else {
          throw SeedbedError(
            .configuration,
            "the template `\(text)` opens a slot with `{` and never closes it",
            hint: "write `{{` for a brace that stands for itself"
          )
        }
        let name = String(scalars[..<close])
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) || name.contains("|") else {
          throw SeedbedError(
            .configuration,
            "`{\(name)}` in the template `\(text)` is not a slot name",
            hint: "use letters, digits and underscores, or write `{{` for a brace"
          )
        }
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
        parts.append(.slot(name))
        scalars = scalars[scalars.index(after: close)...]
      case "}":
        throw SeedbedError(
          .configuration,
          "the template `\(text)` closes a slot with `}` that was never opened",
          hint: "write `}}` for a brace that stands for itself"
        )
      default: words.unicodeScalars.append(scalar)
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
    return parts
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}

/// The values that a slot may take.
public struct Slot: Sendable, Hashable {
  /// The slot's name, as in `{name}`.
  public var name: String
  /// Its values, each fit for every template that uses the slot.
  public var values: [String]

  /// Makes a slot.
  ///
  /// - Parameters:
  ///   - name: The slot's name.
  ///   - values: At least one value.
  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}
