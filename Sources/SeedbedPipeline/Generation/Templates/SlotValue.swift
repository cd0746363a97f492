import SeedbedText

/// A value of a slot with what the words round it agree with.
///
/// Behind its last `|` a value may say what it is: `casa|f`, `Kinder|p`, `ratones|mp`, or how it is written
/// for more than one: `mouse|pl=mice`. Anything else behind a `|` is part of the value.
struct SlotValue: Sendable, Hashable {
  /// The value as it is written.
  var text: String
  /// How it is written for more than one; nil where it does not change.
  var plural: String?
  /// Its gender as far as it is known.
  var gender: NounGender?
  /// Whether it is more than one by itself.
  var isPlural = false

  /// Reads a value as it stands in the configuration.
  init(_ value: String) {
    text = value
    guard let bar = value.lastIndex(of: "|") else { return }
    let note = value[value.index(after: bar)...]
    if note.hasPrefix("pl="), note.utf8.count > 3 {
      plural = String(note.dropFirst(3))
    } else {
      switch note {
      case "m", "f", "n": gender = NounGender(rawValue: String(note))
      case "mp", "fp", "np":
        (gender, isPlural) = (NounGender(rawValue: String(note.prefix(1))), true)
      case "p": isPlural = true
      default: return
      }
    }
    text = String(value[..<bar])
  }

  /// Whether it says how many there are of what follows.
  var isNumber: Bool {
    let lower = text.lowercased()
    return lower.utf8.first.map { $0 &- 0x30 < 10 } ?? false || Self.ones.contains(lower)
      || ValueMaker.isNumberWord(lower)
  }

  /// Whether it says that there is one.
  var isOne: Bool { text == "1" || Self.ones.contains(text.lowercased()) }

  private static let ones: Set<String> = ["one", "un", "una", "uno", "une", "ein", "eine", "einen"]
}
