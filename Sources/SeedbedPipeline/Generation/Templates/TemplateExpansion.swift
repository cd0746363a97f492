public import SeedbedData
import SeedbedKernels

/// Fills the user's templates with slot values.
///
/// Templates take turns, and the first fillings of each show every two of its slots in every combination of
/// values (a covering array), the later ones the other combinations, none of them twice.
public struct TemplateExpansion: GenerationMethod {
  private let templates: [Template]
  private let fillers: [TemplateFiller?]

  /// Makes the method of a project's templates.
  ///
  /// - Parameters:
  ///   - templates: The templates; each is known to be well formed.
  ///   - slots: The values of their slots.
  ///   - strength: How many slots are covered together by the first fillings, 1 to 3.
  public init(templates: [Template], slots: [Slot], strength: Int = 2) {
    self.templates = templates
    let named = Dictionary(slots.map { ($0.name, $0) }) { first, _ in first }
    var arrays = CoveringArrays()
    fillers = templates.map { TemplateFiller($0, slots: named, strength: strength, &arrays) }
  }

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "templates",
      "Fills sentences with typed slots that the project's configuration gives.",
      preserves: [],
      tasks: [.classification, .extraction],
      needs: ["templates in seedbed.yaml, or `augment`, which learns them from rows"],
      isAvailable: !templates.isEmpty
    )
  }

  /// The templates that can grow a cell, in the order of the configuration.
  ///
  /// A template fits when it fixes every label and field of the cell to the same value; measured
  /// dimensions that it leaves open are checked on the final text.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The templates that fit.
  public func templates(for cell: Cell) -> [Template] { fitting(cell).map { templates[$0] } }

  private func fitting(_ cell: Cell) -> [Int] {
    templates.indices.filter { index in
      cell.coordinates.allSatisfy { coordinate in
        if let value = templates[index].cell[coordinate.dimension] {
          return value == coordinate.value
        }
        return DimensionName.measured.contains(coordinate.dimension)
      }
    }
  }

  /// How many different texts the templates of a cell can give, at most a million each.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The number of combinations.
  public func capacity(for cell: Cell) -> Int {
    fitting(cell).reduce(0) { $0 + (fillers[$1]?.count ?? 0) }
  }

  /// The expansion with a number.
  ///
  /// - Parameters:
  ///   - draw: The number, from 0; beyond the capacity there is nothing.
  ///   - cell: The cell to grow.
  ///   - seed: The seed of the run.
  /// - Returns: The expansion, or nil where the templates are used up.
  public func expansion(_ draw: Int, for cell: Cell, seed: Int) -> Expansion? {
    let fitting = fitting(cell).compactMap { fillers[$0] }
    guard !fitting.isEmpty, draw >= 0 else { return nil }
    var random = CounterRandom(
      seed: UInt64(bitPattern: Int64(seed)),
      sample: cell.description,
      operation: "templates.order",
      draw: 0
    )
    var order = Array(fitting.indices)
    random.shuffle(&order)
    // Templates with fewer combinations drop out of the turns when they are used up.
    guard let (turn, round) = Self.turn(draw, counts: order.map { fitting[$0].count }) else {
      return nil
    }
    let filler = fitting[order[turn]]
    return filler.expansion(round, filler.shuffled(seed: seed))
  }

  /// One filling of every template that is written for a label, with the first value of each slot.
  public var examples: [(template: Template, text: String, label: String)] {
    fillers.compactMap { filler in
      guard let filler, let label = filler.template.cell["label"], let text = filler.example else {
        return nil
      }
      return (filler.template, text, label)
    }
  }

  /// Which template has the draw's turn, and how often it had one before.
  private static func turn(_ draw: Int, counts: [Int]) -> (template: Int, round: Int)? {
    var left = draw, round = 0
    while true {
      let inTurn = counts.indices.filter { counts[$0] > round }
      guard !inTurn.isEmpty else { return nil }
      // All templates in turn stay so until the least of them is used up.
      let fewest = inTurn.map { counts[$0] }.min() ?? 0
      let span = (fewest - round) * inTurn.count
      if left < span { return (inTurn[left % inTurn.count], round + left / inTurn.count) }
      left -= span
      round = fewest
    }
  }
}
