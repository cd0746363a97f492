import Testing

@Suite("The tests' own search for near-duplicates")
struct NearTextSearchTests {
  private let search = NearTextSearch([
    "Where is the parcel that I ordered from you last week?", "Thank you for the quick answer!",
    "ok",
  ])

  @Test("finds a text that differs in case, punctuation or one word's ending")
  func finds() throws {
    let found = try #require(
      search.nearest("WHERE is the parcel that I ordered from you, last weeks", threshold: 0.8)
    )
    #expect(found.number == 0)
    #expect(search.nearest("thank you for the quick answer", threshold: 1)?.number == 1)
    #expect(search.nearest("OK!", threshold: 1)?.number == 2)
  }

  @Test("leaves out what is not that similar")
  func leavesOut() {
    #expect(
      search.nearest("Where is the letter that I sent to you last year?", threshold: 0.8) == nil
    )
    #expect(search.nearest("", threshold: 0.8) == nil)
  }
}
