import CKernels

/// The memory in which one thread carries a batch of texts through the encoder.
final class BertWorkspace {
  /// One row of `hidden` numbers a token: what the layers hand on.
  let states: HeapBuffer<Float>
  /// What a part of a layer makes of it.
  let changes: HeapBuffer<Float>
  /// Queries, keys and values; then the intermediate layer.
  let wide: HeapBuffer<Float>
  let integers: HeapBuffer<Int16>
  let scales: HeapBuffer<Float>
  let scratch: HeapBuffer<Float>

  /// Makes room for batches of some tokens, of which a text has at most `longest`.
  init(configuration: BertConfiguration, tokens: Int, longest: Int) {
    let block = ck_row_block
    let rows = (tokens + block - 1) / block * block
    let hidden = configuration.hidden
    states = HeapBuffer(repeating: 0, count: rows * hidden)
    changes = HeapBuffer(repeating: 0, count: rows * hidden)
    wide = HeapBuffer(repeating: 0, count: rows * max(3 * hidden, configuration.intermediate))
    integers = HeapBuffer(repeating: 0, count: rows * max(hidden, configuration.intermediate))
    scales = HeapBuffer(repeating: 0, count: rows)
    scratch = HeapBuffer(
      repeating: 0,
      count: ck_attention_scratch(longest, configuration.headWidth)
    )
  }
}
