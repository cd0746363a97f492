import Foundation
import SeedbedKernels

/// A BERT-type model of two small layers with made-up weights, as a folder and as plain arithmetic.
struct SmallBert {
  static let hidden = 32
  static let heads = 2
  static let intermediate = 64
  static let layers = 2
  static let positions = 40
  static let vocabulary =
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", ",", "!", "the", "card", "order"]
    + "abcdefghijklmnopqrstuvwxyz".flatMap { ["\($0)", "##\($0)"] }

  var usesPrefix = false
  var type = "F32"
  var seed: UInt64 = 1
  var configuration: [String: Any] = [
    "model_type": "bert", "hidden_size": hidden, "num_attention_heads": heads,
    "num_hidden_layers": layers, "intermediate_size": intermediate, "hidden_act": "gelu",
    "layer_norm_eps": 1e-12, "max_position_embeddings": positions, "type_vocab_size": 2,
    "vocab_size": vocabulary.count,
  ]
  /// Files beside the three that every model has, by path.
  var more: [String: String] = [:]

  /// Names and shapes of the tensors, in order.
  static let shapes: [(String, [Int])] = {
    func norm(_ name: String) -> [(String, [Int])] {
      [(name + ".weight", [hidden]), (name + ".bias", [hidden])]
    }
    func dense(_ name: String, _ outputs: Int, _ inputs: Int) -> [(String, [Int])] {
      [(name + ".weight", [outputs, inputs]), (name + ".bias", [outputs])]
    }
    var shapes: [(String, [Int])] = [
      ("embeddings.word_embeddings.weight", [vocabulary.count, hidden]),
      ("embeddings.position_embeddings.weight", [positions, hidden]),
      ("embeddings.token_type_embeddings.weight", [2, hidden]),
    ]
    shapes += norm("embeddings.LayerNorm")
    for layer in 0..<layers {
      let prefix = "encoder.layer.\(layer)."
      for part in ["query", "key", "value"] {
        shapes += dense(prefix + "attention.self." + part, hidden, hidden)
      }
      shapes += dense(prefix + "attention.output.dense", hidden, hidden)
      shapes += norm(prefix + "attention.output.LayerNorm")
      shapes += dense(prefix + "intermediate.dense", intermediate, hidden)
      shapes += dense(prefix + "output.dense", hidden, intermediate)
      shapes += norm(prefix + "output.LayerNorm")
    }
    return shapes
  }()

  /// The weights, the same for the same seed, rounded to the folder's number type.
  func tensors() -> [String: [Float]] {
    var tensors: [String: [Float]] = [:]
    for (name, shape) in Self.shapes {
      var random = CounterRandom(seed: seed, sample: name, operation: "weights", draw: 0)
      let isGain = name.hasSuffix("LayerNorm.weight")
      tensors[name] = (0..<shape.reduce(1, *)).map { _ in
        let value = Float((random.unit() + random.unit() + random.unit() - 1.5) * 0.6)
        return rounded(isGain ? 1 + 0.3 * value : value)
      }
    }
    return tensors
  }

  private func rounded(_ value: Float) -> Float {
    switch type {
    case "BF16": Float(bitPattern: value.bitPattern & 0xffff_0000)
    case "F16": Float(bitPattern: value.bitPattern & 0xffff_e000)
    default: value
    }
  }

  private func bytes(_ value: Float) -> [UInt8] {
    func bytes(_ word: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: word.littleEndian) { Array($0) }
    }
    switch type {
    case "BF16": return bytes(UInt16(value.bitPattern >> 16))
    case "F16":
      // Numbers near 1 only: no infinities; what is too small for a normal number is cut to zero.
      let exponent = Int(value.bitPattern >> 23 & 0xff) - 112
      let sign = UInt16(value.bitPattern >> 16 & 0x8000)
      guard exponent > 0 else { return bytes(sign) }
      return bytes(sign | UInt16(exponent << 10) | UInt16(value.bitPattern >> 13 & 0x3ff))
    default: return bytes(value.bitPattern)
    }
  }

  /// Writes the folder.
  func write(to folder: String) throws {
    let tensors = tensors()
    let file = SafetensorsMaker(
      Self.shapes.map { name, shape in
        (usesPrefix ? "bert." + name : name, type, shape, (tensors[name] ?? []).flatMap(bytes))
      }
    )
    try file.data.write(to: URL(filePath: folder + "/model.safetensors"))
    let config = try JSONSerialization.data(withJSONObject: configuration)
    try config.write(to: URL(filePath: folder + "/config.json"))
    try Data((Self.vocabulary.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: folder + "/vocab.txt"))
    for (name, text) in more {
      let url = URL(filePath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
    }
  }
}

/// Puts a safetensors file together, a sound one or one with planted faults.
struct SafetensorsMaker {
  var header: String
  var numbers: [UInt8]

  init(header: String, numbers: [UInt8]) {
    self.header = header
    self.numbers = numbers
  }

  init(_ tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])]) {
    var entries = [#""__metadata__":{"format":"pt"}"#]
    numbers = []
    for tensor in tensors {
      let end = numbers.count + tensor.bytes.count
      entries.append(
        #""\#(tensor.name)":{"dtype":"\#(tensor.type)","shape":\#(tensor.shape),"#
          + #""data_offsets":[\#(numbers.count),\#(end)]}"#
      )
      numbers += tensor.bytes
    }
    header = "{" + entries.joined(separator: ",") + "}"
  }

  var data: Data {
    var length = UInt64(header.utf8.count).littleEndian
    return Data(bytes: &length, count: 8) + Data(header.utf8) + Data(numbers)
  }
}
