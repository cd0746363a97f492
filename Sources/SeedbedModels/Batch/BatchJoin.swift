import SeedbedData

/// Finds the request of each line and keeps account of both.
struct BatchJoin {
  private let places: [String: Int]
  private var isSeen: [Bool]
  private var isRepeated: Set<Int> = []
  private var report = BatchReport()

  init(ids: [String: Int]) {
    places = ids
    isSeen = [Bool](repeating: false, count: ids.count)
    report.requests = ids.count
  }

  /// The request's place and what a row says; nil where the row is not to be used.
  mutating func line(in row: RawRow, file: String) -> (place: Int, line: BatchLine)? {
    guard let id = row.fields["custom_id"]?.string, let line = BatchLine(row.fields) else {
      report.broken.add("\(file): row \(row.number) (byte \(row.byteOffset)): no line of a batch")
      return nil
    }
    guard let place = places[id] else {
      report.unknown.add(id)
      return nil
    }
    guard !isSeen[place] else {
      if isRepeated.insert(place).inserted { report.repeated.add(id) }
      return nil
    }
    isSeen[place] = true
    return (place, line)
  }

  mutating func noteAnswer() { report.answered += 1 }

  mutating func noteFailure(_ id: String, _ reason: String) { report.fail(id, reason) }

  mutating func noteBroken(_ rows: [String]) { for row in rows { report.broken.add(row) } }

  /// The report, with the requests that no line was for, in their order.
  func finished() -> BatchReport {
    var report = report
    let missing = places.filter { !isSeen[$0.value] }.sorted { $0.value < $1.value }
    for (id, _) in missing { report.missing.add(id) }
    return report
  }
}
