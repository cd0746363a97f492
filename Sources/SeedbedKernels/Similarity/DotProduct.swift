import CKernels

/// Multiplies two vectors of the same length.
///
/// The products are added in 32 partial sums without fused multiply-add, in the same order on
/// every machine, so the result is the same bit for bit.
///
/// - Parameters:
///   - a: One vector.
///   - b: The other, as long as the first.
/// - Returns: The sum of the products; 0 for empty vectors.
public func dot(_ a: Span<Float>, _ b: Span<Float>) -> Float {
  precondition(a.count == b.count, "a dot product needs two vectors of the same length")
  return unsafe a.withUnsafeBufferPointer { left in
    unsafe b.withUnsafeBufferPointer { right in
      unsafe ck_dot_f32(left.baseAddress, right.baseAddress, left.count)
    }
  }
}
