public import SeedbedData

/// A request as it stands in a file: a line of a batch file, or a row with `messages` or `prompt`.
public struct WrittenRequest: Sendable, Hashable {
  /// The request's own name, by which its answer is found again.
  public var id: String
  /// What is asked.
  public var request: ModelRequest

  /// Reads a row.
  ///
  ///     {"custom_id": "a", "body": {"messages": [{"role": "user", "content": "Hello"}]}}
  ///     {"id": "b", "messages": [{"role": "user", "content": "Hello"}], "temperature": 0.7}
  ///     {"prompt": "Hello"}
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - file: The file's name, for messages and for rows without an id.
  /// - Throws: A ``BadRow`` that says what in it is no request.
  public init(_ row: RawRow, file: String) throws {
    do {
      try self.init(row.fields, number: row.number)
    } catch let fault as Fault {
      throw BadRow(
        file: file,
        row: row.number,
        byte: row.byteOffset,
        reason: fault.words,
        raw: Array(JSONValue.object(row.fields).serialized(.compact).utf8)
      )
    }
  }

  private struct Fault: Error {
    var words: String
    init(_ words: String) { self.words = words }
  }

  /// Members that belong to the line, not to the request.
  private static let envelope = ["custom_id", "id", "method", "url", "body", "model", "stream"]

  private init(_ row: JSONObject, number: Int) throws {
    let body = try Self.body(of: row)
    id = row["custom_id"]?.string ?? row["id"]?.string ?? "row-\(number)"
    request = ModelRequest([])
    for (name, value) in body where !Self.envelope.contains(name) {
      switch name {
      case "messages": request.messages = try Self.messages(value)
      case "prompt": request.messages = [ChatMessage(.user, try Self.text(value, name))]
      case "temperature": request.sampling.temperature = try Self.number(value, name)
      case "top_p": request.sampling.topP = try Self.number(value, name)
      case "max_tokens", "max_completion_tokens":
        request.sampling.maximumTokens = try Self.whole(value, name)
      case "seed": request.sampling.seed = try Self.whole(value, name)
      case "n": guard value.int == 1 else { throw Fault("`n` must be 1: a request has one answer") }
      case "response_format": request.shape = try Self.shape(value)
      default:
        throw Fault("`\(name)` is no member that is understood; put it under the model's `extra`")
      }
    }
    guard !request.messages.isEmpty else { throw Fault("it has neither `messages` nor `prompt`") }
    if body["stream"]?.bool == true { throw Fault("`stream` is not supported") }
  }

  private static func body(of row: JSONObject) throws -> JSONObject {
    guard let body = row["body"] else { return row }
    guard let object = body.object else { throw Fault("`body` is no object") }
    return object
  }

  private static func messages(_ value: JSONValue) throws -> [ChatMessage] {
    guard let turns = value.array else { throw Fault("`messages` is no list") }
    return try turns.map { turn in
      let name = turn["role"]?.string ?? ""
      guard let role = ChatMessage.Role(rawValue: name == "developer" ? "system" : name) else {
        throw Fault("a message has the role `\(name)`; it must be system, user or assistant")
      }
      switch turn["content"] {
      case .string(let text): return ChatMessage(role, text)
      case .array(let parts):
        let texts = try parts.map { part -> String in
          guard part["type"]?.string == "text", let text = part["text"]?.string else {
            throw Fault("a message has a part that is no text")
          }
          return text
        }
        return ChatMessage(role, texts.joined(separator: "\n"))
      default: throw Fault("a message has no `content`")
      }
    }
  }

  private static func shape(_ value: JSONValue) throws -> AnswerShape? {
    switch value["type"]?.string {
    case "text": return nil
    case "json_object": return AnswerShape("answer", ["type": "object"])
    case "json_schema":
      guard let schema = value["json_schema"]?["schema"]?.object else {
        throw Fault("`response_format` has no schema")
      }
      return AnswerShape(value["json_schema"]?["name"]?.string ?? "answer", schema)
    default: throw Fault("`response_format` is of no known type")
    }
  }

  private static func text(_ value: JSONValue, _ name: String) throws -> String {
    guard let text = value.string else { throw Fault("`\(name)` is no text") }
    return text
  }

  private static func number(_ value: JSONValue, _ name: String) throws -> Double? {
    guard !value.isNull else { return nil }
    guard let number = value.double, number.isFinite else { throw Fault("`\(name)` is no number") }
    return number
  }

  private static func whole(_ value: JSONValue, _ name: String) throws -> Int? {
    guard !value.isNull else { return nil }
    guard let number = value.int else { throw Fault("`\(name)` is no whole number") }
    return number
  }
}
