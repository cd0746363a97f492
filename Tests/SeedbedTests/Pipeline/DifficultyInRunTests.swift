import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Difficulty in a run")
struct DifficultyInRunTests {
  @Test("real rows and accepted samples are tagged by all signals, with the reasons")
  func signals() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let outcome = try await project.runner(journal).run()
    let real = journal.realSamples().filter { sample in
      outcome.report.version.members.contains { $0.sample == sample.id }
    }
    let tags = real.compactMap(\.difficulty)
    #expect(tags.count == real.count && real.count > 30)
    for tag in tags { #expect(tag.reasons[0].hasPrefix("score "), "\(tag)") }
    // The real rows are cut at their own quantiles.
    #expect(Set(tags.map(\.tier)).count >= 3)
    let accepted = outcome.candidates.filter { $0.status == .accepted }.map(\.sample)
    for sample in accepted {
      let tag = try #require(sample.difficulty)
      if sample.split == .syntheticEval {
        #expect(tag.tier == .adversarial)
      } else {
        #expect(tag.reasons[0].hasPrefix("score ") && tag.reasons[1].hasPrefix("margin "))
      }
    }
  }

  @Test("a person's tag wins over what was measured, which is kept as a reason")
  func people() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let first = try await project.runner(journal).run()
    let accepted = first.candidates.filter { $0.status == .accepted }.map(\.sample)
    let synthetic = try #require(accepted.first { $0.split == .train })
    let real = try #require(journal.realSamples().first { $0.difficulty != nil })
    for tier in [Difficulty.adversarial, .easy] {
      journal.opinions = [synthetic, real].map { HumanOpinion($0, difficulty: tier) }
      let second = try await project.runner(journal).run()
      #expect(second.report.isUnchanged)
      let tagged = try #require(second.candidates.first { $0.sample.id == synthetic.id }).sample
      for (sample, before) in [
        (tagged, synthetic), (try #require(journal.realSamples().first { $0.id == real.id }), real),
      ] {
        let measured = try #require(before.difficulty)
        #expect(sample.difficulty?.tier == tier)
        #expect(
          sample.difficulty?.reasons == ["a person's tag", "measured as \(measured.tier.rawValue)"]
            + measured.reasons
        )
      }
    }
    journal.opinions = []
    let third = try await project.runner(journal).run()
    #expect(third.candidates == first.candidates)
  }

  @Test("what people say of many rows moves the tiers of the others")
  func cutOffs() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    _ = try await project.runner(journal).run()
    let before = journal.realSamples().filter { $0.difficulty != nil }
    let told = before.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    #expect(told.count >= 20)
    journal.opinions = told.map { HumanOpinion($0, difficulty: .easy) }
    _ = try await project.runner(journal).run()
    let others = journal.realSamples().filter {
      $0.difficulty != nil && !told.map(\.id).contains($0.id)
    }
    let easy = { (samples: [Sample]) in samples.count { $0.difficulty?.tier == .easy } }
    let same = Set(others.map(\.id))
    #expect(easy(others) > easy(before.filter { same.contains($0.id) }))
    for sample in others {
      #expect(
        sample.difficulty?.reasons.contains("cut-offs moved to where people put them") == true
      )
    }
    journal.opinions = []
    _ = try await project.runner(journal).run()
    #expect(journal.realSamples().filter { $0.difficulty != nil } == before)
  }

  @Test("a tag given between verifying and making a version counts too")
  func late() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    _ = try await project.runner(journal).gaps()
    _ = try await project.runner(journal).generate()
    let verified = try await project.runner(journal).verify()
    let sample = try #require(verified.first { $0.status == .accepted }?.sample)
    journal.opinions = [HumanOpinion(sample, difficulty: .adversarial)]
    let outcome = try await project.runner(journal).makeVersion()
    let tag = outcome.candidates.first { $0.sample.id == sample.id }?.sample.difficulty
    #expect(tag?.tier == .adversarial && tag?.reasons.first == "a person's tag")
    let stored = journal.candidates(plan: try project.plan().digest)
    #expect(stored.first { $0.sample.id == sample.id }?.sample.difficulty == tag)
  }
}
