import SeedbedData

/// The licence as dataset hubs name it: one of the names they know, else `other` with a name of its own.
struct LicenceName {
  private static let known: Set<String> = [
    "apache-2.0", "mit", "bsd-2-clause", "bsd-3-clause", "cc0-1.0", "cc-by-2.0", "cc-by-2.5",
    "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-2.0", "cc-by-nc-3.0",
    "cc-by-nc-4.0", "cc-by-nd-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0",
    "cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0", "cdla-sharing-1.0", "cdla-permissive-1.0",
    "cdla-permissive-2.0", "gpl-2.0", "gpl-3.0", "lgpl-3.0", "agpl-3.0", "mpl-2.0", "odc-by",
    "odbl", "pddl", "unlicense", "wtfpl", "ofl-1.1", "gfdl",
  ]

  private let name: String?

  init(_ name: String?) {
    self.name = name.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The name that hubs know; nil where there is none.
  private var identifier: String? {
    name.map { $0.lowercased() }.flatMap { Self.known.contains($0) ? $0 : nil }
  }

  /// The lines of a data card's head.
  var lines: [String] {
    if let identifier { return ["license: \(identifier)"] }
    return ["license: other"] + (name.map { ["license_name: \(CardHead.quoted($0))"] } ?? [])
  }

  /// The licence for other cards: Creative Commons' address, else the name.
  var words: String {
    guard let name else { return "Not stated; the licence of the source data applies." }
    let lower = name.lowercased()
    if lower == "cc0-1.0" { return "https://creativecommons.org/publicdomain/zero/1.0/" }
    guard identifier != nil, lower.hasPrefix("cc-"), let version = lower.split(separator: "-").last
    else { return name }
    let kind = lower.dropFirst("cc-".count).dropLast(version.count + 1)
    return "https://creativecommons.org/licenses/\(kind)/\(version)/"
  }
}
