import Foundation

/// The values of `Golden/learning/learning.json`, made by the script beside it.
struct LearningGolden: Decodable {
  struct Features: Decodable {
    var columns: Int
    var rows: [[Double]]
    var gram: [[Double]]
  }

  struct TFIDF: Decodable {
    var texts: [String]
    var plain: [String]
    var words12: Features
    var sublinear: Features
    var characters: Features
  }

  struct Model: Decodable {
    var coefficients: [[Double]]
    var intercepts: [Double]
    var probabilities: [[Double]]
  }

  struct Student: Decodable {
    var x: [[Double]]
    var y: [Int]
    var uniform: Model
    var balanced: Model
    var weakPenalty: Model
    var binary: Model
  }

  struct Pipeline: Decodable {
    var texts: [String]
    var labels: [Int]
    var testTexts: [String]
    var probabilities: [[Double]]
  }

  struct Metrics: Decodable {
    var actual: [Int]
    var predicted: [Int]
    var precision: [Double]
    var recall: [Double]
    var f1: [Double]
    var macroF1: Double
    var weightedF1: Double
    var probabilities: [[Double]]
    var logLoss: Double
    var ece: Double
    var ksFirst: [Double]
    var ksSecond: [Double]
    var ks: Double
    var vendiRows: [[Double]]
    var vendi: [String: Double]
    var wilson: [[Double]]
    var quantiles: [[Double]]
  }

  var tfidf: TFIDF
  var student: Student
  var pipeline: Pipeline
  var metrics: Metrics

  static let values = Result<LearningGolden, any Error> {
    try GoldenFile.read("learning/learning.json")
  }
}

/// Whether two numbers agree to an absolute or relative tolerance.
func agrees(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= tolerance * max(1, abs(b))
}
