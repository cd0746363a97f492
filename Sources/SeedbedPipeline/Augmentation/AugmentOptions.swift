import SeedbedData
import SeedbedKernels

/// What `augment` is asked to do with each row.
public struct AugmentOptions: Sendable, Hashable {
  /// The methods by name, or chains of them such as `synonyms+casing`; each makes its own rows.
  public var methods: [String]
  /// How many changes in a hundred characters; nil leaves it to each method.
  public var rate: Double?
  /// How many rows each method makes of each row, at least 1.
  public var copies = 1
  /// The seed of every draw.
  public var seed = 0
  /// The language of all texts as an ISO 639-1 code; nil for each text's own.
  public var language: String?
  /// Whether each row stands before what is made of it.
  public var keepsOriginals = false
  /// Whether the object `seedbed` is left out.
  public var isPlain = false
  /// Whether each row lists its edits.
  public var listsEdits = false
  /// The most threads; the result does not depend on it.
  public var threads = 1

  /// Makes options.
  ///
  /// - Parameter methods: The methods by name.
  public init(methods: [String]) {
    self.methods = methods
  }

  /// What tells rows made with these options from others.
  var digest: String {
    var hash = ContentHash(domain: "seedbed.augment.1")
    hash.add(seed)
    hash.add(rate.map { "\($0)" } ?? "")
    hash.add(language ?? "")
    return hash.digest.hex
  }
}
