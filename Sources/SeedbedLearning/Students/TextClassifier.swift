/// A vectoriser and a student that belong together: from text to class probabilities.
public struct TextClassifier: Sendable {
  /// What is counted in the texts and how the student is fitted.
  public struct Options: Hashable, Sendable {
    /// How texts become rows.
    public var features: TFIDFVectorizer.Options
    /// How the student is fitted to the rows.
    public var student: LogisticRegression.Options

    /// Makes options.
    ///
    /// - Parameters:
    ///   - features: How texts become rows.
    ///   - student: How the student is fitted to the rows.
    public init(
      features: TFIDFVectorizer.Options = .init(),
      student: LogisticRegression.Options = .init()
    ) {
      self.features = features
      self.student = student
    }
  }

  /// How texts become rows.
  public let vectorizer: TFIDFVectorizer
  /// What has been learnt about the rows.
  public let student: LogisticRegression

  /// Fits both to labelled texts.
  ///
  /// - Parameters:
  ///   - texts: The training texts.
  ///   - labels: Class ids in `0..<classCount`, one a text.
  ///   - classCount: How many classes there are, at least 1.
  ///   - options: What to count and how to fit.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The fitted pair.
  public static func fit(
    _ texts: [String],
    _ labels: [Int],
    classCount: Int,
    options: Options = Options(),
    threads: Int = 1
  ) -> TextClassifier {
    let hashed = HashedTexts(texts, options: options.features, threads: threads)
    return fit(
      hashed,
      rows: Array(texts.indices),
      labels,
      classCount: classCount,
      options: options,
      threads: threads
    )
  }

  /// Fits both to some of the texts.
  static func fit(
    _ hashed: HashedTexts,
    rows: [Int],
    _ labels: [Int],
    classCount: Int,
    options: Options,
    threads: Int
  ) -> TextClassifier {
    let vectorizer = TFIDFVectorizer(hashed, rows: rows, options: options.features)
    let student = LogisticRegression.fit(
      vectorizer.transform(hashed, rows: rows, threads: threads),
      rows.map { labels[$0] },
      classCount: classCount,
      options: options.student,
      threads: threads
    )
    return TextClassifier(vectorizer: vectorizer, student: student)
  }

  /// The probability of every class for every text, text by text.
  ///
  /// - Parameters:
  ///   - texts: Any texts.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `texts.count * student.classCount` probabilities.
  public func probabilities(_ texts: [String], threads: Int = 1) -> [Double] {
    student.probabilities(vectorizer.transform(texts, threads: threads), threads: threads)
  }

  /// The most probable class of every text, the first of equals.
  ///
  /// - Parameters:
  ///   - texts: Any texts.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One class id a text.
  public func predict(_ texts: [String], threads: Int = 1) -> [Int] {
    student.predict(vectorizer.transform(texts, threads: threads), threads: threads)
  }
}
