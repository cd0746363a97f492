/// The place of a value inside a row, written `messages[0].content`.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible {
  /// One step of a path.
  public enum Step: Sendable, Hashable {
    /// A member of an object.
    case key(String)
    /// An element of an array, from 0.
    case index(Int)
  }

  /// The steps from the row inwards; never empty.
  public let steps: [Step]

  /// A path of given steps.
  ///
  /// - Parameter steps: At least one step.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Reads a path as it is written in the configuration.
  ///
  /// A name that holds dots or brackets is taken whole when the row has it: see `value(in:)`. One
  /// that could not be a path, such as `No.`, is always taken whole.
  ///
  /// - Parameter text: Such as `text` or `userInput.text` or `messages[0].content`.
  public init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      var name = part[...]
      var indexes: [Int] = []
      while name.hasSuffix("]"), let open = name.lastIndex(of: "["),
        let index = Int(name[name.index(after: open)..<name.index(before: name.endIndex)]),
        index >= 0
      {
        indexes.insert(index, at: 0)
        name = name[..<open]
      }
      guard !name.isEmpty else {
        self.init(field: text)
        return
      }
      steps.append(.key(String(name)))
      steps += indexes.map(Step.index)
    }
    self.init(steps)
  }

  /// A path to a member of the row itself, whatever characters its name holds.
  ///
  /// - Parameter name: The member's name.
  public init(field name: String) {
    steps = [.key(name)]
  }

  /// The path as written in the configuration.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  /// The value at this path, or nil where the row has none.
  ///
  /// - Parameter row: The row's fields.
  /// - Returns: The value; a top-level member of the path's full written name comes first.
  public func value(in row: JSONObject) -> JSONValue? {
    if steps.count > 1, let whole = row[description] { return whole }
    guard case .key(let first)? = steps.first, var value = row[first] else { return nil }
    for step in steps.dropFirst() {
      switch step {
      case .key(let name):
        guard let member = value[name] else { return nil }
        value = member
      case .index(let index):
        guard let elements = value.array, elements.indices.contains(index) else { return nil }
        value = elements[index]
      }
    }
    return value
  }

  /// Replaces the value at this path; does nothing where the row has no such place.
  ///
  /// - Parameters:
  ///   - value: The new value.
  ///   - row: The row's fields.
  public func set(_ value: JSONValue, in row: inout JSONObject) {
    if steps.count > 1, case let whole = description, row[whole] != nil {
      row[whole] = value
      return
    }
    guard case .key(let first)? = steps.first else { return }
    if steps.count == 1 {
      row[first] = value
    } else if let inner = row[first] {
      row[first] = Self.replacing(in: inner, steps.dropFirst(), with: value)
    }
  }

  private static func replacing(
    in container: JSONValue,
    _ steps: ArraySlice<Step>,
    with value: JSONValue
  ) -> JSONValue {
    guard let step = steps.first else { return value }
    switch (step, container) {
    case (.key(let name), .object(var object)):
      guard let inner = object[name] else { return container }
      object[name] = replacing(in: inner, steps.dropFirst(), with: value)
      return .object(object)
    case (.index(let index), .array(var elements)) where elements.indices.contains(index):
      elements[index] = replacing(in: elements[index], steps.dropFirst(), with: value)
      return .array(elements)
    default: return container
    }
  }
}
