/// Named and numbered characters of HTML.
enum HTMLEntities {
  /// The longest name that is looked for.
  private static let longest = 32

  /// The character that a reference at an `&` stands for, with its length in bytes; nil where it is none.
  static func read(_ text: Span<UInt8>, at start: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard text.byte(start + 1) != UInt8(ascii: "#") else { return number(text, at: start) }
    var end = start + 1
    while end < text.count, end - start <= longest, isNameByte(text[end]) { end += 1 }
    guard end > start + 1, text.byte(end) == UInt8(ascii: ";"),
      let scalar = named[text.string((start + 1)..<end)]
    else { return nil }
    return (scalar, end + 1 - start)
  }

  private static func number(
    _ text: Span<UInt8>,
    at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let isHex = text.byte(start + 2) | 0x20 == UInt8(ascii: "x")
    let first = start + (isHex ? 3 : 2)
    var end = first
    while end < text.count, end - first < 8, isNameByte(text[end]) { end += 1 }
    guard text.byte(end) == UInt8(ascii: ";"),
      let value = UInt32(text.string(first..<end), radix: isHex ? 16 : 10), value > 0x1F,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, end + 1 - start)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39)
      || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
  }

  /// The names of U+00A0 to U+00FF in their order, then others with their code points.
  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [:]
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
      yacute thorn yuml
      """
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(0xA0 + UInt8(index))
    }
    let others: [(String, Unicode.Scalar)] = [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("OElig", "Œ"),
      ("oelig", "œ"), ("Scaron", "Š"), ("scaron", "š"), ("Yuml", "Ÿ"), ("ensp", "\u{2002}"),
      ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"), ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"),
      ("ndash", "–"), ("mdash", "—"), ("lsquo", "‘"), ("rsquo", "’"), ("sbquo", "‚"),
      ("ldquo", "“"),
      ("rdquo", "”"), ("bdquo", "„"), ("dagger", "†"), ("Dagger", "‡"), ("bull", "•"),
      ("hellip", "…"), ("permil", "‰"), ("prime", "′"), ("Prime", "″"), ("lsaquo", "‹"),
      ("rsaquo", "›"), ("euro", "€"), ("trade", "™"), ("larr", "←"), ("uarr", "↑"), ("rarr", "→"),
      ("darr", "↓"), ("harr", "↔"), ("minus", "−"), ("le", "≤"), ("ge", "≥"), ("ne", "≠"),
      ("asymp", "≈"), ("infin", "∞"), ("check", "✓"), ("alpha", "α"), ("beta", "β"), ("gamma", "γ"),
      ("delta", "δ"), ("lambda", "λ"), ("mu", "μ"), ("pi", "π"), ("sigma", "σ"), ("omega", "ω"),
      ("Omega", "Ω"), ("Delta", "Δ"), ("Sigma", "Σ"),
    ]
    for (name, scalar) in others { named[name] = scalar }
    return named
  }()
}
