import SeedbedData
public import SeedbedKernels

/// Replaces personal data by invented data of the same form.
///
/// The same value always gets the same surrogate, from which nobody can go back without the key. Two
/// values may share one.
///
/// A surrogate is drawn by SHA-256 of key, type and value, so it depends on neither order nor thread.
/// Numbers come from ranges that are kept free for examples where there are such (test cards, 555-01xx,
/// `example.com`, 192.0.2.0/24, 2001:db8::/32) with check digits that are right. A name keeps its
/// culture, script and gender as far as they are known, word by word, so that "Ann Lee" and a later
/// "Lee" still belong together. Titles such as "Mr." say nothing and stay.
public struct Surrogates: Sendable {
  private static let mostAttempts = 64

  private let key: SurrogateKey
  private let real: RealValues

  /// Makes a source of surrogates.
  ///
  /// - Parameters:
  ///   - key: The secret; another key gives other surrogates.
  ///   - real: Values that no surrogate may equal.
  public init(key: SurrogateKey, avoiding real: RealValues = RealValues()) {
    self.key = key
    self.real = real
  }

  /// The surrogate of a value.
  ///
  /// - Parameters:
  ///   - value: The value, as it stands in a text.
  ///   - type: What it is.
  /// - Returns: Invented data of the same form; the value itself only where it identifies nobody (the
  ///   title before a name).
  public func surrogate(for value: String, type: PersonalDataType) -> String {
    var last = value
    for attempt in 0..<Self.mostAttempts {
      var draw = SurrogateDraw(surrogates: self, type: type, attempt: attempt)
      last = draw.surrogate(of: value, type)
      if last != value, !real.contains(last) { return last }
      if type == .title, last == value { return value }
    }
    return last
  }

  /// The edits that replace all findings in a text.
  ///
  /// - Parameters:
  ///   - findings: What was found in the text.
  ///   - text: The text.
  /// - Returns: One edit for each finding whose surrogate differs from it.
  /// - Throws: An `EditError` when the findings do not belong to the text.
  public func edits(
    for findings: [PersonalDataFinding],
    in text: String
  ) throws(EditError) -> EditList {
    var edits: [Edit] = []
    for finding in findings {
      let value = finding.value(in: text)
      let other = surrogate(for: value, type: finding.type)
      guard other != value else { continue }
      edits.append(
        Edit(start: finding.utf8.lowerBound, end: finding.utf8.upperBound, replacement: other)
      )
    }
    return try EditList(edits, for: text)
  }

  /// A stream of random numbers for one value.
  func chance(for value: String, _ domain: String, _ attempt: Int) -> CounterRandom {
    var hash = ContentHash(domain: "seedbed.surrogate.1")
    hash.add(key.bytes)
    hash.add(domain)
    hash.add(value)
    hash.add(attempt)
    let digest = hash.digest
    return CounterRandom(seed: digest.high, sample: digest.low, operation: 0, draw: 0)
  }

  /// Whether a word must not be used.
  func isReal(_ word: String) -> Bool { real.contains(word) }
}
