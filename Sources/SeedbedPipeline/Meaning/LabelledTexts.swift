import SeedbedKernels

/// Texts with their labels, and what guards compare of them.
struct LabelledTexts: Sendable {
  var texts: [String]
  var labels: [String?]

  /// Whether two rows may be duplicates by their labels; a row without one may be of any.
  static func agree(_ left: String?, _ right: String?) -> Bool {
    left == nil || right == nil || left == right
  }

  /// Digests of the normalised texts.
  func views(threads: Int) async throws -> [Digest128] {
    try await mapChunks(texts, threads: threads, chunk: 1024) { part in
      var buffer: [UInt8] = []
      return part.map { text in
        DuplicateView.normalize(text.utf8Span.span, into: &buffer)
        return hash128(buffer.span)
      }
    }
  }

  /// The features of some rows at their positions; nothing at the others, or without a guard.
  func features(
    of rows: [Int],
    by duplicateGuard: DuplicateGuard?,
    threads: Int
  ) async throws -> [GuardFeatures?] {
    var features = [GuardFeatures?](repeating: nil, count: texts.count)
    guard let duplicateGuard else { return features }
    let found = try await mapChunks(rows, threads: threads) { part in
      part.map { duplicateGuard.features(of: texts[$0]) }
    }
    for (row, found) in zip(rows, found) { features[row] = found }
    return features
  }
}
