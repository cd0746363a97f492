import SeedbedData
import SeedbedKernels
import SeedbedText

/// A template with the values of its slots, ready to be filled.
struct TemplateFiller: Sendable {
  let template: Template
  private let form: TemplateForm
  private let values: [[SlotValue]]
  private let order: CombinationOrder
  private let id: String

  /// Reads a template; nil where it is not well formed.
  ///
  /// - Parameters:
  ///   - template: The template.
  ///   - slots: The values of each slot.
  ///   - strength: How many slots are covered together by the first fillings.
  ///   - arrays: The covering arrays that other templates need too.
  init?(
    _ template: Template,
    slots: [String: Slot],
    strength: Int,
    _ arrays: inout CoveringArrays
  ) {
    guard let form = TemplateForm(template) else { return nil }
    self.template = template
    self.form = form
    values = form.slots.map { name in (slots[name]?.values ?? []).map(SlotValue.init) }
    order = CombinationOrder(sizes: values.map(\.count), strength: strength, &arrays)
    id = template.id
  }

  /// How many different combinations there are, at most a million.
  var count: Int { order.count }

  /// The values of each slot in an order that hangs on the seed.
  func shuffled(seed: Int) -> [[Int]] {
    values.enumerated().map { position, values in
      var random = CounterRandom(
        seed: UInt64(bitPattern: Int64(seed)),
        sample: id,
        operation: "templates.slot",
        draw: position
      )
      var order = Array(values.indices)
      random.shuffle(&order)
      return order
    }
  }

  /// The filling with a number below `count`.
  func expansion(_ combination: Int, _ shuffled: [[Int]]) -> Expansion {
    let chosen = order.combination(combination).enumerated().map { position, index in
      values[position][shuffled[position][index]]
    }
    return fill(chosen)
  }

  /// The filling with the first value of each slot; nil where a slot has none.
  var example: String? {
    let chosen = values.compactMap(\.first)
    return chosen.count == values.count ? fill(chosen).text : nil
  }

  private func fill(_ chosen: [SlotValue]) -> Expansion {
    let language = template.cell["language"]
    var texts: [String] = []
    for part in form.parts {
      switch part {
      case .words(let words): texts.append(words)
      case .slot(let number): texts.append(Agreement.written(number, chosen))
      case .forms(let forms, let slot):
        texts.append(Agreement.form(forms, slot.map { chosen[$0] }, language))
      }
    }
    // Sounds hang on what follows, so the last is decided first.
    for (place, part) in form.parts.enumerated().reversed() {
      guard case .forms(let forms, _) = part, Agreement.isArticle(forms) else { continue }
      texts[place] = Agreement.article(forms, before: texts[(place + 1)...].joined())
    }
    var text = "", used = JSONObject(), places: [Expansion.Place] = []
    for (place, part) in form.parts.enumerated() {
      if case .slot(let number) = part {
        let name = form.slots[number], value = texts[place]
        places.append(
          Expansion.Place(slot: name, range: text.utf8.count..<(text.utf8.count + value.utf8.count))
        )
        used[used[name] == nil ? name : "\(name)_\(number + 1)"] = .string(value)
      }
      text += texts[place]
    }
    return Expansion(template: template, text: text, slots: used, places: places)
  }
}
