import SeedbedData

/// The description of a version as Croissant 1.1, with the fields of its vocabulary for responsible AI.
///
/// It describes the files with their hashes, and the columns of those whose rows are named values. Names
/// from data never become identifiers: a column of an unusual name is numbered.
struct CroissantDocument {
  private let report: VersionReport
  private let files: [ExportedFile]
  private let hashes: [String: (sha256: String, bytes: Int)]

  /// Describes a version that lies in a folder.
  ///
  /// - Parameters:
  ///   - report: What is known of it.
  ///   - files: The files that were exported.
  ///   - folder: The folder that they lie in.
  /// - Throws: A `SeedbedError` when a file cannot be read.
  init(_ report: VersionReport, files: [ExportedFile], in folder: String) throws {
    self.report = report
    self.files = files
    var hashes: [String: (String, Int)] = [:]
    for file in files {
      let bytes = try Folder.bytes(of: "\(folder)/\(file.path)")
      hashes[file.path] = (ContentHash.hex(of: bytes), bytes.count)
    }
    self.hashes = hashes
  }

  /// The document.
  var json: JSONObject {
    let configuration = report.configuration
    var json: JSONObject = [
      "@context": Self.context, "@type": "sc:Dataset", "name": .string(configuration.name),
      "description": .string(CroissantWords.description(report)),
      "conformsTo": [
        "http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0",
      ],
      "license": .string(LicenceName(configuration.license).words),
      "version": .string("1.0.0+\(report.version.id)"),
      "keywords": ["synthetic", .string(configuration.task.rawValue)],
    ]
    if !configuration.languages.isEmpty {
      json["inLanguage"] = .array(configuration.languages.map(JSONValue.string))
    }
    for (name, value) in CroissantWords.responsibleUse(report) { json["rai:\(name)"] = value }
    json["distribution"] = .array(files.map(fileObject))
    let records = files.compactMap(recordSet)
    if !records.isEmpty { json["recordSet"] = .array(records) }
    return json
  }

  private func fileObject(_ file: ExportedFile) -> JSONValue {
    let found = hashes[file.path]
    return [
      "@type": "cr:FileObject", "@id": .string(file.path), "name": .string(file.path),
      "contentUrl": .string(file.path),
      "contentSize": .string("\(found?.bytes ?? 0) B"),
      "encodingFormat": .string(Self.encoding(file.path)),
      "sha256": .string(found?.sha256 ?? ""),
    ]
  }

  private static func encoding(_ path: String) -> String {
    switch path.split(separator: ".").last {
    case "jsonl": "application/jsonlines"
    case "json": "application/json"
    case "csv": "text/csv"
    case "parquet": "application/x-parquet"
    case "yaml": "application/yaml"
    default: "text/plain"
    }
  }

  private func recordSet(_ file: ExportedFile) -> JSONValue? {
    guard let split = file.split, let schema = file.schema else { return nil }
    let fields = schema.columns.enumerated().flatMap { place, column in
      self.fields(column, place, file.path, split.rawValue)
    }
    guard !fields.isEmpty else { return nil }
    let real = Figures.counted(file.real, "real row")
    let synthetic = Figures.counted(file.synthetic, "synthetic row")
    let set: JSONObject = [
      "@type": "cr:RecordSet", "@id": .string(split.rawValue), "name": .string(split.rawValue),
      "description": .string(real + " and " + synthetic), "field": .array(fields),
    ]
    return .object(set)
  }

  private func fields(
    _ column: RowSchema.Column,
    _ place: Int,
    _ path: String,
    _ split: String
  ) -> [JSONValue] {
    if column.name == "seedbed", case .record = column.kind {
      // Parquet has these as columns within a column, which the format's reader cannot reach.
      guard path.hasSuffix(".jsonl") else { return [] }
      let members: [String] = ["id", "origin", "split"]
      return members.map { (member: String) in
        field(
          "\(split)/seedbed/\(member)",
          "seedbed.\(member)",
          type: "sc:Text",
          path,
          column: column.name,
          member: member
        )
      }
    }
    let isPlain = column.name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "_")
    }
    let id = "\(split)/" + (isPlain && !column.name.isEmpty ? column.name : "column-\(place + 1)")
    if let type = Self.type(column.kind) {
      return [field(id, column.name, type: type, path, column: column.name)]
    }
    if case .list(let inner) = column.kind, let type = Self.type(inner) {
      return [field(id, column.name, type: type, path, column: column.name, isList: true)]
    }
    // Lists of objects and values of several kinds have no type in the format.
    return []
  }

  private func field(
    _ id: String,
    _ name: String,
    type: String,
    _ path: String,
    column: String,
    member: String? = nil,
    isList: Bool = false
  ) -> JSONValue {
    var source: JSONObject = [
      "fileObject": ["@id": .string(path)], "extract": ["column": .string(column)],
    ]
    if let member { source["transform"] = ["jsonPath": .string("$.\(member)")] }
    var field: JSONObject = [
      "@type": "cr:Field", "@id": .string(id), "name": .string(name),
      "dataType": .string(type), "source": .object(source),
    ]
    if isList {
      field["isArray"] = true
      field["arrayShape"] = "-1"
    }
    return .object(field)
  }

  private static func type(_ kind: RowSchema.Kind) -> String? {
    switch kind {
    case .bool: "sc:Boolean"
    case .int: "sc:Integer"
    case .double: "sc:Float"
    case .null, .text: "sc:Text"
    case .list, .record, .mixed: nil
    }
  }

  /// The format's own context, as its specification gives it.
  private static let context: JSONValue = {
    var context: JSONObject = [
      "@language": "en", "@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
      "rai": "http://mlcommons.org/croissant/RAI/", "sc": "https://schema.org/",
      "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
      "data": ["@id": "cr:data", "@type": "@json"],
      "dataType": ["@id": "cr:dataType", "@type": "@vocab"],
      "examples": ["@id": "cr:examples", "@type": "@json"],
      "description": ["@container": "@language"], "name": ["@container": "@language"],
    ]
    let terms = [
      "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field",
      "fileObject", "fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset",
      "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
      "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform",
    ]
    for term in terms { context[term] = .string("cr:\(term)") }
    return .object(context)
  }()
}
