import SeedbedData
import SeedbedPipeline
import Testing

@Suite("The review desk")
struct ReviewDeskTests {
  private func refusal(_ body: () async throws -> Void) async -> SeedbedError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? SeedbedError
    }
  }

  @Test("shows the spot check first, and cards with source, lineage, neighbours and labels")
  func cards() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let queues = try await desk.queues()
    #expect(queues.first?.id == "spot_check")
    #expect(queues.contains { $0.purpose == .gap })
    let varied = try #require(
      project.candidates().first { !$0.sample.provenance.parents.isEmpty && $0.status == .accepted }
    )
    let card = try #require(try await desk.card(varied.sample.id, in: "spot_check"))
    #expect(card.source?.id == varied.sample.provenance.parents[0])
    #expect(card.lineage.map(\.id) == varied.sample.provenance.parents)
    #expect(card.verdicts == varied.verdicts)
    #expect(card.labels == ["cancel", "delivery", "password"])
    #expect(card.neighbors.count == 5)
    let similarities = card.neighbors.map(\.similarity)
    #expect(similarities == similarities.sorted(by: >))
    #expect(similarities.allSatisfy { $0 > 0 && $0 <= 1 })
    let training = project.journal.realSamples().filter { $0.split == .train }.map(\.id)
    #expect(card.neighbors.allSatisfy { training.contains($0.sample.id) })
  }

  @Test("asked again before a decision gives the same sample, and another beside those at hand")
  func next() async throws {
    let desk = try await ReviewProject().desk()
    let first = try #require(try await desk.next(in: "spot_check", for: "ada"))
    #expect(try await desk.next(in: "spot_check", for: "ada")?.sample.id == first.sample.id)
    let second = try await desk.next(in: "spot_check", for: "ada", besides: [first.sample.id])
    #expect(second?.position == 1)
    _ = try await desk.decide(ReviewProject.decision(first.sample.id, .accept), in: "spot_check")
    #expect(try await desk.next(in: "spot_check", for: "ada")?.sample.id == second?.sample.id)
  }

  @Test("undo brings the sample back, and what was said of it counts no more")
  func undo() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let card = try #require(try await desk.next(in: "spot_check", for: "ada"))
    _ = try await desk.decide(ReviewProject.decision(card.sample.id, .reject), in: "spot_check")
    #expect(try await desk.progress(in: "spot_check", for: "ada").wrong == 1)
    #expect(try await desk.undo(in: "spot_check", by: "bob") == nil)
    let undone = try await desk.undo(in: "spot_check", by: "ada")
    #expect(undone?.sample == card.sample.id)
    #expect(try await desk.progress(in: "spot_check", for: "ada").decided == 0)
    #expect(try await desk.next(in: "spot_check", for: "ada")?.sample.id == card.sample.id)
    #expect(try await desk.undo(in: "spot_check", by: "ada") == nil)
    #expect(project.journal.reviewRulings() == ReviewRulings())
  }

  @Test("what does not fit is refused with a reason")
  func refusals() async throws {
    let desk = try await ReviewProject().desk()
    let card = try #require(try await desk.next(in: "spot_check", for: "ada"))
    let id = card.sample.id
    func decide(_ decision: ReviewDecision) async -> SeedbedError? {
      await refusal { _ = try await desk.decide(decision, in: "spot_check") }
    }
    var nameless = ReviewProject.decision(id, .accept)
    nameless.author = " \n"
    #expect(await decide(nameless)?.message.contains("needs the name") == true)
    var silent = ReviewProject.decision(id, .reject)
    silent.reason = "  "
    #expect(await decide(silent)?.message == "a rejection needs a reason")
    let same = ReviewProject.decision(id, .fix, .init(text: card.sample.text))
    #expect(await decide(same)?.message == "the fix changes nothing")
    let blank = ReviewProject.decision(id, .fix, .init(text: " \u{3000}"))
    #expect(await decide(blank)?.message == "the new text is empty")
    let unknown = ReviewProject.decision(id, .fix, .init(label: "delivry"))
    #expect(await decide(unknown)?.hint == "did you mean `delivery`?")
    let tier = ReviewProject.decision(id, .fix, .init(difficulty: .hard))
    #expect(await decide(tier)?.message == "a fix needs a new text or a new label")
    let sly = ReviewProject.decision(id, .accept, .init(text: "other"))
    #expect(await decide(sly)?.message.hasPrefix("only a fix changes") == true)
    let strange = ReviewProject.decision(PipelineFixture.id(99), .accept)
    #expect(await decide(strange)?.code == .notFound)
    let lost = await refusal { _ = try await desk.next(in: "spot_chek", for: "ada") }
    #expect(lost?.hint?.hasPrefix("did you mean `spot_check`?") == true)
    #expect(try await desk.progress(in: "spot_check", for: "ada").decided == 0)
  }

  @Test("two people share the first twenty, and never have the same one of the rest at once")
  func leases() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let count = try #require(try await desk.queues().first).count
    try #require(count > 23)
    for author in ["ada", "bob"] {
      for position in 0..<20 {
        let card = try #require(try await desk.next(in: "spot_check", for: author))
        #expect(card.position == position)
        // They differ on the first sample alone.
        let verdict: ReviewVerdict =
          position == 0 && author == "bob" || position == 1
          ? .reject : .accept
        _ = try await desk.decide(
          ReviewProject.decision(card.sample.id, verdict, by: author),
          in: "spot_check"
        )
      }
    }
    let ada = try #require(try await desk.next(in: "spot_check", for: "ada"))
    let bob = try #require(try await desk.next(in: "spot_check", for: "bob"))
    #expect(ada.position == 20 && bob.position == 21)
    // Who goes away loses the sample after ten minutes.
    project.wait(599)
    let third = try #require(try await desk.next(in: "spot_check", for: "cyd", besides: []))
    #expect(third.position == 0)
    let seen = try await desk.cards(in: "spot_check").prefix(20).map(\.sample.id)
    #expect(try await desk.next(in: "spot_check", for: "cyd", besides: seen)?.position == 22)
    project.wait(2)
    #expect(try await desk.next(in: "spot_check", for: "cyd", besides: seen)?.position == 20)
    let progress = try await desk.progress(in: "spot_check", for: "ada")
    let agreement = try #require(progress.agreement.first)
    #expect(agreement.authors == ["ada", "bob"])
    #expect(agreement.shared == 20 && agreement.equal == 19)
    #expect(abs((agreement.kappa ?? 0) - 0.6428571428571429) < 1e-12)
    #expect(progress.decided == 20 && progress.wrong == 2 && progress.mine == 20)
  }

  @Test("two desks on one store see each other's decisions")
  func desks() async throws {
    let project = try await ReviewProject()
    let one = try project.desk(), other = try project.desk()
    let card = try #require(try await one.next(in: "spot_check", for: "ada"))
    _ = try await one.decide(ReviewProject.decision(card.sample.id, .reject), in: "spot_check")
    #expect(try await other.progress(in: "spot_check", for: "bob").wrong == 1)
    #expect(try await other.next(in: "spot_check", for: "ada")?.sample.id != card.sample.id)
  }

  @Test("a version goes when its spot check is right, once, and not before")
  func release() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let version = try #require(desk.version)
    let early = await refusal { _ = try await desk.release(version, by: "ada") }
    #expect(early?.code == .gate)
    #expect(early?.message.hasPrefix("rule `spot_check`: the spot check of version") == true)
    let decided = try await project.decideAll(desk, in: "spot_check", wrong: 0)
    #expect(decided == project.journal.versions[0].members.count { $0.origin == .synthetic })
    let release = try await desk.release(version, by: "ada")
    #expect(release.ruling == "release" && release.checked == decided && release.because == nil)
    project.wait(60)
    #expect(try await desk.release(version, by: "bob") == release)
  }

  @Test("a blocked version goes against the rule only with a reason, which is recorded")
  func override() async throws {
    let project = try await ReviewProject()
    let desk = try project.desk(overrides: ["spot_check": "for a talk"])
    _ = try await project.decideAll(desk, in: "spot_check", wrong: 6)
    let version = try #require(desk.version)
    let plain = try project.desk()
    let error = await refusal { _ = try await plain.release(version, by: "ada") }
    #expect(error?.message.contains("is blocked by its spot check: 6 of") == true)
    let release = try await desk.release(version, by: "ada")
    #expect(release.ruling == "block" && release.because == "for a talk")
    #expect(project.journal.overrides.map(\.rule) == ["spot_check"])
  }
}
