import SeedbedData

extension Metrics {
  /// How much smaller a set of texts becomes when it is compressed (`compression_ratio`).
  ///
  /// The texts, joined by line ends, over their DEFLATE form (`zlib`, level 6). It sees repetitions
  /// within 32 KB only, so that the order of the texts matters, and falls with many different names and
  /// numbers; compare sets of like size. Shaib et al., "Standardizing the measurement of text
  /// diversity" (2024).
  ///
  /// - Parameter texts: The texts.
  /// - Returns: A number above 0, larger for more repetition; nil without a byte.
  public static func compressionRatio(_ texts: [String]) -> Double? {
    var bytes: [UInt8] = []
    for text in texts {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes.append(contentsOf: text.utf8)
    }
    guard !bytes.isEmpty, let size = deflatedByteCount(of: bytes) else { return nil }
    return Double(bytes.count) / Double(size)
  }
}
