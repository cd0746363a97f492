import Foundation

/// The values of `Golden/drift/drift.json`, made by the script beside it.
struct DriftGolden: Decodable {
  struct Column: Decodable {
    var name: String
    var first: [Double]
    var second: [Double]
    var ks: Double
    var exact: Double
    var limit: Double?
    var wasserstein: Double
    var normalized: Double
    var energy: Double
    var edges: [Double]
    var stability: Double
    var rangeCoverage: Double?
    var adherence: Double
    var mean: Double?
    var median: Double?
    var deviation: Double?
  }

  struct Categories: Decodable {
    var p: [Double]
    var q: [Double]
    var variation: Double
    var jsE: Double
    var jsTwo: Double
    var kl: Double?
    var hellinger: Double
    var stability: Double
  }

  struct Table: Decodable {
    var counts: [[Int]]
    var statistic: Double
    var freedom: Int
    var p: Double
    var corrected: Double
    var correctedP: Double
    var cramer: Double
    var smallest: Double
  }

  struct Correlation: Decodable {
    var ax: [Double]
    var ay: [Double]
    var bx: [Double]
    var by: [Double]
    var pearson: [Double]
    var spearman: [Double]
  }

  struct Contingency: Decodable {
    struct Side: Decodable {
      var x: [String?]
      var y: [Double?]
    }

    var sides: [Side]
    var score: Double
  }

  struct Discrepancy: Decodable {
    var first: [[Float]]
    var second: [[Float]]
    var bandwidth: Double
    var squared: Double
    var wide: Double
  }

  struct Frechet: Decodable {
    var first: [[Float]]
    var second: [[Float]]
    var value: Double
  }

  struct Histogram: Decodable {
    var p: [Double]
    var q: [Double]
    var mauve: Double
    var sharp: Double
    var frontier: Double
  }

  struct Area: Decodable {
    var positive: [Double]
    var negative: [Double]
    var area: Double
    var ends: [Double]
  }

  var columns: [Column]
  var limits: [[Double]]
  var categories: [Categories]
  var tables: [Table]
  var tails: [[Double]]
  var correlations: [Correlation]
  var contingency: [Contingency]
  var discrepancies: [Discrepancy]
  var frechet: [Frechet]
  var histograms: [Histogram]
  var areas: [Area]

  static let values = Result<DriftGolden, any Error> {
    try GoldenFile.read("drift/drift.json")
  }
}
