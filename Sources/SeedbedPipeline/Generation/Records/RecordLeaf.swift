import SeedbedData

/// A value of a record that is no list and no object, as a text would have it.
struct RecordLeaf {
  /// Its path, such as `items[0].sku`.
  var path: String
  /// What people call it, such as `sku of item 1`.
  var title: String
  var words: String

  /// The leaves of a record in its order; null and empty texts have no words and are none.
  static func all(of record: JSONValue, schema: JSONValue?) -> [RecordLeaf] {
    var leaves: [RecordLeaf] = []
    add(record, path: "", title: "", schema: schema, to: &leaves)
    return leaves
  }

  /// A value as a text would have it; nil for what is not one value.
  static func words(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let number): number.literal
    case .bool(let flag): flag ? "yes" : "no"
    case .null, .array, .object: nil
    }
  }

  private static func add(
    _ value: JSONValue,
    path: String,
    title: String,
    schema: JSONValue?,
    to leaves: inout [RecordLeaf]
  ) {
    switch value {
    case .object(let object):
      for (name, member) in object {
        let rules = schema?["properties"]?[name]
        let own = rules?["title"]?.string ?? FieldName(name).readable
        add(
          member,
          path: path.isEmpty ? name : path + "." + name,
          title: joined(own, with: title),
          schema: rules,
          to: &leaves
        )
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        add(
          element,
          path: path + "[\(index)]",
          title: singular(title) + " \(index + 1)",
          schema: schema?["items"],
          to: &leaves
        )
      }
    default:
      if let words = words(value) {
        leaves.append(RecordLeaf(path: path, title: title.isEmpty ? "value" : title, words: words))
      }
    }
  }

  /// `customer name`, but `sku of item 1`.
  private static func joined(_ own: String, with outer: String) -> String {
    guard !outer.isEmpty else { return own.isEmpty ? "value" : own }
    return outer.last?.isNumber == true ? own + " of " + outer : outer + " " + own
  }

  private static func singular(_ title: String) -> String {
    guard title.hasSuffix("s"), !title.hasSuffix("ss"), title.utf8.count > 3 else {
      return title.isEmpty ? "entry" : title
    }
    return title.hasSuffix("ies") ? title.dropLast(3) + "y" : String(title.dropLast())
  }
}
