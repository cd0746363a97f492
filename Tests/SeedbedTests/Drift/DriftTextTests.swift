import SeedbedLearning
import Testing

@Suite("Drift of texts: what a classifier tells apart, and by what")
struct DriftTextTests {
  private let quick = DomainSeparation.Options(test: PermutationTest(permutations: 39, threads: 2))

  @Test("the interval of an area equals DeLong's by all pairs")
  func areas() throws {
    for golden in try DriftGolden.values.get().areas {
      let scores = golden.positive + golden.negative
      let labels = scores.indices.map { $0 < golden.positive.count }
      let interval = try #require(Interval.areaUnderROC(scores: scores, labels: labels))
      #expect(agrees(interval.estimate, golden.area))
      #expect(agrees(interval.lower, golden.ends[0]) && agrees(interval.upper, golden.ends[1]))
    }
    #expect(Interval.areaUnderROC(scores: [1, 2, 3], labels: [true, false, false]) == nil)
    #expect(Interval.areaUnderROC(scores: [1, .nan], labels: [true, false]) == nil)
    let apart = Interval.areaUnderROC(scores: [4, 3, 2, 1], labels: [true, true, false, false])
    #expect(apart?.lower == 1 && apart?.upper == 1)
  }

  @Test("pitfall: punctuation alone brings the area to 1, and the content control shows it")
  func punctuation() throws {
    var sample = DriftSample(1, "texts")
    let first = sample.texts(200)
    let second = sample.texts(200).map { $0 + "!" }
    let result = try #require(DomainSeparation.measure(first, second, options: quick))
    let everything = try #require(result[.everything])
    let surface = try #require(result[.surface])
    #expect(everything.area > 0.99 && surface.area > 0.99)
    #expect(everything.test.pValue <= 0.05)
    let content = try #require(result[.content])
    #expect(content.area < 0.6 && content.test.pValue > 0.05)
    #expect(content.similarity > 0.8 && everything.similarity < 0.03)
    let names = everything.features.prefix(4).map(\.name)
    #expect(names.contains("ends with !") && names.contains("has !"))
    let mark = try #require(surface.features.first { $0.name == "has !" })
    #expect(mark.speaksForSecond && mark.firstShare == 0 && mark.secondShare == 1)
  }

  @Test("pitfall: casing and typographic signs are surface, not content")
  func casing() throws {
    var sample = DriftSample(2, "texts")
    let first = sample.texts(150).map { $0 + " don't" }
    let second = sample.texts(150).map { $0.prefix(1).uppercased() + $0.dropFirst() + " don’t" }
    let result = try #require(DomainSeparation.measure(first, second, options: quick))
    let surface = try #require(result[.surface])
    #expect(surface.area > 0.99)
    #expect(try #require(result[.content]).area < 0.62)
    let names = surface.features.map(\.name)
    #expect(names.contains("starts with a capital") && names.contains("has ’"))
  }

  @Test("pitfall: length alone is seen by the surface and taken out of the content")
  func length() throws {
    var sample = DriftSample(3, "texts")
    let first = sample.texts(250, lengths: 3...6)
    let second = sample.texts(250, lengths: 8...14)
    let result = try #require(DomainSeparation.measure(first, second, options: quick))
    let everything = try #require(result[.everything])
    let surface = try #require(result[.surface])
    #expect(everything.area > 0.9 && surface.area > 0.99)
    let content = try #require(result[.content])
    #expect(content.wordLimit == 4)
    #expect(abs(content.area - 0.5) < 0.1 && content.test.pValue > 0.05)
  }

  @Test("other words are content, and the features name them with their shares")
  func words() throws {
    var sample = DriftSample(4, "texts")
    let first = sample.texts(200, lastShare: 0.02)
    let second = sample.texts(200, lastShare: 0.4).map { $0 + " kindly advise" }
    let result = try #require(DomainSeparation.measure(first, second, options: quick))
    let content = try #require(result[.content])
    #expect(content.area > 0.95 && content.test.pValue <= 0.05)
    #expect(content.area > content.test.threshold)
    let names = content.features.map(\.name)
    #expect(names.contains("kindly") && names.contains("kindly advise"))
    for feature in content.features {
      #expect(feature.weight > 0 && feature.weight <= 1)
      #expect(feature.speaksForSecond == (feature.secondShare > feature.firstShare))
    }
    let weights = content.features.map(\.weight)
    #expect(weights == weights.sorted(by: >))
  }

  @Test("copies across the sides are left out together and do not push the area below chance")
  func copies() throws {
    var sample = DriftSample(5, "texts")
    let first = sample.texts(150, lengths: 6...9)
    let result = try #require(DomainSeparation.measure(first, first, options: quick))
    let everything = try #require(result[.everything])
    #expect(abs(everything.area - 0.5) < 0.12)
    #expect(everything.test.pValue > 0.05)
  }

  @Test("the same bits for any number of threads; samples are drawn by the seed")
  func deterministic() throws {
    var sample = DriftSample(6, "texts")
    let (first, second) = (sample.texts(120), sample.texts(90, lengths: 4...9))
    func measure(_ seed: UInt64, _ threads: Int) -> DomainSeparation? {
      let test = PermutationTest(permutations: 19, seed: seed, threads: threads)
      let options = DomainSeparation.Options(rowsPerSide: 60, folds: 3, test: test)
      return DomainSeparation.measure(first, second, options: options)
    }
    let one = try #require(measure(1, 1))
    #expect(one == measure(1, 3))
    #expect(one[.everything]?.firstCount == 60 && one[.everything]?.secondCount == 60)
    #expect(one[.everything]?.area != measure(2, 1)?[.everything]?.area)
  }

  @Test("hostile texts: empty, blank, unpaired marks, other scripts, control characters")
  func hostile() throws {
    let odd = [
      "", " ", "\u{0}", "🙂🙂", "日本語の文です", "\u{301}", "\u{10000}length3", "…", "A", "a\n\nb",
      "\u{FEFF}x", String(repeating: "long ", count: 5000),
    ]
    let other = odd.map { $0 + "?" }
    let result = try #require(DomainSeparation.measure(odd, other, options: quick))
    #expect(result.outcomes.map(\.view) == DomainSeparation.View.allCases)
    #expect(result.outcomes.allSatisfy { $0.area.isFinite && $0.interval?.lower.isFinite == true })
    #expect(DomainSeparation.measure([], ["a"], options: quick) == nil)
    #expect(DomainSeparation.measure(["a", "b"], ["a", "b"], options: quick) == nil)
    let blank = [String](repeating: " ", count: 9)
    let empty = try #require(DomainSeparation.measure(blank, blank, options: quick))
    #expect(empty[.content] == nil && empty[.everything]?.area == 0.5)
    #expect(empty[.everything]?.features.isEmpty == true)
  }

  @Test("false alarms of the classifier's permutation test are 3 to 7 % in 1,000 nulls")
  func falseAlarms() {
    let alarms = driftHits(1000) { trial in
      var sample = DriftSample(trial, "auc null")
      let result = DomainSeparation.measure(
        sample.texts(16),
        sample.texts(16),
        options: .init(
          folds: 2,
          views: [.everything],
          features: 0,
          test: PermutationTest(permutations: 19, seed: UInt64(trial))
        )
      )
      return (result?[.everything]?.test.pValue ?? 0) <= 0.05
    }
    #expect(alarms >= 30 && alarms <= 70, "\(alarms) of 1,000")
  }

  @Test("the classifier finds words that twice as many texts use, in 80 and 80 texts")
  func power() {
    let found = driftHits(30) { trial in
      var sample = DriftSample(trial, "auc power")
      let result = DomainSeparation.measure(
        sample.texts(80, lastShare: 0.25),
        sample.texts(80, lastShare: 0.5),
        options: .init(
          folds: 3,
          views: [.content],
          features: 0,
          test: PermutationTest(permutations: 19, seed: UInt64(trial))
        )
      )
      return (result?[.content]?.test.pValue ?? 1) <= 0.05
    }
    #expect(found >= 25, "\(found) of 30")
  }
}
