import SeedbedData

/// The records of a document of W3C PROV, as PROV-JSON writes them.
struct ProvRecords {
  /// The kinds of records that are used here, by their names in the format.
  enum Kind: String, CaseIterable {
    case entity, activity, agent, wasGeneratedBy, used, wasDerivedFrom, wasAttributedTo
    case wasAssociatedWith, hadMember
  }

  private var records: [Kind: JSONObject] = [:]
  private var relations = 0

  /// Adds an element; one that is there already keeps what it has.
  mutating func add(_ kind: Kind, _ name: String, _ attributes: JSONObject) {
    if records[kind, default: JSONObject()][name] == nil {
      records[kind, default: JSONObject()][name] = .object(attributes)
    }
  }

  /// Relates two elements, each named with the part it plays.
  mutating func relate(
    _ kind: Kind,
    _ first: (role: String, name: String),
    _ second: (role: String, name: String)
  ) {
    relations += 1
    records[kind, default: JSONObject()]["_:r\(relations)"] = [
      "prov:\(first.role)": .string(first.name), "prov:\(second.role)": .string(second.name),
    ]
  }

  mutating func generated(_ entity: String, by activity: String) {
    relate(.wasGeneratedBy, ("entity", entity), ("activity", activity))
  }

  mutating func derived(_ entity: String, from source: String) {
    relate(.wasDerivedFrom, ("generatedEntity", entity), ("usedEntity", source))
  }

  mutating func attributed(_ entity: String, to agent: String) {
    relate(.wasAttributedTo, ("entity", entity), ("agent", agent))
  }

  mutating func associated(_ activity: String, with agent: String) {
    relate(.wasAssociatedWith, ("activity", activity), ("agent", agent))
  }

  mutating func used(_ activity: String, _ entity: String) {
    relate(.used, ("activity", activity), ("entity", entity))
  }

  mutating func member(_ entity: String, of collection: String) {
    relate(.hadMember, ("collection", collection), ("entity", entity))
  }

  /// The document.
  var json: JSONObject {
    var json: JSONObject = ["prefix": ["sb": "urn:seedbed:"]]
    for kind in Kind.allCases { json[kind.rawValue] = records[kind].map(JSONValue.object) }
    return json
  }

  /// The value of `prov:type`.
  static func type(_ name: String) -> JSONValue {
    ["$": .string("prov:\(name)"), "type": "prov:QUALIFIED_NAME"]
  }
}
