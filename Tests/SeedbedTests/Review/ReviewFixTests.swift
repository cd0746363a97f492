import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Corrections by people")
struct ReviewFixTests {
  private func accepted(_ project: ReviewProject) throws -> Candidate {
    try #require(
      project.candidates().first {
        $0.status == .accepted && !$0.sample.provenance.parents.isEmpty
          && $0.sample.split == .train && $0.verdicts.contains { $0.check == "label" }
      }
    )
  }

  @Test("a new text makes a checked child of the row, and the next version has it in its place")
  func text() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let old = try accepted(project)
    let text = old.sample.text + " Thank you kindly, and have a pleasant evening over there."
    let stored = try await desk.decide(
      ReviewProject.decision(old.sample.id, .fix, .init(text: text)),
      in: "spot_check"
    )
    let made = try #require(await desk.outcome(of: stored))
    #expect(made.status == .accepted, "\(made.verdicts)")
    #expect(made.quota == old.quota && made.sample.split == old.sample.split)
    let provenance = made.sample.provenance
    #expect(provenance.parents == [old.sample.id])
    #expect(provenance.depth == old.sample.provenance.depth + 1)
    #expect(provenance.method?.name == "review")
    #expect(provenance.missingParts.isEmpty)
    let parameters = JSONValue.object(provenance.method?.parameters ?? JSONObject()).serialized()
    #expect(!parameters.contains("ada"))
    #expect(
      try EditList(provenance.edits, for: old.sample.text).applied(to: old.sample.text) == text
    )
    #expect(made.verdicts.map(\.check).contains("contamination"))
    let before = project.journal.versions[0].members.map(\.sample)
    let outcome = try await project.runner().makeVersion()
    let after = outcome.report.version.members.map(\.sample)
    #expect(Set(before).subtracting(after) == [old.sample.id])
    #expect(Set(after).subtracting(before) == [made.sample.id])
  }

  @Test("a rejected row is left out of the next version, and comes back when that is undone")
  func rejection() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let old = try accepted(project)
    _ = try await desk.decide(ReviewProject.decision(old.sample.id, .reject), in: "spot_check")
    let outcome = try await project.runner().makeVersion()
    #expect(!outcome.report.version.members.contains { $0.sample == old.sample.id })
    #expect(outcome.report.rejectedBy.contains { $0.check == "review" && $0.count == 1 })
    _ = try await desk.undo(in: "spot_check", by: "ada")
    let again = try await project.runner().makeVersion()
    #expect(again.report.version.id == project.journal.versions[0].id)
  }

  @Test("checking anew keeps what people decided, and fills the place of what they rejected")
  func verification() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let old = try accepted(project)
    let text = old.sample.text + " Thank you kindly, and have a pleasant evening over there."
    let stored = try await desk.decide(
      ReviewProject.decision(old.sample.id, .fix, .init(text: text)),
      in: "spot_check"
    )
    let wanted = try project.project.plan().quotas[old.quota].count
    let verified = try await project.runner().verify()
    let accepted = verified.filter { $0.quota == old.quota && $0.status == .accepted }
    #expect(accepted.contains { $0.sample.id == stored.replacement })
    #expect(!accepted.contains { $0.sample.id == old.sample.id })
    #expect(accepted.count <= wanted)
    // Statuses on record are those of the checks, so that undoing the fix is enough.
    let onRecord = try project.candidates().first { $0.sample.id == old.sample.id }
    #expect(onRecord?.status == .accepted)
  }

  @Test("a fix that fails a check is kept with its verdicts, and enters no version")
  func failing() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let old = try accepted(project)
    let parent = try #require(
      project.journal.realSamples().first { $0.id == old.sample.provenance.parents[0] }
    )
    let stored = try await desk.decide(
      ReviewProject.decision(old.sample.id, .fix, .init(text: parent.text)),
      in: "spot_check"
    )
    let made = try #require(await desk.outcome(of: stored))
    #expect(made.status == .rejected)
    #expect(made.rejectingCheck == "unchanged")
    let outcome = try await project.runner().makeVersion()
    let members = outcome.report.version.members.map(\.sample)
    #expect(!members.contains(old.sample.id) && !members.contains(made.sample.id))
  }

  @Test("a fix that says what a real row says is a duplicate of it")
  func duplicate() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let old = try accepted(project)
    let real = try #require(
      project.journal.realSamples().first {
        $0.label == old.sample.label && $0.id != old.sample.provenance.parents[0]
          && $0.split == .train
      }
    )
    let stored = try await desk.decide(
      ReviewProject.decision(old.sample.id, .fix, .init(text: real.text)),
      in: "spot_check"
    )
    let made = try #require(await desk.outcome(of: stored))
    #expect([.duplicate, .rejected].contains(made.status))
    if made.status == .duplicate { #expect(made.duplicate?.similarity == 1) }
  }

  @Test("accepting what the label check alone rejected lets a copy in that says what was overruled")
  func overruled() async throws {
    let project = try await ReviewProject()
    var candidate = try accepted(project)
    candidate.status = .rejected
    candidate.verdicts = candidate.verdicts.map { verdict in
      verdict.check == "label"
        ? Verdict(check: "label", .fail, score: 0.1, threshold: 0.4, evidence: "it reads like x")
        : verdict
    }
    project.journal.recordOutcomes([candidate])
    let desk = try project.desk()
    let stored = try await desk.decide(
      ReviewProject.decision(candidate.sample.id, .accept),
      in: "single_check"
    )
    let made = try #require(await desk.outcome(of: stored))
    #expect(made.status == .accepted, "\(made)")
    #expect(made.sample.text == candidate.sample.text)
    #expect(made.sample.provenance.method?.parameters["overruled"]?.array?.count == 1)
    let word = made.verdicts.last
    #expect(word?.check == "review" && word?.outcome == .pass)
    #expect(word?.evidence == "a person overruled `label` (fail: it reads like x)")
  }

  @Test(
    "a person's acceptance never lets a row past a hard check",
    arguments: ["contamination", "personal_data", "safety", "spans", "cell"]
  )
  func hard(check: String) async throws {
    let project = try await ReviewProject()
    var candidate = try accepted(project)
    candidate.status = .rejected
    candidate.verdicts = [Verdict(check: check, .fail, evidence: "found")]
    project.journal.recordOutcomes([candidate])
    let desk = try project.desk()
    let stored = try await desk.decide(
      ReviewProject.decision(candidate.sample.id, .accept),
      in: "single_check"
    )
    #expect(stored.replacement == nil)
    let outcome = try await project.runner().makeVersion()
    #expect(!outcome.report.version.members.contains { $0.sample == candidate.sample.id })
  }

  @Test("a person's difficulty is kept for the row, or for the one that the fix made")
  func difficulty() async throws {
    let project = try await ReviewProject(), desk = try project.desk()
    let old = try accepted(project)
    _ = try await desk.decide(
      ReviewProject.decision(old.sample.id, .accept, .init(difficulty: .adversarial)),
      in: "spot_check"
    )
    let log = ReviewLog(project.reviews.reviewEvents(after: 0))
    #expect(log.difficulties == [old.sample.id: .adversarial])
    let findings = try await desk.findings()
    #expect(findings.difficulties == 1 && findings.equalDifficulties == 0)
    #expect(findings.believed.trials == 1 && findings.believed.successes == 1)
  }
}
