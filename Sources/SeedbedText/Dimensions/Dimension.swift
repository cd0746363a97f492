public import SeedbedData

/// What a dimension may look at in a row.
public struct DimensionInput: Sendable {
  /// The text of the sample.
  public var text: String
  /// Its label, if it has one.
  public var label: String?
  /// The user's fields.
  public var fields: JSONObject

  /// Takes the parts of a row apart from any sample.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - label: The label.
  ///   - fields: The user's fields.
  public init(text: String, label: String?, fields: JSONObject) {
    self.text = text
    self.label = label
    self.fields = fields
  }

  /// Takes the parts of a sample.
  ///
  /// - Parameter sample: The sample.
  public init(_ sample: Sample) {
    self.init(text: sample.text, label: sample.label, fields: sample.fields)
  }
}

/// One thing by which samples differ: a field, or something measured in the text.
public protocol Dimension: Sendable {
  /// The name, as in the configuration and in cells.
  var name: String { get }
  /// All values in the order of display, for a measured dimension; empty where the data decides.
  var values: [String] { get }
  /// The value of one row; never empty, `(none)` where the row has none.
  func value(of input: DimensionInput) -> String
}

/// The dimensions of a project, in the order of its configuration.
public struct DimensionSet: Sendable {
  /// The value of a row that has none.
  public static let none = "(none)"

  /// The dimensions.
  public let all: [any Dimension]

  /// Resolves names: `label`, a measured dimension, or else a field of the rows.
  ///
  /// - Parameters:
  ///   - names: The names, as in the configuration.
  ///   - languages: The languages that the language dimension tells apart.
  /// - Throws: A `SeedbedError` for a name that comes twice or is no field path.
  public init(_ names: [String], languages: [String]) throws {
    all = try names.map { name in
      switch name {
      case "label": return LabelDimension()
      case "language": return LanguageDimension(languages: languages)
      case "length": return LengthDimension()
      case "noise": return NoiseDimension()
      case "form": return FormDimension()
      default:
        guard let path = FieldPath(name) else {
          throw SeedbedError(.configuration, "`\(name)` under `dimensions` is not a field path")
        }
        return FieldDimension(name: name, path: path)
      }
    }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw SeedbedError(.configuration, "`dimensions` names `\(twice)` twice")
    }
  }

  /// The dimensions that a configuration names, with its languages.
  ///
  /// - Parameter configuration: The project's configuration.
  /// - Throws: A `SeedbedError` for a name that comes twice or is no field path.
  public init(of configuration: Configuration) throws {
    try self.init(configuration.dimensions, languages: configuration.languages)
  }

  /// The full cell of one row: its value in every dimension.
  ///
  /// - Parameter input: The row.
  /// - Returns: A cell with one coordinate for each dimension.
  public func cell(of input: DimensionInput) -> Cell {
    Cell(all.map { Cell.Coordinate($0.name, $0.value(of: input)) })
  }

  /// The values of one row in the order of the dimensions.
  ///
  /// - Parameter input: The row.
  /// - Returns: One value for each dimension.
  public func values(of input: DimensionInput) -> [String] { all.map { $0.value(of: input) } }
}

/// The label.
struct LabelDimension: Dimension {
  let name = "label"
  var values: [String] { [] }

  func value(of input: DimensionInput) -> String {
    guard let label = input.label, !label.isEmpty else { return DimensionSet.none }
    return label
  }
}

/// A field of the user's rows.
struct FieldDimension: Dimension {
  let name: String
  let path: FieldPath
  var values: [String] { [] }

  func value(of input: DimensionInput) -> String {
    switch path.value(in: input.fields) {
    case .string(let text)? where !text.isEmpty: text
    case .number(let number)?: number.literal
    case .bool(let flag)?: flag ? "true" : "false"
    default: DimensionSet.none
    }
  }
}
