import SeedbedKernels
import Testing

@Suite("Edit lists")
struct KernelsEditTests {
  /// Carries edits out one by one from the back, the plainest way there is.
  static func reference(_ edits: [Edit], _ text: String) -> String {
    var bytes = Array(text.utf8)
    let ordered = edits.enumerated().sorted {
      ($0.element.start, $0.element.end, $0.offset) < ($1.element.start, $1.element.end, $1.offset)
    }
    for (_, edit) in ordered.reversed() {
      bytes.replaceSubrange(edit.start..<edit.end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("edits apply to the original's bytes and leave all others alone (pitfall 2)")
  func apply() throws {
    for index in 0..<3000 {
      var source = KernelsText(index, for: "apply")
      let text = source.text(upTo: 20)
      var edits = source.edits(of: text, upTo: 5)
      let expected = Self.reference(edits, text)
      let insertionsOnly = Set(edits.map(\.start)).count == edits.count
      if insertionsOnly { source.random.shuffle(&edits) }
      let list = try EditList(edits, for: text)
      #expect(kernelBytes(try list.applied(to: text)) == kernelBytes(expected))
      #expect(list.edits.count == edits.count)
    }
  }

  @Test("a composed list has the result of both, one after the other")
  func compose() throws {
    for index in 0..<5000 {
      var source = KernelsText(index, for: "compose")
      let text = source.text(upTo: 12)
      let first = try EditList(source.edits(of: text, upTo: 5), for: text)
      let middle = try first.applied(to: text)
      let second = try EditList(source.edits(of: middle, upTo: 5), for: middle)
      let both = try first.followed(by: second, on: text)
      let final = try second.applied(to: middle)
      #expect(kernelBytes(try both.applied(to: text)) == kernelBytes(final))
      // Ordered and valid as it stands.
      #expect(try EditList(both.edits, for: text) == both)
    }
  }

  @Test("composition is associative in its result")
  func associative() throws {
    for index in 0..<1000 {
      var source = KernelsText(index, for: "associative")
      let text = source.text(upTo: 10)
      let first = try EditList(source.edits(of: text, upTo: 3), for: text)
      let second = try EditList(
        source.edits(of: first.applied(to: text), upTo: 3),
        for: first.applied(to: text)
      )
      let both = try first.followed(by: second, on: text)
      let third = try EditList(
        source.edits(of: both.applied(to: text), upTo: 3),
        for: both.applied(to: text)
      )
      let left = try both.followed(by: third, on: text)
      let right = try first.followed(
        by: second.followed(by: third, on: first.applied(to: text)),
        on: text
      )
      #expect(try left.applied(to: text) == right.applied(to: text))
    }
  }

  @Test("the inverse brings the original back")
  func invert() throws {
    for index in 0..<3000 {
      var source = KernelsText(index, for: "invert")
      let text = source.text(upTo: 15)
      let list = try EditList(source.edits(of: text, upTo: 6), for: text)
      let changed = try list.applied(to: text)
      let inverse = try list.inverted(for: text)
      #expect(kernelBytes(try inverse.applied(to: changed)) == kernelBytes(text))
      #expect(try EditList(inverse.edits, for: changed) == inverse)
      #expect(
        kernelBytes(try list.followed(by: inverse, on: text).applied(to: text)) == kernelBytes(text)
      )
    }
  }

  @Test("an untouched range maps to the same text, a touched one is known (pitfall 3)")
  func mapping() throws {
    var (kept, lost) = (0, 0)
    for index in 0..<3000 {
      var source = KernelsText(index, for: "map")
      let text = source.text(upTo: 15)
      let list = try EditList(source.edits(of: text, upTo: 4), for: text)
      let changed = try list.applied(to: text)
      let boundaries = KernelsText.boundaries(of: text)
      for _ in 0..<5 {
        let ends = [
          source.random.index(below: boundaries.count),
          source.random.index(below: boundaries.count),
        ].map { boundaries[$0] }
        let range = min(ends[0], ends[1])..<max(ends[0], ends[1])
        let mapped = list.map(range)
        if !list.touches(range) {
          let place = try #require(mapped)
          #expect(kernelSlice(changed, place) == kernelSlice(text, range))
          kept += 1
        } else if let mapped {
          let crossing = list.edits.contains {
            $0.start < range.upperBound && $0.end > range.lowerBound
              && ($0.start < range.lowerBound || $0.end > range.upperBound)
          }
          #expect(!crossing)
          let inside = list.edits.filter {
            $0.start < range.upperBound && $0.end > range.lowerBound
          }
          let shifted = inside.map {
            Edit(
              start: $0.start - range.lowerBound,
              end: $0.end - range.lowerBound,
              replacement: $0.replacement
            )
          }
          #expect(kernelSlice(changed, mapped) == Self.reference(shifted, kernelSlice(text, range)))
        } else {
          lost += 1
        }
      }
    }
    #expect(kept > 1000 && lost > 100)
  }

  @Test("a span that neither of two lists touched survives their composition")
  func composedMapping() throws {
    for index in 0..<2000 {
      var source = KernelsText(index, for: "composed map")
      let text = source.text(upTo: 12)
      let first = try EditList(source.edits(of: text, upTo: 3), for: text)
      let middle = try first.applied(to: text)
      let second = try EditList(source.edits(of: middle, upTo: 3), for: middle)
      let both = try first.followed(by: second, on: text)
      let final = try both.applied(to: text)
      let boundaries = KernelsText.boundaries(of: text)
      for (lower, upper) in zip(boundaries, boundaries.dropFirst()) {
        let range = lower..<upper
        guard !first.touches(range), let between = first.map(range), !second.touches(between) else {
          continue
        }
        let place = try #require(both.map(range))
        #expect(kernelSlice(final, place) == kernelSlice(text, range))
      }
    }
  }

  struct MapCase: Sendable {
    var edits: [Edit]
    var range: Range<Int>
    var expected: Range<Int>?
    init(_ edits: [(Int, Int, String)], _ range: Range<Int>, _ expected: Range<Int>?) {
      self.edits = edits.map { Edit(start: $0.0, end: $0.1, replacement: $0.2) }
      self.range = range
      self.expected = expected
    }
  }

  @Test(
    "ranges map by stated rules",
    arguments: [
      MapCase([(0, 2, "abcd")], 4..<6, 6..<8),
      MapCase([(4, 6, "abc")], 4..<6, 4..<7),  // exactly the range: it takes the replacement
      MapCase([(4, 6, "")], 4..<6, nil),  // deleted
      MapCase([(4, 5, "")], 4..<6, 4..<5),
      MapCase([(3, 5, "x")], 4..<6, nil),  // across the lower border
      MapCase([(5, 7, "x")], 4..<6, nil),  // across the upper border
      MapCase([(3, 7, "x")], 4..<6, nil),
      MapCase([(4, 4, "x")], 4..<6, 5..<7),  // insertions at the borders stay outside
      MapCase([(6, 6, "x")], 4..<6, 4..<6),
      MapCase([(5, 5, "xy")], 4..<6, 4..<8),
      MapCase([(2, 4, ""), (6, 8, "zz")], 4..<6, 2..<4),
      MapCase([(4, 4, "x")], 4..<4, 5..<5),
      MapCase([(3, 5, "x")], 4..<4, nil),
      MapCase([], 0..<0, 0..<0),
    ]
  )
  func mapRules(_ example: MapCase) throws {
    let list = try EditList(example.edits, for: "0123456789")
    #expect(list.map(example.range) == example.expected)
  }

  @Test("insertions at one place keep the order of the calls, before what replaces the bytes there")
  func order() throws {
    var list = EditList()
    #expect(list.isEmpty)
    list.replace(1..<2, with: "X")
    list.replace(1..<1, with: "a")
    list.replace(1..<1, with: "b")
    list.replace(0..<1, with: "Y")
    #expect(!list.isEmpty)
    #expect(try list.applied(to: "01234") == "YabX234")
  }

  @Test("edits next to each other stay apart when composed")
  func adjacent() throws {
    let text = "Anna met Bob"
    let first = try EditList([Edit(start: 0, end: 4, replacement: "Maria")], for: text)
    let second = try EditList([Edit(start: 10, end: 13, replacement: "Jo")], for: "Maria met Bob")
    #expect(
      try first.followed(by: second, on: text).edits == [
        Edit(start: 0, end: 4, replacement: "Maria"), Edit(start: 9, end: 12, replacement: "Jo"),
      ]
    )
  }

  struct Failure: Sendable {
    var edits: [(Int, Int)]
    var words: String
    init(_ edits: [(Int, Int)], _ words: String) {
      self.edits = edits
      self.words = words
    }
  }

  @Test(
    "edits that do not fit are refused with the place (pitfall 23)",
    arguments: [
      Failure([(0, 7)], "the edit of bytes 0..<7 leaves the text, which has 6 bytes"),
      Failure([(-1, 2)], "the edit of bytes -1..<2 leaves the text, which has 6 bytes"),
      Failure([(3, 1)], "the edit of bytes 3..<1 ends before it starts (the text has 6 bytes)"),
      Failure(
        [(.min, .max)],
        "the edit of bytes -9223372036854775808..<9223372036854775807 leaves the text, which has 6 bytes"
      ),
      Failure([(1, 4), (0, 3)], "the edit of bytes 1..<4 overlaps the edit of bytes 0..<3"),
      Failure([(0, 3), (1, 1)], "the edit of bytes 1..<1 overlaps the edit of bytes 0..<3"),
      Failure(
        [(2, 3)],
        "the edit of bytes 2..<3 cuts a character: byte 2 is not the first of a Unicode scalar"
      ),
      Failure(
        [(0, 5)],
        "the edit of bytes 0..<5 cuts a character: byte 5 is not the first of a Unicode scalar"
      ),
    ]
  )
  func refused(_ failure: Failure) {
    let edits = failure.edits.map { Edit(start: $0.0, end: $0.1, replacement: "x") }
    let error = #expect(throws: EditError.self) { try EditList(edits, for: "aébé") }
    #expect(error?.description == failure.words)
  }

  @Test("a list built by calls is checked when applied, and mapping through it never traps")
  func unchecked() {
    var list = EditList()
    list.replace(Int.min..<Int.max, with: "x")
    list.replace(3..<Int.max, with: "y")
    #expect(throws: EditError.self) { try list.applied(to: "abc") }
    #expect(throws: EditError.self) { try list.inverted(for: "abc") }
    #expect(throws: EditError.self) { try list.followed(by: EditList(), on: "abc") }
    #expect(list.map(0..<3) == nil)
    #expect(throws: EditError.self) { try EditList().followed(by: list, on: "abc") }
  }
}
