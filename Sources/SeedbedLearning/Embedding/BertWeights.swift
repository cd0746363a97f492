import CKernels
import SeedbedData

/// The weights of a BERT-type encoder, ready for use.
struct BertWeights: Sendable {
  /// One layer of the transformer.
  struct Layer: Sendable {
    /// Queries, keys and values in one.
    let projection: BertLinear
    let attentionOutput: BertLinear
    let attentionNorm: BertNorm
    let intermediate: BertLinear
    let output: BertLinear
    let outputNorm: BertNorm
  }

  /// The vectors of the vocabulary's tokens, left in the file.
  let words: SafetensorsRows
  /// The vector of each position, that of the only token type in use added.
  let positions: HeapBuffer<Float>
  let norm: BertNorm
  let layers: [Layer]

  init(
    _ file: SafetensorsFile,
    configuration: BertConfiguration,
    longest: Int
  ) throws(SeedbedError) {
    let hidden = configuration.hidden
    let prefix =
      file["embeddings.word_embeddings.weight"] == nil
        && file["bert.embeddings.word_embeddings.weight"] != nil ? "bert." : ""
    let embeddings = prefix + "embeddings."
    words = try file.rows(
      embeddings + "word_embeddings.weight",
      shape: [configuration.vocabulary, hidden]
    )
    let places = try file.rows(
      embeddings + "position_embeddings.weight",
      shape: [configuration.positions, hidden]
    )
    let types = try file.floats(
      embeddings + "token_type_embeddings.weight",
      shape: [configuration.tokenTypes, hidden]
    )
    positions = HeapBuffer(repeating: 0, count: longest * hidden)
    places.decode(rows: 0..<longest, to: positions.base)
    for index in 0..<longest * hidden { positions.base[index] += types[index % hidden] }
    norm = try BertNorm(embeddings + "LayerNorm", configuration, from: file)
    var layers: [Layer] = []
    for number in 0..<configuration.layers {
      layers.append(
        try Layer(prefix + "encoder.layer.\(number).", configuration: configuration, from: file)
      )
    }
    self.layers = layers
  }
}

extension BertWeights.Layer {
  init(
    _ prefix: String,
    configuration: BertConfiguration,
    from file: SafetensorsFile
  ) throws(SeedbedError) {
    let hidden = configuration.hidden
    projection = try BertLinear(
      ["query", "key", "value"].map { prefix + "attention.self." + $0 },
      inputs: hidden,
      outputsEach: hidden,
      activation: ck_identity,
      from: file
    )
    attentionOutput = try BertLinear(
      [prefix + "attention.output.dense"],
      inputs: hidden,
      outputsEach: hidden,
      activation: ck_identity,
      from: file
    )
    attentionNorm = try BertNorm(prefix + "attention.output.LayerNorm", configuration, from: file)
    intermediate = try BertLinear(
      [prefix + "intermediate.dense"],
      inputs: hidden,
      outputsEach: configuration.intermediate,
      activation: configuration.activation,
      from: file
    )
    output = try BertLinear(
      [prefix + "output.dense"],
      inputs: configuration.intermediate,
      outputsEach: hidden,
      activation: ck_identity,
      from: file
    )
    outputNorm = try BertNorm(prefix + "output.LayerNorm", configuration, from: file)
  }
}

/// The gain and the offset of a layer normalisation.
struct BertNorm: Sendable {
  let gamma: HeapBuffer<Float>
  let beta: HeapBuffer<Float>
  let epsilon: Float

  init(
    _ name: String,
    _ configuration: BertConfiguration,
    from file: SafetensorsFile
  ) throws(SeedbedError) {
    // Models that were converted from TensorFlow say gamma and beta.
    let isOld = file[name + ".weight"] == nil && file[name + ".gamma"] != nil
    let shape = [configuration.hidden]
    gamma = HeapBuffer(try file.floats(name + (isOld ? ".gamma" : ".weight"), shape: shape))
    beta = HeapBuffer(try file.floats(name + (isOld ? ".beta" : ".bias"), shape: shape))
    epsilon = configuration.epsilon
  }

  /// Adds `added` to the rows and normalises each.
  func add(
    _ added: UnsafePointer<Float>,
    to rows: UnsafeMutablePointer<Float>,
    count: Int,
    variant: Int32
  ) {
    ck_add_normalize(
      variant,
      rows,
      added,
      gamma.base,
      beta.base,
      epsilon,
      count,
      gamma.count
    )
  }
}
