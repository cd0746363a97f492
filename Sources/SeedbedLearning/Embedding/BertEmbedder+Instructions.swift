import CKernels

extension BertEmbedder {
  /// The ways to run the loops, which all give the same vectors; for comparisons.
  public enum Instructions: String, CaseIterable, Sendable {
    /// One number at a time.
    case plain
    /// 128-bit registers of x86-64.
    case sse2
    /// 256-bit registers of x86-64.
    case avx2
    /// 512-bit registers of x86-64 with integer dot products.
    case avx512
    /// 128-bit registers of ARM.
    case neon

    var variant: Int32 {
      switch self {
      case .plain: Int32(ck_plain.rawValue)
      case .sse2: Int32(ck_sse2.rawValue)
      case .avx2: Int32(ck_avx2.rawValue)
      case .avx512: Int32(ck_avx512.rawValue)
      case .neon: Int32(ck_neon.rawValue)
      }
    }

    /// Whether this machine can run them.
    public var isSupported: Bool { ck_encoder_supports(variant) != 0 }
  }
}
