/// What a duplicate guard has read from one text.
public struct GuardFeatures: Sendable, Hashable {
  /// A word that names somebody or something, or that is quoted.
  struct Name: Sendable, Hashable {
    var hash: UInt64
    var text: String
    /// Names with the same number are joined by "and" or "or", so that their order says nothing.
    var group: Int
  }

  /// Figures in one spelling each, sorted.
  public internal(set) var numbers: [String] = []
  /// The same without dates, times and telephone numbers, in the order of the text.
  var sequence: [String] = []
  /// How often the word "one" stands by itself: it may mean 1 or hardly more than "a".
  var ones = 0
  /// Words that deny, in the order of the text.
  public internal(set) var negators: [String] = []
  /// How many clauses are negated.
  public internal(set) var negatedClauses = 0
  /// Codes, addresses and placeholders in lower case, sorted, each once.
  public internal(set) var codes: [String] = []
  /// Quoted words, then names, in the order of the text.
  var names: [Name] = []
  /// Hashes of all words without the endings of a plural or genitive, sorted.
  var words: [UInt64] = []

  /// The names that another text has in no spelling.
  func names(missingIn other: Self) -> [String] {
    var seen: Set<UInt64> = []
    return names.filter { !other.contains($0.hash) && seen.insert($0.hash).inserted }.map(\.text)
  }

  /// Whether the figures mean the same, whatever their order.
  func hasFigures(of other: Self) -> Bool {
    if numbers == other.numbers { return true }
    return Self.areOnes(numbers.removing(other.numbers), atMost: other.ones)
      && Self.areOnes(other.numbers.removing(numbers), atMost: ones)
  }

  private static func areOnes(_ numbers: [String], atMost count: Int) -> Bool {
    numbers.count <= count && numbers.allSatisfy { $0 == "1" }
  }

  /// The names that another text names too, each where it comes first, sorted within a group.
  func namesShared(with other: Self) -> [Name] {
    let named = Set(other.names.map(\.hash))
    var seen: Set<UInt64> = []
    let shared = names.filter { named.contains($0.hash) && seen.insert($0.hash).inserted }
    return shared.sorted { ($0.group, $0.hash) < ($1.group, $1.hash) }
  }

  private func contains(_ hash: UInt64) -> Bool {
    var range = 0..<words.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if words[middle] == hash { return true }
      range = words[middle] < hash ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}

extension [String] {
  /// What is left of a sorted list when each element of another takes away one that is equal.
  func removing(_ others: [String]) -> [String] {
    var rest: [String] = []
    var next = 0
    for element in self {
      while next < others.count, others[next] < element { next += 1 }
      if next < others.count, others[next] == element {
        next += 1
      } else {
        rest.append(element)
      }
    }
    return rest
  }
}
