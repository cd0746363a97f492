import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Agreement in templates")
struct TemplateAgreementTests {
  static func texts(
    _ text: String,
    _ slots: [String: [String]],
    language: String? = nil
  ) -> Set<String> {
    let coordinates =
      [Cell.Coordinate("label", "x")] + (language.map { [Cell.Coordinate("language", $0)] } ?? [])
    let cell = Cell(coordinates)
    let method = TemplateExpansion(
      templates: [Template(cell: cell, text: text)],
      slots: slots.map { Slot(name: $0.key, values: $0.value) }
    )
    return Set(
      (0..<method.capacity(for: cell)).compactMap {
        method.expansion($0, for: cell, seed: 1)?.text
      }
    )
  }

  @Test("an English article goes with the sound that follows")
  func articles() {
    #expect(
      Self.texts("I have {a|an} {item}.", ["item": ["hour", "apple", "unit", "FAQ", "book"]])
        == [
          "I have an hour.", "I have an apple.", "I have a unit.", "I have an FAQ.",
          "I have a book.",
        ]
    )
    #expect(
      Self.texts("{A|An} old {item}", ["item": ["car"]]) == ["An old car"]
    )
  }

  @Test("words go with the gender of a noun, by note, list or ending")
  func gender() {
    #expect(
      Self.texts(
        "Quiero {un|una} {cosa} {nuevo|nueva:cosa}",
        ["cosa": ["tarjeta", "problema", "mano", "camión", "reserva", "papá|m"]],
        language: "es"
      ) == [
        "Quiero una tarjeta nueva", "Quiero un problema nuevo", "Quiero una mano nueva",
        "Quiero un camión nuevo", "Quiero una reserva nueva", "Quiero un papá nuevo",
      ]
    )
    #expect(
      Self.texts(
        "{le|la} {n}",
        ["n": ["facture", "livraison", "voyage", "compte"]],
        language: "fr"
      )
        == ["la facture", "la livraison", "le voyage", "le compte"]
    )
    #expect(
      Self.texts(
        "{der|die|das} {n}",
        ["n": ["Rechnung", "Paket", "Brief", "Mädchen", "Karten|p", "Ober|m"]],
        language: "de"
      ) == [
        "die Rechnung", "das Paket", "der Brief", "das Mädchen", "die Karten", "der Ober",
      ]
    )
    #expect(
      Self.texts(
        "{un|una|unos|unas} {n}",
        ["n": ["zapatos|mp", "botas|fp", "bota|f"]],
        language: "es"
      )
        == ["unos zapatos", "unas botas", "una bota"]
    )
  }

  @Test("words go with a number beside them or named, nouns with their plural")
  func numbers() {
    #expect(
      Self.texts("{n} {day|days} in {city}", ["n": ["1", "2", "one", "three"], "city": ["Rome"]])
        == ["1 day in Rome", "2 days in Rome", "one day in Rome", "three days in Rome"]
    )
    #expect(
      Self.texts("There {is|are:n} only {n} left", ["n": ["1", "5"]])
        == ["There is only 1 left", "There are only 5 left"]
    )
    #expect(
      Self.texts("{n} {animal}", ["n": ["1", "2"], "animal": ["mouse|pl=mice", "sheep"]])
        == ["1 mouse", "1 sheep", "2 mice", "2 sheep"]
    )
  }

  @Test("templates and values without such notes stay as they are")
  func unchanged() {
    #expect(
      Self.texts("a {x} {{b|c}} {y}", ["x": ["hour|x", "this|that"], "y": ["1"]])
        == ["a hour|x {b|c} 1", "a this|that {b|c} 1"]
    )
  }

  @Test("the recorded values are those of the text, with their places")
  func places() throws {
    let cell = Cell([.init("label", "x")])
    let method = TemplateExpansion(
      templates: [Template(cell: cell, text: "É {a|an} {item} für {who}, {who}")],
      slots: [
        Slot(name: "item", values: ["Öl|n", "apple|pl=apples"]),
        Slot(name: "who", values: ["Zoë", "Bo"]),
      ]
    )
    for draw in 0..<method.capacity(for: cell) {
      let expansion = try #require(method.expansion(draw, for: cell, seed: 4))
      let bytes = Array(expansion.text.utf8)
      let words = expansion.places.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      #expect(words == expansion.slots.map { $0.1.string ?? "" })
      #expect(expansion.places.map(\.slot) == ["item", "who", "who"])
    }
  }

  @Test(
    "the first rows cover every two slots, the rest follows without repeats",
    arguments: [1, 2, 3]
  )
  func coverage(strength: Int) {
    let cell = Cell([.init("label", "x")])
    let sizes = ["a": 4, "b": 3, "c": 5, "d": 2]
    let method = TemplateExpansion(
      templates: [Template(cell: cell, text: "{a} {b} {c} {d}")],
      slots: sizes.map { name, count in Slot(name: name, values: (0..<count).map { "\(name)\($0)" })
      },
      strength: strength
    )
    let capacity = method.capacity(for: cell)
    #expect(capacity == 120)
    let texts = (0..<capacity).compactMap { method.expansion($0, for: cell, seed: 9)?.text }
    #expect(Set(texts).count == 120)
    // So many rows are always enough for pairs of these sizes, and for triples.
    let enough = [5, 24, 72][strength - 1]
    let rows = texts.prefix(enough).map { $0.split(separator: " ").map(String.init) }
    let names = ["a", "b", "c", "d"]
    for first in 0..<4 {
      for second in (first + 1)..<4 where strength >= 2 {
        let pairs = Set(rows.map { [$0[first], $0[second]] })
        #expect(pairs.count == (sizes[names[first]] ?? 0) * (sizes[names[second]] ?? 0))
      }
      #expect(Set(rows.map { $0[first] }).count == sizes[names[first]])
    }
  }
}
