import SeedbedData
import Testing

@Suite("Readers on hostile input")
struct ReaderRobustnessTests {
  let folder: ReaderFolder

  init() throws { folder = try ReaderFolder() }

  static let seeds: [(name: String, text: String)] = [
    (
      "a.jsonl",
      "{\"text\":\"one é\",\"n\":1}\n{\"text\":\"tw\\u00f6\",\"l\":[1,{\"x\":null}]}\n{\"a\":-1.5e3}\n"
    ),
    (
      "b.json",
      "{\"v\":1,\"data\":[{\"a\":\"x\\n\"},{\"a\":[1,2]},{\"b\":true}],\"z\":{\"q\":\"]\"}}"
    ),
    ("c.csv", "text,label\n\"one, \"\"two\"\"\nthree\",a\nplain é,b\n\"\",c\n"),
    ("d.tsv", "n\tt\r\n1\t\"quoted\r\nlines\"\r\n2\tx\r\n"),
    (
      "e.json",
      "[{\"title\":\"t\",\"paragraphs\":[{\"context\":\"c\",\"qas\":[{\"id\":1,\"question\":\"q\"}]}]}]"
    ),
    ("f.csv", "a;b;c\r1;2;3\r4;5;6\r"),
  ]

  @Test("random changes of bytes neither crash nor hang, whatever is said of the file")
  func mutations() throws {
    var random = ReaderRandom(3)
    let spice = Array("\"\"{}[],:\\\n\r\t;|\0".utf8) + [0xFF, 0xEF, 0x1F, 0x80]
    var read = 0
    for round in 0..<2_400 {
      let seed = Self.seeds[round % Self.seeds.count]
      var bytes = Array(seed.text.utf8)
      for _ in 0..<(1 + random.below(4)) {
        let at = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes[at] = spice[random.below(spice.count)]
        case 2: bytes.insert(spice[random.below(spice.count)], at: at)
        case 3: if bytes.count > 1 { bytes.remove(at: at) }
        default: bytes = Array(bytes.prefix(at + 1))
        }
      }
      let path = try folder.write(seed.name, bytes)
      let format = [nil, nil, FileFormat.allCases[random.below(4)]][random.below(3)]
      let options = RowReaderOptions(
        format: format,
        onBadRow: .quarantine,
        maximumRowBytes: [50, 1 << 20][random.below(2)],
        maximumDepth: [2, 512][random.below(2)],
        chunkSize: 1 + random.below(60)
      )
      let result = readAll(path, options)
      read += result.rows.count
      #expect(result.rows.count + result.bad.count <= bytes.count)
      let places = result.rows.map(\.byteOffset)
      #expect(places == places.sorted() && places.allSatisfy { $0 < bytes.count })
    }
    #expect(read > 1_000)
  }

  @Test("the size of the chunks changes nothing", arguments: seeds.map(\.name))
  func chunks(name: String) throws {
    var random = ReaderRandom(5)
    for seed in Self.seeds where seed.name == name {
      for round in 0..<40 {
        var bytes = Array(seed.text.utf8)
        if round > 0 { bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
        let path = try folder.write(name, bytes)
        let limit = [30, 1 << 20][random.below(2)]
        func options(_ chunkSize: Int) -> RowReaderOptions {
          .init(onBadRow: .quarantine, maximumRowBytes: limit, chunkSize: chunkSize)
        }
        let whole = readAll(path, options(1 << 20))
        for chunkSize in [1, 2, 3, 7, 16, 31, 64] {
          #expect(readAll(path, options(chunkSize)) == whole)
        }
      }
    }
  }

  @Test("absurd options are brought into range")
  func absurd() throws {
    let path = try folder.write("a.jsonl", "{\"a\":1}\n")
    let options = RowReaderOptions(
      onBadRow: .skip,
      maximumRowBytes: -1,
      maximumDepth: -1,
      chunkSize: -1
    )
    #expect(readAll(path, options) == ReaderResult())
    let huge = RowReaderOptions(maximumRowBytes: .max, maximumDepth: .max, chunkSize: .max)
    #expect(readAll(path, huge).rows.count == 1)
  }

  @Test("a line of a million brackets is a bad row")
  func brackets() throws {
    let line = String(repeating: "[", count: 1_000_000)
    let path = try folder.write("a.jsonl", "{\"a\":1}\n\(line)\n{\"a\":2}\n")
    let result = readAll(path, .init(format: .jsonLines, onBadRow: .skip, maximumDepth: .max))
    #expect(result.rows.map(\.number) == [1, 3])
  }
}
