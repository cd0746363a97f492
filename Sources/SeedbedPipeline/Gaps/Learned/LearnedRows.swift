public import SeedbedData
public import SeedbedText

/// Real rows, column by column, as the learned detectors look at them.
public struct LearnedRows: Sendable {
  /// The id of each row; empty for rows that are no samples.
  public var ids: [SampleID]
  /// The text of each row.
  public var texts: [String]
  /// The label of each row; empty where the task has none.
  public var labels: [String]
  /// The group of near-duplicates of each row; rows of one group are always left out together.
  public var groups: [Int]
  /// The names of the dimensions.
  public var dimensions: [String]
  /// For each dimension the value of every row.
  public var values: [[String]]

  /// How many rows there are.
  public var count: Int { texts.count }

  /// Takes the columns as they are.
  ///
  /// - Parameters:
  ///   - ids: The id of each row, or none.
  ///   - texts: The texts.
  ///   - labels: The label of each row, or none.
  ///   - groups: The group of each row; nil makes every row a group of its own.
  ///   - dimensions: The names of the dimensions.
  ///   - values: For each dimension the value of every row.
  public init(
    ids: [SampleID] = [],
    texts: [String],
    labels: [String] = [],
    groups: [Int]? = nil,
    dimensions: [String] = [],
    values: [[String]] = []
  ) {
    precondition(ids.isEmpty || ids.count == texts.count, "ids are given for all rows or none")
    precondition(labels.isEmpty || labels.count == texts.count, "all rows have labels or none")
    precondition(groups == nil || groups?.count == texts.count, "groups need one number a row")
    precondition(
      dimensions.count == values.count && values.allSatisfy { $0.count == texts.count },
      "a dimension needs one value a row"
    )
    self.ids = ids
    self.texts = texts
    self.labels = labels
    self.groups = groups ?? Array(texts.indices)
    self.dimensions = dimensions
    self.values = values
  }

  /// Measures texts by the dimensions of a project.
  ///
  /// - Parameters:
  ///   - ids: The id of each row, or none.
  ///   - inputs: What the dimensions look at, one a row; labels count only where every row has one.
  ///   - groups: The group of each row, or nil.
  ///   - dimensions: The dimensions.
  ///   - threads: The most threads.
  /// - Returns: The rows by column.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func measure(
    ids: [SampleID] = [],
    _ inputs: [DimensionInput],
    groups: [Int]? = nil,
    dimensions: DimensionSet,
    threads: Int
  ) async throws -> LearnedRows {
    let rows = try await mapChunks(inputs, threads: threads, chunk: 1024) { slice in
      slice.map { dimensions.values(of: $0) }
    }
    let labels = inputs.compactMap { $0.label.flatMap { $0.isEmpty ? nil : $0 } }
    return LearnedRows(
      ids: ids,
      texts: inputs.map(\.text),
      labels: labels.count == inputs.count ? labels : [],
      groups: groups,
      dimensions: dimensions.all.map(\.name),
      values: dimensions.all.indices.map { dimension in rows.map { $0[dimension] } }
    )
  }

  /// Adds a dimension that was measured elsewhere, such as the topic.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - column: The value of every row.
  public mutating func append(dimension name: String, _ column: [String]) {
    precondition(column.count == count, "a dimension needs one value a row")
    dimensions.append(name)
    values.append(column)
  }

  /// The ids of some rows, as far as they have any.
  func ids(of rows: some Sequence<Int>) -> [SampleID] {
    ids.isEmpty ? [] : rows.map { ids[$0] }
  }
}
