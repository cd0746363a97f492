/// A drawing with its title, its description and its numbers as a table.
///
/// A drawing is a static picture: it needs no script, prints, and is told apart without colour by shapes,
/// patterns and words. Who cannot see it has the description and the table.
public struct Plot: Sendable {
  /// Names the drawing within its page; letters, digits and hyphens.
  public let id: String
  /// What it shows, in a few words.
  public let title: String
  /// What can be read off it, in sentences.
  public let summary: String
  /// The width of the drawing in its own units.
  public let width: Double
  /// The height of the drawing in its own units.
  public let height: Double
  let drawing: Markup
  let note: String?
  let table: TableMarkup

  /// How wide drawings are, in their own units.
  static let width = 680.0

  init(
    id: String,
    title: String,
    summary: String,
    note: String? = nil,
    height: Double,
    table: TableMarkup,
    drawing: Markup
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.note = note
    width = Self.width
    self.height = height
    self.table = table
    self.drawing = drawing
  }

  /// The drawing with title and table, as HTML.
  public var html: String { markup.html }

  var markup: Markup {
    """
    <figure class="plot"><figcaption><b>\(title)</b>\(note.map { "<span>\($0)</span>" as Markup })\
    </figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label="\(title), drawing">\
    <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
    aria-labelledby="\(id)-title \(id)-text"><title id="\(id)-title">\(title)</title>\
    <desc id="\(id)-text">\(summary)</desc>
    \(drawing)</svg></div>
    <details class="data"><summary>Numbers of “\(title)”</summary>\(table.markup)</details></figure>

    """
  }
}

/// Pieces that drawings have in common.
enum PlotPiece {
  /// What tells series apart: the shape or pattern goes with the colour.
  enum Mark: String, Sendable {
    case real
    case synthetic
    case before
    case after
    case need
  }

  /// A label at a place; `end` and `middle` say to which side it grows.
  static func text(
    _ text: String,
    _ x: Double,
    _ y: Double,
    anchor: String = "start",
    faint: Bool = false
  ) -> Markup {
    """
    <text x="\(x)" y="\(y)"\(anchor == "start" ? "" : " text-anchor=\"\(anchor)\"" as Markup)\
    \(faint ? " class=\"faint\"" as Markup : "")>\(text)</text>

    """
  }

  /// Ticks of a scale that runs from left to right, with lines upwards.
  static func bottomAxis(
    _ scale: LinearScale,
    top: Double,
    bottom: Double,
    percent: Bool = false,
    signed: Bool = false
  ) -> Markup {
    var axis = Markup.empty
    var free = -Double.infinity
    for tick in scale.ticks {
      let x = scale.place(tick)
      axis += "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(bottom)\"/>\n"
      let label = scale.label(tick, percent: percent, signed: signed)
      let half = PlotText.width(label) / 2
      // A number that would touch the one before is left out; its line stays.
      guard x - half > free else { continue }
      free = x + half + 4
      axis += text(label, x, bottom + 15, anchor: "middle", faint: true)
    }
    return axis
  }

  /// Ticks of a scale that runs upwards, with lines to the right.
  static func leftAxis(
    _ scale: LinearScale,
    left: Double,
    right: Double,
    percent: Bool = false
  ) -> Markup {
    Markup(
      scale.ticks.map { tick in
        let y = scale.place(tick)
        return "<line class=\"grid\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
          + text(scale.label(tick, percent: percent), left - 6, y + 4, anchor: "end", faint: true)
      }
    )
  }

  /// A point: a ring for real and before, a filled diamond for synthetic and after, a bar for a need.
  static func point(_ mark: Mark, _ x: Double, _ y: Double, size: Double = 5) -> Markup {
    switch mark {
    case .real, .before:
      return "<circle class=\"ring \(mark.rawValue)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(size)\"/>\n"
    case .synthetic, .after:
      let s = size * 1.25
      return """
        <path class="solid \(mark.rawValue)" d="M\(x) \(y - s)L\(x + s) \(y)L\(x) \(y + s)L\(x - s) \(y)Z"/>

        """
    case .need:
      return """
        <line class="need" x1="\(x)" x2="\(x)" y1="\(y - size * 1.6)" y2="\(y + size * 1.6)"/>

        """
    }
  }

  /// Marks with their names in one line.
  static func legend(_ entries: [(mark: Mark, name: String)], x: Double, y: Double) -> Markup {
    var legend = Markup.empty
    var left = x
    for entry in entries {
      legend += point(entry.mark, left + 6, y - 4, size: 4.5)
      legend += text(entry.name, left + 17, y)
      left += 17 + PlotText.width(entry.name) + 22
    }
    return legend
  }
}
