import SeedbedKernels

/// What a classifier of two sets of texts goes by.
enum DriftFeatures {
  /// The features that set the mean scores of both sides apart most.
  static func top(
    _ count: Int,
    of view: DriftTextView,
    options: TextClassifier.Options,
    threads: Int
  ) -> [DomainSeparation.Feature] {
    let model = TextClassifier.fit(
      view.texts,
      view.isSecond.map { $0 ? 1 : 0 },
      classCount: 2,
      options: options,
      threads: threads
    )
    let rows = model.vectorizer.transform(view.texts, threads: threads)
    let columns = model.vectorizer.columnCount
    var sums = [SIMD2<Double>](repeating: .zero, count: columns)
    var texts = sums
    for row in 0..<rows.rowCount {
      let side = view.isSecond[row] ? 1 : 0
      for entry in rows.rowStarts[row]..<rows.rowStarts[row + 1] {
        sums[Int(rows.columns[entry])][side] += rows.values[entry]
        texts[Int(rows.columns[entry])][side] += 1
      }
    }
    let seconds = Double(view.isSecond.count { $0 })
    let sizes = SIMD2(Double(view.isSecond.count) - seconds, seconds)
    let parts = (0..<columns).map { column in
      let means = sums[column] / sizes
      let weight =
        model.student.coefficient(feature: column, label: 1)
        - model.student.coefficient(feature: column, label: 0)
      return weight * (means[1] - means[0])
    }
    let distance = parts.reduce(0, +)
    guard distance > 0 else { return [] }
    let order = parts.indices.filter { parts[$0] > 0 }
      .sorted { (parts[$0], $1) > (parts[$1], $0) }
    // Pairs that reach from the words into the marks have no name; there may be some among the first.
    let candidates = Array(order.prefix(4 * count))
    let names = names(of: Set(candidates), view, model.vectorizer)
    return candidates.lazy.compactMap { column -> DomainSeparation.Feature? in
      guard let name = names[column] else { return nil }
      return DomainSeparation.Feature(
        name: name,
        speaksForSecond: sums[column][1] / sizes[1] > sums[column][0] / sizes[0],
        weight: parts[column] / distance,
        firstShare: texts[column][0] / sizes[0],
        secondShare: texts[column][1] / sizes[1]
      )
    }.prefix(count).map(\.self)
  }

  /// Columns in words for people; those that mix words and marks are left out.
  private static func names(
    of columns: Set<Int>,
    _ view: DriftTextView,
    _ vectorizer: TFIDFVectorizer
  ) -> [Int: String] {
    var hasher = NGramHasher(wordLengths: vectorizer.options.wordLengths, characterLengths: nil)
    var names: [Int: String] = [:]
    var grams: [UInt64] = []
    var none: [UInt64] = []
    for text in view.texts where names.count < columns.count {
      grams.removeAll(keepingCapacity: true)
      hasher.append(text, words: &grams, characters: &none)
      let found = grams.indices.filter { place in
        vectorizer.column(of: grams[place]).map { columns.contains($0) && names[$0] == nil }
          ?? false
      }
      guard !found.isEmpty else { continue }
      let words = words(of: text)
      for place in found {
        // The hasher lists n-grams by length and then by their first word.
        var (length, start) = (vectorizer.options.wordLengths.lowerBound, place)
        while start > words.count - length {
          start -= words.count - length + 1
          length += 1
        }
        let gram = words[start..<start + length]
        let isMark = gram.contains { $0.hasPrefix(SurfaceMark.prefix) }
        guard !isMark || length == 1, let column = vectorizer.column(of: grams[place]) else {
          continue
        }
        names[column] = isMark ? view.markNames[gram[start]] : gram.joined(separator: " ")
      }
    }
    return names
  }

  /// The words of a text in lower case.
  private static func words(of text: String) -> [String] {
    let bytes = Array(text.lowercased().utf8)
    var words: [String] = []
    WordScanner.forEachWord(in: bytes.span) { range in
      words.append(String(decoding: bytes[range], as: UTF8.self))
    }
    return words
  }
}
