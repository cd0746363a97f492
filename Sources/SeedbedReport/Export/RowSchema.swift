public import SeedbedData

/// What the rows of a file hold: their columns with one kind of value each.
///
/// Rows of JSON say nothing of their kinds, but the libraries that load them want one kind a column and
/// fail on the first row that differs. This finds the kind that all rows have.
public struct RowSchema: Sendable, Hashable {
  /// A kind of value.
  public indirect enum Kind: Sendable, Hashable {
    /// Nothing but nulls so far.
    case null
    /// True or false.
    case bool
    /// A whole number of 64 bits.
    case int
    /// Any other number.
    case double
    /// A text.
    case text
    /// A list whose elements are of one kind.
    case list(Kind)
    /// An object with known members.
    case record([Column])
    /// Values of several kinds.
    case mixed
  }

  /// A named value of each row.
  public struct Column: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The kind of its values.
    public var kind: Kind
  }

  /// The columns in the order in which they first came.
  public private(set) var columns: [Column] = []
  private var places: [String: Int] = [:]

  /// A schema of no rows.
  public init() {}

  /// A schema of columns of texts.
  ///
  /// - Parameter names: The columns.
  public init(texts names: [String]) {
    for name in names { set(name, .text) }
  }

  /// Takes a row into account.
  ///
  /// The object `seedbed` has the columns that every row of this program has, whatever this one shows.
  ///
  /// - Parameter row: The row.
  public mutating func add(_ row: JSONObject) {
    for (name, value) in row {
      if name == "seedbed" {
        if places[name] == nil { set(name, .record(Self.provenance)) }
      } else if let place = places[name] {
        let kind = Self.kind(of: value)
        if columns[place].kind != kind {
          columns[place].kind = Self.merged(columns[place].kind, kind)
        }
      } else {
        set(name, Self.kind(of: value))
      }
    }
  }

  private mutating func set(_ name: String, _ kind: Kind) {
    places[name] = columns.count
    columns.append(Column(name: name, kind: kind))
  }

  private static func kind(of value: JSONValue) -> Kind {
    switch value {
    case .null: return .null
    case .bool: return .bool
    case .string: return .text
    case .number(let number):
      if number.int != nil { return .int }
      // What no 64-bit number holds would be changed by being read.
      return number.double.isFinite && number.literal.contains(where: { ".eE".contains($0) })
        ? .double : .mixed
    case .array(let values):
      return .list(values.reduce(.null) { merged($0, kind(of: $1)) })
    case .object(let object):
      // An object without members has no columns to be stored in.
      guard !object.isEmpty else { return .mixed }
      return .record(object.map { Column(name: $0.key, kind: kind(of: $0.value)) })
    }
  }

  private static func merged(_ left: Kind, _ right: Kind) -> Kind {
    if left == right { return left }
    switch (left, right) {
    case (.null, let kind), (let kind, .null): return kind
    case (.int, .double), (.double, .int): return .double
    case (.list(let left), .list(let right)): return .list(merged(left, right))
    case (.record(var columns), .record(let others)):
      for other in others {
        if let place = columns.firstIndex(where: { $0.name == other.name }) {
          columns[place].kind = merged(columns[place].kind, other.kind)
        } else {
          columns.append(other)
        }
      }
      return .record(columns)
    default: return .mixed
    }
  }

  /// The members of `seedbed`; what a method drew differs from row to row and stays JSON.
  static let provenance: [Column] = {
    let texts = { (names: [String]) in names.map { Column(name: $0, kind: .text) } }
    let difficulty = texts(["tier"]) + [Column(name: "reasons", kind: .list(.text))]
    let span = [Column(name: "start", kind: .int), Column(name: "end", kind: .int)]
    let source =
      texts(["id"]) + [Column(name: "row", kind: .int), Column(name: "byte", kind: .int)]
      + [Column(name: "span", kind: .record(span))]
    let verdict =
      texts(["check", "outcome"])
      + [Column(name: "score", kind: .double), Column(name: "threshold", kind: .double)]
      + texts(["evidence"])
    return texts(["id", "origin", "split"])
      + [
        Column(name: "difficulty", kind: .record(difficulty)),
        Column(name: "tags", kind: .list(.text)), Column(name: "source", kind: .record(source)),
      ] + texts(["method"]) + [Column(name: "parameters", kind: .mixed)]
      + texts(["model", "prompt"])
      + [Column(name: "parents", kind: .list(.text)), Column(name: "depth", kind: .int)]
      + texts(["batch"]) + [Column(name: "verdicts", kind: .list(.record(verdict)))]
  }()
}

extension RowSchema {
  /// A row in which each value is of its column's kind: mixed ones become texts of JSON, and a member
  /// that a row lacks becomes null.
  func conforming(_ row: JSONObject) -> JSONObject {
    var conforming = JSONObject()
    for column in columns {
      conforming[column.name] = Self.value(row[column.name] ?? .null, as: column.kind)
    }
    return conforming
  }

  private static func value(_ value: JSONValue, as kind: Kind) -> JSONValue {
    guard !value.isNull else { return .null }
    switch (kind, value) {
    case (.mixed, _): return .string(value.serialized())
    case (.list(let kind), .array(let values)):
      return .array(values.map { Self.value($0, as: kind) })
    case (.record(let columns), .object(let object)):
      var members = JSONObject()
      for column in columns {
        members[column.name] = Self.value(object[column.name] ?? .null, as: column.kind)
      }
      return .object(members)
    default: return value
    }
  }
}
