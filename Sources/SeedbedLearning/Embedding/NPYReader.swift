public import SeedbedData

/// Reads vectors that NumPy or ``NPYWriter`` wrote.
///
/// The formats 1.0 to 3.0 with a little-endian `float16`, `float32` or `float64` array of two
/// dimensions in C order are read; everything is checked before a number is touched. The numbers
/// stay in the file until they are asked for.
public struct NPYReader: Sendable {
  /// How many vectors the file holds.
  public let count: Int
  /// How many numbers a vector has, at least 1.
  public let dimensions: Int

  private let file: MappedFile
  private let type: NPYHeader.NumberType
  private let start: Int

  /// Opens a file and checks its header and size.
  ///
  /// - Parameter path: The file, usually called `….npy`.
  /// - Throws: A ``SeedbedError`` that names the file and what does not fit.
  public init(path: String) throws(SeedbedError) {
    file = try MappedFile(path: path)
    let header: NPYHeader
    switch NPYHeader.read(file.bytes) {
    case .success(let read): header = read
    case .failure(let fault):
      throw SeedbedError(
        .data,
        "`\(path)` holds no vectors that can be read: \(fault.reason)",
        hint: "save a two-dimensional array with numpy.save(path, a.astype('<f4'))"
      )
    }
    (count, dimensions) = (header.rows, header.columns)
    (type, start) = (header.type, header.start)
  }

  /// All vectors.
  ///
  /// - Returns: The table.
  public func table() -> VectorTable { table(0..<count) }

  /// Some of the vectors.
  ///
  /// - Parameter rows: Positions in `0..<count`.
  /// - Returns: The table.
  public func table(_ rows: Range<Int>) -> VectorTable {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "there are \(count) vectors")
    let size = rows.count * dimensions
    let first = start + rows.lowerBound * dimensions * type.width
    let bytes = file.bytes
    let values = [Float](unsafeUninitializedCapacity: size) { target, initialized in
      switch type {
      case .half:
        for index in 0..<size {
          let bits = bytes.loadUnaligned(fromByteOffset: first + 2 * index, as: UInt16.self)
          target[index] = HalfFloat.float(UInt16(littleEndian: bits))
        }
      case .single:
        for index in 0..<size {
          let bits = bytes.loadUnaligned(fromByteOffset: first + 4 * index, as: UInt32.self)
          target[index] = Float(bitPattern: UInt32(littleEndian: bits))
        }
      case .double:
        for index in 0..<size {
          let bits = bytes.loadUnaligned(fromByteOffset: first + 8 * index, as: UInt64.self)
          target[index] = Float(Double(bitPattern: UInt64(littleEndian: bits)))
        }
      }
      initialized = size
    }
    return VectorTable(dimensions: dimensions, values: values)
  }
}
