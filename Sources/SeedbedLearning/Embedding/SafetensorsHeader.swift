import SeedbedData

/// Reads and checks the header of a safetensors file.
enum SafetensorsHeader {
  /// The format's own limit for the header, in bytes.
  private static let longest = 100_000_000
  /// Bytes a number, by type; a tensor of another type cannot be checked and is refused.
  private static let widths = [
    "F64": 8, "I64": 8, "U64": 8, "F32": 4, "I32": 4, "U32": 4, "F16": 2, "BF16": 2, "I16": 2,
    "U16": 2, "I8": 1, "U8": 1, "BOOL": 1, "F8_E4M3": 1, "F8_E5M2": 1,
  ]

  static func tensors(of file: MappedFile) throws(SeedbedError) -> [SafetensorsFile.Tensor] {
    func refused(_ reason: String, cause: String? = nil) -> SeedbedError {
      SeedbedError(
        .data,
        "`\(file.path)` is no sound safetensors file: \(reason)",
        hint: "fetch the model again",
        cause: cause
      )
    }
    guard file.bytes.count >= 8 else { throw refused("it has only \(file.bytes.count) bytes") }
    let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(min(longest, file.bytes.count - 8)) else {
      throw refused("its header of \(length) bytes does not fit into \(file.bytes.count) bytes")
    }
    let start = 8 + Int(length)
    let header: JSONObject
    do {
      let text = UnsafeRawBufferPointer(rebasing: file.bytes[8..<start])
      let value = try text.withMemoryRebound(to: UInt8.self) { buffer throws(JSONError) in
        try JSONParser.parse(buffer.span, maximumDepth: 8)
      }
      guard let object = value.object else { throw refused("its header is \(value.kind)") }
      header = object
    } catch let error as JSONError {
      throw refused("its header is no JSON", cause: "\(error)")
    } catch let error as SeedbedError {
      throw error
    } catch {
      throw refused("its header cannot be read", cause: "\(error)")
    }
    var tensors: [SafetensorsFile.Tensor] = []
    for (name, value) in header where name != "__metadata__" {
      switch tensor(name, value, dataStart: start, fileSize: file.bytes.count) {
      case .success(let tensor): tensors.append(tensor)
      case .failure(let fault): throw refused("tensor `\(name)` \(fault.reason)")
      }
    }
    tensors.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    for (first, second) in zip(tensors, tensors.dropFirst())
    where second.bytes.lowerBound < first.bytes.upperBound {
      throw refused("tensor `\(second.name)` overlaps tensor `\(first.name)`")
    }
    return tensors
  }

  /// Why a tensor is refused, in words that fit behind its name.
  private struct Fault: Error {
    var reason: String
  }

  private static func tensor(
    _ name: String,
    _ value: JSONValue,
    dataStart: Int,
    fileSize: Int
  ) -> Result<SafetensorsFile.Tensor, Fault> {
    func fault(_ reason: String) -> Result<SafetensorsFile.Tensor, Fault> {
      .failure(Fault(reason: reason))
    }
    guard let type = value["dtype"]?.string else { return fault("has no dtype") }
    guard let width = widths[type] else { return fault("has the unknown dtype `\(type)`") }
    guard let lengths = value["shape"]?.array else { return fault("has no shape") }
    var shape: [Int] = []
    var size = width
    for length in lengths {
      guard let length = length.int, length >= 0 else { return fault("has a shape of no lengths") }
      let (product, overflows) = size.multipliedReportingOverflow(by: length)
      guard !overflows else { return fault("has a shape beyond all memory") }
      shape.append(length)
      size = product
    }
    guard let offsets = value["data_offsets"]?.array, offsets.count == 2,
      let begin = offsets[0].int, let end = offsets[1].int
    else { return fault("has no pair of data_offsets") }
    guard begin >= 0, begin <= end else { return fault("has the offsets \(begin) to \(end)") }
    guard end <= fileSize - dataStart else {
      return fault("ends at byte \(end) of the numbers, but there are \(fileSize - dataStart)")
    }
    guard end - begin == size else {
      return fault("takes \(end - begin) bytes, but its shape needs \(size)")
    }
    return .success(
      SafetensorsFile.Tensor(
        name: name,
        type: type,
        shape: shape,
        bytes: dataStart + begin..<dataStart + end
      )
    )
  }
}
