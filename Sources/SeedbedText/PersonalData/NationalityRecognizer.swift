/// Nationalities, religions and political groups.
struct NationalityRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.triggers {
      let token = text[index]
      guard token.flags.contains(.nationality), token.shape != .lower || text.isLowercase else {
        continue
      }
      if !token.flags.isDisjoint(with: .place), !token.flags.contains(.country) { continue }
      // A language or a nation as an adjective; in capitals throughout it may be anything.
      found.append(
        .init(tokens: index..<(index + 1), type: .nationality, score: 0.72, evidence: .list)
      )
    }
  }
}
