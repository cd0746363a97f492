import SeedbedData
import SeedbedKernels

/// The methods that make records of a JSON Schema.
enum RecordMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any RecordMethod] = [
    ValidRecords(), BoundaryRecords(), ViolatingRecords(),
  ]
}
