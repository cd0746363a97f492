import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Template expansion")
struct TemplateExpansionTests {
  static let cell = Cell([.init("label", "refund")])

  static func method(_ texts: [String], _ slots: [String: Int]) -> TemplateExpansion {
    TemplateExpansion(
      templates: texts.map { Template(cell: cell, text: $0) },
      slots: slots.sorted { $0.key < $1.key }.map { name, count in
        Slot(name: name, values: (0..<count).map { "<\(name)\($0)>" })
      }
    )
  }

  static func all(_ method: TemplateExpansion, seed: Int = 42) -> [Expansion] {
    var expansions: [Expansion] = []
    while let next = method.expansion(expansions.count, for: cell, seed: seed) {
      expansions.append(next)
    }
    return expansions
  }

  @Test(
    "no combination comes twice before all have come, and the capacity says how many there are",
    arguments: [[2, 3, 4], [1, 1, 1], [5, 1, 7], [6, 6, 6], [2, 2, 2]]
  )
  func distinct(counts: [Int]) {
    let method = Self.method(
      ["{a} and {b} and {c}", "only {a}", "{a} {a}, {b}"],
      ["a": counts[0], "b": counts[1], "c": counts[2]]
    )
    let capacity =
      counts[0] * counts[1] * counts[2] + counts[0] + counts[0] * counts[0] * counts[1]
    #expect(method.capacity(for: Self.cell) == capacity)
    for seed in [0, 1, -7] {
      let texts = Self.all(method, seed: seed).map(\.text)
      #expect(texts.count == capacity)
      #expect(Set(texts).count == capacity)
    }
  }

  @Test("templates take turns: while none is used up their counts differ by at most one")
  func turns() {
    let method = Self.method(
      ["one {a}", "two {b}", "three {a} {b}", "four"],
      ["a": 9, "b": 12]
    )
    var counts: [String: Int] = [:]
    let fewest = 9
    for expansion in Self.all(method) where expansion.template.text != "four" {
      counts[expansion.template.text, default: 0] += 1
      let values = ["one {a}", "two {b}", "three {a} {b}"].map { counts[$0] ?? 0 }
      if values.allSatisfy({ $0 <= fewest - 1 }) {
        #expect((values.max() ?? 0) - (values.min() ?? 0) <= 1)
      }
    }
    #expect(counts["three {a} {b}"] == 108)
  }

  @Test("every slot is filled, braces stand for themselves, and the values are recorded")
  func filled() throws {
    let method = Self.method(["{{literal}} {a} for {b}"], ["a": 2, "b": 2])
    let expansion = try #require(method.expansion(0, for: Self.cell, seed: 5))
    let first = try #require(expansion.slots["a"]?.string)
    let second = try #require(expansion.slots["b"]?.string)
    #expect(expansion.text == "{literal} \(first) for \(second)")
  }

  @Test("the first rows already show every value of a slot")
  func varied() {
    let method = Self.method(["{a} with {b}"], ["a": 8, "b": 8])
    let first = (0..<8).compactMap { method.expansion($0, for: Self.cell, seed: 3) }
    #expect(Set(first.compactMap { $0.slots["a"]?.string }).count == 8)
    #expect(Set(first.compactMap { $0.slots["b"]?.string }).count == 8)
  }

  @Test("a draw depends on its number and the seed alone")
  func reproducible() {
    let method = Self.method(["{a} with {b}", "{b}"], ["a": 6, "b": 5])
    let forward = Self.all(method)
    for draw in forward.indices.reversed() {
      #expect(method.expansion(draw, for: Self.cell, seed: 42) == forward[draw])
    }
    #expect(Self.all(method, seed: 43) != forward)
    #expect(method.expansion(-1, for: Self.cell, seed: 42) == nil)
  }

  @Test("only templates that fix the cell's label fit; measured dimensions may stay open")
  func fits() {
    let method = Self.method(["{a}"], ["a": 2])
    #expect(method.capacity(for: Cell([.init("label", "refund"), .init("noise", "heavy")])) == 2)
    #expect(method.capacity(for: Cell([.init("label", "other")])) == 0)
    #expect(method.capacity(for: Cell([.init("label", "refund"), .init("region", "EU")])) == 0)
  }

  @Test("a template with a slot that has no values gives nothing")
  func emptySlot() {
    let method = Self.method(["{a} {missing}"], ["a": 3])
    #expect(method.capacity(for: Self.cell) == 0)
    #expect(method.expansion(0, for: Self.cell, seed: 1) == nil)
  }

  @Test("capacity stays bounded for templates with very many combinations")
  func bounded() {
    let method = Self.method(["{a} {a} {a} {a} {a} {a} {a} {a} {a}"], ["a": 1000])
    #expect(method.capacity(for: Self.cell) == 1_000_000)
    let texts = (0..<500).compactMap { method.expansion($0 * 1999, for: Self.cell, seed: 1)?.text }
    #expect(Set(texts).count == 500)
  }
}
