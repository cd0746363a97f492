import SeedbedData
import SeedbedKernels
import SeedbedText

/// Misreads letters as text recognition does: rn for m, 1 for l, 0 for o.
struct RecognitionErrors: TransformMethod {
  let descriptor = MethodDescriptor(
    "ocr",
    "Misreads a few letters as the recognition of scanned text does.",
    moves: ["noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let words = seed.sturdyWords()
    var places = Self.places(in: words, OCRConfusions.occurrences(in: seed.text))
    guard !places.isEmpty else { return nil }
    let rate = NoiseRate(&random)
    var wanted = rate.changes(letters: words.reduce(0) { $0 + $1.range.count }, &random)
    random.shuffle(&places)
    var draft = Draft(seed)
    for place in places where wanted > 0 {
      guard let misread = random.pick(place.misreadings),
        !seed.isMisleading(place.word.text(with: misread))
      else { continue }
      if draft.replace(misread.range, with: misread.replacement) { wanted -= 1 }
    }
    return draft.proposal(rate.parameters)
  }

  /// A place of a word with the ways to misread it.
  private struct Place {
    var word: OpenWord
    var misreadings: [TextEdit]
  }

  /// The misreadings inside the words, those of one place together; both lists ascend.
  private static func places(in words: [OpenWord], _ misreadings: [TextEdit]) -> [Place] {
    var places: [Place] = []
    var next = 0
    for word in words {
      while next < misreadings.count, misreadings[next].range.lowerBound < word.range.lowerBound {
        next += 1
      }
      while next < misreadings.count, misreadings[next].range.upperBound <= word.range.upperBound {
        let edit = misreadings[next]
        if let last = places.last?.misreadings.last, last.range.lowerBound == edit.range.lowerBound
        {
          places[places.count - 1].misreadings.append(edit)
        } else {
          places.append(Place(word: word, misreadings: [edit]))
        }
        next += 1
      }
    }
    return places
  }
}

extension OpenWord {
  /// The word after an edit inside it.
  fileprivate func text(with edit: TextEdit) -> String {
    let start = edit.range.lowerBound - range.lowerBound
    let end = edit.range.upperBound - range.lowerBound
    return text.slice(0..<start) + edit.replacement + text.slice(end..<range.count)
  }
}
