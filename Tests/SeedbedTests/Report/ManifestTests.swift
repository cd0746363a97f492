import Foundation
import SeedbedData
import SeedbedReport
import Testing

@Suite("Manifest and version folder")
struct ManifestTests {
  @Test("lists every file with its size, hash and rows by origin")
  func contents() throws {
    try withReportFolder { folder in
      let report = ReportFixture.report(try ReportFixture.samples())
      let written = try report.write(to: "\(folder)/v")
      #expect(!written.isUnchanged)
      #expect(
        written.files == [
          "README.md", "croissant.json", "manifest.json", "prov.json", "report.html",
          "synthetic_eval.jsonl", "train.jsonl", "validation.jsonl",
        ]
      )
      let manifest = try Manifest(readingFrom: "\(folder)/v")
      #expect(manifest.version == report.version.id)
      #expect(manifest.holdoutSeal == "5ea1")
      #expect(manifest.files.map(\.path) == written.files.filter { $0 != "manifest.json" })
      for file in manifest.files {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/v/\(file.path)"))
        #expect(file.bytes == data.count)
        #expect(file.sha256 == ContentHash.hex(of: [UInt8](data)))
      }
      let train = try #require(manifest.files.first { $0.path == "train.jsonl" })
      #expect(train.real == 1 && train.synthetic == 1 && train.rows == 2)
      #expect(manifest.files.first { $0.path == "README.md" }?.rows == nil)
      let json = try JSONParser.parse(reportText("\(folder)/v/manifest.json"))
      #expect(
        json.object?.keys
          == ["seedbed", "version", "holdout_seal", "files", "leak_scan", "splits"]
      )
      #expect(json["splits"]?["train"]?["synthetic"]?.int == 1)
      #expect(json["leak_scan"]?["clean"]?.bool == true)
      #expect(try Manifest.verify("\(folder)/v") == [])
    }
  }

  @Test("the known hash of a known file")
  func knownHash() throws {
    // sha256sum of `{"a":"b"}` and a line feed.
    #expect(
      ContentHash.hex(of: Array("{\"a\":\"b\"}\n".utf8))
        == "5a43a8255d70758eb57b997ba88662b6d418d8d9bca0d397d5b736a69d24c408"
    )
  }

  @Test("finds a changed byte, a cut file, a missing file and an added one")
  func findsChanges() throws {
    try withReportFolder { folder in
      let place = "\(folder)/v"
      try ReportFixture.report(try ReportFixture.samples()).write(to: place)
      let train = URL(fileURLWithPath: "\(place)/train.jsonl")
      let original = try Data(contentsOf: train)
      var changed = original
      changed[5] ^= 1
      try changed.write(to: train)
      #expect(
        try Manifest.verify(place) == ["`train.jsonl` has another content of the same size"]
      )
      try original.dropLast(3).write(to: train)
      #expect(
        try Manifest.verify(place) == [
          "`train.jsonl` has \(original.count - 3) bytes instead of \(original.count)"
        ]
      )
      try FileManager.default.removeItem(at: train)
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(place)/extra.txt"))
      #expect(
        try Manifest.verify(place) == [
          "`train.jsonl` is missing", "`extra.txt` is not in the manifest",
        ]
      )
    }
  }

  @Test(
    "a manifest cannot make the check read outside its folder",
    arguments: ["../secret", "/etc/passwd", "a/../../b"]
  )
  func staysInside(_ path: String) throws {
    try withReportFolder { folder in
      let manifest = """
        {"seedbed": 1, "version": "v", "holdout_seal": null, "leak_scan": {}, "splits": {},
         "files": [{"path": "\(path)", "bytes": 1, "sha256": "00"}]}
        """
      try Data(manifest.utf8).write(to: URL(fileURLWithPath: "\(folder)/manifest.json"))
      #expect(try Manifest.verify(folder) == ["`\(path)` lies outside the folder"])
    }
  }

  @Test(
    "a folder without a manifest, or with a broken or newer one, is an error",
    arguments: [nil, "{", "[]", "{\"seedbed\": 2}", "{\"seedbed\": 1}"]
  )
  func unreadable(_ text: String?) throws {
    try withReportFolder { folder in
      if let text {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/manifest.json"))
      }
      #expect(throws: SeedbedError.self) { try Manifest.verify(folder) }
    }
  }

  @Test("the same version in the same way gives the same bytes, whatever the run")
  func stable() throws {
    try withReportFolder { folder in
      let samples = try ReportFixture.samples()
      try ReportFixture.report(samples, run: "one").write(to: "\(folder)/a")
      try ReportFixture.report(samples.reversed(), run: "two").write(to: "\(folder)/b")
      for file in [
        "manifest.json", "report.html", "README.md", "train.jsonl", "croissant.json", "prov.json",
      ] {
        #expect(try reportText("\(folder)/a/\(file)") == reportText("\(folder)/b/\(file)"))
      }
    }
  }

  @Test("a folder that holds the same already is left as it is and says so")
  func unchanged() throws {
    try withReportFolder { folder in
      let report = ReportFixture.report(try ReportFixture.samples())
      try report.write(to: "\(folder)/v")
      let url = URL(fileURLWithPath: "\(folder)/v/train.jsonl")
      let before = try FileManager.default.attributesOfItem(atPath: url.path)[.systemFileNumber]
      #expect(try report.write(to: "\(folder)/v/").isUnchanged)
      let after = try FileManager.default.attributesOfItem(atPath: url.path)[.systemFileNumber]
      #expect(before as? NSNumber == after as? NSNumber)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["v"])
    }
  }

  @Test(
    "another export of an intact folder replaces it, further formats lie in folders of their own"
  )
  func replaces() throws {
    try withReportFolder { folder in
      let report = ReportFixture.report(try ReportFixture.samples())
      try report.write(to: "\(folder)/v")
      let written = try report.write(
        to: "\(folder)/v",
        exporters: [CSVExporter(), OpenAIExporter()],
        plain: true
      )
      #expect(!written.isUnchanged)
      #expect(
        written.files == [
          "README.md", "croissant.json", "manifest.json", "openai/synthetic_eval.jsonl",
          "openai/train.jsonl", "openai/validation.jsonl", "prov.json", "report.html",
          "synthetic_eval.csv", "train.csv", "validation.csv",
        ]
      )
      #expect(try Manifest.verify("\(folder)/v") == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["v"])
    }
  }

  @Test("a folder with changes or with other files in it is never overwritten")
  func keepsForeignFiles() throws {
    try withReportFolder { folder in
      let report = ReportFixture.report(try ReportFixture.samples())
      let foreign = "\(folder)/mine"
      try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: true)
      try Data("thesis".utf8).write(to: URL(fileURLWithPath: "\(foreign)/thesis.txt"))
      #expect(throws: SeedbedError.self) { try report.write(to: foreign) }
      #expect(try reportText("\(foreign)/thesis.txt") == "thesis")
      try report.write(to: "\(folder)/v")
      try Data("note".utf8).write(to: URL(fileURLWithPath: "\(folder)/v/note.txt"))
      let error = #expect(throws: SeedbedError.self) {
        try report.write(to: "\(folder)/v", exporters: [CSVExporter()])
      }
      #expect(error?.message.contains("`note.txt` is not in the manifest") == true)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["mine", "v"]
      )
    }
  }

  @Test("samples that are not exactly the version's are refused, and nothing is left behind")
  func membersMustMatch() throws {
    try withReportFolder { folder in
      let samples = try ReportFixture.samples()
      let whole = ReportFixture.report(samples)
      let short = VersionReport(
        configuration: whole.configuration,
        run: whole.run,
        gaps: nil,
        samples: Array(samples.dropLast()),
        candidates: CandidateOverview()
      )
      #expect(throws: SeedbedError.self) { try short.write(to: "\(folder)/v") }
      var moved = samples
      moved[0].sample.split = .validation
      let elsewhere = VersionReport(
        configuration: whole.configuration,
        run: whole.run,
        gaps: nil,
        samples: moved,
        candidates: CandidateOverview()
      )
      let error = #expect(throws: SeedbedError.self) { try elsewhere.write(to: "\(folder)/v") }
      #expect(error?.code == .gate)
      #expect(error?.message.contains(samples[0].sample.id.short) == true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test("a format that cannot hold a sample leaves nothing behind")
  func failureLeavesNothing() throws {
    try withReportFolder { folder in
      let row: JSONObject = ["a": "1"]
      let samples = [ExportSample(sample: try ReportFixture.real(row, FieldMap()))]
      var configuration = ReportFixture.configuration()
      configuration.task = .tabular
      configuration.fields = FieldMap()
      let whole = ReportFixture.report(samples)
      let report = VersionReport(
        configuration: configuration,
        run: whole.run,
        gaps: nil,
        samples: samples,
        candidates: CandidateOverview()
      )
      #expect(throws: SeedbedError.self) {
        try report.write(to: "\(folder)/v", exporters: [JSONLinesExporter(), OpenAIExporter()])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }
}
