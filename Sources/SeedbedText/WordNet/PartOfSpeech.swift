/// The four open word classes, which WordNet keeps apart.
public enum PartOfSpeech: String, Sendable, CaseIterable, Codable, Hashable {
  case noun, verb, adjective, adverb

  /// The ending of WordNet's file names for the class.
  var fileSuffix: String {
    switch self {
    case .noun: "noun"
    case .verb: "verb"
    case .adjective: "adj"
    case .adverb: "adv"
    }
  }

  /// Its place in the order of the classes.
  var lane: Int {
    switch self {
    case .noun: 0
    case .verb: 1
    case .adjective: 2
    case .adverb: 3
    }
  }

  /// Its bit in a set of classes.
  var bit: UInt8 { 1 << UInt8(lane) }

  /// The class at a place.
  init(lane: Int) {
    switch lane {
    case 0: self = .noun
    case 1: self = .verb
    case 2: self = .adjective
    default: self = .adverb
    }
  }
}
