#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SeedbedData

/// Requests whose answers are looked for.
protocol BatchRequestSource {
  /// The place of each request by its id.
  var ids: [String: Int] { get }
  /// A request by its place.
  func request(at place: Int) throws -> BatchRequest
}

/// Requests that are known.
struct BatchRequestList: BatchRequestSource {
  let ids: [String: Int]
  private let requests: [BatchRequest]

  init(_ requests: [BatchRequest]) throws {
    var ids: [String: Int] = [:]
    for (place, request) in requests.enumerated()
    where ids.updateValue(place, forKey: request.id) != nil {
      throw SeedbedError(.data, "two requests have the id `\(request.id.prefix(80))`")
    }
    self.ids = ids
    self.requests = requests
  }

  func request(at place: Int) -> BatchRequest { requests[place] }
}

/// Requests that stand in files; only their ids and places are kept.
final class BatchRequestFiles: BatchRequestSource {
  let ids: [String: Int]
  private let places: [(file: Int32, offset: Int)]
  private let paths: [String]
  private let descriptors: [Int32]

  init(_ paths: [String]) throws {
    self.paths = paths
    var ids: [String: Int] = [:]
    var places: [(file: Int32, offset: Int)] = []
    var descriptors: [Int32] = []
    for (number, path) in paths.enumerated() {
      var reader = try RowReader(path: path, options: RowReaderOptions(format: .jsonLines))
      guard !reader.detected.compressed else {
        throw SeedbedError(.data, "`\(path)` is packed", hint: "unpack it first")
      }
      while let row = try reader.next() {
        guard let request = BatchRequest(line: row.fields) else {
          throw SeedbedError(
            .data,
            "row \(row.number) of `\(path)` is no request of a batch file",
            hint: "each line needs a `custom_id` and a `body`"
          )
        }
        guard ids.updateValue(places.count, forKey: request.id) == nil else {
          throw SeedbedError(
            .data,
            "row \(row.number) of `\(path)` has an id that another has: `\(request.id.prefix(80))`"
          )
        }
        places.append((Int32(truncatingIfNeeded: number), row.byteOffset))
      }
      descriptors.append(open(path, O_RDONLY | O_CLOEXEC))
    }
    self.ids = ids
    self.places = places
    self.descriptors = descriptors
  }

  deinit {
    for descriptor in descriptors where descriptor >= 0 { close(descriptor) }
  }

  func request(at place: Int) throws -> BatchRequest {
    let (file, offset) = places[place]
    let bytes = line(of: descriptors[Int(file)], at: offset)
    guard let line = try? JSONParser.parse(bytes.span).object,
      let request = BatchRequest(line: line)
    else {
      throw SeedbedError(.inputOutput, "`\(paths[Int(file)])` changed while it was read")
    }
    return request
  }

  /// The bytes from a place to the end of the line.
  private func line(of descriptor: Int32, at offset: Int) -> [UInt8] {
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let place = offset + line.count
      let count = chunk.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress, buffer.count, off_t(place))
      }
      guard count > 0 else { return line }
      if let end = chunk[..<count].firstIndex(of: UInt8(ascii: "\n")) {
        return line + chunk[..<end]
      }
      line += chunk[..<count]
    }
  }
}
