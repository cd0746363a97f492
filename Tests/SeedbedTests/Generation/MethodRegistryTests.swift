import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Method registry")
struct MethodRegistryTests {
  let registry = GenerationSupport.registry

  @Test("every name is a word of its own and says what it does in one sentence")
  func descriptors() {
    let names = registry.descriptors.map(\.name)
    #expect(Set(names).count == names.count)
    let asking = registry.promptedDescriptors.map(\.name)
    #expect(Array(names.suffix(asking.count)) == asking)
    #expect(names.contains("templates"))
    for descriptor in registry.descriptors {
      #expect(descriptor.name.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_".contains($0) })
      #expect(descriptor.summary.hasSuffix("."))
    }
  }

  @Test("only attacks are kept out of training data")
  func uses() {
    let evaluation = registry.transforms.map(\.descriptor).filter { $0.use == .evaluation }
    #expect(evaluation.first?.name == "adversarial")
    #expect(evaluation.first?.preserves == [.label, .spans])
    #expect(evaluation.allSatisfy { $0.labelEffect == .invariant && !$0.attacks.isEmpty })
    #expect(registry.descriptors.filter { !$0.attacks.isEmpty } == evaluation)
  }

  @Test(
    "every recipe resolves, keeps the label and serves training",
    arguments: MethodRegistry.recipes
  )
  func recipes(name: String) throws {
    let descriptor = try registry.transform(named: name).descriptor
    #expect(descriptor.name == name)
    #expect(descriptor.preserves == Preserved.allCases)
    #expect(descriptor.use == .training)
  }

  @Test("a chain with an attack in it serves evaluation only")
  func chainOfAttack() throws {
    #expect(try registry.transform(named: "courtesy+adversarial").descriptor.use == .evaluation)
  }

  @Test(
    "an unknown name is refused with the nearest one",
    arguments: [("synonims", "synonyms"), ("keybord+casing", "keyboard")]
  )
  func unknown(name: String, nearest: String) {
    let error = #expect(throws: SeedbedError.self) { try registry.transform(named: name) }
    #expect(error?.code == .configuration)
    #expect(error?.hint?.contains("did you mean `\(nearest)`?") == true)
    #expect(error?.hint?.contains("courtesy") == true)
  }

  @Test(
    "empty parts and repeated parts are refused",
    arguments: ["", "+", "casing+", "casing+casing"]
  )
  func malformed(name: String) {
    #expect(throws: SeedbedError.self) { try registry.transform(named: name) }
  }
}

@Suite("Chain of methods")
struct MethodChainTests {
  @Test("its edits give what the parts give one after the other")
  func equalsSteps() throws {
    let parts = ["courtesy", "abbreviations", "misspelling", "casing", "punctuation"]
    let registry = GenerationSupport.registry
    let chain = try registry.transform(named: parts.joined(separator: "+"))
    for (number, seed) in GenerationSupport.seeds.enumerated() where number % 3 == 0 {
      var random = CounterRandom(seed: 1, sample: UInt64(number), operation: 2, draw: 3)
      var same = random
      let proposal = chain.propose(for: seed, random: &random)
      var step = seed
      for part in parts {
        let method = try registry.transform(named: part)
        let languages = method.descriptor.languages
        guard languages.isEmpty || languages.contains(seed.language ?? ""),
          let next = method.variation(of: step, random: &same)
        else { continue }
        step = step.followed(by: next)
      }
      if let proposal {
        let text = try proposal.edits.applied(to: seed.text)
        #expect(Array(text.utf8) == Array(step.text.utf8))
      } else {
        #expect(Array(seed.text.utf8) == Array(step.text.utf8))
      }
    }
  }

  @Test("it records what each part drew under the part's name, and why each edit was made")
  func records() throws {
    let seed = GenerationSupport.seed("I am waiting for my card, please help.")
    let proposal = try #require(try GenerationSupport.propose("courtesy+casing", seed))
    #expect(proposal.parameters["casing"]?["style"]?.string != nil)
    #expect(proposal.edits.edits.allSatisfy { !$0.reason.isEmpty })
  }

  @Test("a part that does not know the language passes the text on")
  func passesOn() throws {
    let seed = GenerationSupport.seed("Dove rimane la mia nuova carta di credito?", language: "it")
    let proposal = try #require(try GenerationSupport.propose("courtesy+keyboard", seed))
    #expect(proposal.parameters.keys == ["keyboard"])
  }
}
