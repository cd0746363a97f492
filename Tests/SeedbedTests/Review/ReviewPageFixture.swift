import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedReview
import Synchronization

/// Cards, and a server over them that lives as long as a test.
enum ReviewPageFixture {
  /// What a row may bring along to do harm, or only to confuse.
  static let hostile = [
    "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">",
    "user\u{202E}gnp.exe\u{202C} sent \u{2066}this\u{2069}",
    "zero\u{200B}width\u{FEFF} and\u{0000}null\u{001B}[31m escape\u{0007}",
    "Z" + String(repeating: "\u{0335}\u{0361}\u{035B}", count: 60) + "algo",
    "\"}</textarea></script>{{constructor}}${alert(1)}`\\u003cscript\\u003e",
  ]

  static func card(
    _ place: Int,
    text: String? = nil,
    label: String = "delivery"
  ) throws -> ReviewCard {
    let parentText = text ?? "Where is the parcel that was sent to Rome \(place) days ago?"
    let parent = try PipelineFixture.real([(parentText, label)])[0]
    let edits = [Edit(start: 0, end: 5, replacement: "Whre", reason: "typo")]
    let isPlain = text == nil
    let childText = isPlain ? "Whre" + parentText.dropFirst(5) : parentText
    var sample = PipelineFixture.child(of: parent, childText, draw: place, label: label)
    if isPlain {
      sample.provenance.edits = edits
      let start = 29
      sample.spans = [TextSpan(start: start, end: start + 4, label: "CITY", text: "Rome")]
    }
    return ReviewCard(
      sample: sample,
      status: .accepted,
      verdicts: [
        Verdict(check: "length", .pass, score: 55, threshold: 200, evidence: "55 characters"),
        Verdict(
          check: "label_kept",
          place.isMultiple(of: 3) ? .undecided : .pass,
          score: 0.62,
          threshold: 0.5,
          evidence: "`\(label)` 0.62, `password` 0.21"
        ),
      ],
      source: parent,
      lineage: [parent],
      neighbors: [ReviewCard.Neighbor(sample: parent, similarity: 0.93)],
      why: "drawn for the spot check of version 3f9a12",
      labels: ["cancel", "delivery", "password"],
      position: place
    )
  }

  static func cards(_ count: Int) throws -> [ReviewCard] { try (0..<count).map { try card($0) } }

  /// A server that serves until the test is over.
  final class Service: Sendable {
    let board: any ReviewBoard
    private let task: Task<Void, any Error>
    private let addresses = Mutex<[String]>([])
    private let failures = Mutex<[String]>([])

    init(_ board: any ReviewBoard, host: String = "127.0.0.1") async throws {
      self.board = board
      let (stream, continuation) = AsyncStream<String>.makeStream()
      let failure = AsyncStream<String>.makeStream()
      let server = ReviewServer(
        board: board,
        settings: ReviewSettings(host: host, title: "support", clock: { 1_750_000_000 }),
        notices: ReviewNotices(
          address: { continuation.yield($0) },
          failure: { failure.continuation.yield($0) }
        )
      )
      task = Task { try await server.run() }
      var first = stream.makeAsyncIterator()
      guard let address = await first.next() else { throw CancellationError() }
      addresses.withLock { $0 = [address] }
      Task { [weak self] in
        for await address in stream { self?.addresses.withLock { $0.append(address) } }
      }
      Task { [weak self] in
        for await words in failure.stream { self?.failures.withLock { $0.append(words) } }
      }
    }

    deinit { task.cancel() }

    /// Ends the server and waits for it.
    func stop() async throws {
      task.cancel()
      try await task.value
    }

    var failed: [String] { failures.withLock { $0 } }

    var port: Int {
      let address = addresses.withLock { $0[0] }
      return URLComponents(string: address)?.port ?? 0
    }

    /// The word of the newest address, once there are so many.
    func word(_ number: Int) async throws -> String {
      for _ in 0..<10_000 {
        let address = addresses.withLock { $0.count >= number ? $0[number - 1] : nil }
        if let address, let word = address.split(separator: "=").last { return String(word) }
        try await Task.sleep(for: .milliseconds(2))
      }
      throw CancellationError()
    }

    /// A browser that has not come in yet.
    func browser() -> ReviewPageClient { ReviewPageClient(port: port, of: self) }

    /// Comes in by an address and says a name.
    func reviewer(_ name: String?, number: Int = 1) async throws -> ReviewPageClient {
      let client = browser()
      try await client.open(word: word(number))
      if let name { _ = try await client.post("/api/session", ["name": .string(name)]) }
      return client
    }
  }
}
