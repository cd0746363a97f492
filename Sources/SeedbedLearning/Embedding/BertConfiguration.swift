import CKernels
import SeedbedData

/// The sizes of a BERT-type model.
struct BertConfiguration: Sendable {
  let vocabulary: Int
  let hidden: Int
  let layers: Int
  let heads: Int
  let intermediate: Int
  let positions: Int
  let tokenTypes: Int
  let epsilon: Float
  let activation: ck_activation

  var headWidth: Int { hidden / heads }

  init(_ config: JSONValue, path: String) throws(SeedbedError) {
    func unsupported(_ what: String) -> SeedbedError {
      SeedbedError(
        .data,
        "`\(path)`: \(what) is not supported",
        hint: "use a sentence encoder of the BERT type, such as all-MiniLM-L6-v2"
      )
    }
    func size(_ key: String, in range: ClosedRange<Int>) throws(SeedbedError) -> Int {
      guard let value = config[key]?.int, range.contains(value) else {
        throw SeedbedError(
          .data,
          "`\(path)`: `\(key)` is no number from \(range.lowerBound) to \(range.upperBound)",
          hint: "check that the file is the configuration of a model"
        )
      }
      return value
    }
    let type = config["model_type"]?.string ?? "bert"
    guard type == "bert" else { throw unsupported("model_type `\(type)`") }
    let embedding = config["position_embedding_type"]?.string ?? "absolute"
    guard embedding == "absolute" else {
      throw unsupported("position_embedding_type `\(embedding)`")
    }
    switch config["hidden_act"]?.string ?? "gelu" {
    case "gelu": activation = ck_gelu
    case "relu": activation = ck_relu
    case let other: throw unsupported("hidden_act `\(other)`")
    }
    vocabulary = try size("vocab_size", in: 1...10_000_000)
    hidden = try size("hidden_size", in: 1...16384)
    layers = try size("num_hidden_layers", in: 1...1000)
    heads = try size("num_attention_heads", in: 1...1024)
    intermediate = try size("intermediate_size", in: 1...65536)
    positions = try size("max_position_embeddings", in: 2...65536)
    tokenTypes = config["type_vocab_size"]?.int ?? 2
    epsilon = Float(config["layer_norm_eps"]?.double ?? 1e-12)
    guard tokenTypes >= 1 else { throw unsupported("`type_vocab_size` \(tokenTypes)") }
    guard epsilon >= 0, epsilon < 1 else { throw unsupported("`layer_norm_eps` \(epsilon)") }
    guard hidden % heads == 0, hidden / heads % 16 == 0, intermediate % 16 == 0 else {
      throw unsupported(
        "hidden_size \(hidden) with \(heads) heads and intermediate_size \(intermediate): widths "
          + "of a head and of the intermediate layer that are no multiples of 16"
      )
    }
  }
}
