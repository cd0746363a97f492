import SeedbedData
import SeedbedKernels

/// Something misleading to put round a text, which itself keeps every byte.
struct Framing: Sendable {
  /// What a text must not contain for the result to be well formed.
  enum Format {
    case plain, json, html, markdownCode
  }

  /// The kind of attack, as recorded.
  let variant: String
  /// The class of attack.
  let attack: AttackClass
  /// The language whose texts it fits; nil for any.
  let language: String?
  let format: Format
  let before: String
  let after: String

  init(
    _ variant: String,
    before: String = "",
    after: String = "",
    attack: AttackClass = .promptInjection,
    language: String? = nil,
    format: Format = .plain
  ) {
    self.variant = variant
    self.attack = attack
    self.language = language
    self.format = format
    self.before = before
    self.after = after
  }

  /// Whether the text may stand in it as it is.
  func fits(_ seed: Seed) -> Bool {
    guard language == nil || language == seed.language else { return false }
    return switch format {
    case .plain: true
    case .json: seed.text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    case .html: seed.text.utf8.allSatisfy { !"<>&".utf8.contains($0) }
    case .markdownCode: !seed.text.utf8.contains(UInt8(ascii: "`"))
    }
  }

  /// The text with the framing round it.
  func propose(for seed: Seed) -> Proposal? {
    Self.proposal(
      for: seed,
      before: before,
      after: after,
      reason: variant,
      drawn: ["variant": .string(variant), "attack": .string(attack.rawValue)]
    )
  }

  /// The text with something before and something behind it.
  static func proposal(
    for seed: Seed,
    before: String,
    after: String,
    reason: String,
    drawn: JSONObject
  ) -> Proposal? {
    // Attacks on nothing are no samples.
    guard seed.text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    var draft = Draft(seed)
    let end = seed.text.utf8.count
    draft.replace(0..<0, with: before, because: reason)
    draft.replace(end..<end, with: after, because: reason)
    return draft.proposal(drawn)
  }
}
