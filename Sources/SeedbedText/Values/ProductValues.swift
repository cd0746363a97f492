import SeedbedKernels

/// Other products of the same kind: another telephone for a telephone.
enum ProductValues {
  private static let rows = ProductLists.rows.map { row in
    row.split(whereSeparator: \.isWhitespace).map { word in
      String(decoding: word.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
    }
  }
  private static let kinds: [String: Int] = {
    var kinds: [String: Int] = [:]
    for (kind, row) in rows.enumerated() {
      for name in row where kinds[name.lowercased()] == nil { kinds[name.lowercased()] = kind }
    }
    return kinds
  }()
  /// Names that no other word of the language has, so that they are found without a span.
  private static let plain: Set<String> = Set(
    rows.enumerated().filter { ![8, 9, 11].contains($0.offset) }.flatMap { $0.element }
      .filter { !["Galaxy", "Pixel", "Fire HD"].contains($0) }
  )
  /// The first words of those names with the most words that follow each.
  private static let starts: [String: Int] = {
    var starts: [String: Int] = [:]
    for name in plain {
      let words = name.split(separator: " ")
      guard let first = words.first else { continue }
      starts[String(first)] = max(starts[String(first)] ?? 0, words.count)
    }
    return starts
  }()

  private static let firstBytes: [Bool] = {
    var isFirst = [Bool](repeating: false, count: 256)
    for name in starts.keys { if let byte = name.utf8.first { isFirst[Int(byte)] = true } }
    return isFirst
  }()

  static func other(than value: String, _ random: inout CounterRandom) -> String? {
    guard let kind = kinds[value.lowercased()] else { return nil }
    return random.pick(rows[kind]).map { value == value.lowercased() ? $0.lowercased() : $0 }
  }

  /// The products of a text in its order, without overlap; only names that can be nothing else.
  static func find(in text: String) -> [Range<Int>] {
    let bytes = text.utf8Span.span
    let firstBytes = firstBytes
    var words: [Range<Int>] = []
    var found: [Range<Int>] = []
    var index = 0
    // A name needs a capital or a digit: most texts have few words with either.
    while index < bytes.count {
      guard isWordByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var isCandidate = false
      while index < bytes.count, isWordByte(bytes[index]) {
        isCandidate = isCandidate || bytes[index] &- 0x41 < 26 || ByteClass.isDigit(bytes[index])
        index += 1
      }
      // Only the first word of a name has to begin like one; the others follow right behind.
      let follows = words.last.map { start - $0.upperBound <= 2 } ?? false
      if isCandidate, follows || firstBytes[Int(bytes[start])] { words.append(start..<index) }
    }
    var next = 0
    while next < words.count {
      if let count = match(text, bytes, words[next...]) {
        found.append(words[next].lowerBound..<words[next + count - 1].upperBound)
        next += count
      } else {
        next += 1
      }
    }
    return found
  }

  /// How many of the next words are the longest name that begins there.
  private static func match(
    _ text: String,
    _ bytes: Span<UInt8>,
    _ words: ArraySlice<Range<Int>>
  ) -> Int? {
    guard let first = words.first, first.count <= 12,
      let most = starts[string(bytes, first)]
    else { return nil }
    var best: Int?
    for count in 1...min(most, words.count) {
      let last = words[words.startIndex + count - 1]
      guard last.upperBound - first.lowerBound <= 24 else { break }
      if plain.contains(string(bytes, first.lowerBound..<last.upperBound)) { best = count }
    }
    // Another number behind the name is a model that is not listed: half of it must not stay.
    if let best, words.count > best {
      let last = words[words.startIndex + best - 1], after = words[words.startIndex + best]
      if after.lowerBound == last.upperBound + 1, bytes[last.upperBound] == 0x20 { return nil }
    }
    return best
  }

  private static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
  }
}

extension ValueMaker {
  /// The products that a text names, such as `iPhone 13`.
  ///
  /// - Parameter text: Any text.
  /// - Returns: UTF-8 ranges in order, without overlap; only names that can be nothing else.
  public static func products(in text: String) -> [Range<Int>] { ProductValues.find(in: text) }
}
