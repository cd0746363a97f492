import SeedbedData
import SeedbedLedger

/// What changed between two versions, for people.
enum VersionDiffRendering {
  /// How many batches and cells are shown; the JSON document has all of them.
  private static let shown = 20

  static func text(
    _ changes: VersionChanges,
    cells: [VersionChanges.Group],
    listsRows: Bool
  ) -> String {
    var counts = Table(["change", ">real", ">synthetic"])
    for kind in VersionChanges.Kind.allCases {
      counts.add([
        kind.rawValue, "\(changes.count(kind, .real))", "\(changes.count(kind, .synthetic))",
      ])
    }
    var parts = ["\(counts.text)\n  \(changes.members.unchanged) unchanged"]
    guard !changes.rows.isEmpty else { return parts[0] }
    parts.append(
      groups(changes.byBatch, ["batch", "method"]) { group in
        [group.name.map { String($0.prefix(12)) } ?? "(real rows)", group.method ?? ""]
      }
    )
    parts.append(groups(cells, ["cell"]) { [Table.cut($0.name ?? "", to: 40)] })
    if listsRows { parts.append(changes.rows.map(row).joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  private static func groups(
    _ groups: [VersionChanges.Group],
    _ head: [String],
    _ name: (VersionChanges.Group) -> [String]
  ) -> String {
    // A column of zeros would say nothing.
    let kinds = VersionChanges.Kind.allCases.filter { kind in groups.contains { $0[kind] > 0 } }
    var table = Table(head + kinds.map { ">" + $0.rawValue })
    for group in groups.prefix(shown) {
      table.add(name(group) + kinds.map { "\(group[$0])" })
    }
    let rest = groups.count - shown
    return table.text + (rest > 0 ? "\n  … and \(rest) more, listed with --json" : "")
  }

  private static func row(_ row: VersionChanges.Row) -> String {
    guard let latest = row.latest else { return "" }
    let ids = [row.before?.id.short, row.kind == .moved ? nil : row.after?.id.short]
      .compactMap(\.self).joined(separator: " → ")
    let parts = [row.before?.split?.rawValue, row.after?.split?.rawValue].compactMap(\.self)
    let place = Set(parts).count == 1 ? parts[0] : parts.joined(separator: " → ")
    var lines = ["  \(row.kind.rawValue) \(ids)  \(latest.origin.rawValue), \(place)"]
    let isSame = row.before?.text == row.after?.text && row.before?.label == row.after?.label
    if isSame {
      lines.append("      " + words(latest))
    } else {
      if let before = row.before { lines.append("    " + Style.poor("- " + words(before))) }
      if let after = row.after { lines.append("    " + Style.good("+ " + words(after))) }
    }
    return lines.joined(separator: "\n")
  }

  private static func words(_ sample: Sample) -> String {
    let label = sample.label.map { "[\(Table.printable($0))] " } ?? ""
    return label + Table.printable(sample.text)
  }
}
