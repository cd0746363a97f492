import SeedbedData

/// How many samples documents and schemas can give.
struct GroundedSupply: Sendable {
  /// The names of the methods that fit the task.
  var names: [String] = []
  /// The most samples that they give.
  var count = 0

  /// The methods for a cell: what they make has no label and is written as the documents are.
  func names(for cell: Cell) -> [String] { fits(cell) ? names : [] }

  /// The most samples for a cell.
  func count(for cell: Cell) -> Int { fits(cell) ? count : 0 }

  private func fits(_ cell: Cell) -> Bool {
    cell.coordinates.allSatisfy { DimensionName.measured.contains($0.dimension) }
      && (cell["noise"] == nil || cell["noise"] == "clean")
  }
}
