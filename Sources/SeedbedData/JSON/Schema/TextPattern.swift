/// A regular expression whose search takes time in proportion to the text, whatever either holds.
///
/// It is run as a set of states (Thompson, "Regular expression search algorithm", 1968), so nothing is tried
/// twice. The syntax is the part of ECMA-262 that such a machine can carry out: no look-around and no
/// references back.
struct TextPattern: Sendable {
  /// Why a pattern cannot be used, and at which scalar.
  struct Fault: Error {
    var offset: Int
    var reason: String
  }

  /// One instruction; the machine is in several at once.
  enum Step: Sendable {
    case scalars(ScalarClass)
    case split(Int, Int)
    case jump(Int)
    case start, end
    case boundary(Bool)
    case match
  }

  /// More instructions than this are refused.
  static let maximumSteps = 4000

  /// The pattern as written.
  let source: String
  private let steps: [Step]

  init(_ source: String) throws(Fault) {
    self.source = source
    var parser = PatternParser(source)
    let tree = try parser.parse()
    var writer = PatternWriter()
    try writer.write(tree)
    writer.steps.append(.match)
    steps = writer.steps
  }

  /// Whether the pattern occurs in a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - effort: How many steps may be taken; those taken are subtracted.
  /// - Returns: Whether it occurs; nil when the steps did not suffice.
  func matches(_ text: String, effort: inout Int) -> Bool? {
    var run = PatternRun(steps)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      run.enter(0, previous: previous, next: scalar)
      if run.isMatch { return true }
      effort -= run.visits
      guard effort > 0 else { return nil }
      run.advance(over: scalar)
      previous = scalar
    }
    run.enter(0, previous: previous, next: nil)
    return run.isMatch
  }
}

/// The states in which a pattern's machine is at one place of the text.
private struct PatternRun {
  private let steps: [TextPattern.Step]
  /// States that wait for a scalar.
  private var waiting: [Int] = []
  /// States whose assertions are looked at when the next scalar is known.
  private var fresh: [Int] = []
  private var mark: [Int]
  private var round = 0
  /// How many states were looked at for the last scalar.
  private(set) var visits = 0
  private(set) var isMatch = false

  init(_ steps: [TextPattern.Step]) {
    self.steps = steps
    mark = [Int](repeating: -1, count: steps.count)
  }

  /// Follows every way that takes no scalar, from the states reached and from `start`.
  mutating func enter(_ start: Int, previous: Unicode.Scalar?, next: Unicode.Scalar?) {
    round += 1
    visits = 1
    waiting.removeAll(keepingCapacity: true)
    fresh.append(start)
    while let state = fresh.popLast() {
      guard mark[state] != round else { continue }
      mark[state] = round
      visits += 1
      switch steps[state] {
      case .scalars: waiting.append(state)
      case .split(let first, let second):
        fresh.append(second)
        fresh.append(first)
      case .jump(let target): fresh.append(target)
      case .start: if previous == nil { fresh.append(state + 1) }
      case .end: if next == nil { fresh.append(state + 1) }
      case .boundary(let wanted):
        if (ScalarClass.isWord(previous) != ScalarClass.isWord(next)) == wanted {
          fresh.append(state + 1)
        }
      case .match: isMatch = true
      }
    }
  }

  /// Takes one scalar.
  mutating func advance(over scalar: Unicode.Scalar) {
    for state in waiting {
      if case .scalars(let scalars) = steps[state], scalars.contains(scalar) {
        fresh.append(state + 1)
      }
    }
  }
}
