import SeedbedData
import SeedbedPipeline

/// The prompts that rows were made with, by version.
enum PromptsSection {
  private static let longest = 20_000

  static func section(_ report: VersionReport) -> ReportSection? {
    let prompts = report.details.prompts
    guard !prompts.isEmpty else { return nil }
    let parts = prompts.map { record -> Markup in
      let model = record.model.map { ", model \(Clipped.text($0, 80))" } ?? ""
      let texts = record.texts.map { text -> Markup in
        """
        <p><b>\(text.name)</b> <small>version <code>\(text.version)</code></small></p>
        <pre dir="auto">\(Clipped.text(text.text, longest))</pre>

        """
      }
      let missing: Markup =
        record.texts.isEmpty
        ? ReportSection.missing(
          "Its texts were changed since, so what was asked is no longer at hand."
        )
        : ""
      return """
        <details class="more"><summary>\(Clipped.text(record.method, 80))\(model) \
        <code>\(String(record.version.prefix(12)))</code></summary>
        \(texts)\(missing)</details>

        """
    }
    return ReportSection(
      id: "prompts",
      title: "Prompts",
      body: """
        <p class="note">Each row that a model wrote names the version of its prompts.</p>
        \(parts)
        """
    )
  }
}
