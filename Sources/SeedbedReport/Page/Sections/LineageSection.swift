import SeedbedData

/// The versions up to this one and the batches that its rows come from.
enum LineageSection {
  private static let listed = 50

  static func section(_ report: VersionReport) -> ReportSection {
    guard let history = report.details.history else {
      return ReportSection(
        id: "lineage",
        title: "Lineage",
        body: ReportSection.missing(
          "Versions and batches of the project are listed by <code>seedbed report</code>."
        )
      )
    }
    return ReportSection(
      id: "lineage",
      title: "Lineage",
      body: versions(history, report.version.id) + batches(history)
    )
  }

  private static func versions(_ history: VersionHistory, _ id: String) -> Markup {
    let rows = history.versions.suffix(listed).map { entry -> [Markup] in
      let isThis = entry.id == id
      let change = entry.change.map {
        "+\(Figures.count($0.added)), −\(Figures.count($0.removed)), moved \(Figures.count($0.moved))"
      }
      let how = entry.droppedBatch.map { "without batch \($0.prefix(12))" } ?? entry.command
      let mark: Markup = isThis ? " <span class=\"tag pass\">this one</span>" : ""
      return [
        "<code>\(String(entry.id.prefix(12)))</code>\(mark)", "\(entry.madeAt)",
        "\(Clipped.text(how ?? "not on record", 80))",
        "\(Figures.count(entry.rows.real))", "\(Figures.count(entry.rows.synthetic))",
        "\(change ?? "first version")",
      ]
    }
    let table = TableMarkup(
      ["Version", "Made", "By", .number("Real"), .number("Synthetic"), "Change to the one before"],
      rows,
      isWide: true
    )
    return table.markup
      + GapsSection.further(history.versions.count - rows.count, "earlier version")
  }

  private static func batches(_ history: VersionHistory) -> Markup {
    guard !history.batches.isEmpty else { return "<p>No batch stands behind this version.</p>\n" }
    let rows = history.batches.prefix(listed).map { line -> [Markup] in
      [
        "<code>\(String(line.batch.id.prefix(12)))</code>",
        "\(Clipped.text(line.batch.method, 80))", "\(Clipped.text(line.batch.model ?? "–", 60))",
        "\(Figures.count(line.candidates))", "\(Figures.count(line.accepted))",
        "\(line.isInVersion ? "yes" : "no")",
      ]
    }
    let table = TableMarkup(
      ["Batch", "Method", "Model", .number("Candidates"), .number("Accepted"), "In this version"],
      rows,
      isWide: true
    )
    return """
      <h3>Batches</h3>
      <p class="note">What was made together by one method, model and prompt. A batch that does harm is left \
      out by <code>seedbed version drop-batch BATCH</code>.</p>
      \(table.markup)\(GapsSection.further(history.batches.count - rows.count, "batch"))
      """
  }

  /// Seconds as people say them.
  static func duration(_ seconds: Int) -> String {
    let seconds = max(0, seconds)
    if seconds < 120 { return "\(seconds) s" }
    if seconds < 7200 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
