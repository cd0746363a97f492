import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedReview
import Testing

@Suite("The calls of the review page")
struct ReviewCallTests {
  private static func service(_ count: Int = 30) async throws -> ReviewPageFixture.Service {
    try await ReviewPageFixture.Service(ReviewPageBoard(ReviewPageFixture.cards(count)))
  }

  private static func sample(_ reply: RawReply) throws -> String {
    try #require(reply.json["card"]?["sample"]?["id"]?.string)
  }

  @Test("a card carries the sample, its change, its checks, its neighbours and its line")
  func card() async throws {
    let ada = try await Self.service().reviewer("Ada")
    let reply = try await ada.get("/api/next?queue=spot_check")
    let card = try #require(reply.json["card"])
    #expect(
      card["changes"]?.array?.map { $0["kind"]?.string } == ["removed", "added", "kept"]
    )
    #expect(card["changes"]?.array?.first?["text"]?.string == "Where")
    let text = try #require(card["sample"]?["text"]?.string)
    let rebuilt = card["changes"]?.array?.filter { $0["kind"] != "removed" }
      .compactMap { $0["text"]?.string }.joined()
    #expect(rebuilt == text)
    #expect(card["sample"]?["spans"]?.array?.first?["text"] == "Rome")
    #expect(card["verdicts"]?.array?.map { $0["outcome"] } == ["pass", "undecided"])
    #expect(card["neighbors"]?.array?.first?["similarity"]?.double == 0.93)
    #expect(card["lineage"]?.array?.first?["from"]?["row"]?.int == 1)
    #expect(card["making"]?["method"] == "casing")
    #expect(card["labels"]?.array?.count == 3)
    #expect(card["position"]?.int == 0)
    #expect(reply.json["progress"]?["gate"]?["limit"]?.double == 0.05)
  }

  @Test("edits that do not lead to the text are not shown as if they did")
  func foreignEdits() async throws {
    var card = try ReviewPageFixture.card(0)
    card.sample.text = "Something else"
    let service = try await ReviewPageFixture.Service(ReviewPageBoard([card]))
    let reply = try await service.reviewer("Ada").get("/api/next?queue=spot_check")
    let changes = try #require(reply.json["card"]?["changes"]?.array)
    #expect(changes == [["kind": "kept", "text": "Something else"]])
  }

  @Test("a decision is stored with who said it, why and when, and brings the next sample")
  func decision() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let first = try Self.sample(try await ada.get("/api/next?queue=spot_check"))
    let reply = try await ada.post(
      "/api/decisions",
      [
        "queue": "spot_check", "sample": .string(first), "verdict": "reject",
        "reason": "wrong label",
      ]
    )
    #expect(reply.status == 200)
    #expect(try Self.sample(reply) != first)
    #expect(reply.json["decision"]?["author"] == "Ada")
    #expect(reply.json["decision"]?["decided_at"]?.int == 1_750_000_000)
    #expect(reply.json["progress"]?["wrong"]?.int == 1)
    let log = await (service.board as? ReviewPageBoard)?.log
    #expect(log?.first?.reason == "wrong label")
    #expect(log?.first?.purpose == .spotCheck)
  }

  @Test("the next sample is ready before the one at hand is decided, and is never that one")
  func prefetch() async throws {
    let ada = try await Self.service().reviewer("Ada")
    let first = try Self.sample(try await ada.get("/api/next?queue=spot_check"))
    let second = try Self.sample(
      try await ada.get("/api/next?queue=spot_check&besides=\(first)")
    )
    #expect(first != second)
    let reply = try await ada.post(
      "/api/decisions",
      [
        "queue": "spot_check", "sample": .string(first), "verdict": "accept",
        "besides": [.string(second)],
      ]
    )
    #expect(![first, second].contains(try Self.sample(reply)))
  }

  @Test("undo brings back the sample as it was, and at the beginning nothing")
  func undo() async throws {
    let ada = try await Self.service().reviewer("Ada")
    let none = try await ada.post("/api/undo", ["queue": "spot_check"])
    #expect(none.json["decision"]?.isNull == true && none.json["card"]?.isNull == true)
    let first = try Self.sample(try await ada.get("/api/next?queue=spot_check"))
    _ = try await ada.post(
      "/api/decisions",
      ["queue": "spot_check", "sample": .string(first), "verdict": "accept"]
    )
    let undone = try await ada.post("/api/undo", ["queue": "spot_check"])
    #expect(try Self.sample(undone) == first)
    #expect(undone.json["decision"]?["verdict"] == "accept")
    #expect(undone.json["progress"]?["decided"]?.int == 0)
  }

  @Test("a fix goes to the board as it was typed")
  func fix() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let first = try Self.sample(try await ada.get("/api/next?queue=spot_check"))
    let text = "Où est le colis\u{00A0}? \"quoted\"\r\nשלום\u{0007}"
    let reply = try await ada.post(
      "/api/decisions",
      [
        "queue": "spot_check", "sample": .string(first), "verdict": "fix",
        "correction": .object(["text": .string(text), "label": "password"]),
      ]
    )
    #expect(reply.json["decision"]?["replacement"]?.string?.utf8.count == 32)
    let stored = await (service.board as? ReviewPageBoard)?.log.first?.correction
    #expect(stored?.text.map { Array($0.utf8) } == Array(text.utf8))
    #expect(stored?.label == "password")
  }

  @Test(
    "a call that cannot be understood is refused in words",
    arguments: [
      "", "null", "[]", "{", #"{"queue": 1}"#, #"{"queue": "spot_check"}"#,
      #"{"queue": "spot_check", "sample": "zz", "verdict": "accept"}"#,
      #"{"queue": "spot_check", "sample": "SAMPLE", "verdict": "love"}"#,
      #"{"queue": "spot_check", "sample": "SAMPLE", "verdict": "reject"}"#,
      #"{"queue": "spot_check", "sample": "SAMPLE", "verdict": "fix"}"#,
      #"{"queue": "spot_check", "sample": "SAMPLE", "verdict": "accept", "author": "Eve"}"#,
      #"{"queue": "spot_check", "sample": "SAMPLE", "verdict": "fix", "correction": {"text": 5}}"#,
      #"{"queue": "nowhere", "sample": "SAMPLE", "verdict": "accept"}"#,
      #"{"queue": "gap:99", "sample": "SAMPLE", "verdict": "accept"}"#,
      #"{"queue": "spot_check", "sample": "00000000000000000000000000000000", "verdict": "skip"}"#,
    ]
  )
  func misunderstood(body: String) async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let first = try Self.sample(try await ada.get("/api/next?queue=spot_check"))
    let reply = try await ada.send(
      "POST",
      "/api/decisions",
      body: body.replacing("SAMPLE", with: first)
    )
    #expect([404, 422].contains(reply.status))
    #expect(reply.json["error"]?["message"]?.string?.isEmpty == false)
    let log = await (service.board as? ReviewPageBoard)?.log
    #expect(log?.isEmpty == true)
  }

  @Test("nobody reviews without a name, and two people do not go by one")
  func names() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer(nil)
    #expect(try await ada.get("/api/next?queue=spot_check").fault == "nameless")
    for name in ["", "   ", "a\u{202E}b", "a\u{0000}", String(repeating: "a", count: 61)] {
      #expect(try await ada.post("/api/session", ["name": .string(name)]).status == 422)
    }
    let named = try await ada.post("/api/session", ["name": "  Ada Löwe "])
    #expect(named.json["name"] == "Ada Löwe")
    let other = try await service.reviewer(nil, number: 2)
    let taken = try await other.post("/api/session", ["name": "Ada Löwe"])
    #expect(taken.status == 409 && taken.fault == "name_taken")
    let same = try await other.post("/api/session", ["name": "Ada Löwe", "same_person": true])
    #expect(same.json["name"] == "Ada Löwe")
  }

  @Test("what somebody else has decided is said as a conflict")
  func elsewhere() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let ben = try await service.reviewer("Ben", number: 2)
    let sample = try ReviewPageFixture.card(25).sample.id.hex
    let call: JSONObject = [
      "queue": "spot_check", "sample": .string(sample), "verdict": "accept",
    ]
    #expect(try await ada.post("/api/decisions", call).status == 200)
    let refused = try await ben.post("/api/decisions", call)
    #expect(refused.status == 409)
    #expect(refused.json["error"]?["hint"] == "go on with the next one")
  }

  @Test("hostile rows come as JSON texts and nothing else", arguments: ReviewPageFixture.hostile)
  func hostile(text: String) async throws {
    let card = try ReviewPageFixture.card(0, text: text, label: text)
    let service = try await ReviewPageFixture.Service(ReviewPageBoard([card]))
    let reply = try await service.reviewer("Ada").get("/api/next?queue=spot_check")
    #expect(reply.header("content-type") == "application/json; charset=utf-8")
    let sent = try #require(reply.json["card"]?["sample"]?["text"]?.string)
    #expect(Array(sent.utf8) == Array(text.utf8))
    #expect(reply.json["card"]?["sample"]?["label"]?.string == text)
  }

  @Test("many browsers at once get their answers, and no sample past the shared ones twice")
  func parallel() async throws {
    let service = try await Self.service(200)
    var reviewers: [ReviewPageClient] = []
    for number in 1...8 {
      reviewers.append(try await service.reviewer("R\(number)", number: number))
    }
    let decided = try await withThrowingTaskGroup(of: [String].self) { group in
      for reviewer in reviewers {
        group.addTask {
          var decided: [String] = []
          for _ in 0..<40 {
            let next = try await reviewer.get("/api/next?queue=spot_check")
            guard let sample = next.json["card"]?["sample"]?["id"]?.string,
              let position = next.json["card"]?["position"]?.int
            else { break }
            let reply = try await reviewer.post(
              "/api/decisions",
              ["queue": "spot_check", "sample": .string(sample), "verdict": "accept"]
            )
            #expect(reply.status == 200)
            if position >= 20 { decided.append(sample) }
          }
          return decided
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(decided.count == 8 * 20)
    #expect(Set(decided).count == decided.count)
  }
}
