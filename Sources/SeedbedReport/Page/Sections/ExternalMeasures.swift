import SeedbedData

/// What the project's own command for training and testing found, where there is one.
enum ExternalMeasures {
  /// The most numbers of a command that are shown.
  private static let mostNumbers = 8

  /// A table of the command's numbers, one line for each training set.
  ///
  /// - Parameter evaluation: The document of an evaluation.
  /// - Returns: Nothing where no command was run.
  static func markup(_ evaluation: JSONObject) -> Markup {
    guard let external = evaluation["external"], let sets = external["training_sets"]?.array,
      !sets.isEmpty
    else { return .empty }
    var names: [String] = []
    for set in sets {
      for name in set["values"]?.object?.map(\.key) ?? [] where !names.contains(name) {
        names.append(name)
      }
    }
    let shown = names.prefix(mostNumbers)
    let table = TableMarkup(
      ["Training rows", .number("Count")] + shown.map { .number(Clipped.text($0, 40)) },
      texts: sets.map { set in
        let values = shown.map { name in
          set["values"]?[name]?.double.map { Figures.decimal($0) } ?? "–"
        }
        return [set["name"]?.string ?? "", Figures.count(set["rows"]?.int ?? 0)] + values
      },
      isWide: shown.count > 3
    )
    let rest = names.count - shown.count
    let further: Markup =
      rest > 0 ? " \(Figures.counted(rest, "further number")) of it are not shown." : ""
    return """
      <h3>By your own command</h3>
      <p class="note"><code>evaluate.command</code> of <code>seedbed.yaml</code> trained on each of these and was \
      tested on \(Figures.counted(external["test_rows"]?.int ?? 0, "row")) of the holdout.\(further)</p>
      \(table.markup)
      """
  }
}
