import SeedbedData
import Synchronization

/// A language model that answers by a rule, and keeps what it was asked.
final class ScriptedLanguageModel: LanguageModel {
  let identity: ModelIdentity
  private let asked = Mutex<[ModelRequest]>([])
  private let rule: @Sendable (ModelRequest, Int) throws -> ModelAnswer

  /// The rule takes a request and its number, from 0.
  init(
    name: String = "writer",
    answering rule: @escaping @Sendable (ModelRequest, Int) throws -> ModelAnswer
  ) {
    identity = ModelIdentity(name: name, endpoint: "memory", model: name, family: name)
    self.rule = rule
  }

  /// Answers texts in order; the last one is repeated.
  convenience init(_ texts: String...) {
    self.init { _, number in
      ModelAnswer(
        key: "key-\(number)",
        text: texts[min(number, texts.count - 1)],
        finish: .stop,
        model: "scripted",
        usage: TokenUsage()
      )
    }
  }

  var requests: [ModelRequest] { asked.withLock { $0 } }

  func answer(to request: ModelRequest) async throws -> ModelAnswer {
    let number = asked.withLock { asked in
      asked.append(request)
      return asked.count - 1
    }
    return try rule(request, number)
  }
}
