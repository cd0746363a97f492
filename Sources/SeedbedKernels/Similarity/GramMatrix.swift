import CKernels

/// Computes some rows of the product of a matrix with itself, XᵀX, in double precision.
///
/// Each number is one sum in the order of the matrix's rows, without fused multiply-add, so the
/// result is the same bit for bit on every machine and however the rows are divided.
///
/// - Parameters:
///   - matrix: The matrix X, row by row; a multiple of `columns` numbers.
///   - columns: How many columns X has, at least 1.
///   - wanted: Which rows of the product to compute.
/// - Returns: `wanted.count * columns` numbers; those left of the product's diagonal may be 0.
public func gramRows(
  _ matrix: Span<Float>,
  columns: Int,
  wanted: Range<Int>
) -> [Double] {
  precondition(
    columns > 0 && matrix.count % columns == 0 && wanted.lowerBound >= 0
      && wanted.upperBound <= columns,
    "the matrix has other sizes than stated"
  )
  var gram = [Double](repeating: 0, count: wanted.count * columns)
  unsafe matrix.withUnsafeBufferPointer { rows in
    unsafe gram.withUnsafeMutableBufferPointer { gram in
      unsafe ck_gram_f64(
        rows.baseAddress,
        rows.count / columns,
        columns,
        wanted.lowerBound,
        wanted.upperBound,
        gram.baseAddress
      )
    }
  }
  return gram
}
