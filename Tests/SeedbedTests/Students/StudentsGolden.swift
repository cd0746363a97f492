import Foundation
import SeedbedLearning

/// The values of `Golden/students/students.json`, made by the script beside it.
struct StudentsGolden: Decodable {
  struct Students: Decodable {
    struct Neighbors: Decodable {
      var clear: [Bool]
      var probabilities: [[Double]]
    }

    struct Logistic: Decodable {
      var coefficients: [[Double]]
      var intercepts: [Double]
      var probabilities: [[Double]]
    }

    var labels: [Int]
    var counts: [[Double]]
    var countTests: [[Double]]
    var dense: [[Double]]
    var denseTests: [[Double]]
    var bayes: [String: [[Double]]]
    var centroids: [String: [String: [[Double]]]]
    var centroidPredictions: [String: [Int]]
    var neighbors: [String: [String: Neighbors]]
    var givenWeights: [Double]
    var logistic: [String: Logistic]

    /// The training rows of a kind, `sparse` or `dense`, and the rows to be judged.
    func rows(_ kind: String) -> (FeatureRows, FeatureRows) {
      kind == "sparse"
        ? (.sparse(sparseRows(counts)), .sparse(sparseRows(countTests)))
        : (.dense(denseRows(dense)), .dense(denseRows(denseTests)))
    }
  }

  struct Calibrated: Decodable {
    var actual: [Int]
    var probabilities: [[Double]]
    var temperature: Double
    var logLoss: Double
    var scaledLogLoss: Double
    var brier: Double
    var equalWidth: [Double]
    var equalMass: [Double]
  }

  struct Labels: Decodable {
    var labels: [Int]
    var probabilities: [[Double]]
    var thresholds: [Double]
    var raw: [[Int]]
    var joint: [[Int]]
    var issues: [String: [Int]]
    var scores: [String: [Double]]
  }

  struct Language: Decodable {
    struct Order: Decodable {
      var discounts: [[Double]]
      var logProbabilities: [[Double]]
    }

    var texts: [String]
    var queries: [String]
    var orders: [Order]
  }

  struct Adjusted: Decodable {
    var pValues: [Double]
    var adjusted: [Double]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      pValues = try container.decode([Double].self)
      adjusted = try container.decode([Double].self)
    }
  }

  var students: Students
  var calibration: Calibrated
  var labels: [Labels]
  var binomial: [[Double]]
  var mcnemar: [[Double]]
  var adjusted: [Adjusted]
  var language: Language

  static let values = Result<StudentsGolden, any Error> {
    let keys = JSONDecoder.KeyDecodingStrategy.custom { path in
      // Only the keys of structures change; those of dictionaries name what Python calls so.
      let name = path[path.count - 1].stringValue
      return Key(stringValue: renamed[name] ?? name)
    }
    return try GoldenFile.read("students/students.json", keys: keys)
  }

  private static let renamed = [
    "count_tests": "countTests", "dense_tests": "denseTests", "given_weights": "givenWeights",
    "centroid_predictions": "centroidPredictions", "log_loss": "logLoss",
    "scaled_log_loss": "scaledLogLoss", "equal_width": "equalWidth", "equal_mass": "equalMass",
    "log_probabilities": "logProbabilities",
  ]

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

func sparseRows(_ rows: [[Double]]) -> SparseMatrix {
  let width = rows.first?.count ?? 0
  return SparseMatrix(
    rows.map { row in
      let columns = row.indices.filter { row[$0] != 0 }
      return SparseVector(
        columns: columns.map { Int32($0) },
        values: columns.map { row[$0] },
        columnCount: width
      )
    },
    columnCount: width
  )
}

func denseRows(_ rows: [[Double]]) -> VectorTable {
  VectorTable(dimensions: rows[0].count, values: rows.flatMap { $0.map { Float($0) } })
}

/// The largest distance of two lists of numbers; infinite when their lengths differ.
func worstGap(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
}
