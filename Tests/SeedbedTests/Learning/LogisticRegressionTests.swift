import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Logistic regression")
struct LogisticRegressionTests {
  /// Random sparse rows whose labels depend on them.
  private func random(
    rows: Int,
    columns: Int,
    classes: Int,
    seed: UInt64
  ) -> (
    SparseMatrix, [Int]
  ) {
    var random = CounterRandom(seed: seed, sample: 0, operation: 0, draw: 0)
    var x = SparseMatrix(columnCount: columns)
    var y: [Int] = []
    for _ in 0..<rows {
      let label = random.index(below: classes)
      let chosen = (0..<columns).filter {
        $0 % classes == label ? random.chance(0.3) : random.chance(0.1)
      }
      x.append(
        SparseVector(
          columns: chosen.map { Int32($0) },
          values: chosen.map { _ in random.unit() },
          columnCount: columns
        )
      )
      y.append(label)
    }
    return (x, y)
  }

  @Test(
    "gives scikit-learn's coefficients, intercepts and probabilities",
    arguments: ["uniform", "balanced", "weak penalty", "binary"]
  )
  func equalsOracle(name: String) throws {
    let golden = try LearningGolden.values.get().student
    let x = sparseRows(golden.x)
    var options = LogisticRegression.Options(tolerance: 1e-7, maximumIterations: 1000)
    var y = golden.y
    var expected = golden.uniform
    switch name {
    case "balanced":
      options.classWeight = .balanced
      expected = golden.balanced
    case "weak penalty":
      options.inverseRegularization = 30
      expected = golden.weakPenalty
    case "binary":
      y = y.map { $0 > 0 ? 1 : 0 }
      expected = golden.binary
    default: break
    }
    let classCount = expected.intercepts.count
    let model = LogisticRegression.fit(x, y, classCount: classCount, options: options)
    #expect(model.converged)
    let mean = (0..<classCount).reduce(0) { $0 + model.intercept(label: $1) } / Double(classCount)
    var worst = 0.0
    for label in 0..<classCount {
      for feature in 0..<x.columnCount {
        let coefficient = model.coefficient(feature: feature, label: label)
        worst = max(worst, abs(coefficient - expected.coefficients[label][feature]))
      }
      #expect(agrees(model.intercept(label: label) - mean, expected.intercepts[label], 1e-4))
    }
    #expect(worst < 1e-4)
    let probabilities = model.probabilities(x)
    let flat = expected.probabilities.flatMap(\.self)
    #expect(probabilities.count == flat.count)
    #expect(zip(probabilities, flat).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test("the whole way from text gives scikit-learn's probabilities")
  func pipelineEqualsOracle() throws {
    let golden = try LearningGolden.values.get().pipeline
    let options = TextClassifier.Options(
      student: .init(tolerance: 1e-6, maximumIterations: 500)
    )
    let model = TextClassifier.fit(golden.texts, golden.labels, classCount: 4, options: options)
    let probabilities = model.probabilities(golden.testTexts)
    let worst =
      zip(probabilities, golden.probabilities.flatMap(\.self))
      .map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1e-5)
  }

  @Test(
    "stops at the minimum: no component of the gradient exceeds the tolerance",
    arguments: [2, 3, 9, 40]
  )
  func gradientVanishes(classes: Int) {
    let (x, y) = random(rows: 300, columns: 80, classes: classes, seed: UInt64(classes))
    let options = LogisticRegression.Options(tolerance: 1e-5, maximumIterations: 500)
    let model = LogisticRegression.fit(x, y, classCount: classes, options: options)
    #expect(model.converged)
    let p = model.probabilities(x)
    let penalty = (classes == 2 ? 2.0 : 1.0) / Double(y.count)
    var worst = 0.0
    for label in 0..<classes {
      var gradient = (0..<80).map { penalty * model.coefficient(feature: $0, label: label) }
      var intercept = 0.0
      for row in 0..<x.rowCount {
        let residual = (p[row * classes + label] - (y[row] == label ? 1 : 0)) / Double(y.count)
        intercept += residual
        let vector = x[row: row]
        for (column, value) in zip(vector.columns, vector.values) {
          gradient[Int(column)] += residual * value
        }
      }
      worst = max(worst, abs(intercept), gradient.map { abs($0) }.max() ?? 0)
    }
    #expect(worst < 2e-5)
  }

  @Test("gives the same bits on one thread and on four")
  func threads() {
    let (x, y) = random(rows: 900, columns: 300, classes: 11, seed: 5)
    let one = LogisticRegression.fit(x, y, classCount: 11, threads: 1)
    let four = LogisticRegression.fit(x, y, classCount: 11, threads: 4)
    #expect(one.iterations == four.iterations)
    #expect(one.probabilities(x, threads: 1) == four.probabilities(x, threads: 4))
  }

  @Test("columns that are multiples of one another share their weight by their size")
  func proportionalColumns() {
    let (x, y) = random(rows: 200, columns: 20, classes: 3, seed: 9)
    // Column 20 is three times column 0, column 21 is the same as column 0.
    let wide = SparseMatrix(
      (0..<x.rowCount).map { row in
        let vector = x[row: row]
        guard vector.columns.first == 0 else {
          return SparseVector(columns: vector.columns, values: vector.values, columnCount: 22)
        }
        return SparseVector(
          columns: vector.columns + [20, 21],
          values: vector.values + [3 * vector.values[0], vector.values[0]],
          columnCount: 22
        )
      },
      columnCount: 22
    )
    let options = LogisticRegression.Options(tolerance: 1e-6, maximumIterations: 500)
    let model = LogisticRegression.fit(wide, y, classCount: 3, options: options)
    for label in 0..<3 {
      let single = model.coefficient(feature: 0, label: label)
      #expect(agrees(model.coefficient(feature: 20, label: label), 3 * single, 1e-6))
      #expect(agrees(model.coefficient(feature: 21, label: label), single, 1e-6))
      #expect(abs(single) > 1e-4)
    }
  }

  @Test("a class without training rows gets the probability 0, and rows sum to 1")
  func absentClass() {
    let (x, labels) = random(rows: 120, columns: 30, classes: 3, seed: 2)
    let y = labels.map { $0 == 1 ? 4 : $0 }
    let model = LogisticRegression.fit(x, y, classCount: 6)
    let p = model.probabilities(x)
    for row in 0..<x.rowCount {
      #expect([1, 3, 5].allSatisfy { p[row * 6 + $0] == 0 })
      #expect(agrees(p[(row * 6)..<(row * 6 + 6)].reduce(0, +), 1, 1e-12))
    }
    #expect(model.intercept(label: 1) == -.infinity)
    #expect(model.predict(x).allSatisfy { [0, 2, 4].contains($0) })
  }

  @Test("degenerate sets: no rows, one class, empty rows, huge and tiny values")
  func degenerate() {
    let none = LogisticRegression.fit(SparseMatrix(columnCount: 3), [], classCount: 4)
    let empty = SparseMatrix([SparseVector(columnCount: 3)], columnCount: 3)
    #expect(none.probabilities(empty) == [0.25, 0.25, 0.25, 0.25])
    let one = LogisticRegression.fit(empty, [2], classCount: 3)
    #expect(one.probabilities(empty) == [0, 0, 1])
    let blank = SparseMatrix((0..<4).map { _ in SparseVector(columnCount: 0) }, columnCount: 0)
    let shares = LogisticRegression.fit(
      blank,
      [0, 0, 0, 1],
      classCount: 2,
      options: .init(tolerance: 1e-6)
    ).probabilities(blank)
    #expect(agrees(shares[0], 0.75, 1e-4))
    let wild = SparseMatrix(
      [1e8, -1e8, 1e-30, 0].map {
        SparseVector(columns: [0], values: [$0], columnCount: 1)
      },
      columnCount: 1
    )
    let model = LogisticRegression.fit(wild, [0, 1, 0, 1], classCount: 2)
    #expect(model.probabilities(wild).allSatisfy { $0.isFinite && $0 >= 0 && $0 <= 1 })
  }
}
