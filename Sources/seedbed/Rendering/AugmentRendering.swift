import SeedbedData
import SeedbedPipeline

/// What an augmentation did, for people and for programs.
enum AugmentRendering {
  static func text(_ report: AugmentReport, source: String) -> String {
    var lines = [
      "\(Style.heading("Augmented")) `\(Table.printable(source))`: \(report.written) rows written, "
        + "\(report.rows) read"
        + (report.badRows > 0 ? ", \(report.badRows) could not be read" : "")
    ]
    var table = Table(["method", ">made", ">unchanged", ">edits", ">in 100 characters"])
    for part in report.parts {
      table.add([
        part.method, "\(part.made)", "\(part.unchanged)", "\(part.edits)",
        part.rate.map { Numbers.fixed($0, places: 2) } ?? "",
      ])
    }
    lines += ["", table.text]
    if report.misfits > 0 {
      lines += ["", "  nothing was made of \(report.misfits) rows:"]
      lines += report.faults.map { fault in
        let place = fault.row.map { "row \($0)" } ?? "a row"
        let byte = fault.byte.map { " (byte \($0))" } ?? ""
        return "    \(place)\(byte): \(fault.reason)"
      }
    }
    return lines.joined(separator: "\n")
  }

  static func json(_ report: AugmentReport) -> JSONObject {
    [
      "rows": .optional(report.rows), "written": .optional(report.written),
      "bad_rows": .optional(report.badRows), "misfits": .optional(report.misfits),
      "faults": .array(
        report.faults.map { fault in
          [
            "row": .optional(fault.row), "byte": .optional(fault.byte),
            "reason": .string(fault.reason),
          ]
        }
      ),
      "methods": .array(
        report.parts.map { part in
          [
            "name": .string(part.method), "made": .optional(part.made),
            "unchanged": .optional(part.unchanged), "edits": .optional(part.edits),
            "rate": .optional(part.rate),
          ]
        }
      ),
    ]
  }

  /// How one row was made, from the row itself.
  static func explanation(_ row: JSONObject, text: String?) -> String {
    let made = row["seedbed"]
    func word(_ name: String) -> String { made?[name]?.string.map(Table.printable) ?? "unknown" }
    var lines = ["\(Style.heading(word("id")))  \(word("method"))"]
    if let text { lines.append("  text       \(Table.printable(text))") }
    let source = made?["source"]
    lines.append("  from       sample \(source?["id"]?.string.map(Table.printable) ?? "unknown")")
    if let parameters = made?["parameters"] {
      lines.append("  drawn      \(Table.printable(parameters.serialized(.compact)))")
    }
    guard let edits = made?["edits"]?["scalars"]?.array else {
      return (lines + ["  edits      not in the file; write it with `--edits`"])
        .joined(separator: "\n")
    }
    var table = Table([">start", ">end", "old", "new", "reason"])
    for edit in edits {
      guard let parts = edit.array, parts.count == 5 else { continue }
      table.add([
        "\(parts[0].int ?? 0)", "\(parts[1].int ?? 0)", parts[2].serialized(.compact),
        parts[3].serialized(.compact), parts[4].string ?? "",
      ])
    }
    return (lines + ["", table.text]).joined(separator: "\n")
  }
}
