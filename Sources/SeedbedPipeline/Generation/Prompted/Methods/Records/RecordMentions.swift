import SeedbedData

/// Where a text mentions the values of a record.
struct RecordMentions {
  /// One value in the text.
  struct Mention {
    /// The value's path in the record.
    var field: String
    /// Scalars of the text.
    var range: Range<Int>
    /// Whether it is the value itself, or only the form that the writer says it has.
    var isValue: Bool
  }

  /// The mentions in the order of the record.
  private(set) var found: [Mention] = []
  /// The paths of values that the text does not have.
  private(set) var missing: [String] = []
  /// Figures of the text that belong to no value.
  private(set) var extraFigures: [String] = []

  /// Looks for every value of a record.
  ///
  /// A value is found where it stands word by word, small and capital letters aside, or where the form that
  /// the writer states for it stands, unless that form contradicts it: another number, or none of the words
  /// of a longer name. No two values share a place unless `sharing` allows it.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - text: The text.
  ///   - stated: The forms that the writer states, by field.
  ///   - sharing: Whether two values may be mentioned by the same words.
  init(
    of record: GoldRecord,
    in text: String,
    stated: [(field: String, surface: String)],
    sharing: Bool
  ) {
    let exact = VerbatimText(text), folded = VerbatimText(text, foldsCase: true)
    let leaves = record.leaves
    // Longer values first: "Quay Street" must not take the place of "41 Quay Street, Galway".
    let order = leaves.indices.sorted { left, right in
      let sizes = [left, right].map { Self.words(leaves[$0].value).unicodeScalars.count }
      return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : left < right
    }
    var taken: [Range<Int>] = []
    var places: [Int: Mention] = [:]
    for index in order {
      let (name, value) = leaves[index]
      let words = Self.words(value)
      let isTruth = value.bool != nil
      let forms = stated.filter { Self.isSame($0.field, name) }.map(\.surface)
      let own = isTruth ? [] : exact.places(of: words, whole: true)
      let loose = isTruth || !own.isEmpty ? [] : folded.places(of: words, whole: true)
      let other = forms.filter { isTruth || Self.canStand($0, for: words) }
        .flatMap { exact.places(of: $0, whole: true) }
      func first(_ ranges: [Range<Int>]) -> Range<Int>? {
        ranges.first { range in !taken.contains { $0.overlaps(range) } }
          ?? (sharing ? ranges.first : nil)
      }
      if let range = first(own + loose) {
        places[index] = Mention(field: name, range: range, isValue: true)
      } else if let range = first(other) {
        places[index] = Mention(field: name, range: range, isValue: false)
      }
      if let range = places[index]?.range { taken.append(range) } else { missing.append(name) }
    }
    found = leaves.indices.compactMap { places[$0] }
    missing = leaves.indices.filter { places[$0] == nil }.map { leaves[$0].name }
    let known = NumberReading.readings(
      of: leaves.map { Self.words($0.value) }.joined(separator: " ")
    )
    extraFigures = NumberReading.figures(in: exact.scalars)
      .filter { figure in
        !taken.contains { $0.overlaps(figure) }
          && NumberReading.readings(of: exact.scalars[figure]).isDisjoint(with: known)
      }
      .map(exact.text)
  }

  /// A value as a text would have it.
  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text.trimmed
    case .number(let number): number.literal
    default: ""
    }
  }

  /// Whether a field that a writer names is the one of a path; of a list any element is meant.
  private static func isSame(_ named: String, _ path: String) -> Bool {
    named == path || path.hasPrefix(named + "[") || path.hasSuffix("." + named)
  }

  /// Whether a form can stand for a value: its figures are the value's, and of a name of several words it
  /// has at least one.
  private static func canStand(_ form: String, for value: String) -> Bool {
    guard !form.trimmed.isEmpty else { return false }
    let hasFigures = !NumberReading.readings(of: value).isEmpty
    if hasFigures { return NumberReading.agrees(form, with: value) }
    guard NumberReading.readings(of: form).isEmpty else { return false }
    let parts = value.split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count > 1 else { return true }
    let text = VerbatimText(form, foldsCase: true)
    return parts.contains { !text.places(of: $0, whole: true).isEmpty }
  }
}
