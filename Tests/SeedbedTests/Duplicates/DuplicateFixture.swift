import FoundationEssentials
import SeedbedKernels
import SeedbedPipeline

/// Texts with known likeness, and plain counting to compare the search with.
enum DuplicateFixture {
  static func random(_ seed: Int) -> CounterRandom {
    CounterRandom(seed: UInt64(seed), sample: "duplicates", operation: "test", draw: 0)
  }

  static func words(_ count: Int, _ random: inout CounterRandom) -> [String] {
    (0..<count).map { _ in
      String(
        decoding: (0..<(2 + random.index(below: 8))).map { _ in
          UInt8(ascii: "a") + UInt8(random.index(below: 26))
        },
        as: UTF8.self
      )
    }
  }

  /// Originals, each with copies in which some words are changed, in random order.
  static func edited(_ originals: Int, copies: Int, seed: Int) -> [String] {
    var random = random(seed), texts: [String] = []
    for _ in 0..<originals {
      let original = words(6 + random.index(below: 30), &random)
      texts.append(original.joined(separator: " "))
      for changes in 0..<copies {
        var copy = original
        for _ in 0..<changes { copy[random.index(below: copy.count)] = words(1, &random)[0] }
        texts.append(copy.joined(separator: changes == 0 ? ", " : " "))
      }
    }
    random.shuffle(&texts)
    return texts
  }

  /// The windows of a text's view, counted plainly.
  static func windows(_ text: String, width: Int = 4) -> Set<[Unicode.Scalar]> {
    let scalars = Array(DuplicateView.normalized(text).unicodeScalars)
    guard scalars.count >= width else { return [] }
    return Set((0...(scalars.count - width)).map { Array(scalars[$0..<($0 + width)]) })
  }

  /// The windows of many texts as ascending numbers, for counting that is plain and yet fast.
  static func numbered(_ texts: [String]) -> [[Int]] {
    var numbers: [[Unicode.Scalar]: Int] = [:]
    return texts.map { text in
      windows(text).map { window in
        let number = numbers[window] ?? numbers.count
        numbers[window] = number
        return number
      }.sorted()
    }
  }

  /// The Jaccard similarity of two ascending lists.
  static func jaccard(_ left: [Int], _ right: [Int]) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < left.count && j < right.count {
      let (a, b) = (left[i], right[j])
      shared += a == b ? 1 : 0
      i += a <= b ? 1 : 0
      j += b <= a ? 1 : 0
    }
    let union = left.count + right.count - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  static func jaccard<Member>(_ left: Set<Member>, _ right: Set<Member>) -> Double {
    let union = left.union(right).count
    return union == 0 ? 0 : Double(left.intersection(right).count) / Double(union)
  }

  static func report(
    _ texts: [String],
    _ options: DuplicateOptions = DuplicateOptions(),
    batch: Int = 1000,
    priorities: [Int32]? = nil,
    against index: DuplicateIndex? = nil
  ) async throws -> DuplicateReport {
    var search = try DuplicateSearch(options: options), start = 0
    try await search.add {
      guard start < texts.count else { return nil }
      defer { start += batch }
      return Array(texts[start..<min(texts.count, start + batch)])
    }
    return try await search.report(priorities: priorities, against: index)
  }

  static func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seedbed-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
  }
}
