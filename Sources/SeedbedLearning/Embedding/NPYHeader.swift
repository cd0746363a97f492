/// The header of a NumPy file, checked against the size of the file.
struct NPYHeader {
  /// How the file spells its numbers.
  enum NumberType: String {
    case half = "<f2"
    case single = "<f4"
    case double = "<f8"

    var width: Int {
      switch self {
      case .half: 2
      case .single: 4
      case .double: 8
      }
    }
  }

  /// Why a header is refused, in words that fit behind a colon.
  struct Fault: Error {
    var reason: String
  }

  /// The words of a dictionary with three keys take no more.
  private static let longest = 1 << 16

  var rows: Int
  var columns: Int
  var type: NumberType
  /// Where the numbers begin.
  var start: Int

  static func read(_ bytes: UnsafeRawBufferPointer) -> Result<NPYHeader, Fault> {
    do throws(Fault) {
      return .success(try NPYHeader(bytes))
    } catch {
      return .failure(error)
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
    let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    guard bytes.count >= 10, bytes.prefix(6).elementsEqual(magic) else {
      throw Fault(reason: "it does not begin as a NumPy file")
    }
    guard (1...3).contains(bytes[6]), bytes[7] == 0 else {
      throw Fault(reason: "it is of format \(bytes[6]).\(bytes[7]), known are 1.0 to 3.0")
    }
    let prefix = bytes[6] == 1 ? 10 : 12
    guard bytes.count >= prefix else { throw Fault(reason: "its header is cut short") }
    var length = 0
    for index in (8..<prefix).reversed() { length = length << 8 | Int(bytes[index]) }
    guard length <= Self.longest, length <= bytes.count - prefix else {
      throw Fault(reason: "its header of \(length) bytes does not fit into \(bytes.count) bytes")
    }
    start = prefix + length
    var words = NPYDictionary(bytes[prefix..<start])
    guard let read = words.read() else { throw Fault(reason: "its header cannot be understood") }
    guard let type = NumberType(rawValue: read.descr) else {
      throw Fault(reason: "its numbers are of type `\(read.descr)`, not <f2, <f4 or <f8")
    }
    self.type = type
    guard !read.isFortran else { throw Fault(reason: "its numbers lie in Fortran order") }
    guard read.shape.count == 2 else {
      throw Fault(reason: "its array has \(read.shape.count) dimensions, not 2")
    }
    (rows, columns) = (read.shape[0], read.shape[1])
    guard columns > 0 else { throw Fault(reason: "its vectors have no numbers") }
    let (numbers, tooMany) = rows.multipliedReportingOverflow(by: columns)
    let (size, tooLarge) = numbers.multipliedReportingOverflow(by: type.width)
    guard !tooMany, !tooLarge, size == bytes.count - start else {
      throw Fault(
        reason: "its shape (\(rows), \(columns)) does not fit \(bytes.count - start) bytes"
      )
    }
  }
}
