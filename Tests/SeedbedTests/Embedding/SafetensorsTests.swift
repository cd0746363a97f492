import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Reading safetensors files")
struct SafetensorsTests {
  static func open<Value>(
    _ data: Data,
    _ body: (SafetensorsFile) throws -> Value
  ) async throws -> Value {
    try await EmbeddingTestFiles.withFolder { folder in
      let path = folder + "/model.safetensors"
      try data.write(to: URL(filePath: path))
      return try body(try SafetensorsFile(path: path))
    }
  }

  static let sound = SafetensorsMaker([
    ("a", "F32", [2, 1], [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]),
    ("b", "F16", [4], [0, 0x3c, 0, 0xc0, 1, 0, 0, 0x7c]),
    ("c", "BF16", [2], [0x80, 0x3f, 0x40, 0xc0]),
    ("ids", "I64", [1], [1, 0, 0, 0, 0, 0, 0, 0]),
    ("nothing", "F32", [0, 3], []),
  ])

  @Test("single, half and brain floats are read; other types only listed")
  func numberTypes() async throws {
    try await Self.open(Self.sound.data) { file throws in
      #expect(file.tensors.count == 5)
      #expect(try file.floats("a", shape: [2, 1]) == [1, -2])
      #expect(try file.floats("b", shape: [4]) == [1, -2, 0x1p-24, .infinity])
      #expect(try file.floats("c", shape: [2]) == [1, -3])
      #expect(try file.floats("nothing", shape: [0, 3]) == [])
      #expect(file["ids"]?.type == "I64")
      let error = #expect(throws: SeedbedError.self) { try file.floats("ids", shape: [1]) }
      #expect(error?.message.contains("I64") == true)
    }
  }

  @Test("a missing tensor and a wrong shape are named with the file")
  func wrongQuestions() async throws {
    try await Self.open(Self.sound.data) { file throws in
      let missing = #expect(throws: SeedbedError.self) { try file.floats("z", shape: [1]) }
      #expect(missing?.message.contains("`z`") == true)
      #expect(missing?.message.contains("model.safetensors") == true)
      let shape = #expect(throws: SeedbedError.self) { try file.floats("a", shape: [1, 2]) }
      #expect(shape?.message.contains("[2, 1]") == true)
    }
  }

  @Test(
    "a header that contradicts itself is refused with the tensor's name",
    arguments: [
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, "needs 8"),
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, "offsets"),
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#, "offsets"),
      (#"{"t":{"dtype":"F32","shape":[9],"data_offsets":[0,36]}}"#, "ends at byte 36"),
      (#"{"t":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, "shape"),
      (#"{"t":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,0]}}"#, "memory"),
      (#"{"t":{"dtype":"F32","shape":[1e300],"data_offsets":[0,0]}}"#, "shape"),
      (#"{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,18446744073709551615]}}"#, "offsets"),
      (#"{"t":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}"#, "Q4"),
      (#"{"t":{"dtype":"F32","shape":[1]}}"#, "data_offsets"),
      (#"{"t":{"dtype":"F32","data_offsets":[0,4]}}"#, "shape"),
      (#"{"t":{"shape":[1],"data_offsets":[0,4]}}"#, "dtype"),
      (#"{"t":7}"#, "`t`"),
      (
        #"{"s":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
          + #""t":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#, "overlaps"
      ),
      ("[1]", "an array"), ("{", "no JSON"), ("", "no JSON"), ("\u{0}\u{1}", "no JSON"),
    ]
  )
  func hostileHeader(header: String, words: String) async throws {
    let data = SafetensorsMaker(header: header, numbers: [UInt8](repeating: 0, count: 16)).data
    let error = await #expect(throws: SeedbedError.self) { try await Self.open(data) { _ in } }
    let text = "\(error?.message ?? "") \(error?.cause ?? "")"
    #expect(text.contains(words), "\(text)")
    #expect(text.contains("model.safetensors"))
  }

  @Test("a length of the header beyond the file is refused", arguments: [17, 1 << 40, -1, Int.min])
  func hostileLength(length: Int) async throws {
    var word = UInt64(bitPattern: Int64(length)).littleEndian
    let data = Data(bytes: &word, count: 8) + Data("{}".utf8)
    await #expect(throws: SeedbedError.self) { try await Self.open(data) { _ in } }
  }

  @Test("a file cut short anywhere is refused")
  func truncation() async throws {
    let data = Self.sound.data
    for length in 0..<data.count {
      await #expect(throws: SeedbedError.self) {
        try await Self.open(data.prefix(length)) { _ in }
      }
    }
  }

  @Test("random damage is refused or read, and never crashes")
  func randomDamage() async throws {
    let data = Self.sound.data
    for round in 0..<300 {
      var random = CounterRandom(seed: 9, sample: UInt64(round), operation: 1, draw: 0)
      var damaged = data
      for _ in 0...random.index(below: 4) {
        damaged[random.index(below: data.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? await Self.open(damaged) { file in
        for tensor in file.tensors { _ = try? file.floats(tensor.name, shape: tensor.shape) }
      }
    }
  }
}
