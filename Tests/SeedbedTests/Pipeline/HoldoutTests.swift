import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("The real holdout is sealed")
struct HoldoutTests {
  static func rows(_ count: Int = 6) throws -> [Sample] {
    var random = PipelineFixture.random(6)
    return try PipelineFixture.real(
      (0..<count).map { _ in (PipelineFixture.words(3, &random), "a") }
    )
  }

  @Test("what was sealed opens again")
  func roundTrip() async throws {
    let folder = try PipelineFolder(), path = folder.file("holdout.jsonl")
    let sealed = try SealedHoldout(sealing: Self.rows(), at: path)
    let opened = try SealedHoldout(openingAt: path)
    #expect(opened.seal == sealed.seal)
    #expect(opened.count == 6)
    let index = try await opened.leakIndex(threshold: 0.8, threads: 2)
    #expect(try Self.rows().allSatisfy { index.holds($0) })
    #expect(try Self.rows().allSatisfy { index.leak(TextSketch($0.text))?.row == $0.id })
  }

  @Test("synthetic rows, no rows and a second sealing are refused")
  func refused() throws {
    let folder = try PipelineFolder(), path = folder.file("holdout.jsonl")
    let rows = try Self.rows()
    func refusal(_ samples: [Sample]) -> SeedbedError? {
      #expect(throws: SeedbedError.self) { try SealedHoldout(sealing: samples, at: path) }
    }
    #expect(refusal(rows + [PipelineFixture.child(of: rows[0], "made up")])?.code == .gate)
    #expect(refusal([])?.message.contains("without any row") == true)
    #expect(throws: SeedbedError.self) { try SealedHoldout(openingAt: path) }
    _ = try SealedHoldout(sealing: rows, at: path)
    let error = refusal(rows)
    #expect(error?.code == .gate)
    #expect(error?.message.contains("already sealed") == true)
    #expect(try SealedHoldout(openingAt: path).count == 6)
  }

  @Test("no byte of the sealed file can be changed, added or taken away unseen")
  func everyByte() throws {
    let folder = try PipelineFolder()
    _ = try SealedHoldout(sealing: Self.rows(2), at: folder.file("holdout.jsonl"))
    let bytes = try folder.bytes("holdout.jsonl")
    func opens(_ bytes: [UInt8]) throws -> Bool {
      try folder.write("changed.jsonl", bytes: bytes)
      do {
        _ = try SealedHoldout(openingAt: folder.file("changed.jsonl"))
        return true
      } catch let error as SeedbedError {
        #expect(error.code == .gate)
        return false
      }
    }
    #expect(try opens(bytes))
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= position % 2 == 0 ? 1 : 0x20
      #expect(try !opens(changed), "byte \(position)")
    }
    #expect(try !opens(Array(bytes.dropLast(3))))
    #expect(try !opens(bytes + Array("\n{}".utf8)))
    let lines = bytes.split(separator: 0x0A)
    #expect(try !opens(Array((lines[0] + [0x0A] + lines[2] + [0x0A] + lines[1] + [0x0A]))))
    #expect(try !opens(Array(lines[0] + [0x0A])))
    #expect(try !opens([]))
  }

  @Test("the seal does not depend on the order of the rows")
  func order() throws {
    let folder = try PipelineFolder(), rows = try Self.rows(30)
    let straight = try SealedHoldout(sealing: rows, at: folder.file("a")).seal
    let shuffled = try SealedHoldout(
      sealing: PipelineFixture.permuted(rows, seed: 3),
      at: folder.file("b")
    ).seal
    let other = try SealedHoldout(sealing: Array(rows.dropLast()), at: folder.file("c")).seal
    #expect(straight == shuffled)
    #expect(straight != other)
  }

  @Test("seeds refuse a sealed sample")
  func seeds() async throws {
    let rows = try Self.rows()
    let index = try await PipelineFixture.leakIndex(Array(rows.prefix(2)))
    let dimensions = try DimensionSet(["label"], languages: [])
    func seeds(_ samples: [Sample]) async throws -> SeedRows {
      try await SeedRows(
        samples,
        excluding: [],
        sealedFrom: index,
        dimensions: dimensions,
        threads: 1
      )
    }
    let error = await #expect(throws: SeedbedError.self) { try await seeds(rows) }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("sealed holdout") == true)
    _ = try await seeds(Array(rows.dropFirst(2)))
  }

  @Test("only usable real samples of the training part are seeds")
  func usable() async throws {
    var rows = try Self.rows(8)
    for index in rows.indices { rows[index].split = .train }
    rows[1].split = .validation
    rows[2].tags = ["span_invalid"]
    rows[3].split = nil
    var child = PipelineFixture.child(of: rows[0], "a child")
    child.split = .train
    let seeds = try await SeedRows(
      rows + [child],
      excluding: [rows[4].id],
      sealedFrom: .empty,
      dimensions: DimensionSet(["label"], languages: []),
      threads: 2
    )
    #expect(seeds.seedCount(for: Cell([.init("label", "a")])) == 4)
    #expect(seeds.seedCount(for: Cell([.init("label", "b")])) == 0)
  }

  @Test("a chosen holdout takes whole groups and its share of every label", arguments: 0..<3)
  func chosen(seed: Int) throws {
    let (samples, groups) = try RealSplitterTests.data(300, seed: seed)
    let sketches = PipelineFixture.sketches(samples)
    let chosen = Set(
      HoldoutChooser.choose(
        from: samples,
        sketches: sketches,
        fraction: 0.2,
        threshold: 0.8,
        seed: seed
      )
    )
    #expect(abs(Double(chosen.count) - 0.2 * Double(samples.count)) <= 18)
    for (index, root) in groups.enumerated() {
      #expect(chosen.contains(index) == chosen.contains(root))
    }
    let leaks = HoldoutChooser.leaks(
      training: samples.indices.filter { !chosen.contains($0) }.map { sketches[$0] },
      holdout: chosen.sorted().map { sketches[$0] },
      threshold: 0.8
    )
    #expect(leaks.isEmpty)
  }

  @Test("leaks between training rows and a holdout of the user's own are named")
  func ownHoldout() throws {
    let texts = ["one thing that is asked about often", "another matter of some weight here"]
    let leaks = HoldoutChooser.leaks(
      training: ["nothing to see", texts[1].uppercased(), texts[0] + "?"].map { TextSketch($0) },
      holdout: texts.map { TextSketch($0) },
      threshold: 0.8
    )
    #expect(leaks.map(\.training) == [1, 2])
    #expect(leaks.map(\.holdout) == [1, 0])
  }
}
