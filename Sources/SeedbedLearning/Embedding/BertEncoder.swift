import CKernels
import SeedbedKernels

/// Carries texts through a BERT-type model (Devlin et al., "BERT", 2019) and pools each to one
/// vector of length 1 (Reimers and Gurevych, "Sentence-BERT", 2019).
///
/// The texts of a batch lie one behind the other without padding: the layers of weights work on all
/// their tokens, attention on one text at a time. No sum reaches beyond its own token or text.
struct BertEncoder: Sendable {
  let configuration: BertConfiguration
  let weights: BertWeights
  let pooling: BertFolder.Pooling
  let variant: Int32

  /// Encodes texts of at least one token each; every id must be in the vocabulary.
  ///
  /// Writes one vector a text to `vectors`, and returns whether all of them are numbers.
  func encode(
    _ texts: [ArraySlice<Int32>],
    in workspace: BertWorkspace,
    into vectors: UnsafeMutablePointer<Float>
  ) -> Bool {
    let hidden = configuration.hidden
    let states = workspace.states.base
    var tokens = 0
    for text in texts {
      for (position, id) in text.enumerated() {
        weights.words.decode(rows: Int(id)..<Int(id) + 1, to: states + (tokens + position) * hidden)
      }
      weights.norm.add(
        weights.positions.base,
        to: states + tokens * hidden,
        count: text.count,
        variant: variant
      )
      tokens += text.count
    }
    for layer in weights.layers { apply(layer, to: texts, tokens: tokens, in: workspace) }
    var first = 0
    var isSound = true
    for (index, text) in texts.enumerated() {
      let vector = vectors + index * hidden
      let length = pool(states + first * hidden, count: text.count, into: vector)
      isSound = isSound && length > 0 && length.isFinite
      first += text.count
    }
    return isSound
  }

  private func apply(
    _ layer: BertWeights.Layer,
    to texts: [ArraySlice<Int32>],
    tokens: Int,
    in workspace: BertWorkspace
  ) {
    let hidden = configuration.hidden
    let states = workspace.states.base
    let changes = workspace.changes.base
    multiply(layer.projection, states, tokens, in: workspace, into: workspace.wide.base)
    var first = 0
    for text in texts {
      ck_attend(
        variant,
        workspace.wide.base + first * 3 * hidden,
        text.count,
        configuration.heads,
        configuration.headWidth,
        workspace.scratch.base,
        changes + first * hidden
      )
      first += text.count
    }
    multiply(layer.attentionOutput, changes, tokens, in: workspace, into: workspace.wide.base)
    layer.attentionNorm.add(workspace.wide.base, to: states, count: tokens, variant: variant)
    multiply(layer.intermediate, states, tokens, in: workspace, into: workspace.wide.base)
    multiply(layer.output, workspace.wide.base, tokens, in: workspace, into: changes)
    layer.outputNorm.add(changes, to: states, count: tokens, variant: variant)
  }

  private func multiply(
    _ layer: BertLinear,
    _ rows: UnsafePointer<Float>,
    _ count: Int,
    in workspace: BertWorkspace,
    into out: UnsafeMutablePointer<Float>
  ) {
    let integers = workspace.integers.base
    let scales = workspace.scales.base
    ck_quantize_rows(variant, rows, count, layer.inputs, layer.limit, integers, scales)
    layer.apply(to: integers, scales: scales, rows: count, variant: variant, into: out)
  }

  /// Joins the rows of one text, brings the result to length 1 and returns the length it had.
  private func pool(
    _ rows: UnsafePointer<Float>,
    count: Int,
    into vector: UnsafeMutablePointer<Float>
  ) -> Float {
    let hidden = configuration.hidden
    for column in 0..<hidden { vector[column] = rows[column] }
    if pooling != .first {
      for row in 1..<max(count, 1) {
        let next = rows + row * hidden
        if pooling == .mean {
          for column in 0..<hidden { vector[column] += next[column] }
        } else {
          for column in 0..<hidden { vector[column] = max(vector[column], next[column]) }
        }
      }
    }
    let pooled = UnsafeBufferPointer(start: vector, count: hidden).span
    let length = dot(pooled, pooled).squareRoot()
    let factor = 1 / length
    for column in 0..<hidden { vector[column] *= factor }
    return length
  }
}
