import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("A search for duplicates decides which rows stay")
struct DuplicateSearchTests {
  private static let long =
    "the quick brown fox jumps over the lazy dog and runs into the dark forest"

  @Test("of a pair of duplicates exactly one row goes and names the other")
  func pair() async throws {
    let report = try await DuplicateFixture.report(["How do I pay?", "x", "how do I PAY"])
    #expect(
      report.decisions == [DuplicateMatch(removed: 2, kept: 0, kind: .exact, similarity: 1)]
    )
    #expect((report.rows, report.kept, report.exact, report.near) == (3, 2, 1, 0))
  }

  @Test("a near-duplicate names the row and their exact similarity")
  func near() async throws {
    let texts = [Self.long, Self.long + " again"]
    let report = try await DuplicateFixture.report(texts)
    let windows = texts.map { DuplicateFixture.windows($0) }
    let similarity = DuplicateFixture.jaccard(windows[0], windows[1])
    #expect(similarity > 0.8 && similarity < 1)
    #expect(
      report.decisions == [DuplicateMatch(removed: 1, kept: 0, kind: .near, similarity: similarity)]
    )
  }

  @Test("a chain of likenesses keeps its far end")
  func chain() async throws {
    let words = Self.long.split(separator: " ").map(String.init)
    let middle = Array(words.dropFirst(2)) + ["beyond", "hills"]
    let end = Array(middle.dropFirst(2)) + ["towards", "home"]
    let texts = [words, middle, end].map { $0.joined(separator: " ") }
    let windows = texts.map { DuplicateFixture.windows($0) }
    let threshold = 0.65
    #expect(DuplicateFixture.jaccard(windows[0], windows[1]) >= threshold)
    #expect(DuplicateFixture.jaccard(windows[1], windows[2]) >= threshold)
    #expect(DuplicateFixture.jaccard(windows[0], windows[2]) < threshold)
    let options = DuplicateOptions(threshold: threshold, recall: 0.999)
    let report = try await DuplicateFixture.report(texts, options)
    #expect(report.decisions.map(\.removed) == [1])
    #expect(report.decisions.map(\.kept) == [0])
  }

  @Test("the most similar of the rows that stay is named, and the first of equals")
  func mostSimilar() async throws {
    var random = DuplicateFixture.random(5)
    let base = DuplicateFixture.words(150, &random)
    func changed(_ places: [Int]) -> String {
      var words = base
      for place in places { words[place] = "changed\(place)" }
      return words.joined(separator: " ")
    }
    // The two originals are unlike each other, the copy is a little nearer to the second.
    let first = changed([0, 3, 6, 9, 12, 15, 18, 21, 24])
    let second = changed([50, 53, 56, 59, 62, 65, 68, 71])
    let copy = changed([100])
    let windows = DuplicateFixture.numbered([first, second, copy])
    let originals = DuplicateFixture.jaccard(windows[0], windows[1])
    let toFirst = DuplicateFixture.jaccard(windows[0], windows[2])
    let toSecond = DuplicateFixture.jaccard(windows[1], windows[2])
    #expect(originals < toFirst && toFirst < toSecond)
    let options = DuplicateOptions(threshold: (originals + toFirst) / 2, recall: 0.999)
    let report = try await DuplicateFixture.report([first, second, copy], options)
    #expect(report.decisions.map(\.removed) == [2])
    #expect(report.decisions.map(\.kept) == [1])
  }

  @Test("priorities choose the row that stays, whatever the order of the file")
  func priorities() async throws {
    let texts = [
      "pay the bill now please", "Pay the bill now, please!", "pay  the bill now please",
    ]
    let report = try await DuplicateFixture.report(texts, priorities: [1, 3, 3])
    #expect(report.decisions.map(\.removed) == [0, 2])
    #expect(report.decisions.map(\.kept) == [1, 1])
    await #expect(throws: SeedbedError.self) {
      try await DuplicateFixture.report(texts, priorities: [1])
    }
  }

  @Test("a copy of a row that went as similar names the row that stays")
  func keptRowsStay() async throws {
    let near = Self.long + " again"
    let report = try await DuplicateFixture.report([Self.long, near, near.uppercased()])
    #expect(report.decisions.map(\.removed) == [1, 2])
    #expect(report.decisions.map(\.kept) == [0, 0])
    #expect(report.decisions.map(\.kind) == [.near, .near])
    #expect(report.decisions[0].similarity == report.decisions[1].similarity)
  }

  @Test("without near-duplicates only exact ones go")
  func exactOnly() async throws {
    let options = DuplicateOptions(findsNear: false)
    let texts = [Self.long, Self.long + " again", Self.long.uppercased()]
    let report = try await DuplicateFixture.report(texts, options)
    #expect(report.decisions.map(\.removed) == [2])
    #expect(report.expectedRecall == 0)
  }

  @Test("nothing, one row and empty rows are no trouble")
  func small() async throws {
    #expect(try await DuplicateFixture.report([]).rows == 0)
    #expect(try await DuplicateFixture.report(["one"]).decisions.isEmpty)
    let report = try await DuplicateFixture.report(["", "  ", "a", "\n", "!!!", "!!! ", "???"])
    #expect(report.decisions.map(\.removed) == [1, 3, 5])
    #expect(report.decisions.map(\.kept) == [0, 0, 4])
    #expect(report.decisions.allSatisfy { $0.kind == .exact })
  }

  @Test(
    "texts of any script are compared by their scalars",
    arguments: [
      "我们的客户服务团队将在两个工作日内回复您的电子邮件，请您耐心等待，谢谢",
      "سوف يرد فريق خدمة العملاء على رسالتك خلال يومي عمل، يرجى الانتظار قليلا",
      "наша служба поддержки ответит на ваше письмо в течение двух рабочих дней спасибо",
      "हमारी ग्राहक सेवा टीम दो कार्य दिवसों के भीतर आपके ईमेल का उत्तर देगी",
      "e\u{301}le\u{301}phants et the\u{301}ie\u{300}res a\u{300} la fac\u{327}ade de\u{301}ja\u{300} vus hier",
      "the 🦊 jumps over the 🐶 and 🏃 into the 🌲 near the 🏔 at the 🌅 of the day",
    ]
  )
  func scripts(text: String) async throws {
    let changed = text + "啊"
    let unlike = String(text.unicodeScalars.reversed().map { Character($0) })
    let report = try await DuplicateFixture.report([text, changed, unlike, text])
    #expect(report.decisions.map(\.removed) == [1, 3])
    #expect(report.decisions.map(\.kept) == [0, 0])
    let windows = [text, changed].map { DuplicateFixture.windows($0) }
    #expect(report.decisions[0].similarity == DuplicateFixture.jaccard(windows[0], windows[1]))
  }

  @Test("numbers may be made to make no difference")
  func digits() async throws {
    let texts = (0..<5).map { "your order \($0 * 7919) was sent on the \($0)th of may ٤\($0)" }
    let masked = DuplicateOptions(view: TextView(keepsDigits: false))
    #expect(try await DuplicateFixture.report(texts, masked).exact == 4)
    #expect(try await DuplicateFixture.report(texts).exact == 0)
  }

  @Test("options out of their range are refused by name")
  func badOptions() {
    let bad: [(DuplicateOptions, String)] = [
      (DuplicateOptions(threshold: 0.2), "the threshold `0.2` is not between 0.5 and 1"),
      (DuplicateOptions(threshold: .nan), "the threshold `nan` is not between 0.5 and 1"),
      (DuplicateOptions(recall: 1), "the recall `1.0` is not between 0.5 and 0.999"),
      (
        DuplicateOptions(shingling: .words(0)),
        "the width of `words(0)` is not between 1 and 64"
      ),
      (DuplicateOptions(bucketLimit: 0), "the bucket limit `0` is not between 1 and 65,535"),
    ]
    for (options, message) in bad {
      let error = #expect(throws: SeedbedError.self) { try DuplicateSearch(options: options) }
      #expect(error?.message == message)
    }
  }

  @Test("progress goes through the stages, and a cancelled search ends")
  func progress() async throws {
    let texts = DuplicateFixture.edited(300, copies: 3, seed: 1)
    let seen = ProgressLog()
    var search = try DuplicateSearch()
    search.progress = { seen.note($0) }
    try search.add(texts)
    _ = try await search.report()
    #expect(seen.stages == DuplicateProgress.Stage.allCases)
    #expect(seen.isAscending)
    let ready = search
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await ready.report()
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
