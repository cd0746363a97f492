/// The bytes of a file after unpacking; whether there is anything to unpack is seen from its first
/// bytes.
///
/// Of a Parquet file the bytes are its rows as JSON Lines.
final class ByteSource {
  /// Whether the file is packed with gzip.
  let compressed: Bool

  private let file: FileBytes
  private let inflater: Inflater?
  private let parquet: ParquetLines?
  private var input: [UInt8]
  private var inputStart = 0
  private var inputEnd = 0

  var path: String { file.path }
  /// Whether the file is Parquet, and what is read are its rows.
  var isParquet: Bool { parquet != nil }

  init(path: String, name: String? = nil, chunkSize: Int) throws(SeedbedError) {
    file = try FileBytes(path: path, name: name)
    input = [UInt8](repeating: 0, count: max(chunkSize, ParquetLines.mark.count))
    while inputEnd < ParquetLines.mark.count {
      let count = try Self.read(file, into: &input, from: inputEnd)
      guard count > 0 else { break }
      inputEnd += count
    }
    compressed = inputEnd >= 2 && input[0] == 0x1F && input[1] == 0x8B
    inflater = compressed ? try Inflater(path: path) : nil
    let isParquet = input[..<inputEnd].starts(with: ParquetLines.mark)
    parquet = isParquet ? try ParquetLines(file) : nil
  }

  /// Fills the front of `output`; 0 at the end of the file.
  func read(into output: UnsafeMutableRawBufferPointer) throws(SeedbedError) -> Int {
    if let parquet { return try parquet.read(into: output) }
    guard let inflater else {
      guard inputStart < inputEnd else { return try file.read(into: output) }
      let count = min(output.count, inputEnd - inputStart)
      output.copyBytes(from: input[inputStart..<inputStart + count])
      inputStart += count
      return count
    }
    while true {
      if inputStart == inputEnd {
        inputStart = 0
        inputEnd = try Self.read(file, into: &input, from: 0)
        guard inputEnd > 0 else {
          // Bytes that zlib still holds back come out before the end is believed.
          let made = try unpack(inflater, into: output)
          if made == 0 { try inflater.finish(path: path) }
          return made
        }
      }
      let made = try unpack(inflater, into: output)
      if made > 0 { return made }
    }
  }

  private func unpack(
    _ inflater: Inflater,
    into output: UnsafeMutableRawBufferPointer
  ) throws(SeedbedError) -> Int {
    let path = path
    let range = inputStart..<inputEnd
    let result = input.withUnsafeMutableBufferPointer { buffer in
      Result { () throws(SeedbedError) in
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[range])
        return try inflater.inflate(rest, into: output, path: path)
      }
    }
    let (used, made) = try result.get()
    inputStart += used
    return made
  }

  private static func read(
    _ file: FileBytes,
    into input: inout [UInt8],
    from start: Int
  ) throws(SeedbedError) -> Int {
    let result = input.withUnsafeMutableBytes { buffer in
      Result { () throws(SeedbedError) in
        try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
      }
    }
    return try result.get()
  }
}
