import SeedbedData
import Synchronization

/// What was learned about the forms that an endpoint accepts, for the life of the process.
///
/// The structure is remembered for each schema, since endpoints refuse single schemas; all else for
/// the whole endpoint.
final class FormBook: Sendable {
  private struct State {
    var form: WireForm
    var structures: [AnswerShape: ModelSettings.Structure] = [:]
    var settled: Set<AnswerShape?> = []
  }

  /// Schemas beyond this number are looked at anew each time.
  private static let capacity = 256
  private let state: Mutex<State>

  init(_ form: WireForm) { state = Mutex(State(form: form)) }

  /// The form to use for a schema, and whether an answer was ever seen in it.
  func form(for shape: AnswerShape?) -> (form: WireForm, isSettled: Bool) {
    state.withLock { state in
      var form = state.form
      if let shape, let structure = state.structures[shape] { form.structure = structure }
      return (form, state.settled.contains(shape))
    }
  }

  /// Remembers that the endpoint asked for another form.
  func turn(to form: WireForm, for shape: AnswerShape?) {
    state.withLock { state in
      let start = state.form.structure
      state.form = form
      state.form.structure = start
      guard let shape, state.structures[shape] != nil || state.structures.count < Self.capacity
      else { return }
      state.structures[shape] = form.structure
    }
  }

  /// Remembers that an answer came, or lay in the store, in a form.
  func settle(_ form: WireForm, for shape: AnswerShape?) {
    let isNews = state.withLock { state in
      guard !state.settled.contains(shape), state.settled.count < Self.capacity else {
        return false
      }
      state.settled.insert(shape)
      return true
    }
    if isNews { turn(to: form, for: shape) }
  }
}
