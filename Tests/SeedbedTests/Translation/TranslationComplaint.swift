import SeedbedData

extension Translation {
  /// The error that a call throws, as the words that a person reads.
  static func complaint(_ body: () async throws -> Void) async -> String {
    do {
      try await body()
      return "no error"
    } catch {
      return words(of: error)
    }
  }

  private static func words(of error: any Error) -> String {
    guard let error = error as? SeedbedError else { return "\(error)" }
    return [error.message, error.cause, error.hint].compactMap(\.self).joined(separator: "\n")
  }
}
