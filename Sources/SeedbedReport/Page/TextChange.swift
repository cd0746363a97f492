import SeedbedData
import SeedbedKernels

/// One piece of a text: kept from the parent, removed from it, or added.
struct TextChange {
  let kept: String?
  let removed: String?
  let added: String?

  /// Pieces longer than this are shortened in their middle, in Unicode scalars.
  private static let longest = 400

  private init(kept: String? = nil, removed: String? = nil, added: String? = nil) {
    self.kept = kept.map(Self.shortened)
    self.removed = removed.map(Self.shortened)
    self.added = added.map(Self.shortened)
  }

  /// The piece with its mark: struck through or underlined.
  var markup: Markup {
    var markup = Markup.empty
    if let kept { markup += "\(kept)" }
    if let removed { markup += "<del>\(removed)</del>" }
    if let added { markup += "<ins>\(added)</ins>" }
    return markup
  }

  /// The pieces that make a sample's text out of its parent's.
  ///
  /// - Parameters:
  ///   - sample: The sample with its edits.
  ///   - parent: Its parent, where it is at hand.
  /// - Returns: The text as one kept piece where the edits do not lead from the one to the other.
  static func changes(in sample: Sample, parent: Sample?) -> [TextChange] {
    guard let parent, !sample.provenance.edits.isEmpty else {
      return [TextChange(kept: sample.text)]
    }
    let bytes = Array(parent.text.utf8)
    var changes: [TextChange] = []
    var rebuilt: [UInt8] = []
    var position = 0
    func keep(to end: Int) {
      guard position < end else { return }
      rebuilt += bytes[position..<end]
      changes.append(TextChange(kept: String(decoding: bytes[position..<end], as: UTF8.self)))
    }
    for edit in sample.provenance.edits {
      guard position <= edit.start, edit.start <= edit.end, edit.end <= bytes.count else {
        return [TextChange(kept: sample.text)]
      }
      keep(to: edit.start)
      if edit.start < edit.end {
        changes.append(
          TextChange(removed: String(decoding: bytes[edit.start..<edit.end], as: UTF8.self))
        )
      }
      if !edit.replacement.isEmpty { changes.append(TextChange(added: edit.replacement)) }
      rebuilt += edit.replacement.utf8
      position = edit.end
    }
    keep(to: bytes.count)
    // Edits of a sample with other parents beside this one, or of another field, lead elsewhere.
    return rebuilt.elementsEqual(sample.text.utf8) ? changes : [TextChange(kept: sample.text)]
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > longest else { return text }
    var short = ""
    short.unicodeScalars.append(contentsOf: scalars.prefix(longest / 2))
    short += " … "
    short.unicodeScalars.append(contentsOf: scalars.suffix(longest / 2))
    return short
  }
}
