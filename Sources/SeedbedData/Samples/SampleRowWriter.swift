import SeedbedKernels

/// Writes samples as JSON Lines without making the row as an object first.
///
/// What it writes is what `JSONWriter` makes of `Sample.row(verdicts:)`, byte for byte; a row takes a
/// third of the time so.
public struct SampleRowWriter: Sendable {
  private let writer = JSONWriter()

  /// Makes a writer.
  public init() {}

  /// Appends the user's fields of a sample as a line.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - buffer: Receives the line in UTF-8.
  public func writePlain(_ sample: Sample, into buffer: inout [UInt8]) {
    writer.write(object: sample.fields, into: &buffer)
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Appends a sample as a line: the user's fields, then the object `seedbed`.
  ///
  /// - Parameters:
  ///   - sample: A sample without verdicts.
  ///   - further: Members that the object `seedbed` has beyond the usual ones.
  ///   - buffer: Receives the line in UTF-8.
  public func write(
    _ sample: Sample,
    adding further: JSONObject = JSONObject(),
    into buffer: inout [UInt8]
  ) {
    // A field of that name would stand there twice.
    guard sample.fields["seedbed"] == nil else {
      writer.write(object: sample.row(verdicts: [], adding: further), into: &buffer)
      buffer.append(UInt8(ascii: "\n"))
      return
    }
    writer.write(object: sample.fields, into: &buffer)
    buffer.removeLast()
    if !sample.fields.isEmpty { buffer.append(UInt8(ascii: ",")) }
    buffer.append(contentsOf: #""seedbed":{"#.utf8)
    writeMembers(sample, into: &buffer)
    for (name, value) in further {
      buffer.append(UInt8(ascii: ","))
      JSONWriter.write(name, into: &buffer)
      buffer.append(UInt8(ascii: ":"))
      writer.write(value, into: &buffer)
    }
    buffer.append(contentsOf: "}}\n".utf8)
  }

  private func writeMembers(_ sample: Sample, into buffer: inout [UInt8]) {
    let provenance = sample.provenance
    func member(_ name: StaticString) {
      name.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }
    func text(_ value: String?) {
      guard let value else { return member("null") }
      JSONWriter.write(value, into: &buffer)
    }
    member(#""id":"#)
    writeHex(sample.id.digest, into: &buffer)
    member(#","origin":"#)
    text(sample.origin.rawValue)
    member(#","split":"#)
    text(sample.split?.rawValue)
    member(#","difficulty":"#)
    writer.write(sample.difficulty.map { .object($0.json) } ?? .null, into: &buffer)
    member(#","tags":"#)
    writer.write(.array(sample.tags.map(JSONValue.string)), into: &buffer)
    member(#","source":"#)
    writeSource(provenance.source, into: &buffer)
    member(#","method":"#)
    text(provenance.method?.name)
    member(#","parameters":"#)
    if let method = provenance.method {
      writer.write(object: method.parameters, into: &buffer)
      buffer.removeLast()
      if !method.parameters.isEmpty { buffer.append(UInt8(ascii: ",")) }
      member(#""seed":"#)
      write(method.seed, into: &buffer)
      member(#","draw":"#)
      write(method.draw, into: &buffer)
      member("}")
    } else {
      member("null")
    }
    member(#","model":"#)
    text(provenance.model)
    member(#","prompt":"#)
    text(provenance.promptVersion)
    member(#","parents":["#)
    for (place, parent) in provenance.parents.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      writeHex(parent.digest, into: &buffer)
    }
    member(#"],"depth":"#)
    write(provenance.depth, into: &buffer)
    member(#","batch":"#)
    text(provenance.batch)
    member(#","verdicts":[]"#)
  }

  private func writeSource(_ source: SourceReference, into buffer: inout [UInt8]) {
    buffer.append(contentsOf: #"{"id":"#.utf8)
    JSONWriter.write(source.id, into: &buffer)
    buffer.append(contentsOf: #","row":"#.utf8)
    write(source.row, into: &buffer)
    buffer.append(contentsOf: #","byte":"#.utf8)
    write(source.byte, into: &buffer)
    buffer.append(contentsOf: #","span":"#.utf8)
    if let span = source.span {
      buffer.append(contentsOf: #"{"start":"#.utf8)
      write(span.lowerBound, into: &buffer)
      buffer.append(contentsOf: #","end":"#.utf8)
      write(span.upperBound, into: &buffer)
      buffer.append(contentsOf: "}}".utf8)
    } else {
      buffer.append(contentsOf: "null}".utf8)
    }
  }

  private func write(_ number: Int?, into buffer: inout [UInt8]) {
    guard let number else { return buffer.append(contentsOf: "null".utf8) }
    buffer.append(contentsOf: String(number).utf8)
  }

  private func writeHex(_ digest: Digest128, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    digest.writeHex(into: &buffer)
    buffer.append(UInt8(ascii: "\""))
  }
}
