import SeedbedData
import SeedbedKernels

/// Spaces as they come from typing, copying and converting: two of them, tabs, line breaks, spaces that
/// do not break, and one left over at the end.
struct WhitespaceChange: TransformMethod {
  private static let rate = NoiseRate(0.5)

  let descriptor = MethodDescriptor(
    "whitespace",
    "Doubles spaces, or puts tabs, line breaks or no-break spaces in their place.",
    moves: ["form", "noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let bytes = seed.text.utf8Span.span
    var spaces = Self.spaces(seed, bytes)
    guard !spaces.isEmpty else { return nil }
    let drawn = Self.rate.draw(for: seed, &random)
    let wanted = drawn.changes(in: bytes.scalarCount, &random)
    var slips: [Slip] = []
    while slips.count < wanted, !spaces.isEmpty {
      spaces.swapAt(random.index(below: spaces.count), spaces.count - 1)
      let space = spaces.removeLast()
      let number = random.index(below: Self.kinds.count)
      let (text, reason) = space < bytes.count ? Self.kinds[number] : Self.ending
      slips.append(
        Slip(range: space..<min(space + 1, bytes.count), replacement: text, reason: reason)
      )
    }
    return seed.proposal(of: slips, drawn)
  }

  /// The single spaces between two words or marks, and the end of the text.
  private static func spaces(_ seed: Seed, _ bytes: Span<UInt8>) -> [Int] {
    guard bytes.count > 1 else { return [] }
    var spaces: [Int] = []
    spaces.reserveCapacity(bytes.count / 4 + 2)
    for index in 1..<(bytes.count - 1)
    where bytes[index] == 0x20 && bytes[index - 1] > 0x20 && bytes[index + 1] > 0x20 {
      spaces.append(index)
    }
    if !seed.locked.isEmpty { spaces.removeAll { !seed.isOpen($0..<($0 + 1)) } }
    if !spaces.isEmpty, bytes[bytes.count - 1] > 0x20 { spaces.append(bytes.count) }
    return spaces
  }

  /// What may stand in the place of a space; what comes often stands here often.
  private static let kinds: [(text: String, reason: String)] =
    Array(repeating: ("  ", "double"), count: 10)
    + Array(repeating: ("\u{A0}", "no_break"), count: 4)
    + Array(repeating: ("\n", "line_break"), count: 3)
    + Array(repeating: ("   ", "triple"), count: 2)
    + [("\t", "tab")]

  private static let ending = (text: " ", reason: "trailing")
}
