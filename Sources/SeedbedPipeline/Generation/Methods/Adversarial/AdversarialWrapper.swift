import SeedbedData
import SeedbedKernels

/// Something misleading to put round a text.
struct AdversarialWrapper: Sendable {
  /// What a text must not contain for the result to be well formed.
  enum Format {
    case plain, json, html, markdownCode
  }

  /// The kind of attack, as recorded.
  let variant: String
  /// The language whose texts it fits; nil for any.
  let language: String?
  let format: Format
  let before: String
  let after: String

  init(
    _ variant: String,
    before: String = "",
    after: String = "",
    language: String? = nil,
    format: Format = .plain
  ) {
    self.variant = variant
    self.language = language
    self.format = format
    self.before = before
    self.after = after
  }

  /// Whether the text may stand in the wrapper as it is.
  func fits(_ seed: Seed) -> Bool {
    guard language == nil || language == seed.language else { return false }
    return switch format {
    case .plain: true
    case .json: seed.text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    case .html: seed.text.utf8.allSatisfy { !"<>&".utf8.contains($0) }
    case .markdownCode: !seed.text.utf8.contains(UInt8(ascii: "`"))
    }
  }

  /// The text with the wrapper round it.
  func propose(for seed: Seed) -> Proposal? {
    var draft = Draft(seed)
    let end = seed.text.utf8.count
    draft.replace(0..<0, with: before)
    draft.replace(end..<end, with: after)
    return draft.proposal(["variant": .string(variant)])
  }
}
