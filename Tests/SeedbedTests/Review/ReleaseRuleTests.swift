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
    #expect(open.next == ReleaseLook(rows: 200, allowed: 2))
    #expect(open.needed == 1600)
    let blocked = rule.gate(wrong: 6, checked: 100, of: 5000)
    #expect(blocked.ruling == .block)
    #expect(blocked.next == nil && blocked.needed == nil)
  }

  @Test(
    "looks double, and each allows what the binomial distribution allows of the chance left to it"
  )
  func looks() {
    // By hand with the binomial distribution of another language: 0.0371, 0.0023, 0.0042, 0.0021, 0.0016.
    let looks = [(100, 1), (200, 2), (400, 9), (800, 23), (1600, 55), (2000, 100)]
    #expect(rule.looks(of: 2000) == looks.map { ReleaseLook(rows: $0.0, allowed: $0.1) })
    #expect(rule.looks(of: 100) == [ReleaseLook(rows: 100, allowed: 5)])
    #expect(rule.looks(of: 30) == [ReleaseLook(rows: 30, allowed: 1)])
    #expect(rule.looks(of: 0).isEmpty)
    let large = rule.looks(of: 1_000_000)
    #expect(large.count == 15)
    #expect(zip(large, large.dropFirst()).allSatisfy { ($0.allowed ?? -1) < ($1.allowed ?? -1) })
  }

  @Test("a first draw that is too small for any release says so and goes on to one that is not")
  func tooSmall() {
    let rule = ReleaseRule(sample: 20)
    let gate = rule.gate(wrong: 0, checked: 20, of: 5000)
    #expect(gate.ruling == .undecided)
    #expect(gate.next == ReleaseLook(rows: 40, allowed: nil))
    #expect(gate.needed == 80)
    #expect(
      gate.ahead == "the look at 40 rows is too small to release; at this rate it takes 80 rows"
    )
    #expect(rule.gate(wrong: 0, checked: 80, of: 5000).ruling == .release)
  }

  @Test(
    "what is needed releases if errors go on at the same rate, and no earlier look does",
    arguments: 2...4
  )
  func needed(wrong: Int) throws {
    let needed = try #require(rule.gate(wrong: wrong, checked: 100, of: 100_000).needed)
    let ruling = { (rows: Int) in
      rule.gate(wrong: wrong * rows / 100, checked: rows, of: 100_000).ruling
    }
    #expect(ruling(needed) == .release)
    #expect(ruling(needed / 2) == .undecided)
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
        guard let next = gate.next else { return gate.ruling == .release }
        wanted = next.rows
      }
    }
  }

  @Test("versions with 10 % errors are hardly ever released, those with 0.5 % mostly")
  func simulation() {
    #expect(releases(errorRate: 0.1, versions: 2000) < 20)
    #expect(releases(errorRate: 0.005, versions: 500) > 450)
  }

  @Test(
    "a version right at the limit is released in fewer than one of twenty cases, all looks together"
  )
  func atTheLimit() {
    // Looking at all 5,000 rows is no matter of chance: half of such versions are then within the limit.
    let released = (0..<4000).count { number in
      var random = CounterRandom(seed: 12, sample: UInt64(number), operation: 6, draw: 0)
      var wrong = 0, checked = 0
      for look in rule.looks(of: 5000).dropLast() {
        while checked < look.rows {
          if random.chance(0.05) { wrong += 1 }
          checked += 1
        }
        if rule.gate(wrong: wrong, checked: checked, of: 5000).ruling == .release { return true }
      }
      return false
    }
    #expect((120...210).contains(released), "\(released) of 4000")
  }
}
