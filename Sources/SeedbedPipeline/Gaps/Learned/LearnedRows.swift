public import SeedbedData
public import SeedbedText

/// Real rows, column by column, as the learned detectors look at them.
public struct LearnedRows: Sendable {
  /// The id of each row; empty for rows that are no samples.
  public var ids: [SampleID]
  /// Where each row stands in its file, from 1; empty for rows that come from none.
  public var numbers: [Int]
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
  ///   - numbers: Where each row stands in its file, from 1, or none.
  ///   - texts: The texts.
  ///   - labels: The label of each row, or none.
  ///   - groups: The group of each row; nil makes every row a group of its own.
  ///   - dimensions: The names of the dimensions.
  ///   - values: For each dimension the value of every row.
  public init(
    ids: [SampleID] = [],
    numbers: [Int] = [],
    texts: [String],
    labels: [String] = [],
    groups: [Int]? = nil,
    dimensions: [String] = [],
    values: [[String]] = []
  ) {
    precondition(ids.isEmpty || ids.count == texts.count, "ids are given for all rows or none")
    precondition(
      numbers.isEmpty || numbers.count == texts.count,
      "numbers are given for all rows or none"
    )
    precondition(labels.isEmpty || labels.count == texts.count, "all rows have labels or none")
    precondition(groups == nil || groups?.count == texts.count, "groups need one number a row")
    precondition(
      dimensions.count == values.count && values.allSatisfy { $0.count == texts.count },
      "a dimension needs one value a row"
    )
    self.ids = ids
    self.numbers = numbers
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
  ///   - numbers: Where each row stands in its file, from 1, or none.
  ///   - inputs: What the dimensions look at, one a row; labels count only where every row has one.
  ///   - groups: The group of each row, or nil.
  ///   - dimensions: The dimensions.
  ///   - threads: The most threads.
  /// - Returns: The rows by column.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func measure(
    ids: [SampleID] = [],
    numbers: [Int] = [],
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
      numbers: numbers,
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

  /// How many rows lie in a cell; none in one of a dimension that the rows do not have.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The count.
  public func count(in cell: Cell) -> Int {
    let columns = cell.coordinates.compactMap { coordinate in
      dimensions.firstIndex(of: coordinate.dimension).map { (values[$0], coordinate.value) }
    }
    guard columns.count == cell.coordinates.count else { return 0 }
    return texts.indices.count { row in columns.allSatisfy { $0[row] == $1 } }
  }

  /// The ids of some rows, as far as they have any.
  func ids(of rows: some Sequence<Int>) -> [SampleID] {
    ids.isEmpty ? [] : rows.map { ids[$0] }
  }

  /// Where some rows stand in their file, as far as they come from one.
  func numbers(of rows: some Sequence<Int>) -> [Int] {
    numbers.isEmpty ? [] : rows.map { numbers[$0] }
  }
}
