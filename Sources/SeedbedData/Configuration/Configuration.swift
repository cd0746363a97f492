/// Everything that `seedbed.yaml` says.
///
/// The keys of the file, with their defaults, are described in `docs/configuration.md`.
public struct Configuration: Sendable, Hashable {
  /// Where the real data is and how it is read.
  public struct DataSource: Sendable, Hashable {
    /// The file, relative to the project's folder.
    public var path: String
    /// How rows are cut; detected where nothing is said.
    public var reading = Reading()

    /// A source whose format is detected.
    ///
    /// - Parameter path: The file, relative to the project's folder.
    public init(path: String) {
      self.path = path
    }
  }

  /// How a file is cut into rows, where detection is not wanted.
  public struct Reading: Sendable, Hashable {
    /// The format.
    public var format: FileFormat?
    /// The byte between cells.
    public var delimiter: UInt8?
    /// Whether the first row names the columns.
    public var hasHeader: Bool?
    /// Names for columns without a header.
    public var columns: [String]?
    /// What to do with a row that cannot be read.
    public var onBadRow = BadRowPolicy.stop

    /// Detects everything and stops at a bad row.
    public init() {}

    /// The options for a reader.
    public var options: RowReaderOptions {
      var options = RowReaderOptions()
      options.format = format
      options.delimiter = delimiter
      options.hasHeader = hasHeader
      options.columns = columns
      options.onBadRow = onBadRow
      return options
    }
  }

  /// What may be generated, and how much.
  public struct Generation: Sendable, Hashable {
    /// The most samples to add in all; nil stands for `maximumShare` of the real ones.
    public var budget: Int?
    /// The most synthetic samples for each real training sample, 0…10.
    public var maximumShare = 0.5
    /// Candidates made for each sample wanted, before checks and selection, 1…50.
    public var oversampling = 3.0
    /// Rounds of further candidates for cells that are still short, 1…10.
    public var rounds = 3
    /// The most synthetic samples that may descend from one real one: more would teach its wording.
    public var childrenPerSeed = 6
    /// The methods to choose from; nil stands for all that fit the task.
    public var methods: [String]?
    /// Adversarial samples for the synthetic evaluation suite.
    public var evaluationSuite = 0
    /// The models that write, by name; without any, no method that needs a model is planned.
    public var models: [String] = []
    /// What texts are to vary in, beside what the methods vary themselves.
    public var variety: [Variety] = []
    /// A file with one persona a line, relative to the project's folder.
    public var personas: String?
    /// A document or a folder of documents to ask questions about, relative to the project's folder.
    public var documents: String?

    /// The defaults.
    public init() {}
  }

  /// Thresholds of the checks.
  public struct Verification: Sendable, Hashable {
    /// The quantile of real samples' own scores below which a label is not believed, 0…0.5.
    public var labelQuantile = 0.1
    /// The least and most scalars of a text; nil stands for what the real data shows.
    public var minimumLength: Int?
    /// The most scalars of a text.
    public var maximumLength: Int?
    /// What happens to a text of a model that holds personal data.
    public var personalData = FindingPolicy.reject
    /// The moderation endpoint that looks at texts of models, by name under `models`.
    public var moderation: String?
    /// What happens to a text of a model that a safety rule flags.
    public var safety = FindingPolicy.reject

    /// The defaults.
    public init() {}
  }

  /// What happens to a candidate in which something unwanted is found.
  public enum FindingPolicy: String, Sendable, CaseIterable {
    /// It fails.
    case reject
    /// It is not looked for.
    case allow
  }

  /// One thing that texts are to vary in, with its values in the order written.
  public struct Variety: Sendable, Hashable {
    /// The name, such as `tone`.
    public var name: String
    /// The values, as words for a prompt.
    public var values: [String]

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - values: The values, at least one.
    public init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// Who judges candidates, and by what.
  public struct Judging: Sendable, Hashable {
    /// The models that judge, by name; without any, no candidate is judged.
    public var judges: [String] = []
    /// The file of the rubric, relative to the project's folder; nil stands for that of the task.
    public var rubric: String?
    /// The least score that passes, 0…1; nil stands for the calibrated one, else the rubric's.
    public var threshold: Double?

    /// The defaults.
    public init() {}
  }

  /// What models may cost.
  public struct Spending: Sendable, Hashable {
    /// The most that one run may cost; nil for no bound.
    public var limit: Double?
    /// What prices are in.
    public var currency = "USD"

    /// The defaults.
    public init() {}
  }

  /// How duplicates are found and when there are too many.
  public struct Deduplication: Sendable, Hashable {
    /// Jaccard similarity of character 5-grams from which two samples are near-duplicates.
    public var nearThreshold = 0.8
    /// The share of duplicates in the real data from which generation is refused, 0…1.
    public var maximumDuplicateShare = 0.3

    /// The defaults.
    public init() {}
  }

  /// The shares of real data in the parts of a version.
  public struct Splits: Sendable, Hashable {
    /// The share for training.
    public var train = 0.9
    /// The share for validation.
    public var validation = 0.1

    /// The defaults.
    public init() {}
  }

  /// The project's name, as on the data card.
  public var name: String
  /// The real data.
  public var data: DataSource
  /// What a sample is for.
  public var task: TaskKind
  /// Which field plays which part.
  public var fields: FieldMap
  /// Real rows without labels from where the model will be used, relative to the project's folder.
  public var reference: String?
  /// The languages that occur, as ISO 639-1 codes; the most frequent first.
  public var languages: [String] = []
  /// Values that a dimension must have although no row shows them.
  public var declaredValues: [Cell.Coordinate] = []
  /// The dimensions by which coverage is counted.
  public var dimensions: [String]
  /// How many samples the cells must have.
  public var requirements: [Requirement] = []
  /// How gaps are looked for beside counting.
  public var gaps = GapSearch()
  /// The seed of every draw.
  public var seed = 42
  /// What may be generated.
  public var generation = Generation()
  /// Thresholds of the checks.
  public var verification = Verification()
  /// How duplicates are found.
  public var deduplication = Deduplication()
  /// The shares of the parts.
  public var splits = Splits()
  /// Sentences with typed slots.
  public var templates: [Template] = []
  /// The values of slots, in the order of their names.
  public var slots: [Slot] = []
  /// The language models, in the order of their names.
  public var models: [ModelSettings] = []
  /// Who translates, in the order of preference; without any, Apertium where it is installed.
  public var translators: [TranslatorSettings] = []
  /// Who judges candidates.
  public var judging = Judging()
  /// What models may cost.
  public var spending = Spending()
  /// How a version is evaluated beside the built-in students.
  public var evaluate = Evaluation()
  /// When more samples would hurt.
  public var stopRules = StopRules()
  /// The licence of the dataset, as on its cards: an SPDX identifier such as `CC-BY-4.0`, or a name.
  public var license: String?
  /// When a version may be released, by what people found in it.
  public var review = Review()

  /// A configuration with defaults for everything that is not named here.
  ///
  /// - Parameters:
  ///   - name: The project's name.
  ///   - data: The real data.
  ///   - task: What a sample is for.
  ///   - fields: Which field plays which part.
  ///   - dimensions: The dimensions by which coverage is counted.
  public init(
    name: String,
    data: DataSource,
    task: TaskKind,
    fields: FieldMap,
    dimensions: [String]
  ) {
    self.name = name
    self.data = data
    self.task = task
    self.fields = fields
    self.dimensions = dimensions
  }
}
