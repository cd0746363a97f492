public import SeedbedData
import SeedbedKernels

/// The other texts of a sample: answer, output, the values of its record.
public struct Companions: Sendable {
  /// What the row has that is no answer: its text, label, id, spans and conversation.
  private let own: [String]
  private let output: String?
  private let conversation: FieldPath?

  /// Finds out which fields may hold answers.
  ///
  /// - Parameter fields: Which field plays which part.
  public init(_ fields: FieldMap) {
    func name(_ path: FieldPath?) -> String? {
      if case .key(let name)? = path?.steps.first { name } else { nil }
    }
    let paths = [fields.text, fields.label, fields.id, fields.spans, fields.conversation]
    own = paths.compactMap(name)
    output = name(fields.output)
    conversation = fields.conversation
  }

  /// The answers of a sample: the texts and numbers of its output and of every record that it holds.
  ///
  /// A plain cell such as an id or an offset is no answer to anything.
  ///
  /// - Parameter sample: The sample.
  /// - Returns: The values, in the order of the row.
  public func texts(of sample: Sample) -> [String] {
    guard sample.fields.count > 1 else { return [] }
    var texts: [String] = []
    for (name, value) in sample.fields where !own.contains(name) {
      let isAnswer = output == name
      switch value {
      case .string(let text) where isAnswer || Self.isText(text): texts.append(text)
      case .number where isAnswer, .object, .array: Self.collect(value, &texts)
      default: break
      }
    }
    // A conversation holds the text itself among its turns; what is locked because of itself would be all.
    if let turns = conversation?.value(in: sample.fields) { Self.collect(turns, &texts) }
    return texts.isEmpty ? [] : texts.filter { $0 != sample.text }
  }

  /// Whether a cell holds letters: digits alone are an id, an offset or a measure.
  private static func isText(_ text: String) -> Bool {
    text.utf8.contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
  }

  private static func collect(_ value: JSONValue, _ texts: inout [String]) {
    switch value {
    case .string(let text): texts.append(text)
    case .number(let number): texts.append(number.literal)
    case .array(let values): for value in values { collect(value, &texts) }
    case .object(let object): for (_, value) in object { collect(value, &texts) }
    default: break
    }
  }

  /// Renames values in the companions, on word borders.
  ///
  /// - Parameters:
  ///   - renames: Old and new values.
  ///   - sample: The sample whose fields are changed, but for its text.
  /// - Returns: False where an old value stands inside a longer word of a companion, so that nobody knows
  ///   whether it is meant.
  static func rename(_ renames: [Proposal.Rename], in sample: inout Sample) -> Bool {
    guard !renames.isEmpty else { return true }
    var isSafe = true
    for (name, value) in sample.fields {
      sample.fields[name] = renamed(value, renames, text: sample.text, &isSafe)
    }
    return isSafe
  }

  private static func renamed(
    _ value: JSONValue,
    _ renames: [Proposal.Rename],
    text: String,
    _ isSafe: inout Bool
  ) -> JSONValue {
    switch value {
    case .string(let words) where words != text:
      return .string(WordRenaming.apply(renames, to: words, &isSafe))
    case .array(let values):
      return .array(values.map { renamed($0, renames, text: text, &isSafe) })
    case .object(var object):
      for (name, value) in object { object[name] = renamed(value, renames, text: text, &isSafe) }
      return .object(object)
    default: return value
    }
  }
}
