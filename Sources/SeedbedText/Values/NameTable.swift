/// The lists of personal names by culture, and what is known of each name.
struct NameTable: Sendable {
  /// One bit a list: three for each culture.
  struct Membership: Sendable {
    var bits: UInt64 = 0

    func isIn(_ culture: Int, _ list: List) -> Bool {
      bits >> UInt64(culture * 3 + list.rawValue) & 1 == 1
    }

    /// Whether any culture has the name in a list.
    func isIn(_ list: List) -> Bool { bits & (0x1249_2492_4924_9249 << UInt64(list.rawValue)) != 0 }

    func isIn(_ culture: Int) -> Bool { bits >> UInt64(culture * 3) & 7 != 0 }
  }

  enum List: Int, CaseIterable {
    case female, male, surnames
  }

  static let shared = NameTable()

  /// Latin names of each list of each culture.
  private let names: [[String]]
  private let members: [String: Membership]

  private init() {
    var names: [[String]] = []
    var members: [String: Membership] = [:]
    for culture in NameCulture.all {
      for list in [culture.female, culture.male, culture.surnames] {
        let words = list.split(whereSeparator: \.isWhitespace).map(String.init)
        for word in words {
          members[word.lowercased(), default: Membership()].bits |= 1 << UInt64(names.count)
        }
        names.append(words.filter { ($0.utf8.first ?? 0xFF) < 0xCD })
      }
    }
    self.names = names
    self.members = members
  }

  /// What is known of a name in lower case.
  func membership(_ word: String) -> Membership? { members[word] }

  /// The names of a list in Latin letters.
  func names(_ culture: Int, _ list: List) -> [String] { names[culture * 3 + list.rawValue] }

  /// The culture of most people who write a language; English where it is none of ours.
  static func culture(of language: String) -> Int {
    let name =
      switch language {
      case "es": "spanish"
      case "fr": "french"
      case "de": "german"
      case "it": "italian"
      case "pt": "portuguese"
      case "nl": "dutch"
      case "pl": "polish"
      default: "english"
      }
    return NameCulture.all.firstIndex { $0.name == name } ?? 0
  }
}
