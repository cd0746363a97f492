import SeedbedData
import Testing

@Suite("JSON values")
struct JSONValueTests {
  @Test(
    "a number keeps its text",
    arguments: ["1.0", "1e400", "12345678901234567890", "-0", "0.1000", "1E+2"]
  )
  func literals(text: String) throws {
    let value = try JSONParser.parse(text)
    #expect(value.serialized() == text)
    #expect(JSONNumber(literal: text)?.literal == text)
  }

  @Test("only a whole JSON number is taken as one", arguments: ["", " 1", "1 ", "01", "x", "[1]"])
  func notNumbers(text: String) { #expect(JSONNumber(literal: text) == nil) }

  @Test("numbers answer as whole only when they are and fit")
  func numbers() throws {
    #expect(try JSONParser.parse("3.0").int == 3)
    #expect(try JSONParser.parse("3.5").int == nil)
    #expect(try JSONParser.parse("1e400").int == nil)
    #expect(try JSONParser.parse("1e400").double == .infinity)
    #expect(try JSONParser.parse("9223372036854775807").int == .max)
    #expect(try JSONParser.parse("9223372036854775808").int == nil)
    #expect(JSONNumber(0.1).literal == "0.1")
    #expect(JSONNumber(UInt64.max).literal == "18446744073709551615")
    #expect(JSONNumber(Double.nan).literal == "null")
    #expect(JSONNumber(-.infinity).double.isNaN)
  }

  @Test("accessors answer only for their own kind")
  func accessors() {
    let value: JSONValue = ["s": "x", "n": 1, "d": 0.5, "b": true, "a": [1], "z": nil]
    #expect(value["s"]?.string == "x")
    #expect(value["n"]?.int == 1)
    #expect(value["d"]?.double == 0.5)
    #expect(value["b"]?.bool == true)
    #expect(value["a"]?.array == [1])
    #expect(value["z"]?.isNull == true)
    #expect(value["missing"] == nil)
    #expect(value["s"]?.int == nil && value["n"]?.string == nil && value["a"]?.object == nil)
    #expect(JSONValue.array([])["s"] == nil)
  }

  @Test("an object keeps its order through changes", arguments: [3, 40])
  func order(count: Int) {
    var object = JSONObject()
    for number in 0..<count { object["k\(number)"] = .number(JSONNumber(number)) }
    object["k1"] = "changed"
    object["k0"] = nil
    object["absent"] = nil
    object["k0"] = "back"
    #expect(object.keys == (1..<count).map { "k\($0)" } + ["k0"])
    #expect(object["k1"] == "changed")
    #expect(object["k0"] == "back")
    #expect(object["k\(count - 1)"]?.int == count - 1)
    #expect(object.count == count)
    #expect(object.map(\.key) == object.keys)
  }

  @Test("a key given twice in a literal keeps its first place and last value")
  func literalTwice() {
    let pairs: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(pairs.keys == ["a", "b"])
    #expect(pairs["a"] == 3)
  }

  @Test("objects are equal by members and order, not by how they were made")
  func equality() throws {
    var grown = JSONObject()
    for number in 0..<30 { grown["k\(number)"] = 1 }
    grown["extra"] = 1
    grown["extra"] = nil
    let text = "{" + (0..<30).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    let parsed = try #require(try JSONParser.parse(text).object)
    #expect(parsed == grown)
    #expect(parsed.hashValue == grown.hashValue)
    let one: JSONObject = ["a": 1, "b": 2]
    let other: JSONObject = ["b": 2, "a": 1]
    #expect(one != other)
    #expect(one.serialized(.canonical) == other.serialized(.canonical))
  }
}
