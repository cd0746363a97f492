public import SeedbedData
public import SeedbedKernels
public import SeedbedText

/// Puts another value that the data has for a slot in the place of a marked span.
///
/// The values come from the file or project at hand; without them there is nothing to put in.
public struct SlotValueReplacement: TransformMethod {
  private static let mostTries = 24

  private let values: SpanValues

  /// Makes the method of a table of values.
  ///
  /// - Parameter values: What the spans of the data say, label by label.
  public init(_ values: SpanValues = SpanValues()) { self.values = values }

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "slot_values",
      "Puts other values of the same slot, taken from the data, into marked spans.",
      preserves: [.label, .spans],
      tasks: [.classification, .extraction],
      needs: ["marked spans"]
    )
  }

  /// Spans get other words.
  public var opensSpans: Bool { true }

  /// A span may hold any figure.
  public var opens: Set<ProtectedRange.Kind> { Set(ProtectedRange.Kind.allCases) }

  /// Proposes another value for every span whose slot has one of the same shape.
  ///
  /// - Parameters:
  ///   - seed: The text with its spans.
  ///   - random: The only source of chance.
  /// - Returns: The edits of whole spans, or nil where no slot has another value.
  public func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard !values.isEmpty, !seed.marks.isEmpty else { return nil }
    var found: [FoundValue] = []
    let isAlone = ValueFinder.standAlone(seed.marks)
    for (index, mark) in seed.marks.enumerated() where isAlone[index] && !mark.range.isEmpty {
      let text = String(seed.text.slice(mark.range))
      guard values.values(for: mark.label, like: text).count > 1 else { continue }
      found.append(FoundValue(range: mark.range, group: mark.label, kind: nil, text: text))
    }
    found = ValueFinder.apart(found, seed.locked)
    var taken = Set(found.map { $0.text.lowercased() })
    return ValueExchange(seed: seed).proposal(found, &random) { found, random in
      found.map { value in
        let options = values.values(for: value.group, like: value.text)
        for _ in 0..<Self.mostTries {
          guard let other = random.pick(options) else { return nil }
          if taken.insert(other.lowercased()).inserted { return other }
        }
        return nil
      }
    }
  }
}
