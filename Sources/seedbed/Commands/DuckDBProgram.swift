import Foundation
import SeedbedData
import SeedbedReport

/// Writes Parquet through the command line program of DuckDB.
struct DuckDBProgram: ParquetWriter {
  /// The program; a wheel of PyPI brings it as `duckdb`.
  private let program: String

  /// Finds the program on `PATH`.
  ///
  /// - Throws: A `SeedbedError` when it is not there.
  init() throws {
    guard let place = ProgramPath.find("duckdb") else {
      throw SeedbedError(
        .missingResource,
        "the program `duckdb`, which writes Parquet, is not on the path",
        hint: "install it (`pip install duckdb-cli`), or export without `--parquet`"
      )
    }
    program = place
  }

  func write(lines: String, schema: RowSchema, to path: String) throws {
    try Self.check(schema.columns, at: nil)
    let columns = schema.columns.map { column in
      "\(Self.text(column.name)): \(Self.text(Self.type(column.kind)))"
    }
    // Kinds are given, so that nothing is guessed from the rows; one thread keeps their order.
    let statement = """
      SET threads = 1;
      COPY (SELECT * FROM read_json(\(Self.text(lines)), format = 'newline_delimited',
        maximum_object_size = 268435456, columns = {\(columns.joined(separator: ", "))}))
      TO \(Self.text(path)) (FORMAT parquet);
      """
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-no-init", "-bail", "-c", statement]
    process.environment = ProgramEnvironment.withoutSecrets()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: path) else {
      throw SeedbedError(
        .endpoint,
        "`duckdb` could not write `\(path)`",
        hint: "export without `--parquet`, or use another version of the program",
        cause: String(decoding: words.prefix(500), as: UTF8.self)
      )
    }
  }

  /// Refuses names that the program takes for one, which would lose all of them but one.
  private static func check(_ columns: [RowSchema.Column], at place: String?) throws {
    var seen: [String: String] = [:]
    for column in columns {
      let path = [place, column.name].compactMap(\.self).joined(separator: ".")
      func refusal(_ reason: String) -> SeedbedError {
        SeedbedError(
          .data,
          "the field `\(path)` cannot be written as Parquet: \(reason)",
          hint: "rename it in your data, or export without `--parquet`"
        )
      }
      guard !column.name.isEmpty else { throw refusal("it has no name") }
      if let other = seen.updateValue(column.name, forKey: column.name.lowercased()) {
        throw refusal("`duckdb` does not tell it from `\(other)`")
      }
      var kind = column.kind
      while case .list(let inner) = kind { kind = inner }
      if case .record(let members) = kind { try check(members, at: path) }
    }
  }

  private static func type(_ kind: RowSchema.Kind) -> String {
    switch kind {
    case .bool: "BOOLEAN"
    case .int: "BIGINT"
    case .double: "DOUBLE"
    case .null, .text, .mixed: "VARCHAR"
    case .list(let inner): type(inner) + "[]"
    case .record(let columns):
      "STRUCT(" + columns.map { "\(name($0.name)) \(type($0.kind))" }.joined(separator: ", ") + ")"
    }
  }

  /// A text of SQL, in which a quote is doubled.
  private static func text(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// A name of SQL, in which a quote is doubled.
  private static func name(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
