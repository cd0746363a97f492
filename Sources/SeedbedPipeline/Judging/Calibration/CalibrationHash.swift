import SeedbedData
import SeedbedKernels

/// The hash of the cases that a judge was measured on.
struct CalibrationHash {
  private var hash = ContentHash(domain: "seedbed.calibration.1")

  var hex: String { hash.digest.hex }

  mutating func add(_ scored: ScoredCase) {
    let judged = scored.judged
    hash.add("scored")
    hash.add(judged.text)
    hash.add(judged.label == nil ? 0 : 1)
    hash.add(judged.label ?? "")
    hash.add(judged.parts.count)
    for part in judged.parts {
      hash.add(part.role.rawValue)
      hash.add(part.text)
    }
    add(judged.evidence)
    hash.add("\(scored.human)")
    hash.add(scored.isGood ? 1 : 0)
  }

  mutating func add(_ labelled: LabelledPair) {
    hash.add("pair")
    hash.add(labelled.pair.text)
    hash.add(labelled.pair.first)
    hash.add(labelled.pair.second)
    add(labelled.pair.evidence)
    hash.add(labelled.human.rawValue)
  }

  private mutating func add(_ evidence: [JudgedCase.Evidence]) {
    hash.add(evidence.count)
    for piece in evidence {
      hash.add(piece.kind.rawValue)
      hash.add(piece.text)
    }
  }
}
