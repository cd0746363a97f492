import CKernels

/// Multiplies two matrices stored row by row.
///
/// Each number of the product is one sum in the order of `inner`, without fused multiply-add, so the
/// result is the same bit for bit on every machine.
///
/// - Parameters:
///   - a: `rows * inner` numbers.
///   - b: `inner * columns` numbers.
///   - rows: The rows of `a`.
///   - inner: The columns of `a` and rows of `b`.
///   - columns: The columns of `b`.
/// - Returns: `rows * columns` numbers.
public func matrixProduct(
  _ a: Span<Float>,
  _ b: Span<Float>,
  rows: Int,
  inner: Int,
  columns: Int
) -> [Float] {
  precondition(
    rows >= 0 && inner >= 0 && columns >= 0 && a.count == rows * inner
      && b.count == inner * columns,
    "the matrices have other sizes than stated"
  )
  return unsafe [Float](unsafeUninitializedCapacity: rows * columns) { product, count in
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe ck_multiply_f32(
          a.baseAddress,
          b.baseAddress,
          product.baseAddress,
          rows,
          inner,
          columns
        )
      }
    }
    count = rows * columns
  }
}
