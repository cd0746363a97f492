import SeedbedData
import SeedbedKernels
import Testing

@Suite("Texts are drawn from patterns")
struct PatternSamplerTests {
  @Test(
    "every drawn text has the pattern and the length",
    arguments: [
      "^[A-Z]{3}-[0-9]{4}$", "^(?:foo|bar|bazz)+$", "\\d", "^\\w+@\\w+\\.(com|org)$",
      "^[^a-z ]{2,}$", "^\\p{Lu}\\p{Ll}*$", "^\\s$", "(a|b(c|d)?)*e", "^\\u00e9+$",
      "^[\\u4e00-\\u9fff]{2,4}$", "\\bcat\\b", "^.{0,3}$", "^$", "^[+-]?\\d+(\\.\\d+)?$",
    ]
  )
  func accepted(pattern: String) throws {
    let sampler = try PatternSampler(pattern)
    var random = RecordSchemas.random(0, pattern)
    var found = 0
    for _ in 0..<100 {
      guard let text = sampler.text(lengths: 0...60, random: &random) else { continue }
      found += 1
      #expect(sampler.accepts(text) && text.unicodeScalars.count <= 60)
    }
    #expect(found > 90)
  }

  @Test("a wanted length is met exactly where the pattern lets it", arguments: [4, 5, 17, 40])
  func lengths(count: Int) throws {
    let sampler = try PatternSampler("^[a-f]{2}[0-9]+(-[0-9]+)*$")
    var random = RecordSchemas.random(count, "lengths")
    for _ in 0..<50 {
      let text = sampler.text(lengths: count...count, random: &random)
      #expect(text?.unicodeScalars.count == count)
    }
  }

  @Test("a pattern that nothing has gives nothing", arguments: ["^a$b", "a^", "[^\\s\\S]"])
  func nothing(pattern: String) throws {
    var random = RecordSchemas.random(0, pattern)
    #expect(try PatternSampler(pattern).text(lengths: 0...20, random: &random) == nil)
  }

  @Test("a pattern that is not known is an error that says where")
  func unknown() throws {
    let error = #expect(throws: SeedbedError.self) { _ = try PatternSampler("a(?=b)") }
    #expect(error?.message.contains("character") == true)
  }
}
