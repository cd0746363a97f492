public import SeedbedData
import Synchronization

/// What happened to the requests of one model in this run.
public struct ModelTally: Sendable, Hashable {
  /// The model's name in `seedbed.yaml`.
  public var name: String
  /// How often it was asked, by the endpoint or the store.
  public var asked = 0
  /// How many answers came from the endpoint.
  public var answered = 0
  /// How many answers lay in the store already.
  public var fromStore = 0
  /// How many of the endpoint's answers were refusals or taken away by its filter.
  public var refused = 0
  /// How many requests have no answer, by kind.
  public var failures: [RequestFailure.Kind: Int] = [:]
  /// How many tries there were beside each request's first.
  public var retries = 0
  /// Tokens of everything that the endpoint charged, useless answers included.
  public var usage = TokenUsage()
  /// What it cost; nil where no price is known.
  public var cost: Double? { paid?.amount }
  /// What lost answers may have cost at most: the endpoint may have charged them.
  public var uncertain: Double { lost.amount }
  var paid: Money?
  var lost = Money.zero

  /// Makes an empty tally.
  ///
  /// - Parameter name: The model's name in `seedbed.yaml`.
  public init(name: String) { self.name = name }

  /// How many requests have no answer.
  public var failed: Int { failures.reduce(0) { $0 + $1.value } }

  /// What the answers from the endpoint cost.
  public var spending: ModelSpending {
    ModelSpending(name: name, answers: answered, usage: usage, cost: cost)
  }
}

/// A tally that many tasks write to.
final class TallyBook: Sendable {
  private let tally: Mutex<ModelTally>

  init(name: String) { tally = Mutex(ModelTally(name: name)) }

  var value: ModelTally { tally.withLock { $0 } }

  func note(_ change: (inout ModelTally) -> Void) { tally.withLock { change(&$0) } }
}
