/// HTML that is safe by its making: a literal is ours, and what is put into it is escaped.
struct Markup: Sendable, ExpressibleByStringInterpolation {
  /// The HTML.
  private(set) var html: String

  init(stringLiteral value: String) { html = value }

  init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

  /// HTML that was made of other pieces.
  init(_ pieces: [Markup]) { html = pieces.map(\.html).joined() }

  /// Nothing.
  static let empty: Markup = ""

  static func + (left: Markup, right: Markup) -> Markup { Markup([left, right]) }

  static func += (left: inout Markup, right: Markup) { left.html += right.html }

  /// Gathers a literal with what is put into it.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }

    /// Text from anywhere: escaped.
    mutating func appendInterpolation(_ text: String) { html += EscapedText.html(text) }

    /// HTML that is safe already.
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    /// Pieces one after the other.
    mutating func appendInterpolation(_ pieces: [Markup]) {
      for piece in pieces { html += piece.html }
    }

    /// A piece that may be missing.
    mutating func appendInterpolation(_ markup: Markup?) {
      if let markup { html += markup.html }
    }

    mutating func appendInterpolation(_ number: Int) { html += String(number) }

    /// A place in a drawing, to a tenth of a unit.
    mutating func appendInterpolation(_ place: Double) { html += PlotNumber.place(place) }
  }
}

extension Markup {
  /// A name such as `label=card_about_to_expire`, which may go on in a new line after a mark within it.
  static func name(_ text: String) -> Markup {
    var pieces: [Markup] = [], piece = ""
    for character in text {
      piece.append(character)
      guard character == "_" || character == "=" else { continue }
      pieces.append("\(piece)<wbr/>")
      piece = ""
    }
    return Markup(pieces + ["\(piece)"])
  }

  /// A sentence of ours, in which what stands between backticks becomes code.
  ///
  /// No line breaks before a per cent sign. All of it is escaped, since sentences hold words from the data.
  static func sentence(_ text: String) -> Markup {
    let pieces = text.replacing(" %", with: "\u{A0}%")
      .split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // Where one backtick is left over nobody can tell what is code.
    guard pieces.count % 2 == 1 else { return "\(text)" }
    return Markup(
      pieces.enumerated().map { index, piece in
        index % 2 == 1 ? "<code>\(piece)</code>" : "\(piece)"
      }
    )
  }
}

/// Numbers in the attributes of a drawing, where a minus is a hyphen and nothing is undefined.
enum PlotNumber {
  static func place(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e8 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let whole = abs(tenths) / 10, rest = abs(tenths) % 10
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
