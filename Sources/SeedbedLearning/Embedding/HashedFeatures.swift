import SeedbedKernels

/// The words, word pairs and character n-grams of one text after the other, counted by hash.
///
/// Open addressing in memory that is used again; features keep the order of their first
/// appearance, so that sums never depend on the table's size.
struct HashedFeatures {
  /// What a pair of words says about a text, next to a word or an n-gram that weigh 1.
  private static let pairWeight: Float = 0.2
  /// What words of 0 to 4 bytes weigh; short words are mostly grammar.
  private static let shortWords: [Float] = [0, 0.25, 0.35, 0.5, 0.75]
  private static let gramLength = 4

  private struct Feature {
    var hash: UInt64
    var weight: Float
    var count: Int32
  }

  private var view: [UInt8] = []
  private var features: [Feature] = []
  /// Positions in `features` plus one; 0 is an empty slot.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// Replaces the features by those of a text.
  mutating func read(_ text: Span<UInt8>) {
    clear()
    DuplicateView.normalize(text, into: &view)
    // Taken out of `self` while its bytes are read and the features are written.
    var view: [UInt8] = []
    swap(&view, &self.view)
    defer { swap(&view, &self.view) }
    let bytes = view.span
    reserve(2 * bytes.count + 2)
    var start = 0
    var previous: UInt64?
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      if end > start {
        let word = hash64(bytes.extracting(start..<end), seed: 1)
        let weight = Self.weight(of: bytes, start..<end)
        add(word, weight)
        if let previous { add((previous &* 0x9E37_79B9_7F4A_7C15) ^ word, Self.pairWeight) }
        previous = word
        addGrams(of: bytes, start..<end, weight)
      }
      start = end + 1
    }
  }

  /// Adds every feature to the dimension that its hash names.
  func add(to row: UnsafeMutableBufferPointer<Float>) {
    let count = UInt64(row.count)
    for feature in features {
      let mixed = feature.hash &* 0xD6E8_FEB8_6659_FD93
      let index = Int(truncatingIfNeeded: ((mixed >> 32) &* count) >> 32)
      let value = feature.weight * Self.damped(feature.count)
      row[index] += mixed & 0x8000_0000 == 0 ? value : -value
    }
  }

  /// Less for short words, unless they are numbers.
  private static func weight(of bytes: Span<UInt8>, _ word: Range<Int>) -> Float {
    let isNumber = bytes[word.lowerBound] &- UInt8(ascii: "0") < 10
    return word.count > 4 || isNumber ? 1 : shortWords[word.count]
  }

  /// `1 + ln count`.
  private static func damped(_ count: Int32) -> Float {
    count == 1 ? 1 : Float(1 + PortableMath.log(Double(count)))
  }

  /// N-grams of scalars within a word, the spaces around it included where there are any.
  private mutating func addGrams(of bytes: Span<UInt8>, _ word: Range<Int>, _ weight: Float) {
    let first = max(word.lowerBound - 1, 0)
    let last = min(word.upperBound + 1, bytes.count)
    var start = first
    var end = first
    for _ in 0..<Self.gramLength where end < last { end = Self.next(bytes, end) }
    while true {
      add(hash64(bytes.extracting(start..<end), seed: 2), weight)
      guard end < last else { return }
      start = Self.next(bytes, start)
      end = Self.next(bytes, end)
    }
  }

  /// The start of the scalar behind the one that starts at `offset`.
  @inline(__always)
  private static func next(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    var offset = offset + 1
    // A byte of the form 10xxxxxx continues a scalar.
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  @inline(__always)
  private mutating func add(_ hash: UInt64, _ weight: Float) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if features[position].hash == hash {
        features[position].count &+= 1
        return
      }
      slot = (slot + 1) & mask
    }
    features.append(Feature(hash: hash, weight: weight, count: 1))
    slots[slot] = UInt32(truncatingIfNeeded: features.count)
  }

  private mutating func clear() {
    let mask = slots.count - 1
    if features.count * 8 > slots.count {
      for slot in slots.indices { slots[slot] = 0 }
    } else {
      for feature in features {
        var slot = Int(truncatingIfNeeded: feature.hash) & mask
        // Everything between a feature's home and its slot goes too.
        while slots[slot] != 0 {
          slots[slot] = 0
          slot = (slot + 1) & mask
        }
      }
    }
    features.removeAll(keepingCapacity: true)
  }

  /// Makes room for as many features as there can be; the table holds twice as many slots.
  private mutating func reserve(_ count: Int) {
    guard count * 2 > slots.count else { return }
    var size = slots.count
    while size < count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }
}
