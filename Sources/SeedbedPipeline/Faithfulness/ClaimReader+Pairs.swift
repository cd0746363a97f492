extension ClaimReader {
  /// How near neighbouring words with a meaning stand in the source; nil with fewer than two.
  func nearness(of places: [Int]) -> Double? {
    var sum = 0.0
    var total = 0.0
    for (left, right) in zip(places, places.dropFirst()) {
      let weight = weights[left] + weights[right]
      total += weight
      if isGiven(left), isGiven(right) {
        sum += weight
      } else if keys[left] != 0, keys[right] != 0 {
        let distance = keys[left] == keys[right] ? 1 : distance(keys[left], keys[right])
        sum += weight / (1 + Double(max(0, distance - 3)) / 4)
      }
    }
    return total > 0 ? sum / total : nil
  }

  /// The fewest words from a place of one key to a place of another, one more when it is turned.
  private func distance(_ left: UInt64, _ right: UInt64) -> Int {
    let (lefts, rights) = (
      source.index.places(of: left).prefix(Self.mostPlaces),
      source.index.places(of: right).prefix(Self.mostPlaces)
    )
    var best = 1 << 20
    var (i, j) = (lefts.startIndex, rights.startIndex)
    while i < lefts.endIndex, j < rights.endIndex {
      if lefts[i] < rights[j] {
        best = min(best, rights[j] - lefts[i])
        i += 1
      } else {
        best = min(best, lefts[i] - rights[j] + 1)
        j += 1
      }
    }
    return best
  }

  /// The share of pairs of different words that stand in one sentence of the source; nil with fewer
  /// than two words.
  func togetherness(of places: [Int]) -> Double? {
    var seen: [UInt64] = []
    var unique: [Int] = []
    for place in places where unique.count < Self.mostPaired {
      let key = terms[terms.startIndex + place].key
      if !seen.contains(key) {
        seen.append(key)
        unique.append(place)
      }
    }
    let places = unique.map { sentences(of: keys[$0]) }
    var sum = 0.0
    var total = 0.0
    for left in unique.indices {
      for right in unique.indices.dropFirst(left + 1) {
        let weight = weights[unique[left]] * weights[unique[right]]
        total += weight
        let isTogether =
          isGiven(unique[left]) && isGiven(unique[right])
          || Self.intersect(places[left], places[right])
        if isTogether { sum += weight }
      }
    }
    return total > 0 ? sum / total : nil
  }

  func sentences(of key: UInt64) -> [Int] {
    var sentences: [Int] = []
    for place in source.index.places(of: key).prefix(Self.mostPlaces) {
      let sentence = source.content.terms[place].sentence
      if sentences.last != sentence { sentences.append(sentence) }
    }
    return sentences
  }

  private static func intersect(_ left: [Int], _ right: [Int]) -> Bool {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { return true }
      if left[i] < right[j] { i += 1 } else { j += 1 }
    }
    return false
  }
}
