import SeedbedData
import SeedbedKernels

/// One method that sends the texts of a batch through a translator.
struct TranslationWork: Sendable {
  /// Its place among the methods asked for.
  let part: Int
  let method: any TranslatingMethod
  let desk: TranslationDesk
  let batch: String

  /// The rows that it makes of each row of a batch, copy by copy.
  ///
  /// - Parameters:
  ///   - samples: The batch.
  ///   - rows: How texts are read.
  /// - Returns: For each sample what was made of it; nothing for one whose spans do not fit.
  /// - Throws: A `SeedbedError` when the translator fails; `CancellationError`.
  func made(of samples: [Sample], rows: RowAugmenter) async throws -> [[RowAugmenter.Made]] {
    var made = [[RowAugmenter.Made]](repeating: [], count: samples.count)
    let texts = samples.indices.compactMap { place in
      rows.text(of: samples[place]).map { (place: place, text: $0) }
    }
    for copy in 0..<rows.options.copies {
      let random = texts.map { place, _ in
        CounterRandom(
          seed: UInt64(bitPattern: Int64(rows.options.seed)),
          sample: samples[place].id.digest.low,
          operation: hash64(method.descriptor.name),
          draw: UInt64(copy)
        )
      }
      let variations = try await method.variations(
        of: texts.map(\.text.seed),
        random: random,
        at: desk
      )
      for ((place, text), variation) in zip(texts, variations) {
        let sample = variation.flatMap { variation in
          text.sample(
            variation,
            fields: rows.fields,
            by: MethodApplication(
              name: method.descriptor.name,
              parameters: variation.parameters,
              seed: rows.options.seed,
              draw: copy
            ),
            batch: batch
          )
        }
        made[place].append(RowAugmenter.Made(part: part, sample: sample))
      }
    }
    return made
  }
}
