import SeedbedData
import SeedbedPipeline

/// What models cost, and how long it took.
enum CostSection {
  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(id: "cost", title: "Cost and time", body: cost(report) + time(report))
  }

  private static func cost(_ report: VersionReport) -> Markup {
    let spending = report.run.spending
    guard !spending.models.isEmpty || !spending.rows.isEmpty else {
      return "<p>No language model was asked.</p>\n"
    }
    func money(_ amount: Double?) -> String {
      amount.map { "\(Figures.decimal($0, 4)) \(spending.currency)" } ?? "no price known"
    }
    var body: Markup = """
      <p>Language models cost \(money(spending.total)) in this project so far, judges and answers without \
      use included.</p>

      """
    if !spending.rows.isEmpty {
      body +=
        TableMarkup(
          [
            "Method", "Model", .number("Candidates"), .number("Accepted"), .number("Cost"),
            .number("Cost of one accepted"),
          ],
          texts: spending.rows.map { row in
            [
              row.method, row.model, Figures.count(row.candidates), Figures.count(row.accepted),
              money(row.cost), money(row.costPerAccepted),
            ]
          }
        ).markup
    }
    if !spending.models.isEmpty {
      body +=
        TableMarkup(
          [
            "Model", .number("Answers"), .number("Tokens in"), .number("Of them cached"),
            .number("Tokens out"), .number("Cost"),
          ],
          texts: spending.models.map { model in
            [
              model.name, Figures.count(model.answers), Figures.count(model.usage.input),
              Figures.count(model.usage.cachedInput), Figures.count(model.usage.output),
              money(model.cost),
            ]
          }
        ).markup
    }
    return body
  }

  private static func time(_ report: VersionReport) -> Markup {
    guard let entry = report.details.history?.versions.last(where: { $0.id == report.version.id })
    else {
      return """
        <p class="note">Times stand in the ledger and not in the files of a version, which are the same \
        whenever they are made; <code>seedbed report</code> shows them.</p>

        """
    }
    let took = entry.seconds.map { ", \(LineageSection.duration($0)) after its run began" } ?? ""
    return "<p>The version was made on \(entry.madeAt)\(took).</p>\n"
  }
}
