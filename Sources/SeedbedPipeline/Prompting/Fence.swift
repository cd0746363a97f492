import SeedbedData
import SeedbedKernels

/// Marks text from outside, so that a model can tell it from what it is asked to do.
///
/// A text stands between a line `<<<data MARK` and a line `data MARK>>>`. The mark hashes the seed, the
/// prompt and all values of the request, the text itself among them: whoever wrote the text cannot know it,
/// and the same request always has the same one.
public enum Fence {
  /// The mark of a request.
  ///
  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - prompt: The prompt that is filled in.
  ///   - values: Everything it is filled with.
  /// - Returns: 16 lower-case hex digits that no data of the request contains.
  public static func mark(seed: Int, prompt: PromptReference, values: PromptValues) -> String {
    var counter = 0
    while true {
      var hash = ContentHash(domain: "seedbed.fence.1")
      hash.add(seed)
      hash.add(prompt.name)
      hash.add(prompt.version)
      hash.add(counter)
      add(values, to: &hash)
      let mark = String(hash.digest.hex.prefix(16))
      if !occurs(mark, in: values) { return mark }
      counter += 1
    }
  }

  /// Puts a text between the lines that mark it as data.
  ///
  /// - Parameters:
  ///   - data: The text.
  ///   - mark: The mark of the request.
  /// - Returns: The text between its marks, with invisible characters made visible.
  public static func enclose(_ data: String, mark: String) -> String {
    "<<<data \(mark)\n\(visible(data))\ndata \(mark)>>>"
  }

  /// Writes characters that could hide words from a reader as their code, such as `⟨U+202E⟩`.
  ///
  /// These are control characters other than tab and line end, marks that turn the direction of what
  /// follows, and tag characters. Line ends become line feeds. Joiners and plain direction marks stay: many
  /// scripts need them.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text in which everything can be seen.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\r" || isHidden($0) }) else { return text }
    var seen = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        seen.append("\n")
      } else if isHidden(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        seen.append(contentsOf: "⟨U+\(padding)\(digits)⟩".unicodeScalars)
      } else if scalar != "\n" {
        seen.append(scalar)
      }
    }
    return String(seen)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func add(_ values: PromptValues, to hash: inout ContentHash) {
    hash.add(values.count)
    for name in values.keys.sorted() {
      hash.add(name)
      switch values[name] {
      case .words(let text):
        hash.add("words")
        hash.add(text)
      case .data(let text):
        hash.add("data")
        hash.add(text)
      case .flag(let isSet): hash.add(isSet ? "yes" : "no")
      case .list(let sets):
        hash.add("list")
        hash.add(sets.count)
        for set in sets { add(set, to: &hash) }
      case nil: break
      }
    }
  }

  private static func occurs(_ mark: String, in values: PromptValues) -> Bool {
    values.values.contains { value in
      switch value {
      case .words(let text), .data(let text): text.utf8.contains(mark.utf8)
      case .list(let sets): sets.contains { occurs(mark, in: $0) }
      case .flag: false
      }
    }
  }
}
