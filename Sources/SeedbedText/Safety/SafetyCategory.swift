/// The kinds of text that the safety rules look for.
public enum SafetyCategory: String, Sendable, CaseIterable, Codable {
  /// Wishing or planning to harm oneself, or telling somebody to.
  case selfHarm = "self_harm"
  /// A threat of violence to somebody.
  case violenceThreat = "violence_threat"
  /// Sexual content with minors.
  case sexualMinors = "sexual_minors"
  /// Contempt for or exclusion of a group of people.
  case hate
  /// How to make weapons or explosives.
  case weapons
  /// How to make illegal drugs.
  case drugs
  /// How to make or use malware, or to break into what is not one's own.
  case malware
  /// Keys and passwords.
  case secrets
  /// Instructions aimed at a model inside data.
  case promptInjection = "prompt_injection"
}
