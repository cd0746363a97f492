import SeedbedKernels

/// Markers of chat templates and role tags that have no place in data.
enum ChatMarkers {
  private static let markers: [StaticString] = [
    "<|im_start|>", "<|im_end|>", "<|system|>", "<|user|>", "<|assistant|>", "<|endoftext|>",
    "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "<|begin_of_text|>",
    "[inst]", "[/inst]", "<<sys>>", "<</sys>>", "<start_of_turn>", "<end_of_turn>",
    "<system>", "</system>", "<system_prompt>", "</system_prompt>", "[system]", "[/system]",
    "### instruction:", "### system:", "### human:", "### assistant:", "#### system",
    "begin system prompt", "end system prompt", "<|channel|>", "<|message|>",
  ]

  static func findings(in text: String) -> [SafetyFinding] {
    let bytes = text.utf8Span.span
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index] | 0x20
      // `<`, `[`, `#`, `b` and `e` in either case are the only first bytes.
      guard
        byte == 0x3C | 0x20 || byte == 0x5B | 0x20 || byte == 0x23 || byte == 0x62 || byte == 0x65
      else {
        index += 1
        continue
      }
      if let count = match(bytes, index) {
        ranges.append(index..<(index + count))
        index += count
      } else {
        index += 1
      }
    }
    guard !ranges.isEmpty else { return [] }
    let offsets = ScalarOffsets(text)
    return ranges.compactMap { range in
      guard let first = offsets.scalar(fromUTF8: range.lowerBound),
        let last = offsets.scalar(fromUTF8: range.upperBound)
      else { return nil }
      return SafetyFinding(
        utf8: range,
        scalars: first..<last,
        category: .promptInjection,
        rule: "prompt_injection.chat_marker"
      )
    }
  }

  private static func match(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    for marker in markers {
      let count = marker.utf8CodeUnitCount
      guard index + count <= bytes.count else { continue }
      let isMatch = marker.withUTF8Buffer { buffer in
        for offset in 0..<count {
          let byte = bytes[index + offset]
          let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
          if lower != buffer[offset] { return false }
        }
        return true
      }
      if isMatch { return count }
    }
    return nil
  }
}
