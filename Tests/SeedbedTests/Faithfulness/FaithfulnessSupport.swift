import Foundation
import SeedbedPipeline

/// What the tests of faithfulness share.
enum FaithfulnessSupport {
  /// The folder with the golden files.
  static var golden: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/faithfulness")
  }

  /// The folder with shared data; nil when it is missing.
  static var shared: URL? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
    let data = folder.appending(path: "data/qags")
    return FileManager.default.fileExists(atPath: data.path()) ? folder : nil
  }

  /// The part of a text at scalars.
  static func part(_ text: String, _ range: Range<Int>?) -> String? {
    range.map { String(text.unicodeScalars.dropFirst($0.lowerBound).prefix($0.count)) }
  }

  /// A text of random pieces, hostile ones among them.
  static func randomText(_ random: inout FaithfulnessRandom, pieces: Int) -> String {
    let stock = [
      "The cat ", "sat. ", "\"Who?\" ", "1,200 ", "£5m ", "5 May 2024 ", "…", "...", "[", "`", "{{",
      "Dr. Smith ", "\u{1F600}", "e\u{301}", "\u{200B}", "\n\n", "- item\n", "。", "中文",
      "twelve hundred ",
      "and ", "not ", "99999999999999999999999 ", "-", ", ", "; ", "\u{0}", "i.e. ", "2-1 ", "10% ",
      "'",
      "１２", "٣", "\u{FEFF}", "ß", "İ", "( 98. 7 ) ", "735, 000 ", "yes ", "million ", "trillion ",
    ]
    return (0..<pieces).map { _ in stock[Int(random.next() % UInt64(stock.count))] }.joined()
  }
}

/// A generator whose numbers follow from its seed (SplitMix64).
struct FaithfulnessRandom: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
