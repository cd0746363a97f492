public import SeedbedData
import SeedbedKernels

/// Makes records of a JSON Schema, each told in a text, without a project.
public struct RecordAugmenter: Sendable {
  private let options: AugmentOptions
  private let methods: [any RecordMethod]

  /// Resolves the methods; nil where they do not all make records.
  ///
  /// - Parameters:
  ///   - options: What is asked for; `copies` records are made by each method.
  ///   - registry: The methods.
  public init?(_ options: AugmentOptions, registry: MethodRegistry) {
    self.options = options
    methods = options.methods.compactMap { name in
      registry.records.first { $0.descriptor.name == name }
    }
    guard methods.count == options.methods.count, !methods.isEmpty else { return nil }
  }

  /// Makes records.
  ///
  /// - Parameters:
  ///   - schema: The schema as read.
  ///   - name: What names it, for provenance.
  ///   - template: How a record is told; nil draws one of the built-in forms for each.
  ///   - path: Where the rows go, or `-` for standard output.
  ///   - progress: Told how many records have been made.
  /// - Returns: What was done.
  /// - Throws: A `SeedbedError` for a schema that cannot be followed or a file that cannot be written;
  ///   `CancellationError`.
  public func augment(
    _ schema: JSONValue,
    named name: String,
    template: RecordTemplate?,
    to path: String,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws -> AugmentReport {
    var writer = try NewRowWriter(path: path, options: options)
    writer.count(read: 1)
    for (part, method) in methods.enumerated() {
      for number in 0..<options.copies {
        try Task.checkCancellation()
        var random = CounterRandom(
          seed: UInt64(bitPattern: Int64(options.seed)),
          sample: name,
          operation: method.descriptor.name,
          draw: number
        )
        guard let made = try method.record(number, of: schema, random: &random) else {
          writer.count(unchanged: part)
          continue
        }
        let fields =
          template.map { RecordRows.row(made, template: $0) }
          ?? RecordRows.row(made, of: schema, style: nil, random: &random)
        var parameters = made.parameters
        if let violated = made.violated { parameters["violated"] = .string(violated) }
        try writer.write(
          NewRowWriter.Row(
            part: part,
            fields: fields,
            text: "text",
            source: SourceReference(id: "schema:\(name)"),
            parameters: parameters,
            draw: number
          )
        )
        progress(number + 1)
      }
    }
    return try writer.close()
  }
}
