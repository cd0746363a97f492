import SeedbedData

/// A folder that holds a version.
public struct WrittenVersion: Sendable, Hashable {
  /// The folder.
  public var folder: String
  /// The files with rows, those of the first format first.
  public var exported: [ExportedFile]
  /// Paths of all files in the folder, sorted.
  public var files: [String]
  /// Whether the folder held just this before, so that nothing was written.
  public var isUnchanged: Bool
}

extension VersionReport {
  /// Writes the version into a folder: data, `README.md`, `report.html`, `croissant.json`, `prov.json`
  /// and `manifest.json`.
  ///
  /// The files of the first format lie in the folder itself, those of each further one in a folder
  /// of the format's name. Everything is written beside the folder and put in its place at the end,
  /// so that a half-written version never stands there. A folder that holds the same already is left
  /// as it is; one that holds another export is replaced if nobody changed it.
  ///
  /// - Parameters:
  ///   - folder: The folder; it is made where missing.
  ///   - exporters: The formats, at least one, each once.
  ///   - plain: Whether rows go without the object `seedbed`.
  ///   - lineage: How much `prov.json` tells.
  /// - Returns: What lies in the folder now.
  /// - Throws: A `SeedbedError` when the samples are not those of the version, when a format cannot
  ///   hold one of them, when the folder holds something else, or when it cannot be written.
  @discardableResult
  public func write(
    to folder: String,
    exporters: [any Exporter] = [JSONLinesExporter()],
    plain: Bool = false,
    lineage: LineageDetail = .batches
  ) throws -> WrittenVersion {
    try checkMembers()
    let names = exporters.map(\.name)
    guard !names.isEmpty, Set(names).count == names.count else {
      throw SeedbedError(.usage, "an export needs formats, and each can be named once")
    }
    let place = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let work = try Folder.makeSibling(of: place)
    defer { Folder.remove(work) }
    var exported: [ExportedFile] = []
    var main: [ExportedFile] = []
    for (index, exporter) in exporters.enumerated() {
      exported += try export(exporter, to: work, inside: index == 0 ? "" : exporter.name, plain)
      if index == 0 { main = exported }
    }
    try Folder.write(try dataCard(files: main), to: "\(work)/README.md")
    try Folder.write(html(), to: "\(work)/report.html")
    try Folder.write(
      try CroissantDocument(self, files: main, in: work).json.serialized(.pretty) + "\n",
      to: "\(work)/croissant.json"
    )
    // With every sample in it, line breaks would double the file.
    let prov = ProvDocument(self, lineage).json.serialized(lineage == .batches ? .pretty : .compact)
    try Folder.write(prov + "\n", to: "\(work)/prov.json")
    let manifest = try Manifest(
      of: version,
      in: work,
      exported: exported,
      others: ["README.md", "report.html", "croissant.json", "prov.json"]
    )
    try Folder.write(manifest.text, to: "\(work)/\(Manifest.fileName)")
    let isUnchanged = try Self.mayReplace(place, by: manifest)
    if !isUnchanged { try Folder.move(work, to: place) }
    return WrittenVersion(
      folder: place,
      exported: exported,
      files: (manifest.files.map(\.path) + [Manifest.fileName]).sorted(),
      isUnchanged: isUnchanged
    )
  }

  private func export(
    _ exporter: any Exporter,
    to work: String,
    inside name: String,
    _ plain: Bool
  ) throws -> [ExportedFile] {
    let options = ExportOptions(
      plain: plain,
      fields: configuration.fields,
      task: configuration.task,
      name: configuration.name
    )
    guard !name.isEmpty else { return try exporter.write(samples, to: work, options: options) }
    try Folder.make("\(work)/\(name)")
    return try exporter.write(samples, to: "\(work)/\(name)", options: options).map { file in
      var file = file
      file.path = "\(name)/\(file.path)"
      return file
    }
  }

  /// Refuses samples that are not exactly the version's members, each in its part.
  private func checkMembers() throws {
    let given = samples.map { sample in
      sample.sample.split.map {
        DatasetVersion.Member(sample: sample.sample.id, split: $0, origin: sample.sample.origin)
      }
    }
    guard given != version.members.map(Optional.some) else { return }
    let known = Set(version.members)
    let stray = zip(samples, given).first { _, member in member.map { !known.contains($0) } ?? true
    }
    throw SeedbedError(
      .gate,
      stray.map { "sample \($0.0.sample.id.short) is not in version \(version.id.prefix(10))" }
        ?? "version \(version.id.prefix(10)) has \(version.members.count) members, but "
        + "\(samples.count) samples were given",
      hint: "a version is exported whole and as it is, or its id would say nothing"
    )
  }

  /// Whether a folder holds just what the manifest says; throws when it must not be touched.
  private static func mayReplace(_ folder: String, by manifest: Manifest) throws -> Bool {
    guard Folder.exists(folder) else { return false }
    guard Folder.exists("\(folder)/\(Manifest.fileName)") else {
      guard try Folder.files(in: folder).isEmpty else {
        throw SeedbedError(
          .usage,
          "`\(folder)` holds files that are no exported version",
          hint: "name a folder that is empty or does not exist yet"
        )
      }
      return false
    }
    let there = try Manifest(readingFrom: folder)
    if let problem = try there.problems(in: folder).first {
      throw SeedbedError(
        .check,
        "`\(folder)` was changed after it was written: \(problem)",
        hint:
          "move it away or name another folder; a version is never overwritten with changes in it"
      )
    }
    return there == manifest
  }
}
