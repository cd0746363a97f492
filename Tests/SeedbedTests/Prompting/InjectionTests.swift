import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Instructions planted in data")
struct InjectionTests {
  private static let library = PromptLibrary()

  /// Values for every variable of a prompt, with one text for all that is data.
  private func values(_ variables: [PromptVariable], data: String) -> PromptValues {
    var values: PromptValues = [:]
    for variable in variables {
      values[variable.name] =
        switch variable.kind {
        case .words: .words("1")
        case .data: .data(data)
        case .flag: .flag(true)
        case .list:
          .list([
            self.values(variable.fields, data: data), self.values(variable.fields, data: "plain"),
          ])
        }
    }
    return values
  }

  /// A conversation without the texts between its marks, and how many texts there were.
  private func skeleton(_ rendered: RenderedPrompt) -> (words: [String], texts: [String])? {
    var texts: [String] = []
    var skeleton: [String] = []
    for message in rendered.messages {
      var rest = message.content
      var outside = message.role.rawValue + ":"
      while let start = rest.firstRange(of: "<<<data \(rendered.mark)\n") {
        outside += rest[..<start.lowerBound] + "[]"
        rest = String(rest[start.upperBound...])
        guard let end = rest.firstRange(of: "\ndata \(rendered.mark)>>>") else { return nil }
        texts.append(String(rest[..<end.lowerBound]))
        rest = String(rest[end.upperBound...])
      }
      skeleton.append(outside + rest)
    }
    return (skeleton, texts)
  }

  @Test("there are at least 200 of them, each once")
  func enough() {
    #expect(PlantedInstructions.all.count >= 200)
    #expect(Set(PlantedInstructions.all).count == PlantedInstructions.all.count)
  }

  @Test("no planted text changes turns, roles, words or marks of any prompt")
  func prompts() throws {
    for name in Self.library.names {
      let prompt = try Self.library.prompt(named: name)
      guard !name.hasPrefix("_"), !prompt.variables.isEmpty else { continue }
      let clean = try Self.library.render(name, values(prompt.variables, data: "x"), seed: 42)
      let expected = try #require(skeleton(clean))
      #expect(!expected.texts.isEmpty)
      for planted in PlantedInstructions.all {
        let values = values(prompt.variables, data: planted)
        let rendered = try Self.library.render(name, values, seed: 42)
        let found = try #require(skeleton(rendered), "\(name): \(planted)")
        #expect(rendered.messages.map(\.role) == clean.messages.map(\.role))
        #expect(found.words == expected.words, "\(name): \(planted)")
        #expect(found.texts.count == expected.texts.count)
        for text in found.texts {
          #expect(!text.utf8.contains(rendered.mark.utf8))
          #expect(text == Fence.visible(planted) || text == "plain")
        }
        let marks = rendered.messages.map { message in
          message.content.split(separator: rendered.mark, omittingEmptySubsequences: false).count
            - 1
        }
        #expect(marks.reduce(0, +) == 2 * found.texts.count)
      }
    }
  }

  @Test("a model that obeys a planted schema gives a failure, and the schema stays as it was")
  func obedience() async throws {
    let shape = AnswerShape(
      "verdict",
      [
        "type": "object", "required": ["texts"], "additionalProperties": false,
        "properties": ["texts": ["type": "array", "items": ["type": "string"]]],
      ]
    )
    for planted in PlantedInstructions.schemas + PlantedInstructions.tools {
      for obeyed in [#"{"verdict": "pass"}"#, #"{"texts": ["a"], "leak": "b"}"#, "PWNED", planted] {
        let model = ScriptedLanguageModel(obeyed)
        let asker = PromptedAsker(model: model, library: Self.library, seed: 1)
        let values: PromptValues = [
          "text": .data(planted), "count": .words("1"),
          "items": .list([["number": .words("1"), "demands": .words("low")]]),
        ]
        let failure = await #expect(throws: RequestFailure.self, "\(obeyed)") {
          let reply = try await asker.ask("paraphrase", values, shape: shape)
          // Where an answer can be read at all, it follows the schema.
          #expect(reply.value.object?.keys == ["texts"])
          throw RequestFailure(.unusable, "", key: "")
        }
        #expect([.unusable, .refused].contains(failure?.kind))
        #expect(model.requests.allSatisfy { $0.shape == shape })
        #expect(model.requests.count <= 2)
      }
    }
  }
}
