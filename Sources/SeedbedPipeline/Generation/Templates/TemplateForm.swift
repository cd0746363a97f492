import SeedbedData

/// The parts of a template, with the forms that agree with a slot.
///
/// `{un|una} {product}` are two forms of one word, of which the value of a slot decides: the gender of a noun,
/// whether a number is one, or the sound for `{a|an}`. The slot is the one right beside the forms, else the
/// next, else the last one; `{day|days:count}` names it.
struct TemplateForm: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case words(String)
    /// The number of the slot among those of the template.
    case slot(Int)
    /// The forms, and the number of the slot that decides.
    case forms([String], slot: Int?)
  }

  let parts: [Part]
  /// The names of the slots in their order; a name may come twice.
  let slots: [String]

  /// Reads a template; nil where it is not well formed.
  init?(_ template: Template) {
    guard let read = try? template.parts() else { return nil }
    var names: [String] = []
    // For each part the number of the slot, or of the next one.
    var numbers: [Int] = []
    for part in read {
      numbers.append(names.count)
      if case .slot(let name) = part, !Self.isForms(name) { names.append(name) }
    }
    slots = names
    parts = read.enumerated().map { place, part in
      switch part {
      case .words(let words): .words(words)
      case .slot(let name) where Self.isForms(name):
        Self.forms(name, place, read, numbers, names)
      case .slot: .slot(numbers[place])
      }
    }
  }

  private static func isForms(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "|")) }

  private static func forms(
    _ name: String,
    _ place: Int,
    _ parts: [Template.Part],
    _ numbers: [Int],
    _ names: [String]
  ) -> Part {
    var body = name[...]
    var slot: Int?
    if let colon = name.lastIndex(of: ":") {
      let wanted = String(name[name.index(after: colon)...])
      if let found = names.indices.first(where: { $0 >= numbers[place] && names[$0] == wanted })
        ?? names.lastIndex(of: wanted)
      {
        (body, slot) = (name[..<colon], found)
      }
    }
    let forms = body.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if slot == nil {
      let next = numbers[place]
      if isBeside(place, 1, parts), next < names.count {
        slot = next
      } else if isBeside(place, -1, parts), next > 0 {
        slot = next - 1
      } else {
        slot = next < names.count ? next : next > 0 ? next - 1 : nil
      }
    }
    return .forms(forms, slot: slot)
  }

  /// Whether a slot stands right beside a part, with nothing but blanks between.
  private static func isBeside(_ place: Int, _ step: Int, _ parts: [Template.Part]) -> Bool {
    var place = place + step
    if parts.indices.contains(place), case .words(let words) = parts[place] {
      guard words.utf8.allSatisfy({ $0 == 0x20 }) else { return false }
      place += step
    }
    guard parts.indices.contains(place), case .slot(let name) = parts[place] else { return false }
    return !isForms(name)
  }
}
