import SeedbedKernels

/// Two sets of texts as a classifier shall see them, one behind the other.
struct DriftTextView {
  /// What the classifier sees of each text.
  var texts: [String]
  /// Whether each text is of the second set.
  var isSecond: [Bool]
  /// Texts of one number say the same and are left out together.
  var groups: [Int]
  /// After how many words texts were cut, if they were.
  var wordLimit: Int?
  /// What the marks among the words mean.
  var markNames: [String: String] = [:]

  /// Words and surface: the text as it is, its marks behind.
  static func everything(_ first: [String], _ second: [String], groups: [Int]) -> DriftTextView? {
    marked(first, second, groups) { $0 + " " }
  }

  /// The surface alone.
  static func surface(_ first: [String], _ second: [String], groups: [Int]) -> DriftTextView? {
    marked(first, second, groups) { _ in "" }
  }

  /// The words alone: in lower case, without accents or punctuation, and equally long on both sides.
  ///
  /// The length is taken out by pairing: of each number of words as many texts of either side are kept as
  /// the side with fewer has. Texts are cut to the largest number of words with which half the texts of
  /// the smaller side can be paired; where a cut falls is drawn, as is which texts are kept.
  static func content(
    _ first: [String],
    _ second: [String],
    groups: [Int],
    seed: UInt64
  ) -> DriftTextView? {
    var buffer: [UInt8] = []
    let words = (first + second).map { text in
      DuplicateView.normalize(text.utf8Span.span, into: &buffer)
        ? String(decoding: buffer, as: UTF8.self).split(separator: " ") : []
    }
    let sides = [Array(0..<first.count), Array(first.count..<words.count)].map { rows in
      rows.filter { !words[$0].isEmpty }
    }
    let needed = (min(sides[0].count, sides[1].count) + 1) / 2
    guard needed > 0 else { return nil }
    let limit = largestLimit(sides.map { $0.map { words[$0].count } }, needed: needed)
    var random = CounterRandom(seed: seed, sample: "content", operation: "drift views", draw: 0)
    let longest = words.reduce(0) { max($0, $1.count) }
    var view = DriftTextView(texts: [], isSecond: [], groups: [])
    if limit < longest { view.wordLimit = limit }
    var byLength = sides.map { _ in [[Int]](repeating: [], count: limit + 1) }
    for (side, rows) in sides.enumerated() {
      for row in rows { byLength[side][min(words[row].count, limit)].append(row) }
    }
    var kept: [Int] = []
    for length in 1...limit {
      let pairs = min(byLength[0][length].count, byLength[1][length].count)
      for own in byLength.map({ $0[length] }) {
        kept += random.sample(pairs, of: own.count).map { own[$0] }
      }
    }
    for row in kept.sorted() {
      let surplus = words[row].count - limit
      let start = surplus > 0 ? random.index(below: surplus + 1) : 0
      view.texts.append(words[row][start...].prefix(limit).joined(separator: " "))
      view.isSecond.append(row >= first.count)
      view.groups.append(groups[row])
    }
    return view
  }

  /// The greatest cut with which enough texts can be paired by length.
  private static func largestLimit(_ lengths: [[Int]], needed: Int) -> Int {
    let longest = lengths.joined().max() ?? 1
    var histograms = lengths.map { _ in [Int](repeating: 0, count: longest + 1) }
    for (side, own) in lengths.enumerated() {
      for length in own { histograms[side][length] += 1 }
    }
    var atLeast = lengths.map(\.count)
    var shorter = 0
    var best = 1
    for limit in 1...longest {
      if shorter + min(atLeast[0], atLeast[1]) >= needed { best = limit }
      shorter += min(histograms[0][limit], histograms[1][limit])
      for side in 0...1 { atLeast[side] -= histograms[side][limit] }
    }
    return best
  }

  /// Texts with their marks behind what is kept of them.
  private static func marked(
    _ first: [String],
    _ second: [String],
    _ groups: [Int],
    _ kept: (String) -> String
  ) -> DriftTextView {
    var view = DriftTextView(
      texts: [],
      isSecond: Array(repeating: false, count: first.count)
        + Array(repeating: true, count: second.count),
      groups: groups
    )
    for text in first + second {
      let marks = SurfaceMark.marks(of: text)
      for mark in marks { view.markNames[mark.token] = mark.name }
      view.texts.append(kept(text) + marks.map(\.token).joined(separator: " "))
    }
    return view
  }

  /// The same number for texts that say the same.
  static func groups(of texts: [String]) -> [Int] {
    var places: [String: Int] = [:]
    return texts.map { text in
      let key = DuplicateView.normalized(text)
      if let place = places[key] { return place }
      places[key] = places.count
      return places.count - 1
    }
  }
}
