import CKernels
import SeedbedData

/// A layer of weights in fixed point: 16-bit weights with a scale for each output, and a bias.
///
/// Integer sums are exact in any order, so the result has the same bits on every machine; that and
/// the speed of 16-bit multiplications are why the weights are not used as they are.
struct BertLinear: Sendable {
  let inputs: Int
  let outputs: Int
  /// The greatest integer that an input may become.
  ///
  /// A wider layer has longer sums, and leaves fewer bits to its inputs and weights.
  let limit: Int32

  private let activation: ck_activation
  private let packed: HeapBuffer<Int16>
  private let scales: HeapBuffer<Float>
  private let bias: HeapBuffer<Float>

  /// Joins tensors with the same inputs, one below the other, to a single layer.
  init(
    _ names: [String],
    inputs: Int,
    outputsEach: Int,
    activation: ck_activation,
    from file: SafetensorsFile
  ) throws(SeedbedError) {
    self.inputs = inputs
    self.activation = activation
    outputs = names.count * outputsEach
    limit = inputs <= 512 ? 8191 : 4095
    let channels = (outputs + ck_panel_width - 1) / ck_panel_width * ck_panel_width
    packed = HeapBuffer(repeating: 0, count: channels * inputs)
    scales = HeapBuffer(repeating: 0, count: channels)
    bias = HeapBuffer(repeating: 0, count: channels)
    for (index, name) in names.enumerated() {
      let weights = try file.rows(name + ".weight", shape: [outputsEach, inputs])
      let first = index * outputsEach
      try pack(weights, from: first, path: file.path)
      let values = try file.rows(name + ".bias", shape: [outputsEach])
      values.decode(rows: 0..<1, to: bias.base + first)
    }
  }

  private func pack(
    _ weights: SafetensorsRows,
    from first: Int,
    path: String
  ) throws(SeedbedError) {
    let row = HeapBuffer<Float>(repeating: 0, count: inputs)
    for channel in 0..<weights.tensor.shape[0] {
      weights.decode(rows: channel..<channel + 1, to: row.base)
      let isSound = ck_pack_weights(
        row.base,
        first + channel,
        1,
        inputs,
        limit,
        packed.base,
        scales.base
      )
      guard isSound != 0 else {
        throw SeedbedError(
          .data,
          "`\(path)`: row \(channel) of tensor `\(weights.tensor.name)` has weights that are no "
            + "usable numbers",
          hint: "fetch the model again"
        )
      }
    }
  }

  /// Multiplies rows that were brought to integers of at most `limit`.
  func apply(
    to quantized: UnsafePointer<Int16>,
    scales rowScales: UnsafePointer<Float>,
    rows: Int,
    variant: Int32,
    into out: UnsafeMutablePointer<Float>
  ) {
    var layer = ck_linear(
      packed: packed.base,
      scales: scales.base,
      bias: bias.base,
      inputs: inputs,
      outputs: outputs,
      activation: Int32(activation.rawValue)
    )
    ck_apply_linear(variant, &layer, quantized, rowScales, rows, out)
  }
}
