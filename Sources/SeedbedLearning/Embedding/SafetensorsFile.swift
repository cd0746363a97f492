public import SeedbedData

/// A file of named arrays in the safetensors format, checked from end to end when it is opened.
///
/// The format (Hugging Face, 2022): eight bytes with the header's length, a JSON header that gives
/// each tensor's type, shape and place, then the numbers. The numbers stay in the file until they
/// are asked for.
public struct SafetensorsFile: Sendable {
  /// One array of the file.
  public struct Tensor: Sendable, Hashable {
    /// The tensor's name.
    public let name: String
    /// The type of its numbers as the file spells it, such as `F32`.
    public let type: String
    /// Its length in each dimension, the outermost first; empty for one number.
    public let shape: [Int]
    /// Where its bytes are in the file.
    let bytes: Range<Int>
  }

  /// The file's path.
  public var path: String { file.path }
  /// The tensors by the place of their bytes.
  public let tensors: [Tensor]

  let file: MappedFile
  private let positions: [String: Int]

  /// Opens a file and checks its header.
  ///
  /// - Parameter path: The file, usually called `model.safetensors`.
  /// - Throws: A ``SeedbedError`` that names the file and the tensor when something does not fit:
  ///   a file cut short, sizes that contradict the shape, tensors that overlap.
  public init(path: String) throws(SeedbedError) {
    file = try MappedFile(path: path)
    tensors = try SafetensorsHeader.tensors(of: file)
    positions = Dictionary(
      tensors.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The tensor with a name, or nil.
  ///
  /// - Parameter name: The whole name.
  public subscript(name: String) -> Tensor? { positions[name].map { tensors[$0] } }

  /// The numbers of a tensor.
  ///
  /// - Parameters:
  ///   - name: The tensor's name.
  ///   - shape: The shape that it must have.
  /// - Returns: The numbers, row by row.
  /// - Throws: A ``SeedbedError`` when there is no such tensor, it has another shape, or its numbers
  ///   are of a type other than F32, F16 and BF16.
  public func floats(_ name: String, shape: [Int]) throws(SeedbedError) -> [Float] {
    try rows(name, shape: shape).all()
  }

  /// A tensor for reading row by row, once its name, shape and type are right.
  func rows(_ name: String, shape: [Int]) throws(SeedbedError) -> SafetensorsRows {
    guard let tensor = self[name] else {
      throw SeedbedError(
        .data,
        "`\(path)` has no tensor `\(name)`",
        hint: "check that the file belongs to a model of the BERT type"
      )
    }
    guard tensor.shape == shape else {
      throw SeedbedError(
        .data,
        "`\(path)`: tensor `\(name)` has shape \(tensor.shape), expected \(shape)",
        hint: "check that config.json and the weights belong together"
      )
    }
    guard let type = SafetensorsRows.NumberType(rawValue: tensor.type) else {
      throw SeedbedError(
        .data,
        "`\(path)`: tensor `\(name)` has numbers of type \(tensor.type)",
        hint: "save the model with weights of type F32, F16 or BF16"
      )
    }
    return SafetensorsRows(file: file, tensor: tensor, type: type)
  }
}
