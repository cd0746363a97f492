public import SeedbedData

extension VersionChanges {
  /// How many rows of a batch or a cell changed, by kind.
  public struct Group: Sendable, Hashable {
    /// The batch's id or the cell in words; nil for real rows.
    public var name: String?
    /// The method of a batch.
    public var method: String?
    /// Counts in the order of `Kind.allCases`.
    public var counts: [Int]

    /// The count of one kind.
    ///
    /// - Parameter kind: What became of the rows.
    public subscript(kind: Kind) -> Int {
      zip(Kind.allCases, counts).first { $0.0 == kind }?.1 ?? 0
    }
  }

  /// The counts of each batch, real rows first, then by id.
  public var byBatch: [Group] {
    groups { ($0.provenance.batch, $0.provenance.method?.name) }
  }

  /// The counts of each cell, by its words.
  ///
  /// - Parameter cell: The cell of a sample.
  /// - Returns: The groups.
  public func byCell(_ cell: (Sample) -> Cell) -> [Group] {
    groups { (cell($0).description, nil) }
  }

  private func groups(_ name: (Sample) -> (String?, method: String?)) -> [Group] {
    var places: [String?: Int] = [:], groups: [Group] = []
    for row in rows {
      guard let sample = row.latest, let kind = Kind.allCases.firstIndex(of: row.kind) else {
        continue
      }
      let (name, method) = name(sample)
      let place = places[name] ?? groups.count
      if place == groups.count {
        places[name] = place
        groups.append(
          Group(name: name, method: method, counts: [Int](repeating: 0, count: Kind.allCases.count))
        )
      }
      groups[place].counts[kind] += 1
    }
    return groups.sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  /// The comparison as printed with `--json`.
  ///
  /// - Parameters:
  ///   - cells: The counts of each cell.
  ///   - listsRows: Whether each row is listed with its text before and after.
  /// - Returns: `before`, `after`, `counts` by origin, `unchanged`, `by_batch`, `by_cell`, the ids
  ///   `added`, `removed`, `changed`, `moved`, and `rows`, null where they are not listed.
  public func json(cells: [Group], listsRows: Bool) -> JSONObject {
    var counts = JSONObject()
    for origin in Origin.allCases {
      var kinds = JSONObject()
      for kind in Kind.allCases { kinds[kind.rawValue] = .optional(count(kind, origin)) }
      counts[origin.rawValue] = .object(kinds)
    }
    func members(_ kind: Kind) -> JSONValue {
      .array(rows.filter { $0.kind == kind }.compactMap(\.latest).map { .object(Self.member($0)) })
    }
    let changed = rows.filter { [.fixed, .rewritten, .remade].contains($0.kind) }
    return [
      "before": .string(self.members.before), "after": .string(self.members.after),
      "counts": .object(counts), "unchanged": .optional(self.members.unchanged),
      "by_batch": .array(
        byBatch.map { group in
          .object(
            Self.json(group, ["batch": .optional(group.name), "method": .optional(group.method)])
          )
        }
      ),
      "by_cell": .array(
        cells.map { .object(Self.json($0, ["cell": .optional($0.name)])) }
      ), "added": members(.added), "removed": members(.removed),
      "changed": .array(
        changed.compactMap { row in
          guard let before = row.before, var object = row.after.map(Self.member) else { return nil }
          object["kind"] = .string(row.kind.rawValue)
          object["before"] = .string(before.id.hex)
          return .object(object)
        }
      ),
      "moved": .array(
        self.members.moved.map {
          [
            "id": .string($0.sample.hex), "origin": .string($0.origin.rawValue),
            "from": .string($0.from.rawValue), "to": .string($0.to.rawValue),
          ]
        }
      ),
      "rows": listsRows ? .array(rows.map(Self.json)) : .null,
    ]
  }

  private static func member(_ sample: Sample) -> JSONObject {
    [
      "id": .string(sample.id.hex), "origin": .string(sample.origin.rawValue),
      "split": .optional(sample.split?.rawValue),
    ]
  }

  private static func json(_ group: Group, _ head: JSONObject) -> JSONObject {
    var object = head
    for kind in Kind.allCases { object[kind.rawValue] = .optional(group[kind]) }
    return object
  }

  private static func json(_ row: Row) -> JSONValue {
    func side(_ sample: Sample?) -> JSONValue {
      guard let sample else { return .null }
      var object = member(sample)
      object["text"] = .string(sample.text)
      object["label"] = .optional(sample.label)
      object["batch"] = .optional(sample.provenance.batch)
      return .object(object)
    }
    return [
      "kind": .string(row.kind.rawValue), "before": side(row.before), "after": side(row.after),
    ]
  }
}
