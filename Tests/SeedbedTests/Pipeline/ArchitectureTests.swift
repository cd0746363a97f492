import Foundation
import Testing

@Suite("The shape of the sources")
struct ArchitectureTests {
  struct Source {
    var path: String
    var code: String
  }

  static let stages = [
    "Gaps", "Planning", "Generation", "Verification", "Deduplication", "Selection", "Difficulty",
    "Splitting", "Versioning", "Evaluation", "Comparison", "Decontamination", "Review",
  ]

  /// The Swift files under a folder of the package, without their comments and texts.
  static func sources(_ folder: String) throws -> [Source] {
    let root = URL(filePath: PipelineFixture.root + "/" + folder).resolvingSymlinksInPath()
    let paths = try #require(FileManager.default.subpaths(atPath: root.path)).sorted()
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line -> String in
          String(line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line)
        }
      let code = lines.joined(separator: "\n").replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
      return Source(path: "\(folder)/\(path)", code: code)
    }
  }

  static func words(_ code: String) -> Set<Substring> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") })
  }

  @Test(
    "the generator cannot name the sealed holdout",
    arguments: ["Generation", "Planning", "Gaps"]
  )
  func holdout(stage: String) throws {
    let sources = try Self.sources("Sources/SeedbedPipeline/\(stage)")
    #expect(!sources.isEmpty)
    for source in sources {
      #expect(!Self.words(source.code).contains("SealedHoldout"), "\(source.path)")
      #expect(!Self.words(source.code).contains("holdoutPath"), "\(source.path)")
    }
  }

  @Test("no stage names another stage's types")
  func stages() throws {
    var declared: [String: Set<Substring>] = [:], sources: [String: [Source]] = [:]
    for stage in Self.stages {
      let own = try Self.sources("Sources/SeedbedPipeline/\(stage)")
      sources[stage] = own
      for source in own {
        for match in source.code.matches(
          of: /(?m)^(?:public |package )?(?:final )?(?:struct|enum|class|actor|protocol) (\w+)/
        ) {
          declared[stage, default: []].insert(match.1)
        }
      }
    }
    #expect(Self.stages.allSatisfy { declared[$0]?.isEmpty == false })
    for stage in Self.stages {
      for source in sources[stage] ?? [] {
        let words = Self.words(source.code)
        for other in Self.stages where other != stage {
          let named = (declared[other] ?? []).intersection(words)
          #expect(named.isEmpty, "\(source.path) names \(named.sorted()) of \(other)")
        }
      }
    }
  }

  /// What makes a result depend on the process, the moment or the machine.
  static let forbidden = [
    "Hasher()", ".hashValue", "SystemRandomNumberGenerator", ".random(", ".randomElement()",
    ".shuffled()", ".shuffle()", "Date()", "UUID()", "ContinuousClock", "SuspendingClock",
    "Clock.now", "clock.now",
  ]

  /// Files that may, because nothing of it reaches a result.
  static let allowed: [String: Set<String>] = [
    // The ledger's clock stands in run records only; versions do not depend on it.
    "Sources/SeedbedLedger/Ledger.swift": ["Date()"],
    // When a request goes out changes no answer; tests bring a clock of their own.
    "Sources/SeedbedModels/Pacing/PacingClock.swift": ["Clock.now", "ContinuousClock", "Date()"],
    "Sources/SeedbedModels/Pacing/PacedModel+Drawing.swift": ["clock.now"],
    "Sources/SeedbedModels/Pacing/PacedModel+Trying.swift": ["clock.now"],
    "Sources/SeedbedModels/Pacing/RequestGate.swift": ["clock.now"],
    // The word that opens the review page has to be unforeseeable.
    "Sources/SeedbedReview/Access/Secret.swift": ["SystemRandomNumberGenerator"],
    // A secret key has to be unforeseeable; one that the user gives makes surrogates repeat.
    "Sources/SeedbedText/PersonalData/SurrogateKey.swift": [
      "SystemRandomNumberGenerator", ".random(",
    ],
  ]

  @Test("nothing depends on a hash seed, a global generator or the clock")
  func determinism() throws {
    let folder = URL(filePath: PipelineFixture.root + "/Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let sources = try targets.flatMap { try Self.sources("Sources/\($0)") }
    #expect(sources.count > 100)
    for source in sources {
      for words in Self.forbidden where source.code.contains(words) {
        #expect(Self.allowed[source.path]?.contains(words) == true, "\(source.path): \(words)")
      }
    }
  }
}
