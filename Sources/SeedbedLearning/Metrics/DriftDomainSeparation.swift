import SeedbedKernels

/// How well a small classifier tells two sets of texts apart that has not seen the texts it is asked
/// about (the classifier two-sample test; Lopez-Paz and Oquab 2017).
///
/// TF-IDF of words and word pairs with logistic regression, cross-validated. A single artefact, such as a
/// final full stop, brings the area to 1 and says nothing about meaning; so the same is measured three
/// times: on everything, on the content alone and on the surface alone.
public struct DomainSeparation: Hashable, Sendable {
  /// What the classifier may look at.
  public enum View: String, Hashable, Sendable, CaseIterable {
    /// The words and the surface.
    case everything
    /// The words in lower case without accents and punctuation, both sides equally long.
    case content
    /// Length, casing, punctuation and spacing; no words.
    case surface
  }

  /// What tells the sides apart.
  public struct Feature: Hashable, Sendable {
    /// The word, the two words or the mark of the surface, in words for people.
    public let name: String
    /// Whether it speaks for the second set.
    public let speaksForSecond: Bool
    /// Its part of the distance between the mean scores of both sides, in 0...1.
    public let weight: Double
    /// The share of the first set's texts that have it.
    public let firstShare: Double
    /// The share of the second set's texts that have it.
    public let secondShare: Double
  }

  /// What was found with one view.
  public struct Outcome: Hashable, Sendable {
    /// What the classifier looked at.
    public let view: View
    /// The area under the curve out of fold, 0.5 for chance.
    ///
    /// It is how often a text of the second set scores above one of the first.
    public let area: Double
    /// The area's interval after DeLong, for the classifiers in hand; nil with fewer than two texts a
    /// side.
    public let interval: Interval?
    /// The test by permutation, in which labels change places within folds and all classifiers are fitted
    /// anew.
    ///
    /// `interval` is no test: folds share training texts, so the area varies more than it says.
    public let test: PermutationTest.Outcome
    /// How many texts of the first set were used.
    public let firstCount: Int
    /// How many texts of the second set were used.
    public let secondCount: Int
    /// After how many words texts were cut so that both sides are equally long; nil without a cut.
    public let wordLimit: Int?
    /// What tells the sides apart, most important first, from a classifier fitted to all texts.
    public let features: [Feature]

    /// `1 − max(0, 2 · area − 1)`: 1 where the sides cannot be told apart, 0 where they always can.
    public var similarity: Double { 1 - max(0, 2 * area - 1) }
  }

  /// How to measure.
  public struct Options: Hashable, Sendable {
    /// The most texts of each set to use; of more, so many are drawn by the test's seed.
    public var rowsPerSide: Int
    /// How many folds, from 2.
    public var folds: Int
    /// What to measure on; each view costs the same.
    public var views: Set<View>
    /// How many features to name.
    public var features: Int
    /// How many permutations, their seed and the threads.
    public var test: PermutationTest

    /// Makes options.
    ///
    /// - Parameters:
    ///   - rowsPerSide: The most texts of each set to use.
    ///   - folds: How many folds, from 2.
    ///   - views: What to measure on.
    ///   - features: How many features to name.
    ///   - test: How many permutations, each of which fits all folds anew, their seed and the threads.
    public init(
      rowsPerSide: Int = 1000,
      folds: Int = 5,
      views: Set<View> = Set(View.allCases),
      features: Int = 20,
      test: PermutationTest = PermutationTest(permutations: 99)
    ) {
      precondition(rowsPerSide > 0 && folds > 1, "separation needs texts and two folds")
      self.rowsPerSide = rowsPerSide
      self.folds = folds
      self.views = views
      self.features = features
      self.test = test
    }
  }

  /// What was found, in the order of `View.allCases`.
  ///
  /// A view is missing where it was not asked for or leaves fewer texts on a side than there are folds, as
  /// the content does of texts without words.
  public let outcomes: [Outcome]

  /// What was found with one view, nil where it could not be measured.
  ///
  /// - Parameter view: What the classifier looked at.
  public subscript(view: View) -> Outcome? { outcomes.first { $0.view == view } }

  /// Measures two sets of texts.
  ///
  /// - Parameters:
  ///   - first: One set.
  ///   - second: The other set.
  ///   - groups: The groups of both sets' texts, those of the first set and then those of the second; texts
  ///     of one group are left out of training together. Nil for texts that say the same but for case and
  ///     punctuation.
  ///   - options: How to measure.
  /// - Returns: Nil when a set has fewer texts than there are folds.
  public static func measure(
    _ first: [String],
    _ second: [String],
    groups: [Int]? = nil,
    options: Options = Options()
  ) -> DomainSeparation? {
    precondition(
      groups == nil || groups?.count == first.count + second.count,
      "separation needs one group a text"
    )
    let seed = options.test.seed
    let rows = [first.count, second.count].enumerated().map { side, count in
      var random = CounterRandom(
        seed: seed,
        sample: UInt64(side),
        operation: hash64("domain separation"),
        draw: 0
      )
      return random.sample(options.rowsPerSide, of: count)
    }
    guard rows.allSatisfy({ $0.count >= options.folds }) else { return nil }
    let a = rows[0].map { first[$0] }
    let b = rows[1].map { second[$0] }
    let own =
      groups.map { all in
        rows[0].map { all[$0] } + rows[1].map { all[first.count + $0] }
      } ?? DriftTextView.groups(of: a + b)
    let outcomes = View.allCases.filter(options.views.contains).compactMap { view in
      let seen =
        switch view {
        case .everything: DriftTextView.everything(a, b, groups: own)
        case .content: DriftTextView.content(a, b, groups: own, seed: seed)
        case .surface: DriftTextView.surface(a, b, groups: own)
        }
      return seen.flatMap { outcome($0, view, options) }
    }
    return DomainSeparation(outcomes: outcomes)
  }

  /// Measures one view.
  private static func outcome(
    _ view: DriftTextView,
    _ kind: View,
    _ options: Options
  ) -> Outcome? {
    let seconds = view.isSecond.count { $0 }
    guard min(seconds, view.isSecond.count - seconds) >= options.folds else { return nil }
    let classifier = TextClassifier.Options(
      // What a single text has cannot help to tell another.
      features: .init(
        wordLengths: kind == .surface ? 1...1 : 1...2,
        minimumDocumentFrequency: 2
      )
    )
    let left = OutOfFold.evaluate(
      view.texts,
      labels: view.isSecond.map { $0 ? 1 : 0 },
      groups: view.groups,
      classCount: 2,
      folds: options.folds,
      options: classifier,
      threads: options.test.threads
    )
    let scores = view.texts.indices.map { left.probabilities[2 * $0 + 1] }
    let refits = DriftRefits(view.texts, left, threads: options.test.threads)
    let test = options.test.outcome(labels: view.isSecond, strata: left.foldOf) { labels in
      refits.area(labels)
    }
    guard let area = Metrics.areaUnderROC(scores: scores, labels: view.isSecond), let test else {
      return nil
    }
    return Outcome(
      view: kind,
      area: area,
      interval: .areaUnderROC(scores: scores, labels: view.isSecond),
      test: test,
      firstCount: view.isSecond.count - seconds,
      secondCount: seconds,
      wordLimit: view.wordLimit,
      features: DriftFeatures.top(
        options.features,
        of: view,
        options: classifier,
        threads: options.test.threads
      )
    )
  }
}
