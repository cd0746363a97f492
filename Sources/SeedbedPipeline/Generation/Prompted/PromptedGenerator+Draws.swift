import SeedbedData
import SeedbedKernels
import SeedbedText

extension PromptedGenerator {
  /// The draws of an order.
  ///
  /// A draw gives several drafts, so drafts are what is numbered: draw `n` gives the drafts from
  /// `n × draftsPerDraw` on.
  func drawJobs(_ order: Generator.Order, _ writer: Writer, accepted: [Sample]) -> [Job] {
    let needs = writer.method.needs
    let quota = plan.quotas[order.quota]
    let perDraw = max(1, needs.draftsPerDraw)
    let first = (order.firstDraw + perDraw - 1) / perDraw
    let draws = (order.count + perDraw - 1) / perDraw
    let stream = "\(quota.split.rawValue)/\(quota.cell.description)/\(order.method)"
    let shown = examples(for: quota, stream: stream)
    if needs.requiresExamples, shown.isEmpty { return [] }
    if needs.passage, supply.passages.isEmpty { return [] }
    let label = quota.cell["label"]
    // The three nearest take turns: a label has more than one border.
    let rivals = needs.rival ? label.flatMap { supply.rivals[$0] }?.prefix(3) ?? [] : []
    if needs.rival, rivals.isEmpty { return [] }
    let rivalExamples = rivals.map { examples(of: $0, like: quota, stream: stream) }
    let mine =
      needs.machineExamples > 0 ? accepted.filter { label == nil || $0.label == label } : []
    let varieties = attributes(of: needs, cell: quota.cell)
    let deck = VarietyDeck(attributes: varieties, stream: stream, seed: plan.seed)
    let forced = Self.forced(by: quota.cell)
    let passages = needs.passage ? passageOrder(stream) : []
    return (first..<(first + draws)).map { number in
      var draw = PromptedDraw(
        number: number,
        count: perDraw,
        cell: quota.cell,
        task: configuration.task,
        fields: configuration.fields,
        seed: plan.seed,
        stream: stream
      )
      draw.labels = supply.labels
      draw.examples = Self.turn(of: shown, number, needs.examples)
      draw.label = label ?? draw.examples.first?.label
      draw.language = language(of: draw)
      if needs.rival {
        let place = number % rivals.count
        draw.rival = .init(
          label: rivals[place],
          examples: Self.turn(of: rivalExamples[place], number, max(1, needs.examples))
        )
      }
      if needs.passage {
        draw.passages = supply.passages[passages[number % passages.count]]
      }
      if needs.persona { draw.persona = supply.persona(stream, number) }
      if needs.machineExamples > 0 {
        var random = draw.chance("machine")
        draw.machineExamples = random.sample(needs.machineExamples, of: mine.count).map { mine[$0] }
      }
      draw.attributes = (0..<perDraw).map { deck.attributes(of: number * perDraw + $0) + forced }
      return Job(order: order, writer: writer, draw: draw)
    }
  }

  /// The real samples that a quota's draws may show, in an order of its own.
  private func examples(for quota: Quota, stream: String) -> [Sample] {
    guard let pool = seeds.pools[quota.split] else { return [] }
    var positions = seeds.shownPositions(for: quota.cell, in: quota.split)
    var random = CounterRandom(
      seed: UInt64(bitPattern: Int64(plan.seed)),
      sample: stream,
      operation: "prompt.examples",
      draw: 0
    )
    random.shuffle(&positions)
    return positions.map { pool.samples[$0] }
  }

  private func examples(of label: String, like quota: Quota, stream: String) -> [Sample] {
    var other = quota
    other.cell = Cell([Cell.Coordinate("label", label)])
    return examples(for: other, stream: "\(stream)/\(label)")
  }

  /// The next few of a circle of samples.
  private static func turn(of samples: [Sample], _ number: Int, _ count: Int) -> [Sample] {
    let count = min(count, samples.count)
    return (0..<count).map { samples[(number * count + $0) % samples.count] }
  }

  private func passageOrder(_ stream: String) -> [Int] {
    var order = Array(supply.passages.indices)
    var random = CounterRandom(
      seed: UInt64(bitPattern: Int64(plan.seed)),
      sample: stream,
      operation: "prompt.passages",
      draw: 0
    )
    random.shuffle(&order)
    return order
  }

  /// What the method varies, with what the user wants in place of what has the same name.
  private func attributes(of needs: PromptedNeeds, cell: Cell) -> [VarietyAttribute] {
    let users = supply.variety
    let own = needs.attributes.filter { attribute in
      !users.contains { $0.name == attribute.name }
    }
    return (own + (needs.attributes.isEmpty ? [] : users)).filter { cell[$0.name] == nil }
  }

  /// What the cell itself asks for; a variety must not speak against it.
  private static func forced(by cell: Cell) -> [(name: String, words: String)] {
    cell.coordinates.filter { $0.dimension != "label" && $0.dimension != "language" }
      .map { ($0.dimension, $0.value) }
  }

  private func language(of draw: PromptedDraw) -> String? {
    if let asked = draw.cell["language"], asked != "unknown" { return asked }
    if configuration.languages.count == 1 { return configuration.languages.first }
    return draw.examples.first.flatMap { identifier.identify($0.text).code }
      ?? configuration.languages.first
  }
}
