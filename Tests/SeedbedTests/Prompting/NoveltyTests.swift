import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Novelty by ROUGE-L")
struct NoveltyTests {
  /// The textbook computation.
  private func rougeL(_ left: String, _ right: String) -> Double {
    let a = left.split(separator: " "), b = right.split(separator: " ")
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for (j, other) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = word == other ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    let total = a.count + b.count
    return total == 0 ? 0 : 2 * Double(row[b.count]) / Double(total)
  }

  @Test("equals the textbook computation on random texts of up to 200 words, pool and all")
  func oracle() {
    var random = CounterRandom(seed: 5, sample: "novelty", operation: "test", draw: 0)
    let words = (0..<12).map { "w\($0)" }
    func text() -> String {
      let length = random.index(below: random.chance(0.1) ? 200 : 20)
      return (0..<length).map { _ in words[random.index(below: words.count)] }
        .joined(separator: " ")
    }
    for _ in 0..<60 {
      let pool = (0..<30).map { _ in text() }
      let candidate = text()
      let scores = pool.map { rougeL(candidate, $0) }
      let best = scores.max() ?? 0
      #expect(abs(Novelty.rougeL(candidate, pool) - best) < 1e-12)
      let nearest = Novelty(pool).nearest(to: candidate)
      #expect(nearest?.index == (best > 0 ? scores.firstIndex(of: best) : nil))
      let above = Novelty(pool).nearest(to: candidate, above: 0.7)
      #expect((above != nil) == (best > 0.7))
    }
  }

  @Test(
    "values that the reference package gives",
    arguments: [
      ("the cat sat on the mat", "the cat was on the mat", 5.0 / 6),
      ("Convert 85 F to Celsius.", "Convert 72 F to Celsius!", 0.8),
      ("a b c", "c b a", 1.0 / 3), ("same words", "SAME, words.", 1), ("one", "two", 0),
      ("", "", 0),
      ("don't do it", "don t do it", 1),
    ] as [(String, String, Double)]
  )
  func values(left: String, right: String, score: Double) {
    #expect(abs(Novelty.rougeL(left, [right]) - score) < 1e-12)
  }
}
