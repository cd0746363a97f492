import Foundation
import SeedbedText

/// A finding as type and words, which is what most expectations are about.
struct FoundValue: Hashable, CustomStringConvertible {
  var type: PersonalDataType
  var text: String

  var description: String { "\(type.rawValue) “\(text)”" }
}

enum PersonalDataSupport {
  static let testsFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  static func values(
    _ text: String,
    _ finder: PersonalDataFinder = PersonalDataFinder()
  ) -> [FoundValue] {
    finder.findings(in: text).map { FoundValue(type: $0.type, text: $0.value(in: text)) }
  }

  /// A folder of shared data sets; nil where they are not on this machine.
  static var shared: URL? {
    let named = ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
    let beside = testsFolder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "shared")
    return [named, beside].compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0.appending(path: "data").path) }
  }

  static func key(_ seed: UInt8 = 7) -> SurrogateKey? {
    SurrogateKey([UInt8](repeating: seed, count: 32))
  }

  /// Numbers that are the same in every run.
  struct Draws {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
  }
}
