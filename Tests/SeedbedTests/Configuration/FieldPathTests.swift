import SeedbedData
import Testing

@Suite("Paths to fields")
struct FieldPathTests {
  static let row: JSONObject = [
    "text": "plain", "a.b": "dotted", "a": ["b": "nested", "c": ["d": 1]],
    "turns": [["content": "hi"], ["content": "there"]], "No.": "7", "m": [[1, 2], [3]],
  ]

  @Test(
    "a path finds what it names",
    arguments: [
      ("text", "plain"), ("a.b", "dotted"), ("turns[0].content", "hi"),
      ("turns[1].content", "there"), ("No.", "7"),
    ]
  )
  func finds(path: String, text: String) throws {
    let path = try #require(FieldPath(path))
    #expect(path.value(in: Self.row)?.string == text)
    #expect(FieldPath(path.description) == path)
  }

  @Test(
    "a path to nothing gives nil",
    arguments: [
      "none", "text.x", "turns[2].content", "turns.content", "a.c.d.e", "text[0]", "m[0][2]",
      "turns[-1]", "turns[99999999999999999999]", "turns[]", "m[1][0][0]",
    ]
  )
  func nothing(path: String) throws {
    let path = try #require(FieldPath(path))
    #expect(path.value(in: Self.row) == nil)
    var row = Self.row
    path.set("changed", in: &row)
    #expect(path.steps.count == 1 || row == Self.row)
  }

  @Test(
    "setting changes only what the path names",
    arguments: ["text", "a.b", "a.c.d", "turns[1].content", "m[0][1]", "No."]
  )
  func sets(path: String) throws {
    let path = try #require(FieldPath(path))
    var row = Self.row
    path.set("changed", in: &row)
    #expect(path.value(in: row) == "changed")
    let old = try #require(path.value(in: Self.row))
    path.set(old, in: &row)
    #expect(row == Self.row)
  }

  @Test("only the empty text is no path")
  func empty() {
    #expect(FieldPath("") == nil)
    #expect(FieldPath(".")?.steps == [.key(".")])
    #expect(FieldPath("[0]")?.steps == [.key("[0]")])
  }
}
