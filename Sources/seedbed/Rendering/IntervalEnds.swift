import SeedbedData
import SeedbedLearning

extension JSONValue {
  /// The ends of an interval whose estimate stands beside it; null where there is none.
  static func ends(of interval: Interval?) -> JSONValue {
    interval.map { ["lower": .optional($0.lower), "upper": .optional($0.upper)] } ?? .null
  }
}
