/// The stretches of a range between what is locked, in order.
struct FreeStretches: Sequence, IteratorProtocol {
  private let locked: [Range<Int>]
  private let end: Int
  private var lock = 0
  private var place: Int

  /// Parts a range at the locks.
  ///
  /// - Parameters:
  ///   - locked: Ranges that stay as they are, ascending and without overlap.
  ///   - range: What is to be parted.
  init(_ locked: [Range<Int>], in range: Range<Int>) {
    self.locked = locked
    place = range.lowerBound
    end = range.upperBound
  }

  /// The next stretch that is not empty.
  mutating func next() -> Range<Int>? {
    while place < end {
      while lock < locked.count, locked[lock].upperBound <= place { lock += 1 }
      guard lock < locked.count, locked[lock].lowerBound < end else {
        defer { place = end }
        return place..<end
      }
      let stretch = place..<Swift.max(place, locked[lock].lowerBound)
      place = locked[lock].upperBound
      if !stretch.isEmpty { return stretch }
    }
    return nil
  }
}
