import SeedbedKernels

/// Searches one row of the data after the other, in the same memory.
struct RowSearch {
  /// What is found in a row.
  struct Found: Sendable {
    var ties: [LeakTie] = []
    /// The benchmark's n-grams in the row, each once.
    var grams: [UInt32] = []
    /// Whether the n-gram rule cannot speak of the row.
    var isShort = false
  }

  private let index: BenchmarkIndex
  private var reader: TextReader
  private var parts = TextReader(.folded)
  private var matches: GramMatches
  private var near: NearTexts.Scratch
  private var counts: [UInt32]
  private var touched: [UInt32] = []

  /// The most texts of one n-gram that become candidates by it; rarer n-grams name the rest.
  private static let candidates = 256

  init(_ index: BenchmarkIndex) {
    self.index = index
    reader = TextReader(index.rule?.form ?? .folded)
    matches = GramMatches(grams: index.table.count)
    near = NearTexts.Scratch()
    counts = [UInt32](repeating: 0, count: index.texts.count)
  }

  /// Searches a row.
  mutating func search(_ row: ScannedRow) -> Found {
    var found = Found()
    let joined = row.joined
    let isFolded = index.rule.map { $0.form == .folded } ?? true
    if isFolded { reader.readView(joined) }
    if let rule = index.rule {
      reader.readWords(joined)
      found.isShort = reader.words.count < rule.minimum
      let words = reader.words.hashes
      matches.read(words.span, n: rule.n, table: index.table)
      found.grams = matches.distinct
    }
    if canBeWhole(reader.words.count) {
      if !isFolded { reader.readView(joined) }
      compareWhole(reader.view, found.isShort, &found.ties)
      if let answer = row.answer {
        for part in [row.text, answer] {
          parts.readView(part)
          compareWhole(parts.view, found.isShort, &found.ties)
        }
      }
    }
    if let rule = index.rule { compareGrams(rule, &found.ties) }
    addNeighbors(row, &found.ties)
    if !found.ties.isEmpty {
      found.ties.sort(by: LeakTie.isStronger)
      addEvidence(row, joined, &found.ties)
    }
    return found
  }

  /// Whether comparing a row as a whole can find anything: for a published rule one side must be
  /// short, and a text of many times as many words is not like a short one.
  private func canBeWhole(_ words: Int) -> Bool {
    switch index.options.preset {
    case .seedbed, .exact, .near: true
    default: words <= 8 * (index.rule?.minimum ?? 0)
    }
  }

  /// Compares a text as a whole: equal, or with most of its characters' 4-grams in common.
  private mutating func compareWhole(_ view: [UInt8], _ isShort: Bool, _ ties: inout [LeakTie]) {
    guard !view.isEmpty else { return }
    let preset = index.options.preset
    // Spaces are at most every other byte of a view.
    if preset != .near, view.count <= 2 * index.longestView {
      for text in index.exact[WholeKey.of(view)] ?? [] where accepts(text, isShort) {
        ties.merge(LeakTie(text: text, rule: .exact, score: 1))
      }
    }
    guard preset != .exact else { return }
    for match in index.near.matches(view.span, &near) where accepts(match.text, isShort) {
      var tie = LeakTie(text: match.text, rule: .near, score: match.similarity)
      if match.similarity < index.options.nearThreshold {
        tie.reason = preset == .seedbed || preset == .near ? .greyBand : .tooShort
      } else if preset != .near, NumberMark.of(view.span) != index.texts[match.text].numbers {
        tie.reason = .numbersDiffer
      }
      ties.merge(tie)
    }
  }

  /// Whether a comparison as a whole counts: for a published rule only where it cannot speak.
  private func accepts(_ text: Int, _ isShort: Bool) -> Bool {
    switch index.options.preset {
    case .seedbed, .exact, .near: true
    default: isShort || index.texts[text].rows.contains { index.shortRows[$0] }
    }
  }

  private mutating func compareGrams(_ rule: GramRule, _ ties: inout [LeakTie]) {
    for gram in matches.distinct {
      let first = Int(index.postingStarts[Int(gram)])
      let end = Int(index.postingStarts[Int(gram) + 1])
      // Boilerplate needs one text to be reported by.
      let limit = index.boilerplate[Int(gram)] ? 1 : Self.candidates
      for posting in first..<min(end, first + limit) {
        let text = index.postings[posting]
        if counts[Int(text)] == 0 { touched.append(text) }
        counts[Int(text)] &+= 1
      }
    }
    guard !touched.isEmpty else { return }
    touched.sort()
    var boilerplate: LeakTie?
    for number in touched.lazy.map(Int.init) {
      let shared = Int(counts[number])
      counts[number] = 0
      guard let tie = tie(number, shared, rule) else { continue }
      if tie.reason == .boilerplate {
        boilerplate = boilerplate ?? tie
      } else {
        ties.merge(tie)
      }
    }
    touched.removeAll(keepingCapacity: true)
    if let boilerplate { ties.merge(boilerplate) }
  }

  private func tie(_ number: Int, _ shared: Int, _ rule: GramRule) -> LeakTie? {
    let text = index.texts[number]
    guard case .chain = rule.measure else {
      return ShareRule.tie(number, text, matches, index, rule)
    }
    // Fewer matches make neither a chain nor a run.
    guard shared * 7 >= text.grams.count || shared >= ChainRule.greyRun - rule.n + 1 else {
      return nil
    }
    return ChainRule(text, matches, n: rule.n).tie(number, reader.words.hashes.span)
  }

  private mutating func addNeighbors(_ row: ScannedRow, _ ties: inout [LeakTie]) {
    let thresholds = index.options.semantic
    for neighbor in row.neighbors where neighbor.cosine >= thresholds.low {
      guard index.rows.indices.contains(neighbor.index), let text = index.firstTexts[neighbor.index]
      else { continue }
      var tie = LeakTie(text: text, rule: .semantic, score: min(1, neighbor.cosine))
      if neighbor.cosine < thresholds.high {
        tie.reason = .greyBand
      } else {
        parts.readView(row.text)
        reader.readView(row.joined)
        let numbers = index.texts[text].numbers
        if NumberMark.of(parts.view.span) != numbers, NumberMark.of(reader.view.span) != numbers {
          tie.reason = .numbersDiffer
        }
      }
      ties.merge(tie)
    }
  }

  /// Finds the longest shared runs for the strongest ties.
  private mutating func addEvidence(
    _ row: ScannedRow,
    _ joined: String,
    _ ties: inout [LeakTie]
  ) {
    if index.rule == nil { reader.readWords(joined) }
    var finder = SpanFinder(joined, words: reader.words.hashes, form: reader.form)
    var known: Set<Int> = []
    for place in ties.indices {
      guard known.count < index.options.evidenceLimit else { return }
      let text = index.texts[ties[place].text]
      for row in index.firstOfEachFile(text.rows) where known.insert(row).inserted {
        let tie = ties[place]
        ties[place].evidence.append(
          LeakEvidence(
            file: index.rows[row].file,
            row: index.rows[row].row,
            part: text.part,
            rule: tie.rule,
            score: tie.score,
            reason: tie.reason,
            span: finder.span(text, of: index.rows[row])
          )
        )
      }
    }
  }
}

extension BenchmarkIndex {
  /// The first row of each file among some rows.
  func firstOfEachFile(_ positions: [Int]) -> [Int] {
    var files: Set<String> = []
    return positions.filter { files.insert(rows[$0].file).inserted }
  }
}
