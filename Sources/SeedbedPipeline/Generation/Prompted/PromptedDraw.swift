public import SeedbedData
public import SeedbedKernels

/// What one draw of a method is to write, and what it may show to the model.
public struct PromptedDraw: Sendable {
  /// A label that is easily confused with the cell's, with real samples of it.
  public struct Rival: Sendable {
    /// The other label.
    public var label: String
    /// Real training samples of it.
    public var examples: [Sample]

    /// Makes a rival.
    ///
    /// - Parameters:
    ///   - label: The other label.
    ///   - examples: Real training samples of it.
    public init(label: String, examples: [Sample]) {
      self.label = label
      self.examples = examples
    }
  }

  /// A passage of a document to write from.
  public struct Passage: Sendable {
    /// Where it stands: the document with the span in Unicode scalars.
    public var source: SourceReference
    /// The heading it stands under; empty where there is none.
    public var heading: String
    /// Its text, verbatim.
    public var text: String
    /// The real sample that holds the document, where it comes from one.
    public var sample: SampleID?
    /// Whether the text is a slice of the document, so that offsets in it are offsets there; not so for
    /// documents with markup inside their sentences.
    public var isSlice: Bool

    /// Makes a passage.
    ///
    /// - Parameters:
    ///   - source: Where it stands.
    ///   - heading: The heading it stands under.
    ///   - text: Its text, verbatim.
    ///   - sample: The real sample that holds the document.
    ///   - isSlice: Whether the text is a slice of the document.
    public init(
      source: SourceReference,
      heading: String,
      text: String,
      sample: SampleID? = nil,
      isSlice: Bool = true
    ) {
      self.source = source
      self.heading = heading
      self.text = text
      self.sample = sample
      self.isSlice = isSlice
    }
  }

  /// The number of the draw, from 0, within quota and method.
  public var number: Int
  /// How many drafts are wanted, at least 1.
  public var count: Int
  /// The cell to write for.
  public var cell: Cell
  /// What a sample is for.
  public var task: TaskKind
  /// The label to write for; nil where the task has none.
  public var label: String?
  /// The language to write in, as an ISO 639-1 code; nil where anything goes.
  public var language: String?
  /// All labels of the project, sorted.
  public var labels: [String]
  /// Real training samples of the cell, drawn for this draw; never from the holdout.
  public var examples: [Sample]
  /// A label that is easily confused with this one.
  public var rival: Rival?
  /// The passage to write from, then passages of the same document that are related to it.
  public var passages: [Passage]
  /// Who is to have written it, in words; nil where nobody was asked for.
  public var persona: String?
  /// Machine-made samples that were accepted in earlier rounds.
  public var machineExamples: [Sample]
  /// What was drawn for each of the method's attributes, for each draft in turn: `attributes[draft]`.
  public var attributes: [[(name: String, words: String)]]
  /// The fields of the project.
  public var fields: FieldMap
  /// The seed of every draw.
  public var seed: Int
  /// What keys the chance of this draw: cell, split and method in words.
  public var stream: String

  /// Makes a draw; what is not named here is empty.
  ///
  /// - Parameters:
  ///   - number: The number of the draw.
  ///   - count: How many drafts are wanted.
  ///   - cell: The cell to write for.
  ///   - task: What a sample is for.
  ///   - fields: The fields of the project.
  ///   - seed: The seed of every draw.
  ///   - stream: What keys the chance of this draw.
  public init(
    number: Int,
    count: Int,
    cell: Cell,
    task: TaskKind,
    fields: FieldMap,
    seed: Int,
    stream: String
  ) {
    self.number = number
    self.count = count
    self.cell = cell
    self.task = task
    self.fields = fields
    self.seed = seed
    self.stream = stream
    labels = []
    examples = []
    passages = []
    machineExamples = []
    attributes = []
  }

  /// The numbers of one operation of this draw.
  ///
  /// - Parameter operation: A name for what is drawn.
  /// - Returns: Numbers that depend on seed, stream, operation and draw alone.
  public func chance(_ operation: String) -> CounterRandom {
    CounterRandom(
      seed: UInt64(bitPattern: Int64(seed)),
      sample: stream,
      operation: operation,
      draw: number
    )
  }
}
