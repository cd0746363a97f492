import SeedbedData

/// One step into a record.
enum RecordStep: Hashable, Sendable {
  case member(String)
  case element(Int)
}

extension [RecordStep] {
  /// The place as a JSON Pointer (RFC 6901); `#` for the whole record.
  var pointer: String {
    guard !isEmpty else { return "#" }
    return map { step in
      switch step {
      case .member(let name):
        "/" + name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
      case .element(let number): "/\(number)"
      }
    }.joined()
  }
}

extension JSONValue {
  /// The value at a place; nil where there is none.
  func value(at steps: ArraySlice<RecordStep>) -> JSONValue? {
    guard let step = steps.first else { return self }
    switch step {
    case .member(let name): return self[name]?.value(at: steps.dropFirst())
    case .element(let number):
      guard let array, array.indices.contains(number) else { return nil }
      return array[number].value(at: steps.dropFirst())
    }
  }

  /// The value with another one at a place; nil where there is no such place.
  func replacing(_ steps: ArraySlice<RecordStep>, with value: JSONValue) -> JSONValue? {
    guard let step = steps.first else { return value }
    switch step {
    case .member(let name):
      guard var object, let inner = object[name],
        let changed = inner.replacing(steps.dropFirst(), with: value)
      else { return nil }
      object[name] = changed
      return .object(object)
    case .element(let number):
      guard var array, array.indices.contains(number),
        let changed = array[number].replacing(steps.dropFirst(), with: value)
      else { return nil }
      array[number] = changed
      return .array(array)
    }
  }
}
