import SeedbedData

/// One piece of a text as the page shows it: kept from the parent, removed from it, or added.
struct TextChange {
  /// Pieces longer than this are shortened in their middle, in Unicode scalars.
  private static let longest = 400

  private let kind: TextPieces.Kind
  private let text: String

  /// The piece with its mark: struck through or underlined.
  var markup: Markup {
    switch kind {
    case .kept: "\(text)"
    case .removed: "<del>\(text)</del>"
    case .added: "<ins>\(text)</ins>"
    }
  }

  /// The pieces that make a sample's text out of its parent's.
  ///
  /// - Parameters:
  ///   - sample: The sample with its edits.
  ///   - parent: Its parent, where it is at hand.
  /// - Returns: The text as one kept piece where the edits do not lead from the one to the other.
  static func changes(in sample: Sample, parent: Sample?) -> [TextChange] {
    TextPieces.pieces(of: sample, from: parent).map { piece in
      TextChange(kind: piece.kind, text: shortened(piece.text))
    }
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
