import Synchronization

/// What was looked up before; it has one user at a time.
final class SynonymMemory: @unchecked Sendable {
  // Those who have it took it out of `SynonymMemories`, which gives it to nobody else meanwhile.
  var tagging = Tagger.Cache()
  private var sets: [UInt64: SynonymSet?] = [:]

  /// The words after which it starts anew, which bounds its size.
  private static let limit = 20_000

  func set(_ key: UInt64, _ make: () -> SynonymSet?) -> SynonymSet? {
    if let known = sets[key] { return known }
    if sets.count >= Self.limit { sets.removeAll(keepingCapacity: true) }
    let made = make()
    sets[key] = .some(made)
    return made
  }
}

/// The memories that nobody uses at the moment: as many as there were callers at one time.
final class SynonymMemories: Sendable {
  private let idle = Mutex<[SynonymMemory]>([])

  func take() -> SynonymMemory { idle.withLock { $0.popLast() } ?? SynonymMemory() }

  func bringBack(_ memory: SynonymMemory) { idle.withLock { $0.append(memory) } }
}

/// The sets that any caller made, for those who have not met the word yet.
///
/// A set depends on nothing but its key, so it does not matter who made it.
final class SharedSynonymSets: Sendable {
  private let sets = Mutex<[UInt64: SynonymSet?]>([:])

  /// The words after which it starts anew, which bounds its size.
  private static let limit = 20_000

  func set(_ key: UInt64, _ make: () -> SynonymSet?) -> SynonymSet? {
    if let known = sets.withLock({ $0[key] }) { return known }
    // Made without the lock: two callers may do the same work, with the same result.
    let made = make()
    sets.withLock { sets in
      if sets.count >= Self.limit { sets.removeAll(keepingCapacity: true) }
      sets[key] = .some(made)
    }
    return made
  }
}
