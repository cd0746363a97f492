extension TextCopyIndex {
  /// How many rows are counted for the most similar one before only the likeliest are compared.
  private static let countedRows = 4096
  /// How many of those are then compared.
  private static let comparedRows = 64

  /// Finds what texts have copied from the reference.
  ///
  /// The longest run and the shares are exact. The most similar row is exact unless a text's shingles
  /// stand in more than 4,096 rows together; then the 64 rows that share most of its rarest are compared,
  /// and the row of the longest run.
  ///
  /// - Parameters:
  ///   - texts: The texts to look at.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: What each has in common with the reference.
  /// - Complexity: O(words · log(how often the reference repeats their runs)).
  public func copies(in texts: [String], threads: Int = 1) -> TextCopies {
    let size = 512
    let pieces = Parallel.map((texts.count + size - 1) / size, threads: threads) { piece in
      var reader = CopyWordReader()
      var shared = [Int32](repeating: 0, count: count)
      return texts[(piece * size)..<min(piece * size + size, texts.count)].map { text in
        reader.read(text)
        return copied(reader, &shared)
      }
    }
    return TextCopies(texts: pieces.flatMap(\.self))
  }

  private func copied(_ reader: CopyWordReader, _ shared: inout [Int32]) -> CopiedText {
    let words = reader.words
    var lengths = [Int](repeating: 0, count: words.count)
    var found: [Int32] = []
    var (longest, start, place) = (0, 0, 0)
    for first in words.indices.dropLast(Self.shortestRun - 1) {
      let hash = CopyWordReader.gram(words[first...], length: Self.shortestRun)
      guard let gram = grams.find(hash) else { continue }
      found.append(gram)
      let run = longestRun(places[Int(gram)], words[first...])
      lengths[first] = run.length
      if run.length > longest { (longest, start, place) = (run.length, first, run.place) }
    }
    let row = longest > 0 ? row(of: place) : nil
    return CopiedText(
      wordCount: words.count,
      exactRow: self.row(ofDigest: reader.digest),
      longestRun: row.map {
        CopiedText.Run(
          count: longest,
          words: reader.text(of: start..<start + longest),
          row: $0
        )
      },
      shared8: lengths.count { $0 >= 8 },
      total8: max(words.count - 7, 0),
      shared13: lengths.count { $0 >= 13 },
      total13: max(words.count - 12, 0),
      nearest: nearest(words, found: found, rowOfRun: row, &shared)
    )
  }

  /// The place whose words agree longest with some words, and how many do.
  private func longestRun(
    _ places: ArraySlice<Int32>,
    _ sought: ArraySlice<UInt64>
  ) -> (length: Int, place: Int) {
    let (next, length) = firstPlace(places, from: sought)
    // The best agreement is with a neighbour in the order.
    var best = length
    if next > places.startIndex {
      best = max(best, common(Int(places[next - 1]), sought).length)
    }
    let (first, _) = firstPlace(places, from: sought.prefix(best))
    return (best, Int(places[first]))
  }

  /// The first place that does not come before some words, and how many words agree there.
  private func firstPlace(
    _ places: ArraySlice<Int32>,
    from sought: ArraySlice<UInt64>
  ) -> (index: Int, length: Int) {
    var (low, high) = (places.startIndex, places.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if common(Int(places[middle]), sought).isBefore { low = middle + 1 } else { high = middle }
    }
    return (low, low < places.endIndex ? common(Int(places[low]), sought).length : 0)
  }

  /// How many words from a place on agree with some words, and whether the place comes before them.
  private func common(
    _ place: Int,
    _ sought: ArraySlice<UInt64>
  ) -> (length: Int, isBefore: Bool) {
    var length = 0
    for word in sought {
      let other = words[place + length]
      guard other == word else { return (length, other < word) }
      length += 1
    }
    return (length, false)
  }

  /// The row with the largest Jaccard similarity, the first of equals.
  private func nearest(
    _ words: [UInt64],
    found: [Int32],
    rowOfRun: Int?,
    _ shared: inout [Int32]
  ) -> CopiedText.Match? {
    guard let rowOfRun else { return nil }
    var own: [UInt64] = []
    for first in words.indices.dropLast(Self.shortestRun - 1) {
      own.append(CopyWordReader.gram(words[first...], length: Self.shortestRun))
    }
    let total = Set(own).count
    let grams = Set(found).sorted {
      (texts.size(of: Int($0)), $0) < (texts.size(of: Int($1)), $1)
    }
    var rows: [Int] = []
    var counted = 0
    for gram in grams {
      for row in texts[Int(gram)].prefix(Self.countedRows - counted).lazy.map(Int.init) {
        if shared[row] == 0 { rows.append(row) }
        shared[row] += 1
        counted += 1
      }
    }
    let isExact = counted == grams.reduce(0) { $0 + texts.size(of: Int($1)) }
    defer { for row in rows { shared[row] = 0 } }
    let sorted = Set(found).sorted()
    let candidates =
      isExact
      ? rows
      : rows.sorted { (shared[$1], $0) < (shared[$0], $1) }.prefix(Self.comparedRows) + [rowOfRun]
    var best: CopiedText.Match?
    for row in candidates {
      let common = isExact ? Int(shared[row]) : Self.common(sorted, gramsOfTexts[row])
      let similarity = Double(common) / Double(total + gramsOfTexts.size(of: row) - common)
      if let best, (best.similarity, -best.row) >= (similarity, -row) { continue }
      best = CopiedText.Match(row: row, similarity: similarity)
    }
    return best
  }

  /// How many numbers two ascending lists have in common.
  private static func common(_ first: [Int32], _ second: ArraySlice<Int32>) -> Int {
    var (i, j, count) = (0, second.startIndex, 0)
    while i < first.count, j < second.endIndex {
      if first[i] == second[j] {
        count += 1
        i += 1
        j += 1
      } else if first[i] < second[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
