public import SeedbedData

/// One way to make candidates.
public protocol GenerationMethod: Sendable {
  /// What the method declares about itself.
  var descriptor: MethodDescriptor { get }
}
