import SeedbedData
import SeedbedKernels
import SeedbedText

/// A document of a project.
struct ProjectDocument: Sendable {
  /// The document; its id names the file, or the sample that holds it.
  var document: SectionedDocument
  /// The real sample that holds it; nil for a file.
  var parent: SampleID?
}

extension Generator {
  /// Sections that are looked at for each candidate wanted before a share gives up: many give no question
  /// of one kind.
  private static let sectionsPerCandidate = 12

  /// The questions about documents that an order asks for; fewer where the sections are used up.
  ///
  /// - Parameters:
  ///   - order: What to draw, by a method that asks about documents.
  ///   - round: The round of generation, from 0.
  ///   - documents: The project's documents.
  /// - Returns: The candidates.
  func questions(
    _ order: Order,
    round: Int,
    about documents: [ProjectDocument]
  ) -> [Candidate] {
    let quota = plan.quotas[order.quota]
    guard let shape = seeds.pools[.train]?.samples,
      let method = registry.documents.first(where: { $0.descriptor.name == order.method })
    else { return [] }
    var places = documents.enumerated().flatMap { number, held in
      held.document.sections.indices.map { (document: number, section: $0) }
    }
    guard !places.isEmpty else { return [] }
    let key = "\(quota.cell.description)/\(order.method)"
    var turns = chance(for: key, "section.order", draw: 0)
    turns.shuffle(&places)
    let batch = Batch(plan: planDigest, method: order.method)
    var candidates: [Candidate] = []
    for draw in order.firstDraw..<(order.firstDraw + order.count * Self.sectionsPerCandidate)
    where candidates.count < order.count {
      let place = places[draw % places.count]
      let held = documents[place.document]
      let section = "\(held.document.id)/\(place.section)"
      var random = chance(for: section, order.method, draw: 0)
      let questions = method.questions(
        about: place.section,
        in: held.document,
        random: &random
      )
      // When all sections have had their turn, each gives its next question.
      let turn = draw / places.count
      guard questions.indices.contains(turn),
        let sample = DocumentSamples.sample(
          of: questions[turn],
          about: held.document.sections[place.section],
          document: held.document.id,
          parent: held.parent,
          shape: shape,
          label: quota.cell["label"],
          fields: fields,
          by: MethodApplication(
            name: order.method,
            parameters: [:],
            seed: plan.seed,
            draw: draw
          ),
          batch: batch.id
        )
      else { continue }
      candidates.append(Candidate(sample: sample, quota: order.quota, round: round))
    }
    return candidates
  }
}
