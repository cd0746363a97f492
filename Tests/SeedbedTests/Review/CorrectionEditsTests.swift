import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("The edits of a correction")
struct CorrectionEditsTests {
  @Test(
    "say no more than what changed",
    arguments: [
      (
        "where is my parcel", "where is my big parcel",
        [Edit(start: 12, end: 12, replacement: "big ")]
      ),
      ("where is my parcel", "where is my parcel?", [Edit(start: 18, end: 18, replacement: "?")]),
      ("a cat sat", "a bat sat", [Edit(start: 2, end: 3, replacement: "b")]),
      ("same", "same", []),
      ("naïve plan", "naive plan", [Edit(start: 2, end: 4, replacement: "i")]),
    ]
  )
  func small(old: String, new: String, expected: [Edit]) {
    var found = CorrectionEdits.edits(from: old, to: new, because: "")
    // An insertion may stand before or behind the space that it comes with.
    if let only = found.first, found.count == 1, only.start == only.end, only.replacement == " big"
    {
      found = [Edit(start: only.start + 1, end: only.start + 1, replacement: "big ")]
    }
    #expect(found == expected)
  }

  @Test("applied to the old text give the new one, whatever the two are", arguments: 0..<200)
  func round(seed: Int) throws {
    var random = CounterRandom(seed: UInt64(seed), sample: 1, operation: 9, draw: 0)
    let pieces = ["a", "bb", " ", "é", "e\u{301}", "👍🏽", "日本", ".", "\n", "zz9", "ß", "\u{200D}"]
    func text() -> String {
      (0..<random.index(below: 14)).map { _ in random.pick(pieces) ?? "" }.joined()
    }
    let old = text(), new = text()
    let edits = CorrectionEdits.edits(from: old, to: new, because: "review")
    let list = try EditList(edits, for: old)
    #expect(try list.applied(to: old).utf8.elementsEqual(new.utf8))
    #expect(edits.isEmpty == old.utf8.elementsEqual(new.utf8))
    #expect(edits.allSatisfy { $0.reason == "review" })
  }

  @Test("of two long texts are one edit")
  func long() throws {
    let old = (0..<3000).map { "old\($0)" }.joined(separator: " ")
    let new = (0..<3000).map { "new\($0)" }.joined(separator: " ")
    let edits = CorrectionEdits.edits(from: old, to: new, because: "")
    #expect(edits.count == 1)
    #expect(try EditList(edits, for: old).applied(to: old) == new)
  }
}
