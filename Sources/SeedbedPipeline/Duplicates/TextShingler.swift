import SeedbedKernels

/// Makes the pieces of one text after the other, backing off where a text is too short for them.
struct TextShingler {
  /// How a text was cut.
  enum Cut {
    /// Into the pieces that were asked for.
    case full
    /// Into the smaller pieces of a short text.
    case smaller
    /// Not at all: it is too short for any.
    case none
  }

  private var scalars: ScalarShingler
  private var words: WordShingler?
  private var usesWords = false

  init(_ shingling: Shingling) {
    switch shingling {
    case .characters(let width):
      scalars = ScalarShingler(width: width)
      words = nil
    case .words(let count):
      scalars = ScalarShingler(width: Shingling.fallback)
      words = WordShingler(count: count)
    }
  }

  /// Cuts a view into pieces.
  mutating func read(_ view: UnsafeBufferPointer<UInt8>) -> Cut {
    if words?.read(view.span) == true {
      usesWords = true
      return .full
    }
    usesWords = false
    guard scalars.read(view.span) else { return .none }
    return words == nil ? .full : .smaller
  }

  /// The hashes of the pieces of the text read last.
  @inline(__always)
  func withHashes<Result>(_ body: (Span<UInt64>) -> Result) -> Result {
    guard usesWords, let words else { return body(scalars.hashes.span) }
    return body(words.hashes.span)
  }
}
