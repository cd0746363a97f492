import CSpelling
import FoundationEssentials
import Synchronization

/// Tells words from misspelt ones by a Hunspell dictionary of this machine.
///
/// A dictionary is read at the first question, which takes a tenth of a second, and once for the
/// program.
public struct Speller: Sendable {
  private let dictionary: SpellingDictionary

  /// The language that it knows, as an ISO 639-1 code.
  public let language: String

  /// The languages that may have a dictionary, with the file names looked for, the first found
  /// first.
  private static let names: [String: [String]] = [
    "de": ["de_DE", "de_DE_frami"], "en": ["en_US", "en_GB"], "es": ["es_ES"],
    "fr": ["fr", "fr_FR"], "it": ["it_IT"], "nl": ["nl", "nl_NL"], "pt": ["pt_PT", "pt_BR"],
  ]

  /// The languages that may have a dictionary, by ISO 639-1 code, in alphabetical order.
  public static let languages = names.keys.sorted()

  /// The spellers whose files were found, by language.
  private static let installed: [String: Speller] = {
    var found: [String: Speller] = [:]
    for (language, names) in names {
      for folder in folders {
        guard found[language] == nil, let name = names.first(where: { exists(folder + "/" + $0) })
        else { continue }
        let dictionary = SpellingDictionary(path: folder + "/" + name)
        found[language] = Speller(dictionary: dictionary, language: language)
      }
    }
    return found
  }()

  private static let folders: [String] = {
    let named = ProcessInfo.processInfo.environment["SEEDBED_HUNSPELL"]
    return named.map { [$0] }
      ?? ["/usr/share/hunspell", "/usr/share/myspell", "/usr/local/share/hunspell"]
  }()

  private static func exists(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: path + ".aff")
      && FileManager.default.isReadableFile(atPath: path + ".dic")
  }

  /// The speller of a language.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: Nil where this machine has no dictionary of it; see ``missing(_:)``.
  public static func installed(for language: String) -> Speller? { installed[language] }

  /// What to install for a language.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The file that was looked for and where, with the Debian package that has it.
  public static func missing(_ language: String) -> String {
    guard let name = names[language]?.first else {
      return "there is no dictionary for the language `\(language)`"
    }
    let package = "hunspell-" + name.lowercased().replacing("_", with: "-")
    return "`\(name).dic` is in none of \(folders.joined(separator: ", ")): "
      + "apt install \(package), or set SEEDBED_HUNSPELL"
  }

  /// The dictionary's path, without the ending of its two files.
  public var path: String { dictionary.path }

  /// Whether the dictionary has a word, in any inflection that its rules know.
  ///
  /// - Parameter word: One word as written; names want their capital.
  /// - Returns: False for misspelt and for unknown words.
  public func isWord(_ word: String) -> Bool { dictionary.contains(word) }
}

/// A Hunspell dictionary, read at its first use.
private final class SpellingDictionary: Sendable {
  private struct Handle: @unchecked Sendable {
    // It is used under the lock only.
    let pointer: OpaquePointer
    let encoding: Encoding
  }

  private enum Encoding { case utf8, latin1, other }

  /// Longer words are no words; the library's buffers are bounded too.
  private static let longestWord = 100

  let path: String
  private let handle = Mutex<Handle?>(nil)

  init(path: String) { self.path = path }

  func contains(_ word: String) -> Bool {
    guard word.utf8.count <= Self.longestWord, !word.isEmpty, !word.utf8.contains(0) else {
      return false
    }
    return handle.withLock { handle in
      if handle == nil, let pointer = Hunspell_create(path + ".aff", path + ".dic") {
        handle = Handle(pointer: pointer, encoding: Self.encoding(of: pointer))
      }
      guard let handle, let bytes = Self.encoded(word, handle.encoding) else { return false }
      return bytes.withUnsafeBufferPointer { Hunspell_spell(handle.pointer, $0.baseAddress) != 0 }
    }
  }

  private static func encoding(of handle: OpaquePointer) -> Encoding {
    guard let name = Hunspell_get_dic_encoding(handle) else { return .other }
    switch String(cString: name).uppercased() {
    case "UTF-8": return .utf8
    case "ISO8859-1", "ISO-8859-1": return .latin1
    default: return .other
    }
  }

  /// The word in the dictionary's encoding, with a zero at the end; nil where it cannot be written
  /// in it.
  private static func encoded(_ word: String, _ encoding: Encoding) -> [CChar]? {
    switch encoding {
    case .utf8: return word.utf8.map { CChar(bitPattern: $0) } + [0]
    case .latin1, .other:
      let limit: UInt32 = encoding == .latin1 ? 0x100 : 0x80
      guard word.unicodeScalars.allSatisfy({ $0.value < limit }) else { return nil }
      return word.unicodeScalars.map { CChar(bitPattern: UInt8($0.value)) } + [0]
    }
  }
}
