/// A number in figures as it is written: its digits, where its fraction begins, what stands round it.
struct NumberForm {
  /// The bytes as written.
  let bytes: [UInt8]
  /// Where the whole digits stand.
  private(set) var whole: [Int] = []
  /// Where the digits of the fraction stand.
  private(set) var fraction: [Int] = []
  /// What follows the last digit: a unit, an ordinal ending.
  var tail: String {
    let last = (fraction.last ?? whole.last).map { $0 + 1 } ?? 0
    return String(decoding: bytes[last...], as: UTF8.self)
  }

  /// Reads a value that holds exactly one number, in groups or with a fraction or both.
  ///
  /// - Parameter value: The value; nil comes back for ranges, ratios, fractions with a slash, and numbers of
  ///   more than 15 digits.
  init?(_ value: String) {
    bytes = Array(value.utf8)
    guard let first = bytes.firstIndex(where: ByteClass.isDigit),
      let last = bytes.lastIndex(where: ByteClass.isDigit)
    else { return nil }
    var places: [Int] = []
    var separators: [(byte: UInt8, before: Int)] = []
    var index = first
    while index <= last {
      if ByteClass.isDigit(bytes[index]) {
        places.append(index)
      } else if ".,' ".utf8.contains(bytes[index]), ByteClass.isDigit(bytes[index + 1]) {
        separators.append((bytes[index], places.count))
      } else if index + 3 <= last, Self.isNarrowSpace(bytes[index...]) {
        separators.append((0x20, places.count))
        index += bytes[index] == 0xC2 ? 1 : 2
      } else {
        return nil
      }
      index += 1
    }
    guard places.count <= 15 else { return nil }
    let cut = Self.fractionStart(separators, places.count)
    whole = Array(places[..<cut])
    fraction = Array(places[cut...])
    guard !whole.isEmpty else { return nil }
  }

  /// A no-break space, as numbers are grouped with in French.
  private static func isNarrowSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xC2, 0xA0]) || bytes.starts(with: [0xE2, 0x80, 0xAF])
  }

  /// How many digits come before the fraction.
  private static func fractionStart(_ separators: [(byte: UInt8, before: Int)], _ count: Int) -> Int
  {
    guard let last = separators.last, ".,".utf8.contains(last.byte) else { return count }
    let others = separators.dropLast()
    // The same sign twice groups; one sign before three digits mostly does.
    if others.contains(where: { $0.byte == last.byte }) { return count }
    if others.isEmpty, count - last.before == 3, last.before <= 3 { return count }
    return last.before
  }

  /// The digits of the whole part.
  var wholeDigits: [UInt8] { whole.map { bytes[$0] } }

  /// The digits of the fraction.
  var fractionDigits: [UInt8] { fraction.map { bytes[$0] } }

  /// The number with other digits in the same places.
  func filled(_ digits: [UInt8], _ fractionDigits: [UInt8]) -> String {
    var bytes = bytes
    for (place, digit) in zip(whole, digits) { bytes[place] = digit }
    for (place, digit) in zip(fraction, fractionDigits) { bytes[place] = digit }
    return String(decoding: bytes, as: UTF8.self)
  }
}
