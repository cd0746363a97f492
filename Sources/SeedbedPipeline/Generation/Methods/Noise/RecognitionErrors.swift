import SeedbedData
import SeedbedKernels
import SeedbedText

/// Misreads letters as text recognition does: rn for m, 1 for l, 0 for o.
struct RecognitionErrors: TransformMethod {
  private static let rate = NoiseRate(1)

  let descriptor = MethodDescriptor(
    "ocr",
    "Misreads a few letters as the recognition of scanned text does.",
    moves: ["noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    Self.rate.slips(in: seed, &random) { word, bytes, random in
      // Not every letter looks like another: the first that does, from a drawn one on.
      var number = random.index(below: word.count)
      for _ in 0..<word.count {
        let place = word.letter(number, bytes)
        let misread = OCRConfusions.misreading(
          bytes,
          at: place.lowerBound,
          before: word.range.upperBound,
          draw: { random.index(below: $0) }
        )
        if let misread {
          return Slip(
            range: place.lowerBound..<(place.lowerBound + misread.width),
            replacement: misread.replacement,
            reason: "misread"
          )
        }
        number = number + 1 < word.count ? number + 1 : 0
      }
      return nil
    }
  }
}
