import SeedbedData

/// The JSON object that came with a call, read strictly: what is unknown or of another kind is refused.
struct CallBody {
  private let object: JSONObject

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - bytes: The body.
  ///   - members: The names that it may have.
  /// - Throws: A `SeedbedError` for what is no such object.
  init(_ bytes: [UInt8], members: Set<String>) throws {
    guard let object = try? JSONParser.parse(bytes.span, maximumDepth: 8).object else {
      throw SeedbedError(.usage, "the body of the call is no JSON object")
    }
    try self.init(object, members: members)
  }

  private init(_ object: JSONObject, members: Set<String>) throws {
    if let unknown = object.keys.first(where: { !members.contains($0) }) {
      throw SeedbedError(.usage, "the call has an unknown member `\(unknown)`")
    }
    self.object = object
  }

  /// A text, or nil where it is missing or null.
  ///
  /// - Parameter name: The member's name.
  /// - Returns: The text.
  /// - Throws: A `SeedbedError` for another kind of value.
  func text(_ name: String) throws -> String? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let text = value.string else { throw wrong(name, "a text") }
    return text
  }

  /// A text that must be there.
  ///
  /// - Parameter name: The member's name.
  /// - Returns: The text.
  /// - Throws: A `SeedbedError` where there is none.
  func requiredText(_ name: String) throws -> String {
    guard let text = try text(name) else { throw wrong(name, "a text") }
    return text
  }

  /// A truth value; false where it is missing.
  ///
  /// - Parameter name: The member's name.
  /// - Returns: The value.
  /// - Throws: A `SeedbedError` for another kind of value.
  func flag(_ name: String) throws -> Bool {
    guard let value = object[name], !value.isNull else { return false }
    guard let flag = value.bool else { throw wrong(name, "true or false") }
    return flag
  }

  /// Ids of samples; none where the member is missing.
  ///
  /// - Parameter name: The member's name.
  /// - Returns: The ids.
  /// - Throws: A `SeedbedError` for anything else than a short list of whole ids.
  func samples(_ name: String) throws -> [SampleID] {
    guard let value = object[name], !value.isNull else { return [] }
    let ids = value.array?.map { $0.string.flatMap(SampleID.init(hex:)) } ?? [nil]
    guard ids.count <= 8, !ids.contains(nil) else { throw wrong(name, "a short list of ids") }
    return ids.compactMap { $0 }
  }

  /// An object in this one; nil where it is missing or null.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - members: The names that it may have.
  /// - Returns: The object.
  /// - Throws: A `SeedbedError` for another kind of value.
  func part(_ name: String, members: Set<String>) throws -> CallBody? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let part = value.object else { throw wrong(name, "an object") }
    return try CallBody(part, members: members)
  }

  private func wrong(_ name: String, _ kind: String) -> SeedbedError {
    SeedbedError(.usage, "the member `\(name)` of the call has to be \(kind)")
  }
}
