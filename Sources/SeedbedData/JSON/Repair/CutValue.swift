/// What is left of a value whose text ended too early.
enum CutValue {
  /// The part of a cut value that is complete.
  ///
  /// In the first list on the way to the cut, the elements before it are complete; without a list, the
  /// outermost members are.
  static func complete(_ value: JSONValue, openPath: [ValueStep]) -> JSONValue {
    switch value {
    case .array(let elements): .array(openPath.isEmpty ? elements : elements.dropLast())
    case .object(let object): .object(complete(object, openPath[...]))
    default: value
    }
  }

  /// Whether there is anything but empty lists and objects.
  static func holdsSomething(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let elements): elements.contains(where: holdsSomething)
    case .object(let object): object.contains { holdsSomething($0.value) }
    default: true
    }
  }

  private static func complete(_ object: JSONObject, _ path: ArraySlice<ValueStep>) -> JSONObject {
    guard case .member(let name)? = path.first else { return object }
    var result = object
    result[name] = kept(object[name], path.dropFirst())
    return result
  }

  /// A member that was open at the cut; nil where nothing of it is complete by itself.
  private static func kept(_ value: JSONValue?, _ path: ArraySlice<ValueStep>) -> JSONValue? {
    switch value {
    case .array(let elements): return .array(path.isEmpty ? elements : elements.dropLast())
    case .object(let object):
      guard case .member(let name)? = path.first,
        let inner = kept(object[name], path.dropFirst())
      else { return nil }
      var result = object
      result[name] = inner
      return .object(result)
    default: return nil
    }
  }
}
