/// A part of a text that no transform may break.
public struct ProtectedRange: Sendable, Hashable {
  /// What the part is.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case number, date, time, money, percentage, version, email, url, phone, identifier, mention
    case hashtag, placeholder, quotation, code
  }

  /// The place: a half-open range of UTF-8 byte offsets.
  public var range: Range<Int>
  /// What the part is.
  public var kind: Kind

  /// Makes a protected range.
  ///
  /// - Parameters:
  ///   - range: Half-open UTF-8 byte offsets.
  ///   - kind: What the part is.
  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
