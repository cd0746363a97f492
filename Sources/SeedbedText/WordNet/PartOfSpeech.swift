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

  /// The digits by which a sense key names the class; satellite adjectives have their own.
  var senseKeyDigits: [UInt8] {
    switch self {
    case .noun: [0x31]
    case .verb: [0x32]
    case .adjective: [0x33, 0x35]
    case .adverb: [0x34]
    }
  }
}
