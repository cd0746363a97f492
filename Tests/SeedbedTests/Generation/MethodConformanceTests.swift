import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

/// What every transform must hold to, run on each of them and on the chains for training.
@Suite("Every generation method")
struct MethodConformanceTests {
  static let all = GenerationSupport.names + MethodRegistry.recipes

  @Test(
    "edits apply, change the text, leave something and never touch what is locked",
    arguments: all
  )
  func keepsTheRules(name: String) throws {
    var made = 0, tried = 0
    // The parts of a chain have met every text on their own.
    let step = name.contains("+") ? 4 : 1
    for (number, seed) in GenerationSupport.seeds.enumerated() where number % step == 0 {
      tried += 1
      guard let proposal = try GenerationSupport.propose(name, seed, sample: number) else {
        continue
      }
      made += 1
      let text = try proposal.edits.applied(to: seed.text)
      #expect(text != seed.text)
      #expect(text.unicodeScalars.contains { !$0.properties.isWhitespace })
      #expect(proposal.edits.edits.allSatisfy { !$0.reason.isEmpty })
      for lock in seed.locked {
        let mapped = try #require(proposal.edits.map(lock), "\(name) cut \(lock) of \(seed.text)")
        let before = GenerationSupport.slice(seed.text, lock)
        #expect(GenerationSupport.slice(text, mapped) == before, "\(name) on \(seed.text)")
      }
    }
    // Methods for dates or lists find them in few messages; noise and attacks find something in most.
    let descriptor = try GenerationSupport.registry.transform(named: name).descriptor
    guard descriptor.rate != nil || descriptor.use == .evaluation else { return }
    // Of the few messages that are written out here one is enough.
    let least = GenerationSupport.hasShared ? tried / 10 + 1 : 1
    #expect(made >= least, "\(name) made only \(made) of \(tried)")
  }

  @Test("the same random stream gives the same proposal", arguments: all)
  func isDeterministic(name: String) throws {
    for (number, seed) in GenerationSupport.seeds.enumerated() where number % 13 == 0 {
      let first = try GenerationSupport.propose(name, seed, sample: number)
      #expect(try GenerationSupport.propose(name, seed, sample: number) == first)
    }
  }

  @Test("pitfall 8: the answer does not hang on what was asked before or on threads")
  func isIndependentOfOrder() async throws {
    let seeds = Array(GenerationSupport.seeds.enumerated().filter { $0.offset % 29 == 0 })
    for name in Self.all {
      let alone = try seeds.map {
        try GenerationSupport.propose(name, $0.element, sample: $0.offset)
      }
      let together = try await withThrowingTaskGroup(of: (Int, Proposal?).self) { group in
        for (place, seed) in seeds.enumerated().reversed() {
          group.addTask {
            (place, try GenerationSupport.propose(name, seed.element, sample: seed.offset))
          }
        }
        var proposals = [Proposal?](repeating: nil, count: seeds.count)
        for try await (place, proposal) in group { proposals[place] = proposal }
        return proposals
      }
      #expect(alone == together)
    }
  }

  @Test("a method that does not know a language leaves its texts alone", arguments: all)
  func knowsItsLanguages(name: String) throws {
    let languages = try GenerationSupport.registry.transform(named: name).descriptor.languages
    guard !languages.isEmpty else { return }
    for unknown in ["xx", nil] {
      let seed = GenerationSupport.seed("I don't know why, please help!", language: unknown)
      #expect(try GenerationSupport.propose(name, seed) == nil)
    }
  }

  @Test(
    "pitfall 11: noise stays near what people type",
    arguments: ["misspelling", "keyboard", "ocr"]
  )
  func noiseRate(name: String) throws {
    let seeds =
      GenerationSupport.bankingSeeds.isEmpty
      ? GenerationSupport.ownSeeds : GenerationSupport.bankingSeeds
    var changed = 0, length = 0
    for (number, seed) in seeds.enumerated() where seed.language == "en" {
      guard let proposal = try GenerationSupport.propose(name, seed, sample: number) else {
        continue
      }
      changed += proposal.edits.edits.reduce(0) {
        $0 + max($1.end - $1.start, $1.replacement.utf8.count)
      }
      length += seed.text.utf8.count
    }
    let share = Double(changed) / Double(length)
    #expect((0.005...0.08).contains(share), "\(name) changes \(share) of the text")
  }

  @Test("pitfall 6: numbers, dates, addresses and codes survive", arguments: all)
  func keepsFigures(name: String) throws {
    let kept = [
      "4711-AX", "12.50", "anna.b@example.org", "https://example.org/a?b=c&d=1", "2024-03-01",
      "10:30", "998877", "v2.4.1", "+49 30 1234567", "{{name}}", "`x = 1`",
    ]
    let text =
      "My order 4711-AX of 12.50 EUR, placed on 2024-03-01 at 10:30, is missing; write to "
      + "anna.b@example.org or see https://example.org/a?b=c&d=1 about 998877, not v2.4.1. "
      + "Please call +49 30 1234567 and ask for {{name}}, who will not run `x = 1`."
    for result in try GenerationSupport.results(name, text, draws: 60) {
      for figure in kept { #expect(result.contains(figure), "\(name): \(result)") }
    }
  }

  @Test("pitfall 7: a locked name stays in any case", arguments: all)
  func keepsLockedNames(name: String) throws {
    for city in ["New York", "NEW YORK", "new york", "nEW yORK"] {
      let text = "Could you please tell me why the \(city) office is not open, and when it will be?"
      let lock = GenerationSupport.range(of: city, in: text)
      for result in try GenerationSupport.results(name, text, locked: [lock], draws: 40) {
        #expect(result.contains(city), "\(name): \(result)")
      }
    }
  }

  @Test("pitfall 4: a negation keeps its spelling in what is made for training")
  func keepsNegations() throws {
    let text = "I will not pay because I never got the card and nobody can help without an account."
    let registry = GenerationSupport.registry
    for name in GenerationSupport.names where name != "casing" {
      let descriptor = try registry.transform(named: name).descriptor
      guard descriptor.use == .training, descriptor.labelEffect == .invariant else { continue }
      for result in try GenerationSupport.results(name, text, draws: 60) {
        let words = result.lowercased().split { !$0.isLetter && $0 != "'" }
        let negated = words.contains("not") || words.contains("won't")
        #expect(
          negated && words.contains("never") && words.contains("nobody"),
          "\(name): \(result)"
        )
      }
    }
  }
}
