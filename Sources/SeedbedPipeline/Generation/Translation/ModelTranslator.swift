public import SeedbedData

/// A language model as a translator.
///
/// Texts go in small numbered groups, fenced as data. What a group's answer leaves out is asked for alone; a text
/// that the model refuses, or has no usable answer to even so, comes back as it is.
public struct ModelTranslator: Translator {
  /// How many texts one request has at most.
  private static let groupTexts = 8
  /// How many bytes of text one request has at most; a longer text goes alone.
  private static let groupBytes = 6000
  /// How many requests wait for an answer at once; how fast they go is the model's own pacing.
  private static let width = 32
  private static let prompt = "translate"

  private let asker: any Asker

  /// Makes a translator.
  ///
  /// - Parameter asker: Who answers prompts.
  public init(asking asker: any Asker) { self.asker = asker }

  /// Makes a translator.
  ///
  /// - Parameters:
  ///   - model: Who answers.
  ///   - library: The prompts.
  ///   - seed: The seed of the run, which the marks around data hang on.
  public init(
    model: any LanguageModel,
    library: PromptLibrary = PromptLibrary(),
    seed: Int = 0
  ) {
    self.init(asking: PromptedAsker(model: model, library: library, seed: seed))
  }

  /// Names the model and where it runs.
  public var identity: String { "model \(asker.model.endpoint) \(asker.model.model)" }

  /// Translates texts.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - source: The language that they are in.
  ///   - target: The language to translate into.
  /// - Returns: One translation a text, in order; a text without a usable answer as it is.
  /// - Throws: A `SeedbedError` where going on is pointless, such as a refused key; a `RequestFailure` where
  ///   the endpoint does not answer or the answer is still to come; `CancellationError`.
  public func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    let groups = Self.groups(of: texts)
    var translations = texts
    try await withThrowingTaskGroup(of: [(Int, String)].self) { tasks in
      var next = 0
      func start() {
        guard next < groups.count else { return }
        let group = groups[next]
        next += 1
        tasks.addTask { try await translate(group, of: texts, source, target) }
      }
      for _ in 0..<Self.width { start() }
      while let answers = try await tasks.next() {
        for (place, text) in answers { translations[place] = text }
        start()
      }
    }
    return translations
  }

  /// The places of the texts that have words, by request.
  private static func groups(of texts: [String]) -> [[Int]] {
    var groups: [[Int]] = []
    var bytes = 0
    for (place, text) in texts.enumerated()
    where text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
      let isFull = groups.last.map { $0.count >= groupTexts } ?? true
      if isFull || bytes + text.utf8.count > groupBytes {
        groups.append([])
        bytes = 0
      }
      groups[groups.count - 1].append(place)
      bytes += text.utf8.count
    }
    return groups
  }

  private func translate(
    _ group: [Int],
    of texts: [String],
    _ source: String,
    _ target: String
  ) async throws -> [(Int, String)] {
    let answers = try await ask(group.map { texts[$0] }, source, target)
    var translations: [(Int, String)] = []
    for (index, place) in group.enumerated() {
      if let text = answers[index] {
        translations.append((place, text))
      } else if group.count > 1 {
        let alone = try await ask([texts[place]], source, target)
        if let text = alone[0] { translations.append((place, text)) }
      }
    }
    return translations
  }

  /// What a request brought, by place; nil where there is nothing to use.
  private func ask(
    _ texts: [String],
    _ source: String,
    _ target: String
  ) async throws -> [String?] {
    var answers = [String?](repeating: nil, count: texts.count)
    let items: [[String: PromptValue]] = texts.enumerated().map { place, text in
      ["number": .words(String(place + 1)), "text": .data(text)]
    }
    do {
      let reply = try await asker.ask(
        Self.prompt,
        [
          "count": .words(String(texts.count)), "source": .words(source),
          "target": .words(target), "items": .list(items),
        ],
        shape: NumberedTexts.shape
      )
      for item in reply.value["texts"]?.array ?? [] {
        guard let number = item["number"]?.int, answers.indices.contains(number - 1),
          let text = item["text"]?.string, !text.isEmpty, answers[number - 1] == nil
        else { continue }
        answers[number - 1] = text
      }
    } catch let failure as RequestFailure where ![.unanswered, .pending].contains(failure.kind) {
      return answers
    }
    return answers
  }
}
