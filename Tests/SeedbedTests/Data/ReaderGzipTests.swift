import Foundation
import SeedbedData
import Testing

@Suite("Reading gzip")
struct ReaderGzipTests {
  let folder: ReaderFolder
  let text = (0..<5_000).map { "{\"n\":\($0)}\n" }.joined()

  init() throws { folder = try ReaderFolder() }

  @Test("a compressed file reads like its content", arguments: [1, 100, 1 << 18])
  func reads(chunkSize: Int) throws {
    let path = try folder.write("a.jsonl.gz", stored(Array(text.utf8)))
    var reader = try RowReader(path: path, options: .init(chunkSize: chunkSize))
    #expect(reader.detected.compressed)
    let rows = try reader.nextBatch(9_999)
    #expect(rows.count == 5_000)
    #expect(rows.last?.fields == ["n": 4_999])
    #expect(rows.last?.byteOffset == text.utf8.count - 11)
  }

  @Test("deflated data is unpacked")
  func deflated() throws {
    // printf '{"text":"hello hello hello"}\n{"text":"bye"}\n' | gzip -9
    let packed = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACA6tWKkmtKFGyUspIzcnJV0AilWq5qmGSSZWpQC4ArIaYOSwAAAA="
      )
    )
    let path = try folder.write("a.bin", packed)
    #expect(readAll(path).fields == [["text": "hello hello hello"], ["text": "bye"]])
  }

  @Test("members one after the other and zeros at the end are read as one file")
  func members() throws {
    let half = Array(text.utf8.prefix(20_000))
    let rest = Array(text.utf8.dropFirst(20_000))
    let path = try folder.write("a.gz", stored(half) + stored(rest) + [0, 0, 0, 0])
    #expect(readAll(path, .init(chunkSize: 777)).rows.count == 5_000)
  }

  @Test("cut off, damaged or followed by something else, the file is refused after its good rows")
  func damaged() throws {
    let whole = stored(Array(text.utf8))
    let cut = readAll(try folder.write("a.gz", whole.dropLast(9)))
    #expect(cut.end?.contains("ends in the middle of its gzip data") == true)
    var wrong = whole
    wrong[wrong.count - 6] ^= 1
    let damaged = readAll(try folder.write("b.gz", wrong))
    #expect(damaged.end?.contains("is damaged") == true)
    let more = readAll(try folder.write("c.gz", whole + Array("more".utf8)))
    #expect(more.end?.contains("something after the end of the gzip data") == true)
    let header = readAll(try folder.write("d.gz", whole.prefix(5)))
    #expect(header.end?.contains("ends in the middle of its gzip data") == true)
  }

  @Test("rows before the place where a long file is cut off are handed over")
  func rowsBeforeTheCut() throws {
    let long = (0..<60_000).map { "{\"n\":\($0)}\n" }.joined()
    let path = try folder.write("a.gz", stored(Array(long.utf8)).dropLast(60_000))
    let result = readAll(path)
    #expect(result.rows.count > 30_000)
    #expect(result.end?.contains("ends in the middle of its gzip data") == true)
  }

  /// A gzip member of stored blocks (RFC 1951 and 1952).
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var at = 0
    repeat {
      let count = min(bytes.count - at, 0xFFFF)
      member.append(at + count == bytes.count ? 1 : 0)
      member += [UInt8(count & 0xFF), UInt8(count >> 8), ~UInt8(count & 0xFF), ~UInt8(count >> 8)]
      member += bytes[at..<at + count]
      at += count
    } while at < bytes.count
    var crc: UInt32 = .max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    for value in [~crc, UInt32(bytes.count)] {
      for shift in [0, 8, 16, 24] { member.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    return member
  }
}
