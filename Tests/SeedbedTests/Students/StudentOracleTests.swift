import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Students equal scikit-learn's")
struct StudentOracleTests {
  @Test("naive Bayes equals MultinomialNB", arguments: ["plain", "smooth", "uniform"])
  func bayes(name: String) throws {
    let golden = try StudentsGolden.values.get().students
    let (rows, tests) = golden.rows("sparse")
    let student = NaiveBayes.fit(
      rows,
      golden.labels,
      classCount: 4,
      smoothing: name == "smooth" ? 0.1 : 1,
      learnsPriors: name != "uniform"
    )
    let expected = try #require(golden.bayes[name]).flatMap(\.self)
    #expect(worstGap(student.probabilities(tests), expected) < 1e-9)
  }

  @Test(
    "nearest centroid equals the formula, and NearestCentroid's predictions",
    arguments: ["sparse", "dense"],
    NearestCentroid.Metric.allCases
  )
  func centroid(kind: String, metric: NearestCentroid.Metric) throws {
    let golden = try StudentsGolden.values.get().students
    let (rows, tests) = golden.rows(kind)
    let student = NearestCentroid.fit(rows, golden.labels, classCount: 4, metric: metric)
    let expected = try #require(golden.centroids[kind]?[metric.rawValue]).flatMap(\.self)
    #expect(worstGap(student.probabilities(tests), expected) < 1e-9)
    if metric == .euclidean {
      #expect(student.predict(tests) == golden.centroidPredictions[kind])
    }
  }

  @Test(
    "nearest neighbours equal KNeighborsClassifier where its choice is not arbitrary",
    arguments: ["sparse", "dense"],
    NearestNeighbors.Metric.allCases
  )
  func neighbors(kind: String, metric: NearestNeighbors.Metric) throws {
    let golden = try StudentsGolden.values.get().students
    let (rows, tests) = golden.rows(kind)
    var compared = 0
    for count in [1, 3, 5] {
      let student = NearestNeighbors.fit(
        rows,
        golden.labels,
        classCount: 4,
        count: count,
        metric: metric
      )
      let own = student.probabilities(tests)
      let expected = try #require(golden.neighbors[kind]?["\(metric.rawValue)\(count)"])
      for (row, values) in expected.probabilities.enumerated() where expected.clear[row] {
        #expect(worstGap(Array(own[(row * 4)..<(row * 4 + 4)]), values) < 1e-12)
        compared += 1
      }
    }
    #expect(compared > 20)
  }

  @Test(
    "logistic regression on embeddings equals LogisticRegression, with class weights too",
    arguments: ["dense", "balanced", "given", "weak_penalty"]
  )
  func logistic(name: String) throws {
    let golden = try StudentsGolden.values.get().students
    var options = LogisticRegression.Options(tolerance: 1e-7, maximumIterations: 2000)
    if name == "balanced" { options.classWeight = .balanced }
    if name == "given" { options.givenClassWeights = golden.givenWeights }
    if name == "weak_penalty" { options.inverseRegularization = 5 }
    let table = denseRows(golden.dense)
    let expected = try #require(golden.logistic[name])
    let flat = expected.probabilities.flatMap(\.self)
    let dense = LogisticRegression.fit(table, golden.labels, classCount: 4, options: options)
    let sparse = LogisticRegression.fit(
      sparseRows(golden.dense),
      golden.labels,
      classCount: 4,
      options: options
    )
    for model in [dense, sparse] {
      var worst = 0.0
      for label in 0..<4 {
        for feature in 0..<24 {
          let gap =
            model.coefficient(feature: feature, label: label)
            - expected.coefficients[label][feature]
          worst = max(worst, abs(gap))
        }
      }
      #expect(worst < 1e-4)
      let tests = denseRows(golden.denseTests)
      #expect(worstGap(model.probabilities(tests), flat) < 1e-5)
      #expect(worstGap(model.probabilities(sparseRows(golden.denseTests)), flat) < 1e-5)
    }
  }
}
