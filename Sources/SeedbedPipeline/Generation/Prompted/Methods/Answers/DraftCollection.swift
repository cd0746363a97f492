import SeedbedData

extension PromptedDraw {
  /// Makes each of the drafts that are wanted, one after the other.
  ///
  /// One that fails leaves the others alone. Where none is left, or an answer is still to come, the
  /// failure is thrown, so that the reason is on record.
  ///
  /// - Parameter make: Makes the draft of a number.
  /// - Returns: The drafts that were made, at least one.
  /// - Throws: The failure of the last resort; whatever else `make` throws.
  func collect(
    _ make: (Int) async throws -> PromptedDraft
  ) async throws -> [PromptedDraft] {
    var drafts: [PromptedDraft] = []
    var failed: RequestFailure?
    for number in 0..<max(1, count) {
      do {
        drafts.append(try await make(number))
      } catch let failure as RequestFailure {
        if failed == nil || failure.kind == .pending { failed = failure }
      }
    }
    if let failed, drafts.isEmpty || failed.kind == .pending { throw failed }
    return drafts
  }

  /// What was drawn for an attribute of a draft; nil where nothing was, or the cell says it.
  func drawn(_ name: String, for draft: Int) -> String? {
    Demands(self, draft: draft).varieties.first { $0.name == name }?.words
  }

  /// Which answer a draft wants of a request that other draws may make as well.
  ///
  /// A later draw may come upon the same sample again; it wants another answer, not the stored one.
  func variant(of draft: Int) -> Int { number &* max(1, count) &+ draft }

  /// What prompts are told in common: language, persona, the cell's values, and what was drawn for a draft
  /// but for the attributes that the method itself goes by.
  func commonValues(_ draft: Int, except own: [String]) -> PromptValues {
    var values: PromptValues = [:]
    let demands = Demands(self, draft: draft)
    let varieties = demands.varieties.filter { !own.contains($0.name) }
    if !varieties.isEmpty {
      values["demands"] = .words(
        varieties.map { "\($0.name): \($0.words)" }.joined(separator: "; ")
      )
    }
    if let cell = demands.cellData { values["cell"] = cell }
    if let language { values["language"] = .words(LanguageWords.name(of: language)) }
    if let persona { values["persona"] = .data(persona) }
    return values
  }

  /// The ids of the examples, without repetition.
  var exampleIDs: [SampleID] {
    var ids: [SampleID] = []
    for example in examples where !ids.contains(example.id) { ids.append(example.id) }
    return ids
  }

  /// The deepest of the examples.
  var exampleDepth: Int { examples.map(\.provenance.depth).max() ?? 0 }
}

extension Sample {
  /// The whole text of this sample, as a source.
  var asSource: SourceReference {
    SourceReference(id: id.hex, span: 0..<text.unicodeScalars.count)
  }
}

extension Reply {
  /// The failure that a draft of this reply is dropped with.
  ///
  /// - Parameter reason: Why, in one sentence.
  /// - Returns: The failure, with the key of the deciding request.
  func rejected(_ reason: String) -> RequestFailure {
    RequestFailure(.unusable, reason, key: requests.last ?? "")
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
