import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Students in general")
struct StudentPropertyTests {
  enum Kind: CaseIterable {
    case logistic, bayes, centroid, neighbors

    func fit(
      _ rows: FeatureRows,
      _ labels: [Int],
      _ classCount: Int,
      threads: Int = 1
    ) -> any Student {
      switch self {
      case .logistic:
        switch rows {
        case .sparse(let x):
          LogisticRegression.fit(x, labels, classCount: classCount, threads: threads)
        case .dense(let x):
          LogisticRegression.fit(x, labels, classCount: classCount, threads: threads)
        }
      case .bayes: NaiveBayes.fit(rows, labels, classCount: classCount)
      case .centroid: NearestCentroid.fit(rows, labels, classCount: classCount)
      case .neighbors: NearestNeighbors.fit(rows, labels, classCount: classCount)
      }
    }
  }

  /// Rows with numbers from 0, which every student takes, and labels that show in them.
  private func example(
    _ count: Int,
    columns: Int,
    classes: Int,
    seed: UInt64
  ) -> ([[Double]], [Int]) {
    var random = CounterRandom(seed: seed, sample: 0, operation: 60, draw: 0)
    let labels = (0..<count).map { _ in random.index(below: classes) }
    let rows = labels.map { label in
      (0..<columns).map { column in
        let shows = column % classes == label && random.chance(0.5)
        return Double(Float(random.chance(0.2) || shows ? random.unit() : 0))
      }
    }
    return (rows, labels)
  }

  @Test("give the same bits on one thread and on five", arguments: Kind.allCases, [true, false])
  func threads(kind: Kind, dense: Bool) {
    let (values, labels) = example(1300, columns: 40, classes: 7, seed: 4)
    let rows: FeatureRows = dense ? .dense(denseRows(values)) : .sparse(sparseRows(values))
    let one = kind.fit(rows, labels, 7).probabilities(rows, threads: 1)
    #expect(one == kind.fit(rows, labels, 7, threads: 5).probabilities(rows, threads: 5))
    let right = Metrics.accuracy(labels, kind.fit(rows, labels, 7).predict(rows))
    #expect(right > 0.5)
  }

  @Test("say the same of embeddings as of the same rows without zeros", arguments: Kind.allCases)
  func kinds(kind: Kind) {
    let (values, labels) = example(300, columns: 24, classes: 3, seed: 5)
    let sparse = FeatureRows.sparse(sparseRows(values))
    let dense = FeatureRows.dense(denseRows(values))
    let first = kind.fit(sparse, labels, 3).probabilities(sparse, threads: 1)
    let second = kind.fit(dense, labels, 3).probabilities(dense, threads: 1)
    #expect(worstGap(first, second) < (kind == .logistic ? 1e-2 : 1e-9))
  }

  @Test("give a class without rows the probability 0, and rows sum to 1", arguments: Kind.allCases)
  func absentClass(kind: Kind) {
    let (values, labels) = example(90, columns: 12, classes: 3, seed: 6)
    let rows = FeatureRows.sparse(sparseRows(values))
    let student = kind.fit(rows, labels.map { $0 == 1 ? 4 : $0 }, 6)
    let p = student.probabilities(rows, threads: 1)
    for row in 0..<90 {
      #expect([1, 3, 5].allSatisfy { p[row * 6 + $0] == 0 })
      #expect(agrees(p[(row * 6)..<(row * 6 + 6)].reduce(0, +), 1, 1e-12))
    }
  }

  @Test("survive no rows, one class, empty rows and huge values", arguments: Kind.allCases)
  func degenerate(kind: Kind) {
    let none = kind.fit(.sparse(SparseMatrix(columnCount: 3)), [], 4)
    let empty = FeatureRows.sparse(SparseMatrix([SparseVector(columnCount: 3)], columnCount: 3))
    #expect(none.probabilities(empty, threads: 1) == [0.25, 0.25, 0.25, 0.25])
    #expect(kind.fit(empty, [2], 3).probabilities(empty, threads: 1) == [0, 0, 1])
    let wild = FeatureRows.sparse(sparseRows([[1e8, 0], [1e-30, 3], [0, 0], [2, 1e7]]))
    let p = kind.fit(wild, [0, 1, 0, 1], 2).probabilities(wild, threads: 1)
    #expect(p.count == 8 && p.allSatisfy { $0 >= 0 && $0 <= 1 })
    let nothing = FeatureRows.dense(VectorTable(dimensions: 3))
    #expect(kind.fit(nothing, [], 2).probabilities(nothing, threads: 2).isEmpty)
  }

  @Test("nearest neighbours at the same distance are the earlier rows, and ties of votes the lower")
  func ties() {
    let rows = FeatureRows.sparse(sparseRows([[1, 0], [0, 1], [1, 0], [2, 0], [0, 3]]))
    let query = FeatureRows.sparse(sparseRows([[5, 0], [0, 0]]))
    let student = NearestNeighbors.fit(rows, [1, 0, 0, 1, 2], classCount: 3, count: 2)
    #expect(student.neighbors(query) == [[0, 2], [0, 1]])
    #expect(student.predict(query) == [0, 0])
    #expect(NearestNeighbors.fit(rows, [1, 0, 0, 1, 2], classCount: 3, count: 99).count == 5)
  }

  @Test("dense neighbours are those of double precision, however near others are")
  func exactNeighbors() {
    var random = CounterRandom(seed: 9, sample: 0, operation: 61, draw: 0)
    // Many rows that differ from one another in the last bits only.
    let base = (0..<20).map { _ in Float(random.unit() - 0.5) }
    let values = (0..<2100).map { _ in
      base.map { Double($0 * (1 + Float(random.index(below: 5)) * 0x1p-22)) }
    }
    for metric in NearestNeighbors.Metric.allCases {
      let labels = values.map { _ in 0 }
      let dense = NearestNeighbors.fit(
        .dense(denseRows(values)),
        labels,
        classCount: 1,
        metric: metric
      )
      let sparse = NearestNeighbors.fit(
        .sparse(sparseRows(values)),
        labels,
        classCount: 1,
        metric: metric
      )
      let some = Array(values.prefix(40))
      let found = dense.neighbors(.dense(denseRows(some)), threads: 2)
      #expect(found == sparse.neighbors(.sparse(sparseRows(some))))
    }
  }
}

@Suite("Out-of-fold scores of any student")
struct OutOfFoldScoresTests {
  private func texts(_ count: Int, seed: UInt64) -> ([String], [Int]) {
    var random = CounterRandom(seed: seed, sample: 0, operation: 62, draw: 0)
    let own = ["card post late", "pin code reset", "rate euro swap"].map {
      $0.split(separator: " ")
    }
    let labels = (0..<count).map { _ in random.index(below: 3) }
    return (
      labels.map { label in
        let words = own[label] + ["my", "the", "is", "please"]
        return (0..<6).map { _ in String(words[random.index(below: words.count)]) }
          .joined(separator: " ")
      }, labels
    )
  }

  @Test("logistic regression gives what OutOfFold gives")
  func sameAsOutOfFold() {
    let (texts, labels) = texts(150, seed: 1)
    let groups = texts.indices.map { $0 / 3 }
    let old = OutOfFold.evaluate(texts, labels: labels, groups: groups, classCount: 3)
    let new = OutOfFoldScores.evaluate(texts, labels: labels, groups: groups, classCount: 3) {
      rows,
      labels in
      guard case .sparse(let x) = rows else { return NaiveBayes.fit(rows, labels, classCount: 3) }
      return LogisticRegression.fit(x, labels, classCount: 3)
    }
    #expect(new.probabilities == old.probabilities)
    #expect(new.foldOf == old.foldOf && new.predictions == old.predictions)
  }

  @Test("no near-duplicate of a row has a part in its score")
  func groupsStayTogether() {
    // Random labels: only the copies of a row could tell its label.
    var random = CounterRandom(seed: 2, sample: 0, operation: 63, draw: 0)
    let unique = (0..<120).map { _ in (0..<8).map { _ in random.unit() } }
    let uniqueLabels = unique.map { _ in random.index(below: 2) }
    let values = unique + unique
    let labels = uniqueLabels + uniqueLabels
    let groups = Array(unique.indices) + Array(unique.indices)
    func accuracy(_ groups: [Int]) -> Double {
      let scores = OutOfFoldScores.evaluate(
        .dense(denseRows(values)),
        labels: labels,
        groups: groups,
        classCount: 2
      ) { NearestNeighbors.fit($0, $1, classCount: 2, count: 1) }
      for (row, group) in groups.enumerated() {
        #expect(scores.foldOf[row] == scores.foldOf[groups.firstIndex(of: group) ?? row])
      }
      return Metrics.accuracy(labels, scores.predictions)
    }
    #expect(accuracy(groups) < 0.65)
    #expect(accuracy(Array(values.indices)) > 0.7)
  }
}
