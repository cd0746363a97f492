import ArgumentParser

/// An amount of memory, written `800MB` or `2GB`.
struct MemorySize: ExpressibleByArgument {
  /// Bytes, at least one megabyte.
  let bytes: Int

  private static let units = ["KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30]

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let words = argument.uppercased()
    guard let unit = Self.units.first(where: { words.hasSuffix($0.key) }),
      let number = Double(words.dropLast(2)), number.isFinite, number > 0,
      number * Double(unit.value) < 0x1p60, number * Double(unit.value) >= 0x1p20
    else { return nil }
    bytes = Int(number * Double(unit.value))
  }

  var defaultValueDescription: String { "\(bytes >> 30)GB" }
}
