/// One block of a CoNLL file: a text with the spans that its tags mark.
///
/// The first column is the token, the last one its tag: `O`, or a label behind `B-` and `I-`, or behind
/// the letters of BIOES and BILOU. Lines that begin with `# ` and have no tab are comments; `name = value`
/// in one becomes a field. Where a comment gives the `text`, tokens are found in it, at the places that
/// the second and third column say or else one behind the other; without it they are put together with
/// spaces.
///
/// All is cut by bytes: a combining mark may begin a token, and would hide the character before it.
struct CoNLLBlock {
  /// Why a block is no row.
  struct Fault: Error {
    var reason: String
  }

  private typealias Line = ArraySlice<UInt8>

  private struct Token {
    var scalars: [Unicode.Scalar]
    var start: Int?
    var tag: Line

    var text: String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
  }

  /// The block as a row: its comments, `text` and `spans`.
  private(set) var fields = JSONObject()

  /// Reads a block.
  ///
  /// - Parameter bytes: The lines of the block in valid UTF-8; nil comes back when nothing is in it.
  /// - Throws: A `Fault` that says what is wrong with the block.
  init?(_ bytes: [UInt8]) throws(Fault) {
    var tokens: [Token] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.starts(with: "# ".utf8), !line.contains(UInt8(ascii: "\t")) {
        try readComment(line.dropFirst(2))
      } else if let token = try Self.token(line) {
        tokens.append(token)
      }
    }
    if tokens.first?.text == "-DOCSTART-" { return nil }
    let given = fields["text"]?.string
    guard !tokens.isEmpty || given != nil else { return nil }
    if let given {
      try place(tokens, in: Array(given.unicodeScalars))
    } else {
      join(tokens)
    }
  }

  private static func text(_ bytes: Line) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func readComment(_ comment: Line) throws(Fault) {
    guard let sign = comment.firstIndex(of: UInt8(ascii: "=")), sign > comment.startIndex,
      comment[sign - 1] == UInt8(ascii: " ")
    else { return }
    let name = Self.text(comment[..<(sign - 1)])
    var value = comment[(sign + 1)...]
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    guard name.hasSuffix("_json") || name == "seedbed" else {
      fields[name] = .string(Self.text(value))
      return
    }
    guard let json = try? JSONParser.parse(Array(value).span) else {
      throw Fault(reason: "the comment `\(name)` is not JSON")
    }
    fields[name == "seedbed" ? name : String(name.dropLast("_json".count))] = json
  }

  private static func token(_ line: Line) throws(Fault) -> Token? {
    let cells =
      line.contains(UInt8(ascii: "\t"))
      ? line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      : line.split(separator: UInt8(ascii: " "))
    guard let first = cells.first, !first.isEmpty else { return nil }
    guard cells.count > 1, let tag = cells.last else {
      throw Fault(reason: "the line `\(text(line.prefix(40)))` has no tag")
    }
    var token = Token(scalars: Array(text(first).unicodeScalars), start: nil, tag: tag)
    if cells.count > 3, let start = Int(text(cells[1])), let end = Int(text(cells[2])),
      end - start == token.scalars.count
    {
      token.start = start
    }
    return token
  }

  private mutating func place(_ tokens: [Token], in scalars: [Unicode.Scalar]) throws(Fault) {
    var places: [Range<Int>] = []
    var at = 0
    for token in tokens {
      var start = token.start ?? at
      if token.start == nil {
        while start < scalars.count, scalars[start].properties.isWhitespace { start += 1 }
      }
      let end = start + token.scalars.count
      guard start >= at, end <= scalars.count,
        scalars[start..<end].elementsEqual(token.scalars)
      else {
        throw Fault(reason: "the token `\(token.text)` does not stand in the text")
      }
      at = end
      places.append(start..<end)
    }
    finish(tokens, places, scalars)
  }

  private mutating func join(_ tokens: [Token]) {
    var scalars: [Unicode.Scalar] = []
    var places: [Range<Int>] = []
    for token in tokens {
      if !places.isEmpty { scalars.append(" ") }
      places.append(scalars.count..<(scalars.count + token.scalars.count))
      scalars += token.scalars
    }
    finish(tokens, places, scalars)
  }

  /// Puts the tags of neighbouring tokens together.
  private mutating func finish(
    _ tokens: [Token],
    _ places: [Range<Int>],
    _ scalars: [Unicode.Scalar]
  ) {
    var spans: [TextSpan] = []
    var isOpen = false
    for (token, place) in zip(tokens, places) {
      guard token.tag.count > 2, Self.isTag(token.tag), let letter = token.tag.first else {
        isOpen = false
        continue
      }
      let label = Self.text(token.tag.dropFirst(2))
      if isOpen, "IEL".utf8.contains(letter), spans.last?.label == label {
        spans[spans.count - 1].end = place.upperBound
      } else {
        spans.append(
          TextSpan(start: place.lowerBound, end: place.upperBound, label: label, text: "")
        )
      }
      isOpen = !"ESLU".utf8.contains(letter)
    }
    let text = { (range: Range<Int>) -> String in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    fields["text"] = .string(text(0..<scalars.count))
    fields["spans"] = .array(
      spans.map { span in
        TextSpan(
          start: span.start,
          end: span.end,
          label: span.label,
          text: text(span.start..<span.end)
        ).json
      }
    )
  }

  /// Whether a cell is a tag: `O`, or a letter of one of the schemes, a hyphen and a label.
  static func isTag(_ cell: some Collection<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    if cell.count == 1 { return first == UInt8(ascii: "O") }
    return "BIESLU".utf8.contains(first) && cell.dropFirst().first == UInt8(ascii: "-")
      && cell.count > 2
  }
}
