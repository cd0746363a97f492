import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("The rule by which a version is released")
struct ReleaseRuleTests {
  private let rule = ReleaseRule()

  @Test("one wrong row of a hundred releases, three decide nothing, six block")
  func hundred() {
    let released = rule.gate(wrong: 1, checked: 100, of: 5000)
    #expect(released.ruling == .release)
    #expect(abs(released.errorRate.upper - 0.0436) < 0.0001)
    let open = rule.gate(wrong: 3, checked: 100, of: 5000)
    #expect(open.ruling == .undecided)
    #expect(open.needed.map { $0 > 100 && $0 < 500 } == true)
    let blocked = rule.gate(wrong: 6, checked: 100, of: 5000)
    #expect(blocked.ruling == .block)
    #expect(blocked.needed == nil)
  }

  @Test("what is needed would release if errors went on at the same rate", arguments: 2...4)
  func needed(wrong: Int) throws {
    let needed = try #require(rule.gate(wrong: wrong, checked: 100, of: 100_000).needed)
    let bound = { (count: Int) in
      Interval.wilson(
        successes: Int((Double(wrong * count) / 100).rounded()),
        trials: count,
        confidence: 0.9
      ).upper
    }
    // Errors come whole, so the bound is met up to half an error.
    #expect(bound(needed) <= 0.05 + 0.5 / Double(needed))
    #expect(bound(needed * 9 / 10) > 0.05 - 0.5 / Double(needed))
  }

  @Test("a small version is released by looking at all of it, and not before")
  func small() {
    #expect(rule.gate(wrong: 1, checked: 20, of: 20).ruling == .release)
    #expect(rule.gate(wrong: 2, checked: 20, of: 20).ruling == .block)
    #expect(rule.gate(wrong: 0, checked: 19, of: 20).ruling == .undecided)
    #expect(rule.gate(wrong: 0, checked: 19, of: 20).needed == 20)
    #expect(rule.gate(wrong: 0, checked: 0, of: 0).ruling == .release)
  }

  @Test("the rule waits for the whole draw, but says at once what no later row can change")
  func early() {
    #expect(rule.gate(wrong: 0, checked: 99, of: 5000).ruling == .undecided)
    #expect(rule.gate(wrong: 0, checked: 99, of: 5000).needed == 100)
    #expect(rule.gate(wrong: 5, checked: 5, of: 5000).ruling == .undecided)
    #expect(rule.gate(wrong: 6, checked: 6, of: 5000).ruling == .block)
  }

  private func rank(_ ruling: ReleaseGate.Ruling) -> Int {
    switch ruling {
    case .block: 0
    case .undecided: 1
    case .release: 2
    }
  }

  @Test(
    "a further error never helps, and a further right row never harms",
    arguments: [30, 140, 900]
  )
  func monotone(total: Int) {
    for checked in 0...total {
      var last = 2
      for wrong in 0...min(checked, 40) {
        let gate = rule.gate(wrong: wrong, checked: checked, of: total)
        let now = rank(gate.ruling)
        #expect(now <= last, "\(wrong) of \(checked) of \(total)")
        last = now
        if checked < total {
          let next = rank(rule.gate(wrong: wrong, checked: checked + 1, of: total).ruling)
          #expect(next >= now, "\(wrong) of \(checked + 1) of \(total)")
        }
        if gate.ruling == .undecided {
          #expect(gate.needed.map { $0 > checked && $0 <= total } == true)
        }
      }
    }
  }

  /// How often a version is released whose rows are wrong with some probability, when people go on
  /// looking for as long as the rule asks for more.
  private func releases(errorRate: Double, versions: Int) -> Int {
    (0..<versions).count { number in
      var random = CounterRandom(seed: 11, sample: UInt64(number), operation: 5, draw: 0)
      var wrong = 0, checked = 0, wanted = 100
      while true {
        while checked < wanted {
          if random.chance(errorRate) { wrong += 1 }
          checked += 1
        }
        let gate = rule.gate(wrong: wrong, checked: checked, of: 5000)
        guard gate.ruling == .undecided, let needed = gate.needed else {
          return gate.ruling == .release
        }
        wanted = needed
      }
    }
  }

  @Test("versions with 10 % errors are hardly ever released, those with 0.5 % mostly")
  func simulation() {
    #expect(releases(errorRate: 0.1, versions: 2000) < 20)
    #expect(releases(errorRate: 0.005, versions: 500) > 450)
  }

  @Test("a version right at the limit passes its first look in fewer than one of twenty cases")
  func atTheLimit() {
    let released = (0..<4000).count { number in
      var random = CounterRandom(seed: 12, sample: UInt64(number), operation: 6, draw: 0)
      let wrong = (0..<100).count { _ in random.chance(0.05) }
      return rule.gate(wrong: wrong, checked: 100, of: 5000).ruling == .release
    }
    // Exactly 3.7 % of binomial draws have at most one error; further looks release more.
    #expect((80...200).contains(released))
  }
}
