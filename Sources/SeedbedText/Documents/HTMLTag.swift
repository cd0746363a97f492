/// What a tag does to the text around it.
enum HTMLTag {
  /// Nothing: its text goes on in the line.
  case inline
  /// It stands on lines of its own.
  case block
  /// A heading, by its level.
  case heading(Int)
  /// An item of a list.
  case item
  /// A list as a whole.
  case list
  /// A table as a whole.
  case table
  /// A row of a table.
  case row
  /// A cell of a table.
  case cell
  /// Text whose spaces count.
  case preformatted
  /// A quotation.
  case quote
  /// A new line.
  case lineBreak
  /// Something whose content nobody reads: up to its closing tag.
  case hidden(String)

  /// What a tag of a lower-case name does.
  init(_ name: String) {
    self =
      switch name {
      case "h1", "h2", "h3", "h4", "h5", "h6": .heading(Int(name.dropFirst()) ?? 6)
      case "li", "dt", "dd": .item
      case "ul", "ol", "dl", "menu": .list
      case "table": .table
      case "tr": .row
      case "td", "th": .cell
      case "pre", "listing", "xmp": .preformatted
      case "blockquote": .quote
      case "br": .lineBreak
      case "script", "style", "template", "noscript", "title", "textarea", "svg", "iframe":
        .hidden(name)
      case "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "figure",
        "figcaption", "form", "fieldset", "address", "details", "summary", "hr", "body", "html",
        "head", "caption", "thead", "tbody", "tfoot", "center", "dialog", "hgroup", "search",
        "legend", "option", "select", "button":
        .block
      default: .inline
      }
  }
}
