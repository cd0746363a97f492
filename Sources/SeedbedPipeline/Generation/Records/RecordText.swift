public import SeedbedData
public import SeedbedKernels

/// A record told as a text, with the place of every value in it.
public struct RecordText: Sendable, Hashable {
  /// The forms in which a record can be told.
  public enum Style: String, Sendable, CaseIterable {
    /// One short sentence a value.
    case sentences
    /// A letter with the values line by line.
    case email
    /// Lines of names and values.
    case form
    /// A table of two columns, as Markdown writes it.
    case table
  }

  /// The text.
  public private(set) var text = ""
  /// Where each value stands, in Unicode scalars, labelled by its path such as `items[0].sku`.
  public private(set) var spans: [TextSpan] = []
  private var count = 0

  /// Tells a record in one of the built-in forms.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - schema: Its schema, for the titles of fields; nil where there is none.
  ///   - style: The form.
  ///   - random: The only source of chance.
  public init(
    _ record: JSONValue,
    schema: JSONValue?,
    style: Style,
    random: inout CounterRandom
  ) {
    let leaves = RecordLeaf.all(of: record, schema: schema)
    switch style {
    case .sentences: tell(leaves, &random)
    case .email: write(leaves, &random)
    case .form: list(leaves, &random)
    case .table: tabulate(leaves)
    }
  }

  /// Tells a record as a template says.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - template: The template; a field that the record lacks leaves nothing.
  public init(_ record: JSONValue, template: RecordTemplate) {
    for part in template.parts {
      switch part {
      case .words(let words): append(words)
      case .field(let path):
        guard let value = record.object.flatMap(path.value), let words = RecordLeaf.words(value)
        else {
          continue
        }
        append(RecordLeaf(path: path.description, title: "", words: words))
      }
    }
  }

  // MARK: - Forms

  private mutating func tell(_ leaves: [RecordLeaf], _ random: inout CounterRandom) {
    for leaf in leaves {
      if count > 0 { append(" ") }
      let forms = [("The \(leaf.title) is ", "."), ("\(leaf.title.capitalisedFirst) is ", ".")]
      let more = [("We have ", " as the \(leaf.title)."), ("For the \(leaf.title), note ", ".")]
      let (before, after) = random.pick(forms + forms + more) ?? ("", "")
      append(before)
      append(leaf)
      append(after)
    }
  }

  private mutating func write(_ leaves: [RecordLeaf], _ random: inout CounterRandom) {
    let subjects = ["Details", "The details you asked for", "New entry", "Please check"]
    let openings = [
      "here is what we have:", "please find the details below.", "could you take care of this?",
      "these are the data we talked about:",
    ]
    let closings = ["Kind regards", "Best wishes", "Thank you", "Many thanks"]
    append(
      "Subject: \(random.pick(subjects) ?? "")\n\nHello,\n\n\(random.pick(openings) ?? "")\n\n"
    )
    for leaf in leaves { line(leaf, separator: ": ") }
    append("\n\(random.pick(closings) ?? "")\n")
  }

  private mutating func list(_ leaves: [RecordLeaf], _ random: inout CounterRandom) {
    let separator = random.pick([": ", " = ", "\t", ": "]) ?? ": "
    for leaf in leaves { line(leaf, separator: separator) }
  }

  private mutating func tabulate(_ leaves: [RecordLeaf]) {
    append("| field | value |\n| --- | --- |\n")
    for leaf in leaves {
      append("| \(leaf.title) | ")
      append(leaf)
      append(" |\n")
    }
  }

  private mutating func line(_ leaf: RecordLeaf, separator: String) {
    append(leaf.title.capitalisedFirst + separator)
    append(leaf)
    append("\n")
  }

  // MARK: - Parts

  private mutating func append(_ words: String) {
    text += words
    count += words.unicodeScalars.count
  }

  private mutating func append(_ leaf: RecordLeaf) {
    let start = count
    append(leaf.words)
    spans.append(TextSpan(start: start, end: count, label: leaf.path, text: leaf.words))
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalisedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.titlecaseMapping
      + String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
  }
}
