import Foundation
import SeedbedLearning

/// The values of `Golden/diversity/diversity.json`, made by the script beside it.
struct DiversityGolden: Decodable {
  struct Texts: Decodable {
    var texts: [String]
    var bleu4: [Double]
    var bleu2: [Double]
    var entropy: [Double]
    var compression: Double
    var mtld: Double
    var hdd: Double?
    var hdd10: Double
  }

  struct Compression: Decodable {
    var text: String
    var ratio: Double
  }

  struct Overlap: Decodable {
    var real: [Int]
    var synthetic: [Int]
    var dimensions: Int
    var neighbors: Int
    var euclidean: [String: Double]
    var cosine: [String: Double]
  }

  struct Cosines: Decodable {
    var values: [Int]
    var mean: Double
    var kernel: [Double]
    var intdiv1: Double
    var intdiv2: Double
  }

  struct Table: Decodable {
    var numbers: [[Double?]]
    var categories: [[String?]]
  }

  struct Records: Decodable {
    var real: Table
    var synthetic: Table
    var dcr: [Double]
    var newRows: Double
    var newRowsLoose: Double
    var disclosure: [String: Double?]
    var disclosureBinned: [String: Double?]
  }

  struct Membership: Decodable {
    var members: [Double]
    var others: [Double]
    var area: Double
    var rate: Double
    var rate10: Double
  }

  struct Shares: Decodable {
    var counts: [Int]
    var low: Double
    var high: Double
    var z: Double
    var exact: Double
  }

  struct Bias: Decodable {
    var real: [[String]]
    var synthetic: [[String]]
    var mean: Double
  }

  struct Trend: Decodable {
    var depths: [Double]
    var values: [Double]
    var slope: Double
    var intercept: Double
    var falls: Double
    var holds: Double
  }

  var texts: [String: Texts]
  var compression: Compression
  var overlaps: [Overlap]
  var cosines: Cosines
  var records: [Records]
  var memberships: [Membership]
  var shares: [Shares]
  var bias: Bias
  var trends: [Trend]

  static let values = Result<DiversityGolden, any Error> {
    try GoldenFile.read("diversity/diversity.json", keys: .useDefaultKeys)
  }
}

/// A table of thousandths.
func diversityTable(_ values: [Int], dimensions: Int) -> VectorTable {
  VectorTable(dimensions: dimensions, values: values.map { Float(Double($0) / 1000) })
}
