import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Real samples are split by whole groups")
struct RealSplitterTests {
  /// Samples in groups of up to six near-duplicates, some of them with mixed labels.
  static func data(_ count: Int, seed: Int) throws -> (samples: [Sample], groups: [Int]) {
    var random = PipelineFixture.random(seed), rows: [(String, String)] = []
    while rows.count < count {
      let text = PipelineFixture.words(15, &random)
      let label = ["a", "b", "c"][min(2, random.index(below: 6))]
      for number in 0..<(1 + random.index(below: 6)) {
        rows.append(("\(text) \(number)", random.chance(0.1) ? "b" : label))
      }
    }
    return grouped(try PipelineFixture.real(rows))
  }

  static func grouped(_ samples: [Sample]) -> (samples: [Sample], groups: [Int]) {
    var groups = Groups.nearDuplicates(PipelineFixture.sketches(samples), threshold: 0.8)
    return (samples, groups.roots())
  }

  static func splitter(validation: Double = 0.1, suite: Int = 0, seed: Int = 42) -> RealSplitter {
    var shares = Configuration.Splits()
    shares.train = 1 - validation
    shares.validation = validation
    return RealSplitter(shares: shares, evaluationSuite: suite, seed: seed)
  }

  @Test("no group lies in two parts", arguments: 0..<5)
  func groups(seed: Int) throws {
    let (samples, groups) = try Self.data(400, seed: seed)
    let splits = Self.splitter(validation: 0.25, suite: 60, seed: seed).splits(
      of: samples,
      groups: groups
    )
    for (index, root) in groups.enumerated() { #expect(splits[index] == splits[root]) }
    #expect(Set(splits) == [.train, .validation, .syntheticEval])
  }

  @Test("every label has its share within the size of one group", arguments: [0.1, 0.2, 0.5])
  func stratified(share: Double) throws {
    let (samples, groups) = try Self.data(800, seed: 9)
    let splits = Self.splitter(validation: share).splits(of: samples, groups: groups)
    for label in ["a", "b", "c"] {
      // The label of a group is that of its leader, so a mixed one may count elsewhere.
      let own = samples.indices.filter { samples[$0].label == label }
      let taken = own.count { splits[$0] == .validation }
      #expect(abs(Double(taken) - Double(own.count) * share) <= 6 + Double(own.count) * 0.12)
    }
    let total = splits.count { $0 == .validation }
    #expect(abs(Double(total) - Double(samples.count) * share) <= 3 * 6)
  }

  @Test("single samples are split exactly, label by label, by largest remainders")
  func exact() throws {
    var random = PipelineFixture.random(3)
    let samples = try PipelineFixture.real(
      (0..<200).map { (PipelineFixture.words(12, &random), $0 < 140 ? "a" : $0 < 180 ? "b" : "c") }
    )
    let splits = Self.splitter().splits(of: samples, groups: Array(samples.indices))
    func count(_ label: String) -> Int {
      samples.indices.count { samples[$0].label == label && splits[$0] == .validation }
    }
    #expect([count("a"), count("b"), count("c")] == [14, 4, 2])
  }

  @Test("the parts do not depend on the order of the file", arguments: 0..<6)
  func order(seed: Int) throws {
    let (samples, groups) = try Self.data(300, seed: 1)
    let splitter = Self.splitter(validation: 0.3, suite: 30)
    func parts(_ samples: [Sample], _ groups: [Int]) -> [SampleID: Split] {
      let splits = splitter.splits(of: samples, groups: groups)
      return Dictionary(uniqueKeysWithValues: zip(samples.map(\.id), splits))
    }
    let shuffled = Self.grouped(PipelineFixture.permuted(samples, seed: seed))
    #expect(parts(samples, groups) == parts(shuffled.samples, shuffled.groups))
  }

  @Test("a third of the evaluation suite is reserved, at most half of the validation part")
  func reserve() throws {
    var random = PipelineFixture.random(3)
    let samples = try PipelineFixture.real(
      (0..<300).map { _ in (PipelineFixture.words(12, &random), "a") }
    )
    func reserved(_ suite: Int) -> (Int, Int) {
      let splits = Self.splitter(suite: suite).splits(of: samples, groups: Array(samples.indices))
      return (splits.count { $0 == .syntheticEval }, splits.count { $0 == .validation })
    }
    #expect(reserved(0) == (0, 30))
    #expect(reserved(30) == (10, 20))
    #expect(reserved(31) == (11, 19))
    #expect(reserved(3000) == (15, 15))
  }

  @Test("another seed draws another part of the same size")
  func seeds() throws {
    let (samples, _) = try Self.data(200, seed: 2)
    let singles = Array(samples.indices)
    let one = Self.splitter(seed: 1).splits(of: samples, groups: singles)
    let two = Self.splitter(seed: 2).splits(of: samples, groups: singles)
    #expect(one != two)
    #expect(one.count { $0 == .validation } == two.count { $0 == .validation })
    #expect(Self.splitter().splits(of: [], groups: []).isEmpty)
  }
}

@Suite("A leak scan finds every planted leak")
struct LeakScannerTests {
  static func rows(_ count: Int, seed: Int = 1) throws -> [Sample] {
    var random = PipelineFixture.random(seed)
    return try PipelineFixture.real(
      (0..<count).map { _ in (PipelineFixture.words(14, &random), "a") }
    ).map { sample in
      var sample = sample
      sample.split = .train
      return sample
    }
  }

  static func placed(_ sample: Sample, _ split: Split) -> Sample {
    var sample = sample
    sample.split = split
    return sample
  }

  static func scan(
    _ samples: [Sample],
    reserved: [Sample] = [],
    holdout: LeakIndex = .empty
  ) -> LeakScan {
    LeakScanner.scan(
      samples,
      sketches: PipelineFixture.sketches(samples),
      reserved: reserved,
      holdout: holdout,
      threshold: 0.8
    )
  }

  @Test("nothing is found where nothing leaks")
  func clean() async throws {
    var samples = try Self.rows(60)
    for index in 50..<60 { samples[index].split = .validation }
    var random = PipelineFixture.random(77)
    for index in 0..<20 {
      samples.append(
        Self.placed(
          PipelineFixture.child(of: samples[index], PipelineFixture.words(9, &random)),
          .train
        )
      )
    }
    let scan = Self.scan(
      samples,
      holdout: try await PipelineFixture.leakIndex(Self.rows(20, seed: 2))
    )
    #expect(scan.isClean)
    #expect(scan.compared == 80)
  }

  @Test("a child in another part than its parent", arguments: [Split.validation, .syntheticEval])
  func child(split: Split) throws {
    var samples = try Self.rows(10)
    samples.append(Self.placed(PipelineFixture.child(of: samples[3], "all new words here"), split))
    #expect(Self.scan(samples).crossingGroups == 1)
    samples[10].split = .train
    #expect(Self.scan(samples).isClean)
  }

  @Test("a child of a reserved sample in the training part")
  func reserved() throws {
    let samples = try Self.rows(10)
    let reserved = Self.placed(try Self.rows(1, seed: 5)[0], .syntheticEval)
    let child = PipelineFixture.child(of: reserved, "all new words here")
    #expect(!Self.scan(samples + [Self.placed(child, .train)], reserved: [reserved]).isClean)
    #expect(Self.scan(samples + [Self.placed(child, .syntheticEval)], reserved: [reserved]).isClean)
  }

  @Test("two children of one parent that is gone")
  func grandchildren() throws {
    let parent = try Self.rows(1, seed: 8)[0]
    let first = PipelineFixture.child(of: parent, "one wording of the thing", draw: 1)
    let second = PipelineFixture.child(of: parent, "other words for that matter", draw: 2)
    let scan = Self.scan([Self.placed(first, .train), Self.placed(second, .validation)])
    #expect(scan.crossingGroups == 1)
  }

  @Test("one template in two parts")
  func template() throws {
    let one = PipelineFixture.fromTemplate("t", "please send the red book to Rome", label: "a")
    let two = PipelineFixture.fromTemplate(
      "t",
      "cancel my flight from Oslo at once",
      label: "a",
      draw: 1
    )
    let other = PipelineFixture.fromTemplate("u", "a sentence of another template", label: "a")
    let samples = [Self.placed(one, .train), Self.placed(two, .validation)]
    #expect(Self.scan(samples).crossingGroups == 1)
    #expect(Self.scan([samples[0], Self.placed(other, .validation)]).isClean)
  }

  @Test("near-duplicates across two parts, with their ids and similarity")
  func nearDuplicate() throws {
    var samples = try Self.rows(30)
    let copy = try #require(
      try PipelineFixture.real([(samples[7].text.uppercased() + " now", "a")]).first
    )
    samples.append(Self.placed(copy, .validation))
    let scan = Self.scan(samples)
    let leak = try #require(scan.leaks.first)
    #expect(scan.leaks.count == 1)
    #expect(leak.sample == copy.id)
    #expect(leak.other == samples[7].id.hex)
    #expect(Set([leak.split, leak.otherSplit]) == ["train", "validation"])
    #expect(leak.similarity >= 0.8)
    #expect(scan.crossingGroups == 1)
  }

  @Test("a sample like a row of the holdout")
  func holdout() async throws {
    let samples = try Self.rows(30)
    let held = try PipelineFixture.real([(samples[4].text + "!", "a")])
    let scan = Self.scan(samples, holdout: try await PipelineFixture.leakIndex(held))
    #expect(scan.leaks.map(\.sample) == [samples[4].id])
    #expect(scan.leaks.first?.otherSplit == "holdout")
    #expect(!scan.isClean)
  }

  @Test("a version that would leak is refused, and a clean one carries its scan")
  func version() async throws {
    var samples = try Self.rows(12)
    samples[0].split = .validation
    func build(_ synthetic: [Sample]) async throws -> DatasetVersion {
      try await VersionBuilder.build(
        real: samples,
        synthetic: synthetic,
        holdout: .empty,
        seal: "s",
        threshold: 0.8,
        run: "r",
        threads: 2
      )
    }
    let version = try await build([])
    #expect(version.leakScan.isClean)
    #expect(version.count(.train, .real) == 11)
    #expect(version.count(.validation, .real) == 1)
    let child = PipelineFixture.child(of: samples[0], "different words altogether")
    let error = await #expect(throws: SeedbedError.self) {
      try await build([Self.placed(child, .train)])
    }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("would leak") == true)
  }

  @Test("a version's id depends on what is in it, not on the order or the run")
  func versionID() throws {
    let samples = try Self.rows(9)
    func id(
      _ order: [Int],
      _ seal: String? = "s",
      split: Split = .train,
      run: String = "r"
    ) -> String {
      DatasetVersion(
        run: run,
        holdoutSeal: seal,
        members: order.map {
          .init(sample: samples[$0].id, split: $0 == 0 ? split : .train, origin: .real)
        },
        leakScan: LeakScan(threshold: 0.8, compared: 0, crossingGroups: 0, leaks: [])
      ).id
    }
    let all = Array(0..<9)
    #expect(id(all) == id(all.reversed(), run: "other"))
    #expect(
      Set([id(all), id(all.dropLast()), id(all, nil), id(all, split: .validation)]).count == 4
    )
  }
}
