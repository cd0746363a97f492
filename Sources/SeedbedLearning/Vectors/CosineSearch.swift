import SeedbedData

/// Finds vectors that point the same way, exactly.
///
/// The cosine of two vectors is the `dot` of SeedbedKernels on their unit forms, kept within -1...1:
/// one fixed order of additions, so every result has the same bits with any number of threads and on
/// every machine. Vectors of another length than 1 are scaled first; vectors without a direction
/// (zeros, infinities, not a number) are never similar to anything.
public enum CosineSearch {
  /// The most results a search returns before it refuses, unless told otherwise.
  public static let defaultLimit = 20_000_000

  /// Refuses tables whose indices do not fit the search's 32 bits.
  static func requireIndexable(_ table: VectorTable) throws {
    guard table.count <= Int(Int32.max) else {
      throw SeedbedError(
        .data,
        "A search over `\(table.count)` vectors is beyond its bound of `\(Int32.max)`",
        hint: "search parts of the data"
      )
    }
  }
}
