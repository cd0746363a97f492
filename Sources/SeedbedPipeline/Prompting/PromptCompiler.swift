import Mustache
import SeedbedData
import SeedbedKernels

/// Turns the text of a prompt into what is filled in, and finds what is wrong with it.
struct PromptCompiler {
  /// The name of the partial that says what the marks around data mean.
  static let fence = "_fence"

  /// The prompts and partials of the program.
  let definitions: [PromptDefinition]
  /// The project's own texts by name.
  let overrides: [String: String]

  /// The text of a prompt or partial: the project's own where it has one; nil for an unknown name.
  func text(of name: String) -> String? {
    guard let own = definitions.first(where: { $0.name == name }) else {
      return name.hasPrefix("_") ? overrides[name] : nil
    }
    return overrides[name] ?? own.text
  }

  func compile(_ definition: PromptDefinition) -> CompiledPrompt {
    let text = overrides[definition.name] ?? definition.text
    var reader = TemplateReader(
      prompt: definition.name,
      variables: definition.variables,
      partial: self.text
    )
    var sections = TemplateSection.cut(text) { line, words in
      reader.report(definition.name, line, words)
    }
    for index in sections.indices {
      sections[index].text = reader.expand(
        sections[index].text,
        file: definition.name,
        firstLine: sections[index].line
      )
    }
    if !definition.isPartial, sections.last?.role != .user {
      reader.report(
        definition.name,
        0,
        "the last section is what the model answers; make it `=== user`"
      )
    }
    reader.reportMissing()
    if reader.showsData, !reader.partials.contains(Self.fence) { addFence(&sections, &reader) }
    let parts = sections.compactMap { section -> CompiledPrompt.Part? in
      do {
        // Partials of Mustache's own would escape for HTML, so they are expanded above.
        let plain = "{{% CONTENT_TYPE:TEXT }}\n" + section.text
        return try CompiledPrompt.Part(
          role: section.role,
          template: MustacheTemplate(string: plain)
        )
      } catch {
        if reader.problems.isEmpty {
          reader.report(definition.name, section.line, "this section cannot be read as Mustache")
        }
        return nil
      }
    }
    return CompiledPrompt(
      prompt: Prompt(
        name: definition.name,
        summary: definition.summary,
        text: text,
        version: version(text, reader.partials),
        isOverridden: ([definition.name] + reader.partials).contains { overrides[$0] != nil },
        variables: definition.variables
      ),
      parts: parts,
      problems: reader.problems
    )
  }

  /// Says what the marks mean, at the head of the system part.
  private func addFence(_ sections: inout [TemplateSection], _ reader: inout TemplateReader) {
    let words = reader.expand("{{> \(Self.fence)}}", file: Self.fence, firstLine: 1)
    if sections.first?.role == .system {
      sections[0].text = words + "\n\n" + sections[0].text
    } else {
      sections.insert(TemplateSection(role: .system, text: words, line: 1), at: 0)
    }
  }

  private func version(_ text: String, _ partials: [String]) -> String {
    var hash = ContentHash(domain: "seedbed.prompt.1")
    hash.add(text)
    for partial in partials {
      hash.add(partial)
      hash.add(self.text(of: partial) ?? "")
    }
    return hash.digest.hex
  }
}
