public import SeedbedData
import SeedbedKernels

/// New instructions unlike those that were shown, each with a case.
///
/// Wang et al., "Self-Instruct: aligning language models with self-generated instructions" (2023): six real and two
/// machine-made instructions are shown; an instruction with a ROUGE-L above 0.7 against any of them, or against
/// one of the same draw, is dropped; classifications get their output first.
public struct SelfInstruct: PromptedMethod {
  /// The highest ROUGE-L against a known instruction.
  public static let maximumLikeness = 0.7

  private static let shape = AnswerShape(
    "tasks",
    [
      "type": "object",
      "properties": [
        "tasks": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": [
              "instruction": ["type": "string"], "is_classification": ["type": "boolean"],
            ],
            "required": ["instruction", "is_classification"],
            "additionalProperties": false,
          ],
        ]
      ],
      "required": ["tasks"],
      "additionalProperties": false,
    ]
  )

  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "self_instruct",
      "Invents instructions unlike the real ones shown, and a case with an answer for each.",
      preserves: [],
      tasks: [.instruction],
      needs: ["language model"]
    )
  }

  /// Six real and two machine-made instructions; three drafts a draw.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: [
      "self_instruct", "self_instruct_case", "self_instruct_classes", "self_instruct_input",
    ])
    needs.draftsPerDraw = 3
    needs.examples = 6
    needs.requiresExamples = true
    needs.machineExamples = 2
    return needs
  }

  /// Asks for instructions, then for a case of each that is new.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    var shown = draw.examples + draw.machineExamples
    guard let source = draw.examples.first else {
      throw RequestFailure(.unusable, "there is no real instruction to show", key: "")
    }
    var random = draw.chance("self_instruct.order")
    random.shuffle(&shown)
    let count = max(1, draw.count)
    var values: PromptValues = [
      "count": .words(String(count)),
      "tasks": .list(shown.map { ["text": .data($0.text)] }),
    ]
    if let cell = Demands(draw, draft: 0).cellData { values["cell"] = cell }
    if let language = draw.language {
      values["language"] = .words(LanguageWords.name(of: language))
    }
    let reply = try await asker.ask("self_instruct", values, shape: Self.shape)
    var pool = Novelty(shown.map { Novelty.withoutFigures($0.text) })
    var dropped = Dropped()
    var drafts: [PromptedDraft] = []
    var pending: RequestFailure?
    for (number, task) in (reply.value["tasks"]?.array ?? []).prefix(count).enumerated() {
      let instruction = task["instruction"]?.string?.trimmed ?? ""
      if let fault = InstructionFilter.fault(ofInstruction: instruction) {
        dropped.add(fault, instruction)
        continue
      }
      let nearest = pool.nearest(to: Novelty.withoutFigures(instruction))
      if let nearest, nearest.score > Self.maximumLikeness {
        dropped.add("it is too similar to a known one", instruction, nearest.score)
        continue
      }
      pool.add(Novelty.withoutFigures(instruction))
      do {
        var draft = try await draft(
          instruction,
          number,
          task["is_classification"]?.bool ?? false,
          draw,
          asker
        )
        draft.source = source.asSource
        draft.replies.insert(reply, at: 0)
        draft.parents = parents(shown)
        draft.parentDepth = shown.map(\.provenance.depth).max() ?? 0
        draft.parameters["likeness"] = .number(JSONNumber(nearest?.score ?? 0))
        drafts.append(draft)
      } catch let failure as RequestFailure {
        if failure.kind == .pending { pending = failure }
        dropped.add(failure.reason, instruction)
      }
    }
    if let pending { throw pending }
    guard !drafts.isEmpty else { throw dropped.failure(of: reply) }
    if !dropped.items.isEmpty { drafts[0].parameters["dropped"] = .array(dropped.items) }
    return drafts
  }

  /// How like an instruction is to known ones; other figures in the same words make no new instruction.
  ///
  /// - Parameters:
  ///   - instruction: The instruction.
  ///   - known: Those that are there.
  /// - Returns: The highest ROUGE-L, 0…1, with every figure counted as the same.
  public static func likeness(_ instruction: String, to known: [String]) -> Double {
    Novelty.rougeL(
      Novelty.withoutFigures(instruction),
      known.map(Novelty.withoutFigures)
    )
  }

  private func draft(
    _ instruction: String,
    _ number: Int,
    _ isClassification: Bool,
    _ draw: PromptedDraw,
    _ asker: any Asker
  ) async throws -> PromptedDraft {
    let made = try await SelfInstructCase(
      of: instruction,
      number: number,
      isClassification: isClassification,
      draw,
      asking: asker
    )
    if let fault = InstructionFilter.fault(ofInput: made.input, output: made.output),
      let last = made.replies.last
    {
      throw last.rejected(fault)
    }
    var parameters = made.parameters
    parameters["attributes"] = Demands(draw, draft: number).json
    parameters["is_classification"] = .bool(isClassification)
    // Without a field of its own, the input follows the instruction.
    let hasInput = draw.fields.input != nil
    var draft = PromptedDraft(
      text: hasInput || made.input.isEmpty ? instruction : "\(instruction)\n\n\(made.input)",
      label: draw.label,
      source: SourceReference(id: ""),
      parents: [],
      parameters: parameters,
      replies: made.replies
    )
    if hasInput { draft.values.append((.input, .string(made.input))) }
    draft.values.append((.output, .string(made.output)))
    return draft
  }

  private func parents(_ samples: [Sample]) -> [SampleID] {
    var ids: [SampleID] = []
    for sample in samples where !ids.contains(sample.id) { ids.append(sample.id) }
    return ids.sorted()
  }
}
