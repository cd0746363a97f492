/// Text hidden behind a visible character: each byte becomes one of the 256 variation selectors, which
/// nothing shows and most programs carry along.
///
/// Bytes below 16 are U+FE00 to U+FE0F, the others U+E0100 to U+E01EF.
enum VariationSelectors {
  static func encode(_ bytes: Span<UInt8>, _ range: Range<Int>, style: EncodingStyle) -> String {
    let carrier = Array(style.name.utf8)
    return String(unsafeUninitializedCapacity: carrier.count + range.count * 4) { buffer in
      var out = 0
      for byte in carrier {
        buffer[out] = byte
        out += 1
      }
      for at in range {
        let byte = bytes[at]
        if byte < 16 {
          buffer[out] = 0xEF
          buffer[out + 1] = 0xB8
          buffer[out + 2] = 0x80 | byte
          out += 3
        } else {
          let value = UInt32(byte) - 16 + 0xE0100
          buffer[out] = 0xF3
          buffer[out + 1] = 0x80 | UInt8(value >> 12 & 63)
          buffer[out + 2] = 0x80 | UInt8(value >> 6 & 63)
          buffer[out + 3] = 0x80 | UInt8(value & 63)
          out += 4
        }
      }
      return out
    }
  }
}
