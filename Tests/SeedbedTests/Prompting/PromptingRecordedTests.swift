import Foundation
import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Recorded answers through the methods", .enabled(if: PromptingAnswers.shared != nil))
struct PromptingRecordedTests {
  /// The texts of an answer, and the real ones its request showed.
  private func generation(_ id: String) throws -> (texts: [String], shown: [String]) {
    let recorded = try #require(PromptingAnswers.shared?.pairs[id])
    let value = try JSONParser.parse(recorded.answer)
    let items = value.array ?? value["messages"]?.array ?? []
    let shown = recorded.request.split(separator: "\n").filter { $0.hasPrefix("- ") }
      .map { String($0.dropFirst(2)) }
    return (items.compactMap { $0.string ?? $0["text"]?.string }, shown)
  }

  private func drafts(_ id: String) async throws -> [PromptedDraft] {
    let (texts, shown) = try generation(id)
    let method = InstructedTexts()
    let draw = MethodDraws.draw(of: method, examples: shown, count: 10)
    let model = ScriptedLanguageModel(MethodDraws.numbered(texts))
    return try await method.drafts(for: draw, asking: MethodDraws.asker(model))
  }

  private func dropped(_ drafts: [PromptedDraft]) -> [String] {
    (drafts.first?.parameters["dropped"]?.array ?? []).compactMap { $0["text"]?.string }
  }

  @Test(
    "copies of what was shown are found",
    arguments: [
      ("gen-lost_or_stolen_card-a", [3, 7]), ("gen-edit_personal_details-a", [2, 5, 6]),
      ("gen-change_pin-b", [1]), ("gen-verify_my_identity-b", [2]),
    ]
  )
  func copies(id: String, places: [Int]) async throws {
    let texts = try generation(id).texts
    let dropped = dropped(try await drafts(id))
    for place in places { #expect(dropped.contains(texts[place - 1])) }
    #expect(dropped.count <= places.count + 2)
  }

  @Test(
    "nine and eleven texts where ten were asked for are counted; the eleventh answers no demand"
  )
  func counts() async throws {
    let nine = try await drafts("gen-contactless_not_working-a")
    #expect(nine.count == 9)
    #expect(nine[0].parameters["answered"] == 9)
    #expect(nine[0].parameters["asked"] == 10)
    let eleven = try await drafts("gen-age_limit-b")
    #expect(eleven.count == 10)
    #expect(dropped(eleven).count == 1)
  }

  @Test("mode collapse shows in the likeness of an answer's texts")
  func collapse() async throws {
    let collapsed = [
      "gen-card_arrival-a", "gen-exchange_rate-a", "gen-transfer_timing-b",
      "gen-terminate_account-a",
    ]
    let ids = try #require(PromptingAnswers.shared).pairs.keys.filter { $0.hasPrefix("gen-") }
    var likeness: [String: Double] = [:]
    for id in ids {
      let texts = try generation(id).texts
      likeness[id] = TextLikeness.mean(of: texts)
    }
    let lowest = collapsed.compactMap { likeness[$0] }.min() ?? 0
    let others = likeness.filter { !collapsed.contains($0.key) }.map(\.value).max() ?? 1
    #expect(lowest > others, "\(lowest) \(others)")
    // Those that differ in a letter or two are dropped at once.
    #expect(try await drafts("gen-card_arrival-a").count <= 8)
  }

  @Test(
    "paraphrases that lose a figure or a name, or change nothing, are found",
    arguments: [("para-05", 2), ("para-08", 1), ("para-29", 1)]
  )
  func paraphrases(id: String, place: Int) async throws {
    let recorded = try #require(PromptingAnswers.shared?.pairs[id])
    let texts =
      try JSONParser.parse(recorded.answer)["paraphrases"]?.array?
      .compactMap(\.string) ?? []
    let original = try #require(recorded.request.components(separatedBy: "Message: ").last)
    let method = Paraphrases()
    let draw = MethodDraws.draw(of: method, examples: [original])
    let model = ScriptedLanguageModel(MethodDraws.numbered(texts))
    let drafts = try await method.drafts(for: draw, asking: MethodDraws.asker(model))
    #expect(!drafts.map(\.text).contains(texts[place - 1]))
    #expect(drafts.count == 2)
  }

  @Test("rewrites: the one that spells out a figure is found, and most others stay")
  func rewrites() async throws {
    var lost: [String] = []
    for number in 1...15 {
      let id = "style-" + (number < 10 ? "0" : "") + "\(number)"
      let recorded = try #require(PromptingAnswers.shared?.pairs[id])
      let original = try #require(recorded.request.components(separatedBy: "Text: ").last)
      let text = try #require(try JSONParser.parse(recorded.answer)["rewrite"]?.string)
      let method = StyleRewrites()
      let draw = MethodDraws.draw(of: method, examples: [original])
      let model = ScriptedLanguageModel(MethodDraws.numbered([text]))
      let drafts = try? await method.drafts(for: draw, asking: MethodDraws.asker(model))
      if drafts == nil { lost.append(id) }
    }
    #expect(lost.contains("style-15"))
    #expect(lost.count <= 3, "\(lost)")
  }

  @Test("self-instruct: the six that repeat a task of their prompt are found, and no other")
  func selfInstruct() throws {
    let planted = ["04", "06", "09", "12", "15", "19"].map { "selfinst-\($0)" }
    for number in 1...20 {
      let id = "selfinst-" + (number < 10 ? "0" : "") + "\(number)"
      let recorded = try #require(PromptingAnswers.shared?.pairs[id])
      let shown = recorded.request.split(separator: "\n")
        .filter { $0.first?.isNumber == true }
        .map { String($0.drop { $0 != " " }.dropFirst()) }
      let instruction = try JSONParser.parse(recorded.answer)["instruction"]?.string ?? ""
      let score = SelfInstruct.likeness(instruction, to: shown)
      #expect((score > SelfInstruct.maximumLikeness) == planted.contains(id), "\(id): \(score)")
    }
  }

  @Test("evol-instruct: the leaking and the empty evolution are thrown away, the others stay")
  func evolve() async throws {
    for number in 1...10 {
      let id = "evol-" + (number < 10 ? "0" : "") + "\(number)"
      let recorded = try #require(PromptingAnswers.shared?.pairs[id])
      let source =
        recorded.request.components(separatedBy: "#The Given Prompt#: ").last?
        .components(separatedBy: "\n#Rewritten").first ?? ""
      let evolved = JSONValue.object(["instruction": .string(recorded.answer)]).serialized()
      let adds = id == "evol-09" ? "false" : "true"
      let model = ScriptedLanguageModel(
        evolved,
        "{\"reason\": \"\", \"adds\": \(adds)}",
        "A full answer to the task at hand."
      )
      let method = EvolvedInstructions(rounds: 1)
      let draw = MethodDraws.draw(
        of: method,
        label: nil,
        examples: [source],
        task: .instruction
      )
      let drafts = try? await method.drafts(for: draw, asking: MethodDraws.asker(model))
      #expect((drafts == nil) == ["evol-07", "evol-09"].contains(id), "\(id)")
    }
  }

  @Test("near-miss pairs: the one with two texts of one label is refused, the others give a draft")
  func nearMisses() async throws {
    for number in 1...8 {
      let id = "nearmiss-0\(number)"
      let recorded = try #require(PromptingAnswers.shared?.pairs[id])
      let labels = recorded.request.split(separator: "\n")[0].dropFirst("Intents: ".count)
        .components(separatedBy: " / ")
      let method = NearMisses()
      var draw = MethodDraws.draw(of: method, label: labels[0], examples: [])
      let real = MethodDraws.sample("Something else entirely.", label: labels[1])
      draw.rival = PromptedDraw.Rival(label: labels[1], examples: [real])
      let model = ScriptedLanguageModel(recorded.answer)
      let drafts = try? await method.drafts(for: draw, asking: MethodDraws.asker(model))
      #expect((drafts == nil) == (id == "nearmiss-07"), "\(id)")
    }
  }
}

/// The mean similarity of the texts of one answer, by shared words.
enum TextLikeness {
  static func mean(of texts: [String]) -> Double {
    var sum = 0.0
    var pairs = 0.0
    for (index, left) in texts.enumerated() {
      for right in texts[(index + 1)...] {
        sum += Novelty.rougeL(left, [right])
        pairs += 1
      }
    }
    return pairs == 0 ? 0 : sum / pairs
  }
}

/// Requests and answers in the shared folder `data/model-answers`.
struct PromptingAnswers: Sendable {
  var pairs: [String: (request: String, answer: String)] = [:]

  static let shared = PromptingAnswers()

  private init?() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    func lines(_ name: String) -> [JSONValue] {
      let file = folder.appending(path: "data/model-answers/\(name)")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
      return text.split(separator: "\n").compactMap { try? JSONParser.parse(String($0)) }
    }
    var requests: [String: String] = [:]
    for line in lines("requests.jsonl") {
      requests[line["custom_id"]?.string ?? ""] =
        line["body"]?["messages"]?.array?.last?["content"]?.string
    }
    for line in lines("responses.jsonl") {
      let id = line["custom_id"]?.string ?? ""
      let choice = line["response"]?["body"]?["choices"]?.array?.first
      if let request = requests[id], let answer = choice?["message"]?["content"]?.string {
        pairs[id] = (request, answer)
      }
    }
    if pairs.isEmpty { return nil }
  }
}
