import FoundationEssentials
import SeedbedText

/// The language resources of this machine, for tests that need them.
enum TextResources {
  static let wordnet = WordNet.installed()

  /// The folder with the shared datasets; nil when it is not on this machine.
  static let shared: String? = {
    let named = ProcessInfo.processInfo.environment["SEEDBED_SHARED"]
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared").path
    return FileManager.default.fileExists(atPath: folder + "/data/tatoeba-parallel") ? folder : nil
  }()
}

extension TextEdit {
  /// The edit as "old → new", for tables.
  func shown(in text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[range], as: UTF8.self) + " → " + replacement
  }
}
