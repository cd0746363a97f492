import SeedbedKernels

/// A text with what was done to it: pieces kept, removed and added, in the order in which they are read.
public enum TextPieces {
  /// What became of a piece.
  public enum Kind: String, Sendable {
    case kept, removed, added
  }

  /// The pieces that lead from the source's text to the sample's.
  ///
  /// - Parameters:
  ///   - sample: The sample with its edits.
  ///   - source: What it was made from, where it is at hand.
  /// - Returns: The pieces; the text as one kept piece where the edits do not lead from the one to the other,
  ///   as in a sample with several parents or edits of another field.
  public static func pieces(of sample: Sample, from source: Sample?) -> [(kind: Kind, text: String)]
  {
    let whole: [(kind: Kind, text: String)] = [(.kept, sample.text)]
    guard let source, !sample.provenance.edits.isEmpty,
      let edits = try? EditList(sample.provenance.edits, for: source.text)
    else { return whole }
    let bytes = Array(source.text.utf8)
    var pieces: [(kind: Kind, text: String)] = []
    var rebuilt: [UInt8] = [], position = 0
    func add(_ kind: Kind, _ text: some Sequence<UInt8>) {
      let text = Array(text)
      guard !text.isEmpty else { return }
      pieces.append((kind, String(decoding: text, as: UTF8.self)))
      if kind != .removed { rebuilt += text }
    }
    for edit in edits.edits {
      add(.kept, bytes[position..<edit.start])
      add(.removed, bytes[edit.start..<edit.end])
      add(.added, edit.replacement.utf8)
      position = edit.end
    }
    add(.kept, bytes[position...])
    return rebuilt.elementsEqual(sample.text.utf8) ? pieces : whole
  }
}
