import SeedbedData
import SeedbedKernels
import SeedbedPipeline

/// Which rows repeat others, for people and for programs.
enum DedupRendering {
  private static let shownPairs = 5

  static func text(_ found: FileDuplicates, data: String, method: DuplicateMethod) -> String {
    var lines = [
      "\(Style.heading("Duplicates")) in `\(Table.printable(data))`: \(found.rows) rows, "
        + "\(found.kept) stay, \(found.decisions.count) go"
        + (found.badRows > 0 ? ", \(found.badRows) could not be read" : "")
    ]
    var table = Table(["kind", ">rows", ">share", "how"])
    for kind in FileDuplicates.Decision.Kind.allCases where isCompared(kind, method) {
      let count = found.count(kind)
      table.add([
        kind.rawValue, "\(count)", Numbers.percent(count, of: found.rows), how(kind, found),
      ])
    }
    lines += ["", table.text]
    let references = found.decisions.count { $0.isReference }
    if found.references.count > 0 {
      lines.append(
        "  \(references) of them repeat one of \(found.references.count) rows compared with"
      )
    }
    lines += notes(found).map { "  " + Style.poor($0) }
    if let meaning = found.meaning { lines += inspection(meaning, found) }
    return lines.joined(separator: "\n")
  }

  private static func isCompared(
    _ kind: FileDuplicates.Decision.Kind,
    _ method: DuplicateMethod
  ) -> Bool {
    switch kind {
    case .exact: true
    case .near: method.findsNear
    case .skeleton: method.findsSkeletons
    case .semantic: method.comparesMeaning
    }
  }

  private static func how(_ kind: FileDuplicates.Decision.Kind, _ found: FileDuplicates) -> String {
    switch kind {
    case .exact: return "the same after normalisation"
    case .near:
      guard let texts = found.texts else { return "" }
      let recall = Numbers.percent(Int((texts.expectedRecall * 1000).rounded()), of: 1000)
      return "Jaccard of \(words(texts.shingling)), compared exactly; \(recall) of pairs "
        + "right at the threshold are found"
    case .skeleton: return "the same words with other values in their slots"
    case .semantic: return "cosine by \(found.model ?? "vectors")"
    }
  }

  private static func words(_ shingling: Shingling) -> String {
    switch shingling {
    case .characters(let width): "character \(width)-grams"
    case .words(let width): "word \(width)-grams"
    }
  }

  private static func notes(_ found: FileDuplicates) -> [String] {
    var notes: [String] = []
    if let texts = found.texts {
      if texts.hotBuckets > 0 {
        notes.append(
          "\(texts.hotBuckets) buckets hold so many unlike rows that comparisons were cut short there"
        )
      }
      if texts.backoffs > 0 {
        notes.append("\(texts.backoffs) texts are too short and were compared by smaller pieces")
      }
    }
    if found.labelConflicts > 0 {
      notes.append(
        "\(found.labelConflicts) rows go although their label differs from that of the row that stays: look at "
          + "them in `--removed`"
      )
    }
    if let meaning = found.meaning {
      if !meaning.conflicts.isEmpty {
        notes.append(
          "\(meaning.conflicts.count) pairs are equal texts with different labels; both stay"
        )
      }
      if !meaning.spared.isEmpty {
        notes.append(
          "\(meaning.spared.count) rows stay only because their label would be too small"
        )
      }
    }
    return notes
  }

  /// What a person should look at before believing a comparison of meaning.
  private static func inspection(
    _ meaning: SemanticDuplicateReport,
    _ found: FileDuplicates
  ) -> [String] {
    var lines: [String] = []
    let refusals = meaning.refusals.sorted { $0.key.rawValue < $1.key.rawValue }
      .filter { $0.value > 0 }.map { "\($0.key.rawValue) \($0.value)" }
    if !refusals.isEmpty {
      lines.append("  kept apart by guards: \(refusals.joined(separator: ", "))")
    }
    if !meaning.leastSimilar.isEmpty {
      lines += ["", Style.heading("The least similar of those that go")]
      var table = Table([">row", ">repeats", ">cosine"])
      for pair in meaning.leastSimilar.prefix(shownPairs) {
        table.add([
          "\(found.numbers[pair.removed])", place(pair.kept, pair.isReference, found),
          Numbers.fixed(Double(pair.cosine)),
        ])
      }
      lines.append(table.text)
    }
    let labels = meaning.labels.filter { $0.label != nil && $0.removed > 0 }
      .sorted { ($1.rate, $0.label ?? "") < ($0.rate, $1.label ?? "") }
    if !labels.isEmpty {
      lines += ["", Style.heading("Labels that lose most")]
      var table = Table(["label", ">rows", ">go", ">share"])
      for label in labels.prefix(shownPairs) {
        table.add([
          Table.cut(label.label ?? "", to: 40), "\(label.rows)", "\(label.removed)",
          Numbers.percent(label.removed, of: label.rows),
        ])
      }
      lines.append(table.text)
    }
    return lines
  }

  private static func place(
    _ position: Int,
    _ isReference: Bool,
    _ found: FileDuplicates
  ) -> String {
    guard isReference else { return "\(found.numbers[position])" }
    let place = found.references.place(of: position)
    return "\(place.row) of \(place.name)"
  }

  static func json(
    _ found: FileDuplicates,
    method: DuplicateMethod,
    remembered: Int?
  ) -> JSONObject {
    [
      "method": .string(method.rawValue), "rows": .optional(found.rows),
      "kept": .optional(found.kept), "removed": .optional(found.decisions.count),
      "exact": .optional(found.count(.exact)), "near": .optional(found.count(.near)),
      "skeleton": .optional(found.count(.skeleton)),
      "semantic": .optional(found.count(.semantic)),
      "repeat_reference": .optional(found.decisions.count { $0.isReference }),
      "reference_rows": .optional(found.references.count),
      "label_conflicts": .optional(found.labelConflicts), "bad_rows": .optional(found.badRows),
      "index_rows": .optional(remembered),
      "texts": found.texts.map { .object(json($0)) } ?? .null,
      "meaning": found.meaning.map { .object(json($0, found)) } ?? .null,
    ]
  }

  private static func json(_ texts: DuplicateReport) -> JSONObject {
    [
      "shingles": .string("\(texts.shingling)"),
      "bands": .optional(texts.plan.bands), "rows_per_band": .optional(texts.plan.rows),
      "expected_recall_at_threshold": .optional(texts.expectedRecall),
      "comparisons": .optional(texts.comparisons),
      "short_texts": .optional(texts.backoffs), "hot_buckets": .optional(texts.hotBuckets),
      "peak_bytes": .optional(texts.peakBytes),
    ]
  }

  private static func json(
    _ meaning: SemanticDuplicateReport,
    _ found: FileDuplicates
  ) -> JSONObject {
    func pair(_ left: Int, _ right: Int, _ isReference: Bool, _ cosine: Float) -> JSONObject {
      let place = isReference ? found.references.place(of: right) : nil
      return [
        "row": .optional(found.numbers[left]),
        "other_row": .optional(place?.row ?? found.numbers[right]),
        "other_file": .optional(place?.name), "cosine": .optional(Double(cosine)),
      ]
    }
    func refused(_ refusal: RefusedPair) -> JSONValue {
      var object = pair(refusal.left, refusal.right, refusal.isReference, refusal.cosine)
      object["guard"] = .string(refusal.refusal.kind.rawValue)
      object["left"] = .string(refusal.refusal.left)
      object["right"] = .string(refusal.refusal.right)
      return .object(object)
    }
    return [
      "model": .optional(found.model),
      "guards": .array(
        meaning.refusals.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          ["name": .string($0.key.rawValue), "pairs": .optional($0.value)]
        }
      ),
      "refused": .array(meaning.refusedExamples.map(refused)),
      "conflicts": .array(meaning.conflicts.map(refused)),
      "least_similar": .array(
        meaning.leastSimilar.map {
          .object(pair($0.removed, $0.kept, $0.isReference, $0.cosine))
        }
      ),
      "spared": .optional(meaning.spared.count),
      "labels": .array(
        meaning.labels.map {
          [
            "label": .optional($0.label), "rows": .optional($0.rows),
            "removed": .optional($0.removed), "spared": .optional($0.spared),
            "rate": .optional($0.rate),
          ]
        }
      ),
    ]
  }
}
