/// Finds the array of objects that lies least deep in an object, the first of several.
struct RowPathFinder {
  /// The keys that lead to an array, and the place after its opening bracket.
  struct Found {
    var path: [String]
    var offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let deepest: Int
  private var at: Int
  private var path: [String] = []
  private var best: Found?

  /// Searches the object that begins at `start`, as far as the sample reaches.
  static func find(
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    deepest: Int
  ) -> Found? {
    var finder = RowPathFinder(bytes: bytes, deepest: deepest, at: start)
    _ = finder.searchObject()
    return finder.best
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, deepest: Int, at: Int) {
    self.bytes = bytes
    self.deepest = deepest
    self.at = at
  }

  /// Walks over the members of the object at the current place; false when the sample ends or is
  /// broken.
  private mutating func searchObject() -> Bool {
    at += 1
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = key(), take(UInt8(ascii: ":")), let first = peek() else { return false }
      path.append(key)
      defer { path.removeLast() }
      if first == UInt8(ascii: "["), isRowArray() {
        if best.map({ path.count < $0.path.count }) ?? true {
          best = Found(path: path, offset: at + 1)
        }
      }
      if first == UInt8(ascii: "{"), path.count < deepest {
        guard searchObject() else { return false }
      } else {
        guard skipValue() else { return false }
      }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private func isRowArray() -> Bool {
    bytes[(at + 1)...].first { !JSONShape.isSpace($0) } == UInt8(ascii: "{")
  }

  private mutating func key() -> String? {
    guard peek() == UInt8(ascii: "\"") else { return nil }
    let start = at
    guard skipValue() else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
    return (try? JSONParser.parse(text.span))?.string
  }

  private mutating func skipValue() -> Bool {
    guard peek() != nil else { return false }
    var scanner = ElementScanner()
    let rest = UnsafeBufferPointer(rebasing: bytes[at...])
    guard let end = scanner.rowEnd(in: rest, from: 0) else { return false }
    at += end
    return true
  }

  /// The next byte that is no white space.
  private mutating func peek() -> UInt8? {
    while at < bytes.count, JSONShape.isSpace(bytes[at]) { at += 1 }
    return at < bytes.count ? bytes[at] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    at += 1
    return true
  }
}
