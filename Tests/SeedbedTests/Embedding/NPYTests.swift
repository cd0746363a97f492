import Foundation
import SeedbedData
import SeedbedLearning
import Testing

@Suite("NumPy files")
struct NPYTests {
  @Test(
    "numbers that NumPy wrote are read",
    arguments: ["half", "single", "double", "version2"]
  )
  func numpy(name: String) throws {
    let reader = try NPYReader(path: EmbeddingTestFiles.golden(name + ".npy"))
    #expect((reader.count, reader.dimensions) == (2, 3))
    let small: Float = name == "half" ? 0x1p-23 : 1e-7
    #expect(reader.table().values == [0, -1.5, 3.25, small, 65504, -2])
    #expect(reader.table(1..<2).values == [small, 65504, -2])
    #expect(reader.table(1..<1).count == 0)
  }

  @Test("half numbers of every kind equal NumPy's")
  func halves() throws {
    let halves = try NPYReader(path: EmbeddingTestFiles.golden("halves.npy")).table()
    let singles = try NPYReader(path: EmbeddingTestFiles.golden("halves_as_singles.npy")).table()
    #expect(halves.values.last?.isNaN == true && singles.values.last?.isNaN == true)
    #expect(
      halves.values.dropLast().map(\.bitPattern) == singles.values.dropLast().map(\.bitPattern)
    )
  }

  @Test("what is written equals NumPy's file number by number, and comes back bit for bit")
  func writing() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      let path = folder + "/vectors.npy"
      let table = try NPYReader(path: EmbeddingTestFiles.golden("single.npy")).table()
      let writer = try NPYWriter(path: path, dimensions: 3)
      try writer.append(table)
      try writer.append(VectorTable(dimensions: 3))
      try writer.append(table)
      #expect(!FileManager.default.fileExists(atPath: path))
      try writer.close()
      try writer.close()
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
      let golden = try [UInt8](
        Data(contentsOf: URL(filePath: EmbeddingTestFiles.golden("single.npy")))
      )
      // NumPy fills its header up to the same 128 bytes with the same words.
      let words = String(decoding: golden[..<128], as: UTF8.self)
        .replacingOccurrences(of: "(2, 3), }", with: "(4, 3), }")
      #expect(String(decoding: bytes[..<128], as: UTF8.self) == words)
      #expect(Array(bytes[128...]) == Array(golden[128...] + golden[128...]))
      let reader = try NPYReader(path: path)
      #expect(reader.count == 4)
      #expect(reader.table().values == table.values + table.values)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["vectors.npy"])
    }
  }

  @Test("many vectors stream through, none make a sound file, and an abandoned file leaves nothing")
  func streaming() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      let path = folder + "/many.npy"
      let texts = EmbeddingTexts.random(3000, seed: 5)
      let table = try await HashedEmbedder(dimensions: 256).embed(texts, threads: 2)
      let writer = try NPYWriter(path: path, dimensions: 256)
      try writer.append(table)
      try writer.close()
      #expect(try NPYReader(path: path).table() == table)
      try NPYWriter(path: path, dimensions: 5).close()
      let empty = try NPYReader(path: path)
      #expect((empty.count, empty.dimensions) == (0, 5))
      do {
        let abandoned = try NPYWriter(path: folder + "/abandoned.npy", dimensions: 2)
        try abandoned.append(VectorTable(dimensions: 2, values: [1, 2]))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["many.npy"])
    }
  }

  @Test("vectors of another length are refused")
  func wrongLength() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      let writer = try NPYWriter(path: folder + "/a.npy", dimensions: 3)
      let error = #expect(throws: SeedbedError.self) {
        try writer.append(VectorTable(dimensions: 2, values: [1, 2]))
      }
      #expect(error?.message == "`\(folder)/a.npy` takes vectors of 3 numbers, not of 2")
    }
  }

  @Test(
    "what holds no vectors is refused with the reason",
    arguments: [
      ("fortran.npy", "Fortran order"), ("big_endian.npy", "of type `>f4`"),
      ("integers.npy", "of type `<i4`"), ("one_dimension.npy", "has 1 dimensions"),
      ("make_npy.py", "does not begin as a NumPy file"),
    ]
  )
  func refused(name: String, reason: String) throws {
    let path = EmbeddingTestFiles.golden(name)
    let error = #expect(throws: SeedbedError.self) { try NPYReader(path: path) }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains(path) == true)
  }

  @Test("a missing file is named")
  func missing() {
    let error = #expect(throws: SeedbedError.self) { try NPYReader(path: "/nowhere/a.npy") }
    #expect(error?.message == "cannot open `/nowhere/a.npy`")
  }

  @Test("a file cut at any byte or with any byte of its header changed never crashes")
  func hostile() async throws {
    let golden = try [UInt8](
      Data(contentsOf: URL(filePath: EmbeddingTestFiles.golden("single.npy")))
    )
    try await EmbeddingTestFiles.withFolder { folder in
      let path = folder + "/broken.npy"
      for length in 0..<golden.count {
        try Data(golden[..<length]).write(to: URL(filePath: path))
        #expect(throws: SeedbedError.self) { try NPYReader(path: path) }
      }
      for place in 0..<80 {
        for byte: UInt8 in [0, 0x20, 0x28, 0x31, 0x39, 0x7D, 0xFF] where golden[place] != byte {
          var bytes = golden
          bytes[place] = byte
          try Data(bytes).write(to: URL(filePath: path))
          // A digit may turn into another sound shape only when the size still fits.
          if let reader = try? NPYReader(path: path) {
            #expect(reader.table().values.count * 4 == golden.count - reader.headerSizeInTest)
          }
        }
      }
    }
  }

  @Test(
    "a header with a hostile shape is refused",
    arguments: [
      "(9223372036854775807, 3)", "(99999999999999999999, 3)", "(2, -3)", "(2, 0)", "(2, 3",
      "(2, 3, 1)", "()", "(2 3)", "[2, 3]", "(2, 3), 'more': 1",
    ]
  )
  func hostileShape(shape: String) async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      let words = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }\n"
      var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(words.utf8.count), 0]
      bytes += Array(words.utf8) + [UInt8](repeating: 0, count: 24)
      let path = folder + "/hostile.npy"
      try Data(bytes).write(to: URL(filePath: path))
      #expect(throws: SeedbedError.self) { try NPYReader(path: path) }
    }
  }
}

extension NPYReader {
  /// The header of the golden file, whose length no changed byte can alter and stay sound.
  fileprivate var headerSizeInTest: Int { 128 }
}
