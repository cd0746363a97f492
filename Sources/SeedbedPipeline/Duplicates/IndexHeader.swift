import SeedbedData
import SeedbedKernels

/// The first bytes of an index: what its rows were compared by.
///
/// Little-endian: the magic `SDBDUPIX`; then as 32-bit numbers the version, the kind of shingling
/// (0 characters, 1 words) and its width, the view (bit 0: digits kept) with the
/// scheme of signatures (bit 1: one permutation), bands, rows a band; as
/// 64-bit numbers the threshold and the recall (IEEE 754 binary64), and the hash of all bytes
/// before it.
struct IndexHeader: Equatable {
  static let size = 56
  static let magic = Array("SDBDUPIX".utf8)
  static let version: UInt32 = 1

  var threshold: Double
  var recall: Double
  var shingling: Shingling
  var keepsDigits: Bool
  var scheme: SignatureScheme
  var plan: BandPlan

  init(_ options: DuplicateOptions) {
    threshold = options.threshold
    recall = options.recall
    shingling = options.shingling
    keepsDigits = options.view.keepsDigits
    scheme = options.scheme
    plan = options.plan
  }

  /// The header as bytes.
  var bytes: [UInt8] {
    var bytes = Self.magic
    let isWords = if case .words = shingling { true } else { false }
    let numbers: [UInt32] = [
      Self.version, isWords ? 1 : 0, UInt32(shingling.width),
      (keepsDigits ? 1 : 0) | (scheme == .onePermutation ? 2 : 0),
      UInt32(plan.bands), UInt32(plan.rows),
    ]
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    for number in [threshold.bitPattern, recall.bitPattern] {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
    withUnsafeBytes(of: hash64(bytes.span).littleEndian) { bytes += $0 }
    return bytes
  }

  /// Reads a header.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(SeedbedError) {
    guard bytes.count >= 8, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw SeedbedError(.data, "`\(path)` is no index of duplicates", hint: "check the path")
    }
    guard bytes.count >= 12, Self.number32(bytes, 8) == Self.version else {
      throw SeedbedError(
        .data,
        "`\(path)` is an index of another format than this program's (version \(Self.version))",
        hint: "make the index again"
      )
    }
    guard bytes.count >= Self.size else { throw Self.damaged(path) }
    let covered = UnsafeRawBufferPointer(rebasing: bytes[..<(Self.size - 8)])
    let width = Self.number32(bytes, 16), bands = Self.number32(bytes, 24)
    let rows = Self.number32(bytes, 28)
    guard hash64(Array(covered).span) == Self.number64(bytes, Self.size - 8),
      1...64 ~= width, 1...1024 ~= bands, 1...1024 ~= rows
    else { throw Self.damaged(path) }
    shingling = Self.number32(bytes, 12) == 1 ? .words(Int(width)) : .characters(Int(width))
    keepsDigits = Self.number32(bytes, 20) & 1 == 1
    scheme = Self.number32(bytes, 20) & 2 == 2 ? .onePermutation : .permutations
    plan = BandPlan(bands: Int(bands), rows: Int(rows))
    threshold = Double(bitPattern: Self.number64(bytes, 32))
    recall = Double(bitPattern: Self.number64(bytes, 40))
  }

  /// What differs from the header of a search, in words; nil when nothing does.
  func difference(from search: IndexHeader) -> String? {
    if threshold != search.threshold {
      return "threshold \(threshold), the search \(search.threshold)"
    }
    if shingling != search.shingling { return "\(shingling), the search \(search.shingling)" }
    if keepsDigits != search.keepsDigits {
      return keepsDigits ? "digits kept, the search without" : "digits masked, the search without"
    }
    if scheme != search.scheme {
      return "signatures by \(scheme.rawValue), the search by \(search.scheme.rawValue)"
    }
    if plan != search.plan {
      return "recall \(recall) (\(plan.bands) bands of \(plan.rows)), the search "
        + "\(search.recall) (\(search.plan.bands) bands of \(search.plan.rows))"
    }
    return nil
  }

  static func number32(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  static func number64(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static func damaged(_ path: String) -> SeedbedError {
    SeedbedError(.data, "the index `\(path)` is damaged at its beginning", hint: "make it again")
  }
}
