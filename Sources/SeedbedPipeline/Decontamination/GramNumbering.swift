/// Numbers the n-grams of a benchmark and lists the texts of each.
struct GramNumbering {
  /// The n-grams in the order of their numbers.
  private(set) var hashes: [UInt64] = []
  /// For each text the numbers of its n-grams.
  private(set) var grams: [[UInt32]]
  private(set) var boilerplate: [Bool] = []
  private(set) var postingStarts: [Int32] = [0]
  private(set) var postings: [UInt32] = []

  private struct Entry {
    var hash: UInt64
    var text: UInt32
    var position: UInt32
  }

  init(_ builder: BenchmarkTextBuilder, rows: [BenchmarkRow], rule: BoilerplateRule?) {
    grams = builder.gramHashes.map { [UInt32](repeating: BenchmarkText.uncounted, count: $0.count) }
    var entries: [Entry] = []
    for (text, hashes) in builder.gramHashes.enumerated() {
      for (position, hash) in hashes.enumerated() where hash != 0 {
        entries.append(
          Entry(hash: hash, text: UInt32(truncatingIfNeeded: text), position: UInt32(position))
        )
      }
    }
    entries.sort { ($0.hash, $0.text, $0.position) < ($1.hash, $1.text, $1.position) }
    let files = FileCounts(rows)
    var start = 0
    while start < entries.count {
      let number = UInt32(truncatingIfNeeded: hashes.count)
      let hash = entries[start].hash
      var holders: [Int] = []
      while start < entries.count, entries[start].hash == hash {
        let entry = entries[start]
        grams[Int(entry.text)][Int(entry.position)] = number
        if postings.count == Int(postingStarts[hashes.count]) || postings.last != entry.text {
          postings.append(entry.text)
          holders += builder.texts[Int(entry.text)].rows
        }
        start += 1
      }
      hashes.append(hash)
      postingStarts.append(Int32(truncatingIfNeeded: postings.count))
      boilerplate.append(rule.map { files.exceeds($0, holders) } ?? false)
    }
  }
}

/// How many rows each file has, for asking whether something is common in one of them.
struct FileCounts {
  private var files: [Int] = []
  private var totals: [Int] = []

  init(_ rows: [BenchmarkRow]) {
    var numbers: [String: Int] = [:]
    for row in rows {
      let number = numbers[row.file] ?? numbers.count
      numbers[row.file] = number
      if number == totals.count { totals.append(0) }
      totals[number] += 1
      files.append(number)
    }
  }

  /// Whether the rows that hold something are too many of any file's rows.
  func exceeds(_ rule: BoilerplateRule, _ holders: [Int]) -> Bool {
    guard holders.count > rule.floor else { return false }
    var counts: [Int: Int] = [:]
    for row in Set(holders) { counts[files[row], default: 0] += 1 }
    return counts.contains { rule.covers($0.value, of: totals[$0.key]) }
  }
}
