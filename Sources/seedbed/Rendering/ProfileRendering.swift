import SeedbedData
import SeedbedPipeline

/// The profile of a file, for people and for programs.
enum ProfileRendering {
  /// Values of a dimension that are listed; the rest are counted.
  private static let mostValues = 12

  static func text(_ result: FileProfiler.Result, file: String) -> String {
    let profile = result.profile
    var lines = [
      "\(Style.heading("Profile")) of `\(Table.printable(file))`: \(profile.rows) rows, "
        + "\(profile.repeatedRows) repeat an earlier text"
        + (result.badRows > 0 ? ", \(result.badRows) could not be read" : ""),
      "  \(result.task.task.rawValue): \(result.task.reason)",
      "  \(profile.shortest) to \(profile.longest) characters",
    ]
    for dimension in profile.dimensions {
      let counts = counts(dimension, in: profile)
      var table = Table([dimension, ">rows", ">share"])
      for (value, count) in counts.prefix(mostValues) {
        table.add([Table.cut(value, to: 40), "\(count)", Numbers.percent(count, of: profile.rows)])
      }
      if counts.count > mostValues { table.add(["… \(counts.count - mostValues) more", "", ""]) }
      lines += ["", table.text]
    }
    return lines.joined(separator: "\n")
  }

  static func json(_ result: FileProfiler.Result) -> JSONObject {
    let profile = result.profile
    return [
      "rows": .optional(profile.rows), "repeated_rows": .optional(profile.repeatedRows),
      "bad_rows": .optional(result.badRows), "task": .string(result.task.task.rawValue),
      "languages": .array(result.languages.map(JSONValue.string)),
      "characters": [
        "shortest": .optional(profile.shortest), "longest": .optional(profile.longest),
      ],
      "dimensions": .array(
        profile.dimensions.map { dimension in
          [
            "name": .string(dimension),
            "values": .array(
              counts(dimension, in: profile).map { value, count in
                ["value": .string(value), "rows": .optional(count)]
              }
            ),
          ]
        }
      ),
    ]
  }

  /// Values with rows: a measured dimension's in its own order, others by size.
  private static func counts(_ dimension: String, in profile: Profile) -> [(String, Int)] {
    let counts = profile.values(of: dimension).map {
      ($0, profile.count(in: Cell([Cell.Coordinate(dimension, $0)])))
    }.filter { $0.1 > 0 }
    guard dimension == "label" else { return counts }
    return counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

/// Numbers as people read them.
enum Numbers {
  /// A share with one decimal place; nothing of nothing is no share.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = (Double(part) * 1000 / Double(whole)).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
  }

  /// A number with a few decimal places, 1 to 9.
  static func fixed(_ value: Double, places: Int = 3) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let units = Int((abs(value) * Double(scale)).rounded())
    let digits = String(scale + units % scale).dropFirst()
    return (value < 0 && units > 0 ? "-" : "") + "\(units / scale).\(digits)"
  }
}
