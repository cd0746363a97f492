import SeedbedData
import SeedbedText

/// Whether the final text lies in the cell that it was made for.
struct CellCheck: Check {
  let name = "cell"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let wanted = context.plan.quotas[input.candidate.quota].cell
    guard !wanted.coordinates.isEmpty else { return nil }
    let found = context.dimensions.cell(of: DimensionInput(input.sample))
    for coordinate in wanted.coordinates {
      let value = found[coordinate.dimension] ?? DimensionSet.none
      if value == "unknown" {
        return undecided("\(coordinate.dimension) cannot be told; \(coordinate.value) is wanted")
      }
      guard value == coordinate.value else {
        return fail("\(coordinate.dimension) is \(value), \(coordinate.value) is wanted")
      }
    }
    return pass("it lies in \(wanted)")
  }
}
