import FoundationEssentials
import SeedbedData

/// Reading and putting in place of folders, with errors that name them.
enum Folder {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func bytes(of path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw failure("read", path, error)
    }
  }

  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw failure("written", path, error)
    }
  }

  static func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw failure("made", path, error)
    }
  }

  /// The paths of all files in a folder and its folders, sorted.
  static func files(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
        var isFolder = false
        let exists = FileManager.default.fileExists(
          atPath: "\(folder)/\(path)",
          isDirectory: &isFolder
        )
        return !(exists && isFolder)
      }.sorted()
    } catch {
      throw failure("read", folder, error)
    }
  }

  /// Makes an empty folder beside another one, to be filled and then put in its place.
  static func makeSibling(of folder: String) throws -> String {
    let process = ProcessInfo.processInfo.processIdentifier
    for number in 0..<1000 {
      let path = "\(folder).\(process)-\(number).partial"
      guard !exists(path) else { continue }
      try make(path)
      return path
    }
    throw SeedbedError(
      .inputOutput,
      "too many unfinished folders lie beside `\(folder)`",
      hint: "remove those that end in `.partial`"
    )
  }

  /// Puts a finished folder in the place of another one, or of none.
  ///
  /// What was there is moved aside first and removed last, and moved back should the new folder not
  /// get there: at no point is half a folder in the place.
  static func move(_ finished: String, to place: String) throws {
    let aside = try exists(place) ? makeSibling(of: place) : nil
    do {
      if let aside { try FileManager.default.moveItem(atPath: place, toPath: "\(aside)/old") }
      do {
        try FileManager.default.moveItem(atPath: finished, toPath: place)
      } catch {
        if let aside { try? FileManager.default.moveItem(atPath: "\(aside)/old", toPath: place) }
        throw error
      }
    } catch {
      if let aside { remove(aside, unlessHolding: "old") }
      throw failure("written", place, error)
    }
    if let aside { remove(aside) }
  }

  /// Removes a folder of ours; what cannot be removed stays and is recognisable by its name.
  static func remove(_ path: String, unlessHolding name: String? = nil) {
    if let name, exists("\(path)/\(name)") { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func failure(_ verb: String, _ path: String, _ error: any Error) -> SeedbedError {
    SeedbedError(.inputOutput, "`\(path)` could not be \(verb)", cause: "\(error)")
  }
}
