/// Counts what a search found, by benchmark file and in both directions.
struct SummaryCounter {
  private let scanner: DecontaminationScanner
  private let judge: BoilerplateJudge
  private var index: BenchmarkIndex { scanner.index }

  init(_ scanner: DecontaminationScanner, _ judge: BoilerplateJudge) {
    self.scanner = scanner
    self.judge = judge
  }

  /// Counts for one file while the ties are read.
  private struct Count {
    var summary: BenchmarkFileSummary
    var leaked: Set<Int> = []
    var suspected: Set<Int> = []
    var ruleRows = [Int](repeating: 0, count: LeakRule.allCases.count)
    var ruleLeaks = [Set<Int>](repeating: [], count: LeakRule.allCases.count)
  }

  /// Counts everything.
  ///
  /// - Parameter rows: The rows with ties, the ties as they stand when all data is known.
  /// - Returns: The counts.
  func summary(_ rows: [(row: Int, ties: [LeakTie])]) -> DecontaminationSummary {
    var (counts, numbers) = files()
    var summary = DecontaminationSummary()
    for (_, ties) in rows {
      if ties.contains(where: { $0.reason == nil }) {
        summary.contaminated += 1
      } else {
        summary.undecided += 1
      }
      add(ties, to: &counts, numbers)
    }
    addUnion(to: &counts, numbers)
    summary.dataRows = scanner.scannedRows
    summary.clean = scanner.scannedRows - rows.count
    summary.shortDataRows = scanner.shortRows
    summary.benchmarkBoilerplate = index.boilerplate.count { $0 }
    summary.dataBoilerplate = judge.isCommon.count { $0 }
    summary.files = counts.map(Self.finished)
    return summary
  }

  /// The files, and for each benchmark row its file's number.
  private func files() -> (counts: [Count], numbers: [Int]) {
    var counts: [Count] = []
    var known: [String: Int] = [:]
    let numbers = index.rows.enumerated().map { position, row in
      let number = known[row.file] ?? counts.count
      if number == counts.count {
        known[row.file] = number
        counts.append(Count(summary: BenchmarkFileSummary(file: row.file)))
      }
      counts[number].summary.rows += 1
      if index.emptyRows[position] {
        counts[number].summary.emptyRows += 1
      } else if index.shortRows[position] {
        counts[number].summary.shortRows += 1
      }
      return number
    }
    return (counts, numbers)
  }

  private func add(_ ties: [LeakTie], to counts: inout [Count], _ numbers: [Int]) {
    var contaminated: Set<Int> = []
    var touched: Set<Int> = []
    var rules: [Set<Int>] = Array(repeating: [], count: LeakRule.allCases.count)
    for tie in ties {
      for row in index.texts[tie.text].rows {
        let file = numbers[row]
        touched.insert(file)
        if tie.reason == nil {
          contaminated.insert(file)
          rules[tie.rule.rank].insert(file)
          counts[file].leaked.insert(row)
          counts[file].ruleLeaks[tie.rule.rank].insert(row)
        } else {
          counts[file].suspected.insert(row)
        }
      }
    }
    for file in touched.sorted() {
      if contaminated.contains(file) {
        counts[file].summary.contaminatedDataRows += 1
      } else {
        counts[file].summary.undecidedDataRows += 1
      }
    }
    for (rule, files) in rules.enumerated() {
      for file in files.sorted() { counts[file].ruleRows[rule] += 1 }
    }
  }

  /// The published rules ask whether n-grams are anywhere in the data, not whether one row has them
  /// all.
  private func addUnion(to counts: inout [Count], _ numbers: [Int]) {
    guard let rule = index.rule else { return }
    switch rule.measure {
    case .words, .chain: return
    case .any, .grams: break
    }
    for text in index.texts where !text.grams.isEmpty {
      let speaks = text.grams.map { gram in
        gram != BenchmarkText.uncounted && !index.boilerplate[Int(gram)]
          && !judge.isCommon[Int(gram)]
      }
      let found = text.grams.indices.map { position in
        speaks[position] && scanner.gramRows[Int(text.grams[position])] > 0
      }
      guard let verdict = ShareRule.judge(found, speaks, rule, text.words.count), verdict.counts
      else { continue }
      for row in text.rows {
        counts[numbers[row]].leaked.insert(row)
        counts[numbers[row]].ruleLeaks[LeakRule.grams.rank].insert(row)
      }
    }
  }

  private static func finished(_ count: Count) -> BenchmarkFileSummary {
    var summary = count.summary
    summary.leakedRows = count.leaked.count
    summary.suspectedRows = count.suspected.subtracting(count.leaked).count
    summary.rules = LeakRule.allCases.enumerated().compactMap { rank, rule in
      let (rows, leaks) = (count.ruleRows[rank], count.ruleLeaks[rank].count)
      guard rows + leaks > 0 else { return nil }
      return LeakRuleCount(rule: rule, dataRows: rows, benchmarkRows: leaks)
    }
    return summary
  }
}
