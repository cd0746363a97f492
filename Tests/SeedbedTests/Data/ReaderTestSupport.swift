import Foundation
import SeedbedData
import Testing

/// A folder of its own for one test, removed with the value.
final class ReaderFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "seedbed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }

  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: url.appending(path: name)))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }
}

/// Everything that one reading gave.
struct ReaderResult: Equatable {
  var rows: [RawRow] = []
  var bad: [BadRow] = []
  var end: String?

  var fields: [JSONObject] { rows.map(\.fields) }
}

/// Reads a file to its end under the policy `quarantine`, unless the options say otherwise.
func readAll(
  _ path: String,
  _ options: RowReaderOptions = .init(onBadRow: .quarantine)
)
  -> ReaderResult
{
  var result = ReaderResult()
  do {
    var bad: [BadRow] = []
    var reader = try RowReader(path: path, options: options)
    reader.badRowSink = { bad.append($0) }
    defer { result.bad = bad }
    while let row = try reader.next() { result.rows.append(row) }
  } catch {
    result.end = "\(error)"
  }
  return result
}

/// A small generator for test inputs (SplitMix64, Steele and others 2014).
struct ReaderRandom: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// The shared datasets; nil when they are not on this machine.
let sharedData: String? = {
  let root =
    ProcessInfo.processInfo.environment["SEEDBED_SHARED"]
    ?? URL(filePath: #filePath).appending(path: "../../../../../shared").standardized.path
  let path = root + "/data"
  return FileManager.default.fileExists(atPath: path) ? path : nil
}()
