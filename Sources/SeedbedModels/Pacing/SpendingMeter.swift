public import SeedbedData
import Synchronization

/// Counts what all models of a run cost, and keeps it within a budget.
///
/// Before a request goes out, the most that it may cost is set aside; it waits, or fails, when that
/// would not fit. So the budget holds whenever answers stay within their limit of tokens; where one
/// does not, it is exceeded at most by the excess of the requests under way at that moment. Sums are
/// kept in whole billionths, so they do not depend on the order of the answers.
public final class SpendingMeter: Sendable {
  private struct State {
    var spent: Money
    var uncertain = Money.zero
    var reserved = Money.zero
    var line = WaitingLine<Money, Void>()
    var nextID: UInt64 = 0
    var books: [String: TallyBook] = [:]

    func fits(_ cost: Money, _ limit: Money) -> Bool {
      !(spent + uncertain + reserved + cost > limit)
    }

    func neverFits(_ cost: Money, _ limit: Money) -> Bool { spent + uncertain + cost > limit }
  }

  /// The most that may be spent; nil for no bound.
  public let limit: Double?
  /// The currency that prices are in, for messages.
  public let currency: String
  private let ceiling: Money?
  private let state: Mutex<State>

  /// Makes a meter.
  ///
  /// - Parameters:
  ///   - limit: The most that may be spent; nil for no bound.
  ///   - currency: The currency that prices are in.
  ///   - alreadySpent: What counts against the limit from before.
  public init(limit: Double? = nil, currency: String = "USD", alreadySpent: Double = 0) {
    self.limit = limit
    self.currency = currency
    ceiling = limit.map { Money($0) }
    state = Mutex(State(spent: Money(alreadySpent)))
  }

  /// Checks that a budget can be kept: every model needs a price.
  ///
  /// - Parameter models: The models of the run.
  /// - Throws: A `SeedbedError` that names the first model without a price.
  public func check(_ models: [ModelSettings]) throws {
    guard limit != nil, let free = models.first(where: { $0.price == nil }) else { return }
    throw SeedbedError(
      .configuration,
      "a budget is set, but model `\(free.name)` has no price",
      hint: "say what a million tokens cost under `price`; 0 for a model that costs nothing"
    )
  }

  /// What was spent, in the currency; with what counts from before, without what is uncertain.
  public var spent: Double { state.withLock { $0.spent }.amount }

  /// What lost answers may have cost at most.
  public var uncertain: Double { state.withLock { $0.uncertain }.amount }

  /// What is set aside for requests under way.
  public var reserved: Double { state.withLock { $0.reserved }.amount }

  /// What happened so far, one entry a model, by name.
  public var tallies: [ModelTally] {
    let books = state.withLock { $0.books }
    return books.values.map(\.value).sorted { $0.name < $1.name }
  }

  /// The book of a model.
  func book(for name: String) -> TallyBook {
    state.withLock { state in
      if let book = state.books[name] { return book }
      let book = TallyBook(name: name)
      state.books[name] = book
      return book
    }
  }

  /// Sets money aside for a try, waiting for others to end where it does not fit yet.
  func reserve(_ worst: Double) async throws {
    let cost = Money(worst)
    guard let ceiling else { return }
    let id: UInt64? = try state.withLock { state in
      if state.neverFits(cost, ceiling) { throw refusal(state, cost) }
      if state.line.isEmpty, state.fits(cost, ceiling) {
        state.reserved += cost
        return nil
      }
      state.nextID += 1
      return state.nextID
    }
    guard let id else { return }
    try await waitInLine { continuation in
      state.withLock { $0.line.append(id, .init(ticket: cost, continuation: continuation)) }
      serve()
    } remove: { [self] in
      state.withLock { $0.line.remove(id)?.continuation }
    }
  }

  /// Ends a reservation.
  ///
  /// - Parameters:
  ///   - worst: What was set aside.
  ///   - cost: What it cost.
  ///   - isLost: Whether nobody knows what it cost: the whole may have been charged.
  func settle(_ worst: Double, cost: Double = 0, isLost: Bool = false) {
    state.withLock { state in
      if ceiling != nil { state.reserved -= Money(worst) }
      state.spent += Money(cost)
      if isLost { state.uncertain += Money(worst) }
    }
    if ceiling != nil { serve() }
  }

  /// Lets those who wait go as far as the money reaches.
  private func serve() {
    guard let ceiling else { return }
    while true {
      let next: (CheckedContinuation<Void, any Error>, SeedbedError?)? = state.withLock { state in
        guard let cost = state.line.first() else { return nil }
        if state.neverFits(cost, ceiling) {
          return state.line.popFirst().map { ($0.continuation, refusal(state, cost)) }
        }
        guard state.fits(cost, ceiling) else { return nil }
        state.reserved += cost
        return state.line.popFirst().map { ($0.continuation, nil) }
      }
      guard let (continuation, error) = next else { return }
      if let error { continuation.resume(throwing: error) } else { continuation.resume() }
    }
  }

  private func refusal(_ state: State, _ cost: Money) -> SeedbedError {
    func words(_ money: Money) -> String {
      "\(JSONNumber((money.amount * 1_000_000).rounded() / 1_000_000)) \(currency)"
    }
    let isLossless = !(state.uncertain > .zero)
    let lost = isLossless ? "" : ", lost answers may have cost \(words(state.uncertain))"
    return SeedbedError(
      .gate,
      "the budget of \(words(ceiling ?? .zero)) is used up: \(words(state.spent)) are spent\(lost), "
        + "and the next request may cost \(words(cost))",
      hint: "raise `spending.limit` and run the command again: answers so far are kept"
    )
  }
}
