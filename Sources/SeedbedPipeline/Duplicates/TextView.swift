import SeedbedKernels

/// The form in which texts are compared: `DuplicateView`, and what else is to make no difference.
public struct TextView: Sendable, Hashable {
  /// Whether texts that differ in their numbers differ; if not, every number reads as `0`.
  public var keepsDigits: Bool

  /// Makes a view.
  ///
  /// - Parameter keepsDigits: Whether texts that differ in their numbers differ.
  public init(keepsDigits: Bool = true) {
    self.keepsDigits = keepsDigits
  }

  /// Writes a text's view over what a buffer held.
  ///
  /// - Returns: Whether the text has a letter or digit; if not, only exactness can be compared.
  @inline(__always)
  func write(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> Bool {
    let hasWords = DuplicateView.normalize(text, into: &buffer)
    if !keepsDigits && hasWords { DigitMask.apply(to: &buffer) }
    return hasWords
  }
}
