import SeedbedData

/// One token a line with its BIO tag, for taggers.
public struct CoNLLExporter: Exporter {
  /// The name, as on the command line.
  public let name = "conll"
  /// What the format is for.
  public let summary = "CoNLL: a token a line with its BIO tag; texts with spans"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.conll`, `validation.conll` and `synthetic_eval.conll`.
  ///
  /// A sample is a block of lines and an empty line. Lines that begin with `# ` say its id, its text, and
  /// its label where it has one; then each token has a line of four columns: the token, where it begins
  /// and ends in scalars of the text, and the tag.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    try SplitGroups(samples, format: name).writeWhole(to: folder, "conll") { group in
      var lines = ""
      for sample in group.samples { lines += try block(sample, options) }
      return lines
    }
  }

  private func block(_ sample: ExportSample, _ options: ExportOptions) throws -> String {
    let content = sample.sample
    func refusal(_ reason: String) -> SeedbedError {
      .cannotWrite(
        content,
        as: name,
        because: reason,
        hint: "export it as `jsonl`, which holds every row"
      )
    }
    guard options.fields.hasSpans else { throw refusal("its rows have no field of spans") }
    guard !content.tags.contains("span_invalid") else {
      throw refusal("some of its spans do not fit its text")
    }
    var lines = "# id = \(content.id.hex)\n" + comment("text", content.text)
    if let label = content.label { lines += comment("label", label) }
    if !options.plain {
      lines += "# seedbed = \(sample.provenanceObject.serialized())\n"
    }
    for token in try TaggedTokens(content.text, spans: content.spans, refusing: refusal).tokens {
      lines += "\(token.text)\t\(token.start)\t\(token.end)\t\(token.tag)\n"
    }
    return lines + "\n"
  }

  /// A text on a line of its own: as it is, or as JSON where it would not stay on one or lose white space.
  private func comment(_ name: String, _ text: String) -> String {
    let scalars = text.unicodeScalars
    let isPlain =
      scalars.allSatisfy { $0.value >= 0x20 && ![0x85, 0x2028, 0x2029].contains($0.value) }
      && scalars.first?.properties.isWhitespace != true
      && scalars.last?.properties.isWhitespace != true
    return isPlain
      ? "# \(name) = \(text)\n" : "# \(name)_json = \(JSONValue.string(text).serialized())\n"
  }
}
