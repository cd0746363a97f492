import SeedbedData

/// Requirements that a new project starts with, from what most of its cells have already.
///
/// A cell that has less than half of what the middle one has is called thin. Without labels, every value of
/// noise and form should make up at least one row in fifty.
enum DefaultRequirements {
  static func make(for profile: Profile, languages: [String]) -> [Requirement] {
    let labels = profile.values(of: "label").filter { $0 != "(none)" }
    guard !labels.isEmpty else { return unlabelled(profile) }
    let counts = labels.map { profile.count(in: Cell([Cell.Coordinate("label", $0)])) }
    var requirements = [
      Requirement(
        Cell([Cell.Coordinate("label", "*")]),
        minimum: max(20, median(counts) / 2)
      )
    ]
    if languages.count > 1 {
      for language in languages {
        let pairs = labels.map {
          profile.count(
            in: Cell([Cell.Coordinate("label", $0), Cell.Coordinate("language", language)])
          )
        }
        requirements.append(
          Requirement(
            Cell([Cell.Coordinate("label", "*"), Cell.Coordinate("language", language)]),
            minimum: max(8, median(pairs) / 2)
          )
        )
      }
    }
    return requirements
  }

  private static func unlabelled(_ profile: Profile) -> [Requirement] {
    ["noise", "form"].filter(profile.dimensions.contains).map { dimension in
      Requirement(Cell([Cell.Coordinate(dimension, "*")]), minimum: (profile.rows + 49) / 50)
    }
  }

  private static func median(_ counts: [Int]) -> Int {
    let filled = counts.filter { $0 > 0 }.sorted()
    return filled.isEmpty ? 0 : filled[filled.count / 2]
  }
}
