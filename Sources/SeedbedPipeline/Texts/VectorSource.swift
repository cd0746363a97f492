import SeedbedData
public import SeedbedLearning

/// Where the vectors of a file's texts come from.
public enum VectorSource: Sendable {
  /// They are made.
  case embedder(any Embedder)
  /// They were made before, one a row.
  case file(NPYReader)

  /// What made the vectors.
  var model: String {
    switch self {
    case .embedder(let embedder): embedder.identity
    case .file: "vectors of the user"
    }
  }

  /// Makes vectors of texts.
  ///
  /// - Throws: A `SeedbedError` where all vectors were made before: these texts have none.
  func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    guard case .embedder(let embedder) = self else {
      throw SeedbedError(
        .usage,
        "the files compared with have no vectors",
        hint: "leave the vectors away, so that both sides are embedded by one model"
      )
    }
    return try await embedder.embed(texts, threads: threads)
  }
}

extension NPYReader {
  /// All vectors, after a check that there is one for each row.
  func table(forRows rows: Int) throws -> VectorTable {
    guard count == rows else {
      throw SeedbedError(
        .usage,
        "there are \(count) vectors for \(rows) rows",
        hint: "make them with `seedbed embed` from the same file, with the same `--on-bad-row`"
      )
    }
    return table()
  }
}
