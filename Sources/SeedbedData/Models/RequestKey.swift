import SeedbedKernels

/// The name under which a request and its answer are stored.
///
/// Two requests have one key exactly when the same endpoint would get the same bytes for the same variant,
/// so whatever could change the answer (a model, a schema, a temperature, a few-shot row) changes the key.
public enum RequestKey {
  /// The key of a request.
  ///
  /// - Parameters:
  ///   - endpoint: Who is asked: the provider, the address without secrets and the model's name, with one
  ///     space between them.
  ///   - body: The body exactly as it is sent.
  ///   - variant: Which of several answers to the same body is meant, from 0.
  /// - Returns: 32 lower-case hex digits.
  public static func key(endpoint: String, body: [UInt8], variant: Int) -> String {
    var hash = ContentHash(domain: "seedbed.request.1")
    hash.add(endpoint)
    hash.add(body)
    hash.add(variant)
    return hash.digest.hex
  }
}
