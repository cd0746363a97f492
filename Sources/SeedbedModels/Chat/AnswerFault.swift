import SeedbedData

/// Why a whole HTTP answer holds no answer of a model, and what can be done about it.
struct AnswerFault: Error, Sendable {
  /// What can be done.
  enum Remedy: Sendable, Equatable {
    /// The same request may succeed later.
    case again
    /// The same, and fewer requests should be under way.
    case slower
    /// Another form of the request may be accepted.
    case reform(WireForm.Step)
    /// This request has no answer; others may have.
    case none(RequestFailure.Kind)
    /// No request will be answered.
    case stop
  }

  /// What is wrong, in words that fit behind the endpoint's address.
  var words: String
  /// The endpoint's own words, without secrets.
  var cause: String?
  /// The status of the answer.
  var status: Int
  /// What can be done.
  var remedy: Remedy
  /// What to tell people to do.
  var hint: String?
  /// What the endpoint charged for it.
  var usage = TokenUsage()

  /// A fault in an answer of status 200.
  static func content(_ words: String, usage: TokenUsage = TokenUsage()) -> AnswerFault {
    AnswerFault(words: words, status: 200, remedy: .again, usage: usage)
  }

  /// The whole as one sentence.
  var sentence: String { words + (cause.map { ": \($0)" } ?? "") }
}
