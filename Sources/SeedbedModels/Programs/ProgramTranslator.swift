public import SeedbedData

/// A program of the user's own that translates.
public final class ProgramTranslator: Translator {
  /// How many texts one request has.
  private static let batch = 16

  /// Names the program.
  public let identity: String

  private let service: ProgramService

  /// Prepares a program; it is started with the first texts.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - folder: The folder in which it runs.
  ///   - hiding: Environment variables that it must not see.
  ///   - limits: What it may take.
  /// - Throws: A `SeedbedError` when there is no command.
  public init(
    command: [String],
    folder: String,
    hiding: [String] = [],
    limits: ModelSettings.Limits = .init()
  ) throws {
    service = try ProgramService(command, folder: folder, hiding: hiding, limits: limits)
    identity = "program \(service.name)"
  }

  deinit { service.host.close() }

  /// Translates texts.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - source: The language that they are in.
  ///   - target: The language to translate into.
  /// - Returns: One translation a text, in order.
  /// - Throws: A `SeedbedError` when the program does not give them; `CancellationError`.
  public func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    var translations: [String] = []
    for start in stride(from: 0, to: texts.count, by: Self.batch) {
      let part = texts[start..<min(start + Self.batch, texts.count)]
      let answer = try await service.list(
        [
          "kind": "translate", "texts": .array(part.map { .string($0) }), "from": .string(source),
          "to": .string(target),
        ],
        "texts",
        count: part.count
      )
      for value in answer {
        guard let text = value.string else {
          throw service.error(ProgramFault(words: "gave a translation that is no text"))
        }
        translations.append(text)
      }
    }
    return translations
  }
}

extension ProgramService {
  /// Asks for a list of so many values.
  func list(_ request: JSONObject, _ name: String, count: Int) async throws -> [JSONValue] {
    do {
      let answer = try await host.ask(request)
      if let words = answer["error"], !words.isNull {
        throw ProgramFault(words: "says: \((words.string ?? words.serialized()).prefix(500))")
      }
      guard let values = answer[name]?.array, values.count == count else {
        throw ProgramFault(words: "answered without the \(count) values of `\(name)`")
      }
      return values
    } catch let fault as ProgramFault {
      throw error(fault)
    }
  }
}
