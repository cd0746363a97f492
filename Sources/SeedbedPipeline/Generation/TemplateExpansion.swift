public import SeedbedData
import SeedbedKernels

/// One filled template.
public struct Expansion: Sendable, Hashable {
  /// The template.
  public var template: Template
  /// The text with every slot filled.
  public var text: String
  /// The value of each slot, by name.
  public var slots: JSONObject
}

/// Fills the user's templates with slot values.
///
/// Templates take turns, and each walks through its slot values in a shuffled order without repeating a
/// combination before all others have come, so that few rows show many patterns.
public struct TemplateExpansion: GenerationMethod {
  private let templates: [Template]
  private let slots: [String: Slot]

  /// Makes the method of a project's templates.
  ///
  /// - Parameters:
  ///   - templates: The templates; each is known to be well formed.
  ///   - slots: The values of their slots.
  public init(templates: [Template], slots: [Slot]) {
    self.templates = templates
    self.slots = Dictionary(slots.map { ($0.name, $0) }) { first, _ in first }
  }

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "templates",
      "Fills sentences with typed slots that the project's configuration gives.",
      preserves: [],
      tasks: [.classification, .extraction],
      needs: ["templates in seedbed.yaml"],
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
  public func templates(for cell: Cell) -> [Template] {
    templates.filter { template in
      cell.coordinates.allSatisfy { coordinate in
        if let value = template.cell[coordinate.dimension] { return value == coordinate.value }
        return DimensionName.measured.contains(coordinate.dimension)
      }
    }
  }

  /// How many different texts the templates of a cell can give, at most a million each.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The number of combinations.
  public func capacity(for cell: Cell) -> Int {
    templates(for: cell).reduce(0) { $0 + combinations(of: $1) }
  }

  /// The expansion with a number.
  ///
  /// - Parameters:
  ///   - draw: The number, from 0; beyond the capacity there is nothing.
  ///   - cell: The cell to grow.
  ///   - seed: The seed of the run.
  /// - Returns: The expansion, or nil where the templates are used up.
  public func expansion(_ draw: Int, for cell: Cell, seed: Int) -> Expansion? {
    let fitting = templates(for: cell)
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
    let turns = order.map { (index: $0, count: combinations(of: fitting[$0])) }
    guard let (turn, round) = Self.turn(draw, counts: turns.map(\.count)) else { return nil }
    return fill(fitting[turns[turn].index], combination: round, seed: seed)
  }

  /// One filling of every template that is written for a label, with the first value of each slot.
  public var examples: [(template: Template, text: String, label: String)] {
    templates.compactMap { template in
      guard let label = template.cell["label"], let parts = try? template.parts() else {
        return nil
      }
      let text = parts.map { part in
        switch part {
        case .words(let words): words
        case .slot(let name): slots[name]?.values.first ?? ""
        }
      }.joined()
      return (template, text, label)
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

  private func combinations(of template: Template) -> Int {
    var count = 1
    for case .slot(let name) in (try? template.parts()) ?? [] {
      count = min(1_000_000, count * (slots[name]?.values.count ?? 0))
    }
    return count
  }

  private func fill(_ template: Template, combination: Int, seed: Int) -> Expansion? {
    guard let parts = try? template.parts() else { return nil }
    let names = parts.compactMap { part -> String? in
      if case .slot(let name) = part { name } else { nil }
    }
    let choices = choices(template, names, combination: combination, seed: seed)
    var text = "", used = JSONObject()
    var next = 0
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .slot(let name):
        guard let slot = slots[name] else { return nil }
        let value = slot.values[choices[next]]
        next += 1
        text += value
        used[used[name] == nil ? name : "\(name)_\(next)"] = .string(value)
      }
    }
    return Expansion(template: template, text: text, slots: used)
  }

  /// One value for each slot of the template.
  ///
  /// The k-th combination shifts every slot's own shuffled order by k, and one slot more by one each
  /// time k passes the length of the ones before, so the first rows already show every value.
  private func choices(
    _ template: Template,
    _ names: [String],
    combination: Int,
    seed: Int
  ) -> [Int] {
    let key = template.id
    var carry = 0, product = 1
    return names.enumerated().map { position, name in
      let count = slots[name]?.values.count ?? 1
      var random = CounterRandom(
        seed: UInt64(bitPattern: Int64(seed)),
        sample: key,
        operation: "templates.slot",
        draw: position
      )
      var order = Array(0..<count)
      random.shuffle(&order)
      let digit = combination / product % count
      let choice = order[(digit + carry) % count]
      carry += digit
      product = min(1_000_000_000, product * count)
      return choice
    }
  }
}
