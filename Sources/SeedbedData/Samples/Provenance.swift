public import SeedbedKernels

/// Where the content of a sample was taken from.
public struct SourceReference: Sendable, Hashable {
  /// The file of a real row, `template:<id>`, `prompt:<name>`, `document:<path>` or `schema:<path>`, or the id
  /// of the seed sample.
  public var id: String
  /// The 1-based data row in the file, for real rows.
  public var row: Int?
  /// The byte at which the row starts, for real rows.
  public var byte: Int?
  /// The part of the source's text that was used, in Unicode scalars, half-open.
  public var span: Range<Int>?

  /// Whether it names something that is no sample, so that what is made from it has no parents: a template,
  /// a prompt, a document, or a schema.
  public var isOriginal: Bool {
    ["template:", "prompt:", "document:", "schema:"].contains { id.hasPrefix($0) }
  }

  /// Makes a reference.
  ///
  /// - Parameters:
  ///   - id: A file, a template or a sample id.
  ///   - row: The 1-based data row.
  ///   - byte: The byte offset of the row.
  ///   - span: The scalars of the source's text that were used.
  public init(id: String, row: Int? = nil, byte: Int? = nil, span: Range<Int>? = nil) {
    self.id = id
    self.row = row
    self.byte = byte
    self.span = span
  }
}

/// One use of a generation method: enough to make the same candidate again.
public struct MethodApplication: Sendable, Hashable {
  /// The method's name; a chain joins the names of its parts by `+`.
  public var name: String
  /// What the method drew or was told, in stable order.
  public var parameters: JSONObject
  /// The seed of the run.
  public var seed: Int
  /// Which try for its quota this was, from 0.
  public var draw: Int

  /// Makes a record of a use.
  ///
  /// - Parameters:
  ///   - name: The method's name.
  ///   - parameters: What the method drew or was told.
  ///   - seed: The seed of the run.
  ///   - draw: The try, from 0.
  public init(name: String, parameters: JSONObject, seed: Int, draw: Int) {
    self.name = name
    self.parameters = parameters
    self.seed = seed
    self.draw = draw
  }
}

/// The full origin of a sample.
public struct Provenance: Sendable, Hashable {
  /// Where the content was taken from.
  public var source: SourceReference
  /// How it was made; nil for real samples.
  public var method: MethodApplication?
  /// The model that wrote it, if one did.
  public var model: String?
  /// The hash of the prompt's text, if there was a prompt.
  public var promptVersion: String?
  /// The samples it derives from.
  public var parents: [SampleID]
  /// How many generations lie between it and real data: 0 for real samples.
  public var depth: Int
  /// The character edits that turn the parent's text into this one.
  public var edits: [Edit]
  /// The batch it was made in; nil for real samples.
  public var batch: String?

  /// The provenance of a real sample.
  ///
  /// - Parameter source: The file and row it was read from.
  public init(real source: SourceReference) {
    self.source = source
    parents = []
    depth = 0
    edits = []
  }

  /// The provenance of a synthetic sample.
  ///
  /// - Parameters:
  ///   - source: The seed sample or template.
  ///   - method: How it was made.
  ///   - model: The model that wrote it.
  ///   - promptVersion: The hash of the prompt.
  ///   - parents: The samples it derives from.
  ///   - depth: Generations since real data; 1 for a child of real samples.
  ///   - edits: The edits against the parent's text.
  ///   - batch: The batch's id.
  public init(
    synthetic source: SourceReference,
    method: MethodApplication,
    model: String? = nil,
    promptVersion: String? = nil,
    parents: [SampleID],
    depth: Int,
    edits: [Edit],
    batch: String
  ) {
    self.source = source
    self.method = method
    self.model = model
    self.promptVersion = promptVersion
    self.parents = parents
    self.depth = depth
    self.edits = edits
    self.batch = batch
  }

  /// What a synthetic sample's provenance lacks, in words; empty when it is complete.
  ///
  /// Rule 3 refuses a batch in which any candidate lacks something.
  public var missingParts: [String] {
    var missing: [String] = []
    if source.id.isEmpty { missing.append("source") }
    if source.span == nil { missing.append("source span") }
    if let method {
      if method.name.isEmpty { missing.append("method") }
    } else {
      missing.append("method")
    }
    if model != nil && promptVersion == nil { missing.append("prompt version") }
    if depth < 1 { missing.append("generation depth") }
    if parents.isEmpty && !source.isOriginal { missing.append("parents") }
    if batch?.isEmpty ?? true { missing.append("batch") }
    return missing
  }
}
