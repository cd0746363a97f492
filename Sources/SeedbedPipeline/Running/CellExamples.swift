public import SeedbedData

/// A few samples of each cell, for people who want to see what a count stands for.
public struct CellExamples: Sendable {
  /// Samples of one cell.
  public struct Found: Sendable, Hashable {
    /// Places of real samples among those that were looked at.
    public var real: [Int] = []
    /// Places of synthetic samples.
    public var synthetic: [Int] = []
  }

  /// How many samples of each origin a cell keeps.
  public static let kept = 2

  private var found: [Cell: Found] = [:]
  private let samples: [Sample]

  /// Picks the examples: those with the smallest ids, which are hashes and so as good as drawn.
  ///
  /// - Parameters:
  ///   - samples: The samples.
  ///   - values: The values of each sample in each dimension.
  ///   - dimensions: The names of the dimensions.
  init(_ samples: [Sample], values: [[String]], dimensions: [String]) {
    self.samples = samples
    for index in samples.indices.sorted(by: { samples[$0].id < samples[$1].id }) {
      for cell in Self.cells(values[index], dimensions) {
        switch samples[index].origin {
        case .real where found[cell, default: Found()].real.count < Self.kept:
          found[cell, default: Found()].real.append(index)
        case .synthetic where found[cell, default: Found()].synthetic.count < Self.kept:
          found[cell, default: Found()].synthetic.append(index)
        default: break
        }
      }
    }
  }

  /// The examples of a cell of one or two dimensions.
  ///
  /// - Parameter cell: The cell, its dimensions in the order of the project's.
  /// - Returns: The samples, synthetic ones first.
  public func samples(in cell: Cell) -> [Sample] {
    guard let found = found[cell] else { return [] }
    return (found.synthetic + found.real).map { samples[$0] }
  }

  /// The cells of each pair of dimensions that a sample lies in; the one cell where there is one dimension.
  private static func cells(_ values: [String], _ dimensions: [String]) -> [Cell] {
    let coordinates = zip(dimensions, values).map { Cell.Coordinate($0, $1) }
    guard coordinates.count > 1 else { return [Cell(coordinates)] }
    var cells: [Cell] = []
    for first in coordinates.indices {
      for second in coordinates.indices where second > first {
        cells.append(Cell([coordinates[first], coordinates[second]]))
      }
    }
    return cells
  }
}
