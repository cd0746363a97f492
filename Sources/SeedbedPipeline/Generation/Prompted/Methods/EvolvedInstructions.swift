public import SeedbedData
import SeedbedKernels

/// A real instruction made harder, or rarer, in a few rounds, with what fails thrown away.
///
/// Xu et al., "WizardLM: empowering large language models to follow complex instructions" (2023). All four rules of
/// elimination are applied: no gain (asked), an excuse for an answer, nothing but stop words, words of the
/// request in the result. What is thrown away is recorded with its reason, and the next round goes on from the
/// last instruction that stood.
public struct EvolvedInstructions: PromptedMethod {
  private static let evolvedShape = AnswerShape(
    "evolved",
    [
      "type": "object",
      "properties": ["instruction": ["type": "string"]],
      "required": ["instruction"],
      "additionalProperties": false,
    ]
  )
  private static let gainShape = AnswerShape(
    "gain",
    [
      "type": "object",
      "properties": ["reason": ["type": "string"], "adds": ["type": "boolean"]],
      "required": ["reason", "adds"],
      "additionalProperties": false,
    ]
  )

  private let rounds: Int

  /// Makes the method.
  ///
  /// - Parameter rounds: How often an instruction is evolved, 1…4.
  public init(rounds: Int = 2) { self.rounds = min(max(rounds, 1), 4) }

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "evolve",
      "Makes a real instruction harder or rarer in rounds, and throws failed rounds away.",
      preserves: [],
      tasks: [.instruction],
      needs: ["language model"],
      moves: ["length", "difficulty"]
    )
  }

  /// One real instruction and one draft a draw.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["evolve", "evolve_gain", "evolve_answer"])
    needs.examples = 1
    needs.requiresExamples = true
    needs.attributes = [
      VarietyAttribute("operation", even: Evolution.allCases.map(\.rawValue))
    ]
    return needs
  }

  /// Evolves, asks about the gain, and has the last instruction answered.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    guard let original = draw.examples.first else {
      throw RequestFailure(.unusable, "there is no real instruction to evolve", key: "")
    }
    let input = draw.fields.input?.value(in: original.fields)?.string ?? ""
    var state = State(text: original.text)
    for (round, operation) in operations(draw).enumerated() {
      try await evolve(&state, operation, round, input, draw, asker)
    }
    guard state.hasEvolved, let last = state.replies.last else {
      let reasons = state.eliminated.compactMap { $0["reason"]?.string }.joined(separator: "; ")
      let key = state.replies.last?.requests.last ?? ""
      throw RequestFailure(.unusable, "every round was thrown away: \(reasons)", key: key)
    }
    var draft = PromptedDraft(
      text: state.text,
      label: original.label ?? draw.label,
      source: original.asSource,
      parents: [original.id],
      parameters: [
        "attributes": Demands(draw, draft: 0).json, "rounds": .number(JSONNumber(rounds)),
        "operations": .array(state.operations.map { .string($0.rawValue) }),
        "eliminated": .array(state.eliminated),
      ],
      replies: state.replies
    )
    draft.parentDepth = original.provenance.depth
    if !input.isEmpty { draft.values.append((.input, .string(input))) }
    guard draw.fields.output != nil else { return [draft] }
    let reply = try await asker.ask(
      "evolve_answer",
      values(state.text, input, draw)
    )
    let answer = reply.value.string?.trimmed ?? ""
    if let fault = Evolution.fault(ofAnswer: answer, language: draw.language) {
      throw last.rejected("the evolved instruction was thrown away: \(fault)")
    }
    draft.values.append((.output, .string(answer)))
    draft.replies.append(reply)
    return [draft]
  }

  /// What an instruction has become so far.
  private struct State {
    var text: String
    var hasEvolved = false
    var operations: [Evolution] = []
    var eliminated: [JSONValue] = []
    var replies: [Reply] = []
  }

  /// The operation that was dealt, then others at random; none comes twice.
  private func operations(_ draw: PromptedDraw) -> [Evolution] {
    var others = Evolution.allCases
    var random = draw.chance("evolve.operations")
    random.shuffle(&others)
    if let dealt = draw.drawn("operation", for: 0).flatMap(Evolution.init(rawValue:)) {
      others.removeAll { $0 == dealt }
      others.insert(dealt, at: 0)
    }
    return Array(others.prefix(rounds))
  }

  private func evolve(
    _ state: inout State,
    _ operation: Evolution,
    _ round: Int,
    _ input: String,
    _ draw: PromptedDraw,
    _ asker: any Asker
  ) async throws {
    var asked = values(state.text, input, draw)
    asked["operation"] = .words(operation.words)
    let reply = try await asker.ask("evolve", asked, shape: Self.evolvedShape)
    state.replies.append(reply)
    let evolved = reply.value["instruction"]?.string?.trimmed ?? ""
    var fault = Evolution.fault(of: evolved, from: state.text, language: draw.language)
    if fault == nil {
      let gain = try await asker.ask(
        "evolve_gain",
        ["before": .data(state.text), "after": .data(evolved)],
        shape: Self.gainShape
      )
      state.replies.append(gain)
      if gain.value["adds"]?.bool != true {
        fault = "it adds nothing: \(gain.value["reason"]?.string ?? "")"
      }
    }
    if let fault {
      state.eliminated.append([
        "round": .number(JSONNumber(round + 1)), "operation": .string(operation.rawValue),
        "text": .string(evolved), "reason": .string(fault),
      ])
    } else {
      state.text = evolved
      state.hasEvolved = true
      state.operations.append(operation)
    }
  }

  private func values(_ instruction: String, _ input: String, _ draw: PromptedDraw) -> PromptValues
  {
    var values: PromptValues = ["instruction": .data(instruction)]
    if !input.isEmpty { values["input"] = .data(input) }
    if let language = draw.language {
      values["language"] = .words(LanguageWords.name(of: language))
    }
    return values
  }
}
