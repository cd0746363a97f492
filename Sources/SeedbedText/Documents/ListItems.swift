/// The items of a list section.
public struct ListItems: Sendable, Hashable {
  /// An item.
  public struct Item: Sendable, Hashable {
    /// How many lists it lies in beyond the outermost, from 0.
    public var depth: Int
    /// Its words without the mark, in Unicode scalars of the section's text; inner lists are not among them.
    public var range: Range<Int>
  }

  /// The items in order.
  public private(set) var items: [Item] = []

  /// Reads a section.
  ///
  /// - Parameter section: A section; one that is no list has no items.
  public init(_ section: DocumentSection) {
    guard section.kind == .list else { return }
    let scalars = Array(section.text.unicodeScalars)
    var columns: [Int] = []
    var start = 0, isAfterBlank = false
    while start < scalars.count {
      var end = start
      while end < scalars.count, scalars[end] != "\n" { end += 1 }
      let line = start..<end
      start = end + 1
      var first = line.lowerBound
      while first < end, scalars[first].properties.isWhitespace { first += 1 }
      guard first < end else {
        isAfterBlank = true
        continue
      }
      var last = end
      while last > first, scalars[last - 1].properties.isWhitespace { last -= 1 }
      // The section's first line has lost the white space before its mark.
      let column = first - line.lowerBound
      if let words = Self.words(scalars, first..<last) {
        while let inner = columns.last, column < inner { columns.removeLast() }
        if columns.last ?? -1 < column { columns.append(column) }
        items.append(Item(depth: columns.count - 1, range: words))
      } else if !items.isEmpty, !isAfterBlank {
        items[items.count - 1].range = items[items.count - 1].range.lowerBound..<last
      }
      isAfterBlank = false
    }
  }

  /// What follows the mark of an item on its line; nil for a line without one.
  private static func words(_ scalars: [Unicode.Scalar], _ line: Range<Int>) -> Range<Int>? {
    var index = line.lowerBound
    if ["-", "*", "+"].contains(scalars[index]) {
      index += 1
    } else {
      while index < line.upperBound, index - line.lowerBound < 9, isDigit(scalars[index]) {
        index += 1
      }
      guard index > line.lowerBound, index < line.upperBound,
        scalars[index] == "." || scalars[index] == ")"
      else { return nil }
      index += 1
    }
    guard index < line.upperBound, scalars[index].properties.isWhitespace else { return nil }
    while index < line.upperBound, scalars[index].properties.isWhitespace { index += 1 }
    return index < line.upperBound ? index..<line.upperBound : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
