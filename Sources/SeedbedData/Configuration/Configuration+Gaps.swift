extension Configuration {
  /// How gaps are looked for beside counting.
  public struct GapSearch: Sendable, Hashable {
    /// Whether a classifier looks for gaps too, and the plan follows what filling them is worth; nil for yes where
    /// there is a reference set, else no.
    public var learned: Bool?
    /// What turns texts into vectors: `minilm`, `static`, `hashed` or the folder of a model; nil for none, or
    /// for the static model where there is a reference set.
    public var embedder: String?

    /// The defaults.
    public init() {}
  }

  /// Whether gaps are learned beside being counted.
  public var learnsGaps: Bool { gaps.learned ?? (reference != nil) }

  /// The lines of the file that say how gaps are looked for.
  var gapLines: [String] {
    var lines: [String] = []
    if let reference {
      lines += [
        "", "# Real rows without labels from where the model will be used.",
        "reference: \(YAMLText.scalar(reference))",
      ]
    }
    if gaps != GapSearch() {
      lines += ["", "gaps:"]
      if let learned = gaps.learned { lines.append("  learned: \(learned)") }
      if let embedder = gaps.embedder { lines.append("  embedder: \(YAMLText.scalar(embedder))") }
    }
    return lines
  }
}

extension Configuration.GapSearch {
  init(_ mapping: inout StrictMapping) throws {
    self.init()
    learned = try mapping.value("learned")?.bool()
    guard let value = mapping.value("embedder") else { return }
    let name = try value.string()
    guard !name.isEmpty, !name.contains("://") else {
      throw value.invalid(
        "name `minilm`, `static`, `hashed` or the folder of a model; an endpoint is named by "
          + "`seedbed gaps --embedder`"
      )
    }
    embedder = name
  }
}
