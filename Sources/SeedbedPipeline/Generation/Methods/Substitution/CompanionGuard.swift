import SeedbedKernels
import SeedbedText

/// Which values may change without making an answer, a record or a label wrong.
struct CompanionGuard {
  private let companions: [String]
  private let label: LabelWords?
  private let labelText: String
  private let keywords: LabelKeywords
  private let language: String?

  init(_ seed: Seed) {
    companions = seed.companions
    label = seed.label.map { LabelWords($0) }
    labelText = seed.label ?? ""
    keywords = seed.keywords
    language = seed.language
  }

  /// Whether nothing that is known hangs on a value.
  ///
  /// A companion that holds it in other capitals would keep the old one, so it stays then.
  func allows(_ value: FoundValue) -> Bool {
    if value.isFigure || value.kind == .identifier,
      Self.digits(labelText) == Self.digits(value.text),
      labelText.utf8.contains(where: { $0 &- 0x30 < 10 })
    {
      return false
    }
    if let label {
      for word in value.text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        let word = String(word)
        if word.utf8.count > 1, label.contains(word) || keywords.contains(word, language: language)
        {
          return false
        }
      }
    }
    return companions.allSatisfy { companion in
      let bytes = companion.utf8Span.span
      return Occurrences.of(value.text, in: bytes, anyCase: true).count
        == Occurrences.of(value.text, in: bytes).count
    }
  }

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { $0 &- 0x30 < 10 } }

  /// Whether figures may change: no companion holds a number but those values themselves, as another
  /// number may have been computed from them.
  func allowsFigures(_ values: [String]) -> Bool {
    companions.allSatisfy { companion in
      let bytes = companion.utf8Span.span
      var isCovered = [Bool](repeating: false, count: bytes.count)
      for value in values {
        for range in Occurrences.of(value, in: bytes) {
          for index in range { isCovered[index] = true }
        }
      }
      for index in isCovered.indices where !isCovered[index] && bytes[index] &- 0x30 < 10 {
        return false
      }
      var isFree = true
      WordScanner.forEachWord(in: bytes) { word in
        guard isFree, !isCovered[word.lowerBound], word.count < 20 else { return }
        if ValueMaker.isNumberWord(FigureRules.string(bytes, word).lowercased()) { isFree = false }
      }
      return isFree
    }
  }

  /// The renames that the companions need, parts of names too.
  func renames(_ changes: [(value: FoundValue, new: String)]) -> [Proposal.Rename] {
    guard !companions.isEmpty else { return [] }
    var renames: [Proposal.Rename] = []
    for (value, new) in changes {
      add(value.text, new, &renames)
      let old = value.text.split(separator: " "), words = new.split(separator: " ")
      guard value.kind == .person, old.count > 1, old.count == words.count else { continue }
      for (old, new) in zip(old, words) where old.utf8.count > 2 && old != new {
        add(String(old), String(new), &renames)
      }
    }
    return renames
  }

  private func add(_ old: String, _ new: String, _ renames: inout [Proposal.Rename]) {
    guard !renames.contains(where: { $0.old == old }),
      companions.contains(where: { $0.contains(old) })
    else { return }
    renames.append(Proposal.Rename(old, new))
  }
}
