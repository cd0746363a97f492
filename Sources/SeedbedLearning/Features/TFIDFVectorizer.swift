/// Turns texts into rows of weighted n-gram counts: term frequency times inverse document frequency.
///
/// The formula is scikit-learn's `TfidfVectorizer`: `idf = ln((1 + n) / (1 + df)) + 1`, rows of
/// length one. Word and character n-grams are two blocks of columns; with both, each block has the
/// same share of a row (`FeatureUnion` of two vectorisers, divided by √2). Columns are numbered by
/// first appearance in the texts, words first.
public struct TFIDFVectorizer: Sendable {
  /// What is counted and how it is weighted.
  public struct Options: Hashable, Sendable {
    /// The lengths of word n-grams.
    public var wordLengths: ClosedRange<Int>
    /// The lengths of character n-grams within words, or nil for none; they bear typing errors.
    public var characterLengths: ClosedRange<Int>?
    /// In how many texts an n-gram must occur; nil means 1 up to 2,000 texts and 2 above.
    public var minimumDocumentFrequency: Int?
    /// Whether a count `c` weighs `1 + ln c` instead of `c`.
    public var sublinear: Bool

    /// Makes options.
    ///
    /// - Parameters:
    ///   - wordLengths: The lengths of word n-grams, from 1.
    ///   - characterLengths: The lengths of character n-grams within words, from 1.
    ///   - minimumDocumentFrequency: In how many texts an n-gram must occur, nil for by size.
    ///   - sublinear: Whether repeated n-grams count by their logarithm.
    public init(
      wordLengths: ClosedRange<Int> = 1...2,
      characterLengths: ClosedRange<Int>? = nil,
      minimumDocumentFrequency: Int? = nil,
      sublinear: Bool = false
    ) {
      precondition(wordLengths.lowerBound > 0, "n-grams have at least one word")
      precondition((characterLengths?.lowerBound ?? 1) > 0, "n-grams have at least one character")
      self.wordLengths = wordLengths
      self.characterLengths = characterLengths
      self.minimumDocumentFrequency = minimumDocumentFrequency
      self.sublinear = sublinear
    }
  }

  /// The options that the vectoriser was fitted with.
  public let options: Options
  /// The inverse document frequency of each column.
  public let inverseDocumentFrequencies: [Double]
  private let table: FeatureTable

  /// How many n-grams are known.
  public var columnCount: Int { inverseDocumentFrequencies.count }

  /// Learns the n-grams of texts and turns the same texts into rows.
  ///
  /// - Parameters:
  ///   - texts: The texts to learn from.
  ///   - options: What to count.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The fitted vectoriser and one row for each text.
  public static func fit(
    _ texts: [String],
    options: Options = Options(),
    threads: Int = 1
  ) -> (TFIDFVectorizer, SparseMatrix) {
    let hashed = HashedTexts(texts, options: options, threads: threads)
    let rows = Array(texts.indices)
    let vectorizer = TFIDFVectorizer(hashed, rows: rows, options: options)
    return (vectorizer, vectorizer.transform(hashed, rows: rows, threads: threads))
  }

  /// Turns texts into rows; n-grams that were not learnt are left out.
  ///
  /// - Parameters:
  ///   - texts: Any texts.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One row a text, of length one unless it is empty.
  public func transform(_ texts: [String], threads: Int = 1) -> SparseMatrix {
    let hashed = HashedTexts(texts, options: options, threads: threads)
    return transform(hashed, rows: Array(texts.indices), threads: threads)
  }

  /// Turns one text into a row.
  ///
  /// - Parameter text: Any text.
  /// - Returns: One row a text, of length one unless it is empty.
  public func transform(_ text: String) -> SparseVector {
    transform([text])[row: 0]
  }
}

extension TFIDFVectorizer {
  /// Learns from some of the hashed texts.
  init(_ hashed: HashedTexts, rows: [Int], options: Options) {
    let minimum = options.minimumDocumentFrequency ?? (rows.count > 2000 ? 2 : 1)
    var kept = FeatureTable(capacity: rows.count * 4)
    var idf: [Double] = []
    for block in [\HashedTexts.Grams.words, \.characters] {
      var seen = FeatureTable(capacity: rows.count * 4)
      var hashes: [UInt64] = []
      var frequencies: [Int] = []
      var lastRow: [Int] = []
      for row in rows {
        for hash in hashed.texts[row][keyPath: block] {
          let id = Int(seen.insert(hash))
          if id == hashes.count {
            hashes.append(hash)
            frequencies.append(1)
            lastRow.append(row)
          } else if lastRow[id] != row {
            lastRow[id] = row
            frequencies[id] += 1
          }
        }
      }
      for (hash, frequency) in zip(hashes, frequencies) where frequency >= minimum {
        guard kept.insert(hash) == Int32(idf.count) else { continue }
        let ratio = (1 + Double(rows.count)) / (1 + Double(frequency))
        idf.append(PortableMath.log(ratio) + 1)
      }
    }
    self.options = options
    self.inverseDocumentFrequencies = idf
    self.table = kept
  }

  /// The column of an n-gram by its hash (see `NGramHasher`), nil for one that was not learnt.
  func column(of hash: UInt64) -> Int? { table.find(hash).map { Int($0) } }

  /// Rows for some of the hashed texts.
  func transform(_ hashed: HashedTexts, rows: [Int], threads: Int) -> SparseMatrix {
    let size = 256
    let pieces = Parallel.map((rows.count + size - 1) / size, threads: threads) { piece in
      var builder = RowBuilder(self)
      var matrix = SparseMatrix(columnCount: columnCount)
      for row in rows[(piece * size)..<min(piece * size + size, rows.count)] {
        builder.build(hashed.texts[row])
        matrix.append(columns: builder.columns, values: builder.values)
      }
      return matrix
    }
    var matrix = SparseMatrix(columnCount: columnCount)
    for piece in pieces { matrix.append(piece) }
    return matrix
  }

  /// Counts, weights and normalises one row at a time in buffers that are used again.
  private struct RowBuilder {
    let vectorizer: TFIDFVectorizer
    var columns: [Int32] = []
    var values: [Double] = []
    private var ids: [Int32] = []

    init(_ vectorizer: TFIDFVectorizer) { self.vectorizer = vectorizer }

    mutating func build(_ grams: HashedTexts.Grams) {
      columns.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
      appendBlock(grams.words)
      let wordCount = columns.count
      appendBlock(grams.characters)
      if wordCount > 0, wordCount < columns.count {
        for index in values.indices { values[index] *= 0.5.squareRoot() }
      }
    }

    private mutating func appendBlock(_ hashes: [UInt64]) {
      ids.removeAll(keepingCapacity: true)
      for hash in hashes {
        if let id = vectorizer.table.find(hash) { ids.append(id) }
      }
      ids.sort()
      let first = values.count
      var squares = 0.0
      var start = 0
      while start < ids.count {
        var end = start + 1
        while end < ids.count, ids[end] == ids[start] { end += 1 }
        let count = Double(end - start)
        let weight = vectorizer.options.sublinear ? 1 + PortableMath.log(count) : count
        let value = weight * vectorizer.inverseDocumentFrequencies[Int(ids[start])]
        columns.append(ids[start])
        values.append(value)
        squares += value * value
        start = end
      }
      let norm = squares.squareRoot()
      for index in first..<values.count { values[index] /= norm }
    }
  }
}
