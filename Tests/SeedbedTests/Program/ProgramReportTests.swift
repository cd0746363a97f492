import Foundation
import Testing

@Suite("The report by the program")
struct ProgramReportTests {
  private let project: Folder

  init() throws { project = try Folder.finishedExample() }

  @Test(
    "one file with every section that a run has something for, small and without anything from outside"
  )
  func page() throws {
    let outcome = try Program.run(["report", "--json"], in: project).expectSuccess()
    let document = try outcome.document
    #expect(document.keys == ["version", "file", "bytes"])
    let file = try #require(document["file"].string)
    #expect(file.hasPrefix("reports/") && file.hasSuffix(".html"))
    let page = try project.text(file)
    #expect(page.utf8.count == document["bytes"].int && page.utf8.count < 2_000_000)
    for id in ["asked", "coverage", "gaps", "candidates", "sides", "worth", "lineage", "limits"] {
      #expect(page.contains("<section id=\"\(id)\""), "\(id)")
    }
    for drawing in ["plot-funnel", "plot-methods", "plot-lengths", "plot-map", "plot-patterns"] {
      #expect(page.contains("id=\"\(drawing)-title\""), "\(drawing)")
    }
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    // The gaps are those that the version's plan was made from.
    #expect(page.contains("Before anything was generated") && page.contains("seedbed run"))
  }

  @Test("the page does not depend on the threads, and a second one is the same")
  func same() throws {
    let pages = try ["1", "3", "3"].enumerated().map { index, threads in
      try Program.run(["report", "--threads", threads, "--output", "r\(index).html"], in: project)
        .expectSuccess()
      return try project.text("r\(index).html")
    }
    #expect(pages[0] == pages[1] && pages[1] == pages[2])
  }

  @Test("an evaluation is kept, and the next report draws it without measuring again")
  func evaluated() throws {
    try Program.run(["report", "--output", "before.html"], in: project).expectSuccess()
    #expect(!(try project.text("before.html")).contains("plot-mixing"))
    try Program.run(["evaluate"], in: project).expectSuccess()
    try Program.run(["report", "--output", "after.html"], in: project).expectSuccess()
    let page = try project.text("after.html")
    #expect(page.contains("plot-mixing-title") && page.contains("plot-batches-title"))
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: project.url(".seedbed/evaluations").path
    )
    #expect(kept.count == 1)
    try project.write(".seedbed/evaluations/\(kept[0])", "{}")
    try Program.run(["report"], in: project).expect(exit: 65, saying: "is no evaluation of version")
  }

  @Test("gaps of other data than the version's are left out")
  func otherData() throws {
    let data = try project.text("messages.csv")
    try project.write("messages.csv", data + "one more row about my order,cancel_order,chat\n")
    try Program.run(["report", "--output", "r.html"], in: project).expectSuccess()
    let page = try project.text("r.html")
    #expect(page.contains("No gaps are recorded with this page"))
  }

  @Test("a version without a batch has a page, and stands in the lineage with the one before it")
  func dropped() throws {
    let batches = try Program.run(["version", "show", "--json"], in: project).expectSuccess()
      .document["batches"].list
    let batch = try #require(batches.first?["id"].string)
    try Program.run(["version", "drop-batch", batch], in: project).expectSuccess()
    try Program.run(["report", "--output", "r.html"], in: project).expectSuccess()
    let page = try project.text("r.html")
    #expect(page.contains("without batch \(batch.prefix(12))") && page.contains("this one"))
    // Nobody counted its patterns, so no number is shown.
    #expect(!page.contains(/\b0 patterns/))
  }

  @Test("a version that is not there, and a file that cannot be written, are said plainly")
  func refused() throws {
    try Program.run(["report", "ffffffff"], in: project).expect(
      exit: 1,
      saying: "no version has an id"
    )
    try Program.run(["report", "--output", "/proc/none/r.html"], in: project)
      .expect(exit: 74, saying: "/proc/none")
  }
}
