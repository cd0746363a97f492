import CStemmer
import Synchronization

/// Snowball stems of words, by which the inflected forms of one word are known to be the same.
///
/// The algorithms are those of the Snowball project (M. F. Porter and R. Boulton). A stemmer may be
/// used from any number of threads; a call takes one of the library's handles and brings it back.
public struct Stemmer: Sendable {
  private let handles: StemmerHandles

  /// The language whose rules it follows, as an ISO 639-1 code.
  public let language: String

  /// The languages that have rules, by ISO 639-1 code, in alphabetical order.
  public static let languages = StemmerHandles.names.keys.sorted()

  /// Takes the rules of a language; nil for a language without rules.
  ///
  /// - Parameter language: An ISO 639-1 code.
  public init?(language: String) {
    guard let handles = StemmerHandles.shared[language] else { return nil }
    self.handles = handles
    self.language = language
  }

  /// The stem of a word.
  ///
  /// - Parameter word: A word in lower case with plain apostrophes.
  /// - Returns: What its inflected forms have in common, such as "arriv" for "arriving"; not always
  /// a word.
  public func stem(_ word: String) -> String {
    handles.withHandle { Self.stem(word, $0) }
  }

  /// The stems of many words, faster than one by one.
  ///
  /// - Parameter words: Words in lower case with plain apostrophes.
  /// - Returns: A stem for each word.
  public func stems(of words: [String]) -> [String] {
    handles.withHandle { handle in words.map { Self.stem($0, handle) } }
  }

  private static func stem(_ word: String, _ handle: OpaquePointer) -> String {
    var word = word
    let stem = word.withUTF8 { bytes -> String? in
      guard let start = bytes.baseAddress, bytes.count <= 0xFFFF,
        let stem = sb_stemmer_stem(handle, start, CInt(bytes.count))
      else { return nil }
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
    return stem ?? word
  }
}

/// The library's handles for one language that nobody uses at the moment.
///
/// A handle holds the letters of the last word, so two threads may not share one.
private final class StemmerHandles: Sendable {
  /// A handle, which moves from one user to the next.
  private struct Handle: @unchecked Sendable {
    // Only one user has it at a time.
    let pointer: OpaquePointer
  }

  /// The library's names of the languages.
  static let names = [
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
  ]

  /// Those of each language whose rules the library has.
  static let shared: [String: StemmerHandles] = {
    var shared: [String: StemmerHandles] = [:]
    for (language, name) in names { shared[language] = StemmerHandles(name) }
    return shared
  }()

  private let name: String
  private let idle: Mutex<[Handle]>

  private init?(_ name: String) {
    guard let first = sb_stemmer_new(name, "UTF_8") else { return nil }
    self.name = name
    idle = Mutex([Handle(pointer: first)])
  }

  func withHandle<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    let known = idle.withLock { $0.popLast() }
    // The rules were found before, so only a want of memory gives none.
    guard let handle = known ?? sb_stemmer_new(name, "UTF_8").map({ Handle(pointer: $0) }) else {
      fatalError("no memory for a stemmer")
    }
    defer { idle.withLock { $0.append(handle) } }
    return body(handle.pointer)
  }
}
