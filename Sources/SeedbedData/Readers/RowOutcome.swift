/// What became of one row.
enum RowOutcome {
  case fields(JSONObject)
  /// The row is refused, the next one can be read.
  case bad(reason: String, raw: [UInt8])
  /// The row is refused, and where the next one begins cannot be known.
  case broken(reason: String, raw: [UInt8])
}

/// A row as a format's reader hands it over.
struct ReadRow {
  var byteOffset: Int
  var outcome: RowOutcome
}

extension RowOutcome {
  /// Reads the bytes of one row as a JSON object.
  ///
  /// - Parameters:
  ///   - bytes: The row.
  ///   - maximumDepth: How deep it may be nested.
  ///   - framed: Whether a syntax error leaves the row's end in no doubt.
  /// - Returns: Its fields or why it is refused.
  static func reading(
    _ bytes: UnsafeBufferPointer<UInt8>,
    maximumDepth: Int,
    framed: Bool
  ) -> RowOutcome {
    do throws(JSONError) {
      let value = try JSONParser.parse(bytes.span, maximumDepth: maximumDepth)
      guard case .object(let fields) = value else {
        return .bad(reason: "expected an object, found \(value.kind)", raw: Array(bytes))
      }
      return .fields(fields)
    } catch {
      let reason = "\(error.reason) at byte \(error.offset) of the row"
      guard framed || error.kind == .content else {
        return .broken(reason: reason, raw: Array(bytes.prefix(ChunkBuffer.keptBytes)))
      }
      return .bad(reason: reason, raw: Array(bytes))
    }
  }

  /// The refusal of a row beyond the size limit.
  static func tooLong(_ kept: [UInt8], limit: Int) -> RowOutcome {
    .bad(reason: "longer than the limit of \(limit) bytes", raw: kept)
  }
}
