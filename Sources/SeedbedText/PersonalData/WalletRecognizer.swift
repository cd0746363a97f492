/// Addresses of wallets: Bitcoin by its check symbols, Ethereum by its form.
struct WalletRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where text[index].kind == .code && text[index].count >= 26 {
      let token = text[index]
      guard token.count <= 74, !text.isGluedBefore(index), !text.isGluedAfter(index + 1) else {
        continue
      }
      let bytes = text.bytes[token.start..<token.end]
      if token.count <= 35, token.first == 0x31 || token.first == 0x33, Checksums.base58(bytes) {
        add(index, .checksum, &found)
      } else if ["bc1", "tb1", "ltc1"].contains(where: { begins(bytes, $0) }),
        Checksums.bech32(bytes)
      {
        add(index, .checksum, &found)
      } else if token.count == 42, begins(bytes, "0x"),
        bytes.dropFirst(2).allSatisfy({ ByteClass.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 })
      {
        add(index, .pattern, &found)
      }
    }
  }

  private func begins(_ bytes: ArraySlice<UInt8>, _ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { buffer in
      bytes.prefix(buffer.count).elementsEqual(buffer) { $0 | 0x20 == $1 | 0x20 }
    }
  }

  private func add(
    _ index: Int,
    _ evidence: PersonalDataFinding.Evidence,
    _ found: inout [PersonalDataCandidate]
  ) {
    found.append(
      .init(
        tokens: index..<(index + 1),
        type: .cryptoAddress,
        score: evidence == .checksum ? 0.99 : 0.9,
        evidence: evidence
      )
    )
  }
}
