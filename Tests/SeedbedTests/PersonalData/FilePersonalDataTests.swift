import Foundation
import SeedbedData
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Personal data in files")
struct FilePersonalDataTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "seedbed-pii-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func rows(_ path: String) throws -> [[String: Any]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  @Test("rows keep order and other fields, and spans are moved along")
  func replaced() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file(
      "in.jsonl",
      """
      {"id": 1, "text": "😀 My name is Mary Johnson, call +34 612 345 678 now", "spans": [{"start": 13, "end": 25, "label": "name", "text": "Mary Johnson"}, {"start": 48, "end": 51, "label": "when"}, {"start": 18, "end": 31, "label": "cut"}], "note": "Mary"}
      {"id": 2, "text": "nothing to see in this row of words"}
      {"id": 3, "text": "Mary Johnson lives in Barcelona"}

      """
    )
    let data = try TextFile(path, text: FieldPath("text"))
    let search = FilePersonalData(finder: PersonalDataFinder(), threads: 2)
    let key = try #require(PersonalDataSupport.key())
    let out = folder.appending(path: "out.jsonl").path
    let report = try await search.replace(in: data, to: out, by: .surrogates(key))
    #expect(report.rows == 3 && report.rowsWithFindings == 2 && report.misfitSpans == 0)
    let written = try rows(out)
    #expect(written.map { $0["id"] as? Int } == [1, 2, 3])
    #expect(written[0]["note"] as? String == "Mary")
    let text = try #require(written[0]["text"] as? String)
    #expect(!text.contains("Mary") && !text.contains("612 345 678"))
    let spans = try #require(written[0]["spans"] as? [[String: Any]])
    let scalars = Array(text.unicodeScalars)
    for span in spans {
      let start = try #require(span["start"] as? Int), end = try #require(span["end"] as? Int)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      #expect(String(view) == span["text"] as? String)
    }
    let name = try #require(spans[0]["text"] as? String)
    #expect(spans[1]["text"] as? String == "now")
    // The span that cut the name and the number after it has taken both in.
    #expect((spans[2]["text"] as? String)?.hasPrefix(name) == true)
    #expect((written[2]["text"] as? String)?.hasPrefix(name + " lives in ") == true)
    #expect(written[1]["text"] as? String == "nothing to see in this row of words")
  }

  @Test("the result does not depend on the number of threads")
  func threads() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = (0..<500).map {
      "{\"text\": \"Mail user\($0)@corp.net or ask Mary Johnson \($0)\"}"
    }
    let data = try TextFile(try file("in.jsonl", lines.joined(separator: "\n")))
    let key = try #require(PersonalDataSupport.key())
    var results: [String] = []
    for threads in [1, 2, 7] {
      let out = folder.appending(path: "out\(threads).jsonl").path
      _ = try await FilePersonalData(finder: PersonalDataFinder(), threads: threads)
        .replace(in: data, to: out, by: .surrogates(key))
      results.append(try String(contentsOfFile: out, encoding: .utf8))
    }
    #expect(Set(results).count == 1)
    #expect(!results[0].contains("corp.net"))
  }

  @Test("masks name the type, in a table too, and examples hide the value")
  func masked() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file("in.csv", "id,text\n7,\"write to ann@corp.net, please\"\n8,nothing here\n")
    let data = try TextFile(path, text: FieldPath("text"))
    let out = folder.appending(path: "out.csv").path
    let search = FilePersonalData(finder: PersonalDataFinder(), threads: 1)
    let report = try await search.replace(in: data, to: out, by: .masks)
    let text = try String(contentsOfFile: out, encoding: .utf8)
    #expect(text.contains("\"write to <EMAIL_ADDRESS>, please\""))
    #expect(text.contains("8,nothing here"))
    let count = try #require(report.types.first { $0.findings > 0 })
    #expect(count.type == .emailAddress && count.rows == 1)
    #expect(count.examples.map(\.masked) == ["***@****.***"])
    #expect(count.examples.map(\.row) == [1] && count.examples.map(\.byte) == [8])
  }

  @Test("every turn of a conversation is searched")
  func conversation() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file(
      "in.jsonl",
      """
      {"messages": [{"role": "user", "content": "mail ann@corp.net"}, {"role": "assistant", "content": "I wrote to ann@corp.net and bob@corp.net"}]}

      """
    )
    let report = try await FilePersonalData(finder: PersonalDataFinder(), threads: 1)
      .search(try TextFile(path))
    #expect(report.findings == 3)
  }

  @Test("a key file that others may read is refused, and the words do not hold the key")
  func keyFile() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try file("key", "a-secret-of-some-length\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let error = #expect(throws: SeedbedError.self) {
      try PersonalDataKey.read(file: path, environment: nil)
    }
    #expect(error?.message.contains("0644") == true)
    #expect(error?.description.contains("a-secret") == false)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let fromFile = try #require(try PersonalDataKey.read(file: path, environment: nil))
    let fromVariable = try #require(
      try PersonalDataKey.read(file: nil, environment: "a-secret-of-some-length")
    )
    #expect(
      Surrogates(key: fromFile).surrogate(for: "Mary", type: .person)
        == Surrogates(key: fromVariable).surrogate(for: "Mary", type: .person)
    )
    #expect(try PersonalDataKey.read(file: nil, environment: nil) == nil)
    #expect(throws: SeedbedError.self) {
      try PersonalDataKey.read(file: nil, environment: "short")
    }
  }
}
