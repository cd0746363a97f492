/// What the words of benchmark texts weigh in a chain.
///
/// Long words tell more than short ones, and words that many rows of a file share
/// tell next to nothing; that needs no word list and so no language.
struct WordWeights {
  private let lengths: [[UInt8]]
  private var common: Set<UInt64> = []

  init(_ builder: BenchmarkTextBuilder, rows: [BenchmarkRow], rule: BoilerplateRule?) {
    lengths = builder.lengths
    guard var rule else { return }
    // Words repeat more than n-grams: a tenth of the rows where those have a hundredth.
    rule.share *= 10
    let files = FileCounts(rows)
    var places: [(word: UInt64, text: Int)] = []
    for (text, made) in builder.texts.enumerated() where !builder.gramHashes[text].isEmpty {
      for word in made.words { places.append((word, text)) }
    }
    places.sort { ($0.word, $0.text) < ($1.word, $1.text) }
    var start = 0
    while start < places.count {
      let word = places[start].word
      var holders: [Int] = []
      var last = -1
      while start < places.count, places[start].word == word {
        if places[start].text != last { holders += builder.texts[places[start].text].rows }
        last = places[start].text
        start += 1
      }
      if files.exceeds(rule, holders) { common.insert(word) }
    }
  }

  /// Weighs the words of each text.
  func apply(to texts: inout [BenchmarkText], boilerplate: [Bool], n: Int) {
    for index in texts.indices {
      let text = texts[index]
      var weights = text.words.indices.map { word in
        common.contains(text.words[word]) ? 1 : min(8, max(1, lengths[index][word]))
      }
      let isBoilerplate = text.grams.map { $0 != BenchmarkText.uncounted && boilerplate[Int($0)] }
      if isBoilerplate.contains(true) {
        var speaks = [Bool](repeating: false, count: weights.count)
        for (position, isCommon) in isBoilerplate.enumerated() where !isCommon {
          for word in position..<position + n { speaks[word] = true }
        }
        for word in weights.indices where !speaks[word] { weights[word] = 0 }
      }
      texts[index].weights = weights
      texts[index].content = weights.count { $0 > 0 }
    }
  }
}
