import FoundationEssentials
import SeedbedData
import SeedbedKernels

/// Who is to have written a text: the project's own list of people, or those of ``PersonaGrammar``.
public struct Personas: Sendable {
  private static let maximumFileBytes = 256 << 20
  private static let maximumBytes = 2000

  /// Nil stands for the grammar.
  private let own: [String]?
  private let seed: Int

  /// Takes a list of people, or the grammar.
  ///
  /// - Parameters:
  ///   - own: Descriptions; nil for those of the grammar.
  ///   - seed: The seed of the run.
  public init(_ own: [String]? = nil, seed: Int) {
    self.own = own.flatMap { $0.isEmpty ? nil : $0 }
    self.seed = seed
  }

  /// Reads a list of people.
  ///
  /// - Parameters:
  ///   - file: A file with one description a line, or a JSON object with a string `persona` a line; nil for
  ///     the grammar.
  ///   - seed: The seed of the run.
  /// - Throws: When the file cannot be read or a line of it is no description.
  public init(file: String?, seed: Int) throws {
    self.init(try file.map(Self.read), seed: seed)
  }

  /// How many different people there are.
  public var count: Int { own?.count ?? PersonaGrammar.count }

  /// The person of a draw; nobody comes twice in a stream before everybody came once.
  ///
  /// - Parameters:
  ///   - stream: What keys the chance: cell, split and method in words.
  ///   - number: The number of the draw, from 0.
  /// - Returns: The description.
  public func persona(for stream: String, _ number: Int) -> String {
    let (round, place) = max(0, number).quotientAndRemainder(dividingBy: count)
    let random = CounterRandom(
      seed: UInt64(bitPattern: Int64(seed)),
      sample: stream,
      operation: "persona",
      draw: round
    )
    let index = IndexShuffle(count: count, random: random).index(of: place)
    return own?[index] ?? PersonaGrammar.persona(index)
  }

  private static func read(_ path: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SeedbedError(
        .inputOutput,
        "the file `\(path)` with personas cannot be read",
        hint: "correct `generation.personas`, or leave it out to use the program's own"
      )
    }
    guard data.count <= maximumFileBytes, let text = String(validating: data, as: UTF8.self) else {
      throw SeedbedError(
        .data,
        "the file `\(path)` with personas is not a text of at most \(maximumFileBytes) bytes",
        hint: "save it as UTF-8, one description a line"
      )
    }
    var personas: [String] = []
    var seen: Set<String> = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let words = try description(in: String(line), number, path)
      if !words.isEmpty, seen.insert(words).inserted { personas.append(words) }
    }
    guard !personas.isEmpty else {
      throw SeedbedError(
        .data,
        "the file `\(path)` holds no persona",
        hint: "write one description a line"
      )
    }
    return personas
  }

  private static func description(
    in line: String,
    _ number: Int,
    _ path: String
  ) throws -> String {
    var words = line
    if line.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{") {
      guard let row = try? JSONParser.parse(line), let persona = row["persona"]?.string else {
        throw SeedbedError(
          .data,
          "line \(number) of `\(path)` is no JSON object with a string `persona`",
          hint: "write {\"persona\": \"…\"} or plain text"
        )
      }
      words = persona
    }
    words = words.split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
    guard words.utf8.count <= maximumBytes else {
      throw SeedbedError(
        .data,
        "the persona in line \(number) of `\(path)` has \(words.utf8.count) bytes",
        hint: "describe a person in at most \(maximumBytes) bytes"
      )
    }
    return words
  }
}
