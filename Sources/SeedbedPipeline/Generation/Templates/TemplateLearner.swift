public import SeedbedData
import SeedbedText

/// A template learned from data, with what it was learned from.
public struct LearnedTemplate: Sendable, Hashable {
  /// The template; its cell holds the label of the texts.
  public var template: Template
  /// How many rows it explains.
  public var count: Int
  /// The ids of the first of them.
  public var examples: [String]
}

/// Learns templates: texts of one label that differ in marked spans, figures or a few words.
struct TemplateLearner {
  private static let mostExamples = 5

  private(set) var templates: [LearnedTemplate] = []
  private(set) var slots: [Slot] = []
  /// The label of the spans that a slot stands for, by its name.
  private(set) var labels: [String: String] = [:]
  private let rows: [TemplateRow]
  private var names = SlotNames()
  /// The values of the spans of each label, in the order in which they occur.
  private var marked: [String: [String]] = [:]

  /// Learns from rows.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - minimumRows: How many different texts a template must explain, at least 1.
  init(_ rows: [TemplateRow], minimumRows: Int) {
    self.rows = rows
    var merger = SkeletonMerger(rows)
    merger.merge()
    collectMarked(merger)
    var values: [String: [String]] = [:]
    for skeleton in merger.skeletons {
      let texts = Set(skeleton.rows.map { rows[$0].text })
      guard texts.count >= max(1, minimumRows) else { continue }
      if let text = text(of: skeleton, merger.tokens, &values) {
        let label = rows[skeleton.rows[0]].label
        let cell = Cell(label.map { [Cell.Coordinate("label", $0)] } ?? [])
        templates.append(
          LearnedTemplate(
            template: Template(cell: cell, text: text),
            count: skeleton.rows.count,
            examples: skeleton.rows.prefix(Self.mostExamples).map { rows[$0].id }
          )
        )
      }
    }
    // The most common first; those of one count in the order of the rows.
    templates = templates.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    slots = values.keys.sorted().map { Slot(name: $0, values: values[$0] ?? []) }
  }

  private mutating func collectMarked(_ merger: SkeletonMerger) {
    var seen: [String: Set<String>] = [:]
    for (row, tokens) in merger.tokens.enumerated() {
      for token in tokens {
        guard case .mark(let label) = token.slot else { continue }
        let value = String(rows[row].text.slice(token.range))
        if Self.isPlain(value), seen[label, default: []].insert(value).inserted {
          marked[label, default: []].append(value)
        }
      }
    }
    for label in marked.keys.sorted() { labels[names.name(forMark: label)] = label }
  }

  /// A value with a bar might be read as one with a note on its gender.
  private static func isPlain(_ value: String) -> Bool { !value.utf8.contains(UInt8(ascii: "|")) }

  /// The template's text; nil where no slot has two values.
  private mutating func text(
    of skeleton: Skeleton,
    _ tokens: [[SkeletonToken]],
    _ values: inout [String: [String]]
  ) -> String? {
    var text = ""
    var hasSlot = false
    for place in skeleton.tokens.indices {
      let token = skeleton.tokens[place]
      let own = String(rows[skeleton.rows[0]].text.slice(token.range))
      guard let slot = token.slot else {
        text += Self.escaped(own)
        continue
      }
      var options: [String]
      let name: String
      switch slot {
      case .mark(let label):
        options = marked[label] ?? []
        name = names.name(forMark: label)
      case .figure(let kind):
        options = different(skeleton.rows, place, tokens)
        name = options.count > 1 ? names.name(kind, options) : ""
      case .words:
        options = different(skeleton.rows, place, tokens)
        name = options.count > 1 ? names.name(SlotNames.base(of: options), options) : ""
      }
      guard options.count > 1 else {
        text += Self.escaped(own)
        continue
      }
      agree(&text, different(skeleton.rows, place, tokens), in: rows[skeleton.rows[0]].text)
      text += "{\(name)}"
      values[name] = options
      hasSlot = true
    }
    return hasSlot ? text : nil
  }

  /// Where an English article before a slot fits all values seen there, it is left to the value.
  private func agree(_ text: inout String, _ seen: [String], in row: String) {
    for article in ["a", "an"] where text == article + " " || text.hasSuffix(" " + article + " ") {
      guard seen.allSatisfy({ IndefiniteArticle.article(before: $0) == article }), isEnglish(row)
      else { return }
      text.removeLast(article.count + 1)
      text += "{a|an} "
      return
    }
  }

  /// Whether more of the small words are English than of any language where "a" is another word; in doubt
  /// the other rows say.
  private func isEnglish(_ row: String) -> Bool {
    let lead = Self.englishLead(row)
    return lead == 0
      ? rows.prefix(200).reduce(0) { $0 + Self.englishLead($1.text) } > 0 : lead > 0
  }

  private static func englishLead(_ text: String) -> Int {
    let words = text.lowercased().split(separator: " ").map(String.init)
    let counts = ["en", "es", "fr", "it", "pt"].map { language in
      let functions = FunctionWords.for(language: language)
      return words.count { functions.contains($0) }
    }
    return counts[0] - (counts.dropFirst().max() ?? 0)
  }

  /// The different values that rows have in a place, in their order.
  private func different(
    _ rows: [Int],
    _ place: Int,
    _ tokens: [[SkeletonToken]]
  ) -> [String] {
    var seen = Set<String>()
    return rows.compactMap { row in
      let value = String(self.rows[row].text.slice(tokens[row][place].range))
      return Self.isPlain(value) && seen.insert(value).inserted ? value : nil
    }
  }

  private static func escaped(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      return words
    }
    return words.reduce(into: "") { $0 += $1 == "{" ? "{{" : $1 == "}" ? "}}" : String($1) }
  }
}
