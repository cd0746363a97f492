import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("TF-IDF vectoriser")
struct TFIDFVectorizerTests {
  private func check(
    _ matrix: SparseMatrix,
    _ golden: LearningGolden.Features,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(matrix.columnCount == golden.columns, sourceLocation: sourceLocation)
    #expect(matrix.rowCount == golden.rows.count, sourceLocation: sourceLocation)
    for (row, expected) in golden.rows.enumerated() {
      let values = matrix[row: row].values.sorted()
      #expect(values.count == expected.count, "row \(row)", sourceLocation: sourceLocation)
      for (value, golden) in zip(values, expected) {
        #expect(agrees(value, golden), "row \(row)", sourceLocation: sourceLocation)
      }
      for other in golden.gram.indices {
        let product = matrix[row: row].dot(matrix[row: other])
        #expect(agrees(product, golden.gram[row][other]), sourceLocation: sourceLocation)
      }
    }
  }

  @Test("gives scikit-learn's rows for words, sublinear counts and character pieces")
  func equalsOracle() throws {
    let golden = try LearningGolden.values.get().tfidf
    check(
      TFIDFVectorizer.fit(golden.texts, options: .init(minimumDocumentFrequency: 1)).1,
      golden.words12
    )
    check(
      TFIDFVectorizer.fit(
        golden.texts,
        options: .init(minimumDocumentFrequency: 2, sublinear: true)
      ).1,
      golden.sublinear
    )
    check(
      TFIDFVectorizer.fit(golden.plain, options: .init(characterLengths: 2...4)).1,
      golden.characters
    )
  }

  @Test("transforms the training texts to the rows that the fit gave")
  func transformEqualsFit() throws {
    let texts = try LearningGolden.values.get().pipeline.texts
    let options = TFIDFVectorizer.Options(characterLengths: 2...4)
    let (vectorizer, rows) = TFIDFVectorizer.fit(texts, options: options)
    #expect(vectorizer.transform(texts) == rows)
    for (index, text) in texts.enumerated() {
      #expect(vectorizer.transform(text) == rows[row: index])
    }
  }

  @Test("gives the same bits on one thread and on three", arguments: [nil, 2...4])
  func threads(lengths: ClosedRange<Int>?) {
    let texts = (0..<700).map { "text \($0 % 37) about \($0 % 11) things \($0 * $0 % 101)" }
    let options = TFIDFVectorizer.Options(characterLengths: lengths)
    let one = TFIDFVectorizer.fit(texts, options: options, threads: 1)
    let three = TFIDFVectorizer.fit(texts, options: options, threads: 3)
    #expect(one.1 == three.1)
    #expect(one.0.inverseDocumentFrequencies == three.0.inverseDocumentFrequencies)
  }

  @Test("rows have length one, ascending distinct columns and only known n-grams")
  func shape() throws {
    let texts = try LearningGolden.values.get().pipeline.texts
    let (vectorizer, rows) = TFIDFVectorizer.fit(texts, options: .init(characterLengths: 3...3))
    for index in 0..<rows.rowCount {
      let row = rows[row: index]
      #expect(agrees(row.dot(row), 1))
      #expect(zip(row.columns, row.columns.dropFirst()).allSatisfy { $0 < $1 })
      #expect(row.columns.allSatisfy { (0..<Int32(vectorizer.columnCount)).contains($0) })
    }
    #expect(vectorizer.transform("ζζζ ☃").columns.isEmpty)
  }

  @Test("ignores case beyond ASCII too, and hostile texts give empty rows")
  func oddTexts() {
    let (vectorizer, rows) = TFIDFVectorizer.fit(["ÉTÉ Straße", "", " \u{0}\u{200B}!!", "👩‍👩‍👧"])
    #expect(vectorizer.transform("été STRASSE straße").columns.count == 2)
    #expect((1..<4).allSatisfy { rows[row: $0].columns.isEmpty })
    #expect(TFIDFVectorizer.fit([]).1.rowCount == 0)
  }

  @Test("a rare n-gram is dropped by size: at 2 above two thousand texts")
  func automaticMinimum() {
    let small = (0..<2000).map { "word unique\($0)" }
    #expect(TFIDFVectorizer.fit(small, options: .init(wordLengths: 1...1)).0.columnCount == 2001)
    let large = small + ["word other"]
    #expect(TFIDFVectorizer.fit(large, options: .init(wordLengths: 1...1)).0.columnCount == 1)
  }

  @Test("character pieces keep a misspelt word near its right form")
  func typingErrors() {
    let texts = ["exchange rate today", "card payment declined", "change my address"]
    let words = TFIDFVectorizer.fit(texts).0
    let pieces = TFIDFVectorizer.fit(texts, options: .init(characterLengths: 2...4)).0
    #expect(words.transform("exchagne").cosine(words.transform("exchange")) == 0)
    #expect(pieces.transform("exchagne").cosine(pieces.transform("exchange")) > 0.2)
  }
}
