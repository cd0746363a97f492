/// One part of the page with its heading.
struct ReportSection {
  /// The place that the table of contents points to.
  let id: String
  let title: String
  let body: Markup

  /// A sentence that stands where there is nothing to show.
  static func missing(_ words: Markup) -> Markup { "<p class=\"missing\">\(words)</p>\n" }

  var markup: Markup {
    """
    <section id="\(id)" aria-labelledby="\(id)-heading">
    <h2 id="\(id)-heading">\(title)</h2>
    \(body)</section>

    """
  }
}
