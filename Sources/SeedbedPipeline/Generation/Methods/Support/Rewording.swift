import SeedbedData
import SeedbedKernels
import SeedbedText

extension Seed {
  /// Changes some of the places that one direction of a lexicon offers.
  ///
  /// - Parameters:
  ///   - directions: Names and edits; one with open places is drawn.
  ///   - furtherPlaces: How likely each place after the first changes too.
  ///   - random: The only source of chance.
  /// - Returns: A proposal, or nil where no direction has an open place.
  func rewording(
    _ directions: [(name: String, edits: [TextEdit])],
    furtherPlaces: Double,
    _ random: inout CounterRandom
  ) -> Proposal? {
    let open = directions.map { direction in
      (name: direction.name, edits: direction.edits.filter { !isLocked($0.range) })
    }
    guard let direction = random.pick(open.filter { !$0.edits.isEmpty }) else { return nil }
    var edits = direction.edits
    random.shuffle(&edits)
    var draft = Draft(self)
    for edit in edits where draft.count == 0 || random.chance(furtherPlaces) {
      draft.replace(edit.range, with: edit.replacement)
    }
    return draft.proposal(["direction": .string(direction.name)])
  }
}
