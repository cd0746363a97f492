/// The numbers of one tensor, decoded row by row from the file.
struct SafetensorsRows: Sendable {
  enum NumberType: String, Sendable {
    case single = "F32"
    case half = "F16"
    case brain = "BF16"
  }

  let file: MappedFile
  let tensor: SafetensorsFile.Tensor
  let type: NumberType

  /// How many numbers a row has: the length in the last dimension.
  var width: Int { tensor.shape.last ?? 1 }
  /// How many numbers there are.
  var count: Int { tensor.shape.reduce(1, *) }

  /// All numbers, row by row.
  func all() -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress { decode(0..<count, to: base) }
      initialized = count
    }
  }

  /// Writes some rows.
  ///
  /// The rows must exist, and `target` must have room for them.
  func decode(rows: Range<Int>, to target: UnsafeMutablePointer<Float>) {
    decode(rows.lowerBound * width..<rows.upperBound * width, to: target)
  }

  private func decode(_ range: Range<Int>, to target: UnsafeMutablePointer<Float>) {
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[tensor.bytes])
    switch type {
    case .single:
      for (place, index) in range.enumerated() {
        let bits = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
        target[place] = Float(bitPattern: UInt32(littleEndian: bits))
      }
    case .brain:
      for (place, index) in range.enumerated() {
        let bits = bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
        target[place] = Float(bitPattern: UInt32(UInt16(littleEndian: bits)) << 16)
      }
    case .half:
      for (place, index) in range.enumerated() {
        let bits = bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
        target[place] = HalfFloat.float(UInt16(littleEndian: bits))
      }
    }
  }
}
