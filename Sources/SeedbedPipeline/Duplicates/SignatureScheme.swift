import SeedbedKernels

/// How the signatures are made by which pairs of texts are found.
///
/// Both find the same pairs with about the same probability; they differ in speed. All texts of a
/// search have one scheme, as signatures of different ones cannot be compared.
public enum SignatureScheme: String, Sendable, Hashable, CaseIterable {
  /// A minimum for each of many permutations (MinHash); for short texts.
  case permutations
  /// One pass over the pieces, with empty bins filled from others (one-permutation hashing with optimal
  /// densification); for texts of some hundred pieces and more.
  case onePermutation = "one_permutation"

  /// From how many bytes a text has on average one permutation is the faster scheme.
  ///
  /// Twice as many pieces as bins leave few bins empty, so that slots stay nearly independent.
  private static let longText = 600

  /// The faster scheme for texts of a length.
  ///
  /// - Parameter bytes: The mean length of the texts in bytes.
  /// - Returns: The scheme.
  public static func fastest(forTextsOf bytes: Int) -> SignatureScheme {
    bytes >= longText ? .onePermutation : .permutations
  }
}

/// Makes signatures in one of the schemes.
enum SignatureHasher: Sendable {
  case permutations(MinHasher)
  case onePermutation(OnePermutationHasher)

  /// Makes signatures of at least `count` numbers.
  init(_ scheme: SignatureScheme, count: Int) {
    switch scheme {
    case .permutations: self = .permutations(MinHasher(permutations: count))
    case .onePermutation:
      var bins = 1
      while bins < count { bins *= 2 }
      self = .onePermutation(OnePermutationHasher(bins: bins))
    }
  }

  /// How many numbers a signature has.
  var count: Int {
    switch self {
    case .permutations(let hasher): hasher.permutations
    case .onePermutation(let hasher): hasher.bins
    }
  }

  /// Writes the signature of a set over an array of `count` numbers.
  func write(signatureOf hashes: Span<UInt64>, into signature: inout [UInt32]) {
    switch self {
    case .permutations(let hasher): hasher.write(signatureOf: hashes, into: &signature, at: 0)
    case .onePermutation(let hasher): hasher.write(signatureOf: hashes, into: &signature, at: 0)
    }
  }
}
