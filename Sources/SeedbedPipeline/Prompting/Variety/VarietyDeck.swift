import SeedbedKernels

/// Deals the values of attributes to drafts by exact quotas.
///
/// In the first n drafts, for every n, each value comes as often as its share of n asks for, give or take
/// less than one. Within that the order is drawn anew for each cycle and otherwise for each attribute, so
/// that the values of two attributes meet in all combinations and are not locked together.
public struct VarietyDeck: Sendable {
  private struct Pile {
    var attribute: VarietyAttribute
    var order: DealingOrder
    var operation: UInt64
  }

  private let piles: [Pile]
  private let stream: UInt64
  private let seed: UInt64

  /// Makes the decks of some attributes.
  ///
  /// - Parameters:
  ///   - attributes: What varies; values of a weight below 1 are never dealt.
  ///   - stream: What keys the chance: cell, split and method in words.
  ///   - seed: The seed of the run.
  public init(attributes: [VarietyAttribute], stream: String, seed: Int) {
    piles = attributes.map { attribute in
      Pile(
        attribute: attribute,
        order: DealingOrder(weights: attribute.values.map(\.weight)),
        operation: hash64("variety/\(attribute.name)")
      )
    }
    self.stream = hash64(stream)
    self.seed = UInt64(bitPattern: Int64(seed))
  }

  /// The values of a draft.
  ///
  /// - Parameter draft: The number of the draft, from 0.
  /// - Returns: Name and words of each attribute, in the order of the attributes; attributes without a
  ///   value are left out.
  public func attributes(of draft: Int) -> [(name: String, words: String)] {
    guard draft >= 0 else { return [] }
    return piles.compactMap { pile in
      guard pile.order.length > 0 else { return nil }
      let (cycle, position) = draft.quotientAndRemainder(dividingBy: pile.order.length)
      var random = CounterRandom(
        seed: seed,
        sample: stream,
        operation: pile.operation,
        draw: UInt64(cycle)
      )
      let value = pile.order.cycle(&random)[position]
      return (pile.attribute.name, pile.attribute.values[value].words)
    }
  }
}
