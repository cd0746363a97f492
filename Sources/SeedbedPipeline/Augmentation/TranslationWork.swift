import SeedbedData
import SeedbedKernels

/// One method that sends the texts of a batch through a translator.
struct TranslationWork: Sendable {
  let method: any TranslatingMethod
  let desk: TranslationDesk
  let batch: String

  /// The rows that it makes of each row of a batch, copy by copy.
  ///
  /// - Parameters:
  ///   - samples: The batch.
  ///   - rows: How texts are read.
  /// - Returns: For each sample what was made of it, nil where there was nothing to change; no element for
  ///   one whose spans do not fit.
  /// - Throws: A `SeedbedError` when the translator fails; `CancellationError`.
  func made(of samples: [Sample], rows: RowAugmenter) async throws -> [[Sample?]] {
    var made = [[Sample?]](repeating: [], count: samples.count)
    let texts = samples.indices.compactMap { place in
      rows.text(of: samples[place]).map { (place: place, text: $0) }
    }
    let name = method.descriptor.name
    let key = hash64(name)
    for copy in 0..<rows.options.copies {
      let variations = try await method.variations(
        of: texts.map(\.text.seed),
        random: texts.map { rows.chance(for: samples[$0.place], method: key, copy: copy) },
        at: desk
      )
      for ((place, text), variation) in zip(texts, variations) {
        made[place].append(
          variation.flatMap {
            rows.sample($0, of: text, from: samples[place], by: name, copy: copy, batch: batch)
          }
        )
      }
    }
    return made
  }
}
