import SeedbedKernels

/// The real values of a data set, as hashes, so that no surrogate equals one of them.
public struct RealValues: Sendable {
  private var hashes: Set<UInt64> = []

  /// No values yet.
  public init() {}

  /// How many different values and words of names there are.
  public var count: Int { hashes.count }

  /// Adds what was found in a text.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - text: The text they were found in.
  public mutating func add(_ findings: [PersonalDataFinding], in text: String) {
    for finding in findings {
      let value = finding.value(in: text)
      hashes.insert(Self.hash(value))
      // A name is recognised by its parts too.
      if finding.type == .person {
        for word in value.split(separator: " ") where word.utf8.count > 2 {
          hashes.insert(Self.hash(String(word)))
        }
      }
    }
  }

  /// Whether a text equals one of the values, whatever its capitals.
  ///
  /// - Parameter value: What may become a surrogate.
  /// - Returns: Whether it is a real value, or was added as a part of one.
  public func contains(_ value: String) -> Bool { hashes.contains(Self.hash(value)) }

  private static func hash(_ value: String) -> UInt64 { hash64(value.lowercased()) }
}

extension PersonalDataFinding {
  /// The words that a finding covers.
  ///
  /// - Parameter text: The text it was found in.
  /// - Returns: The part of the text; empty when the range does not lie in it.
  public func value(in text: String) -> String {
    let bytes = text.utf8
    guard utf8.lowerBound >= 0, utf8.upperBound <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: utf8.lowerBound)
    return String(text[start..<bytes.index(start, offsetBy: utf8.count)])
  }
}
