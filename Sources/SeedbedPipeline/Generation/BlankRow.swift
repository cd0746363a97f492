import SeedbedData

extension JSONObject {
  /// A row of the same shape that says nothing: values are null and lists empty.
  var blanked: JSONObject {
    var blank = JSONObject()
    for (name, value) in self {
      switch value {
      case .object(let inner): blank[name] = .object(inner.blanked)
      case .array: blank[name] = .array([])
      default: blank[name] = .null
      }
    }
    return blank
  }
}
