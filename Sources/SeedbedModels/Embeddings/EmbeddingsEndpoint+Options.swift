extension EmbeddingsEndpoint {
  /// Where the model runs and how it is asked.
  public struct Options: Sendable, Hashable {
    /// How the endpoint is asked to write its numbers.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
      /// As JSON numbers, which every endpoint knows.
      case float
      /// As base 64 of little-endian 32-bit floats: a quarter of the bytes.
      case base64
    }

    /// The base address, such as `https://api.openai.com/v1`; `/embeddings` is added.
    public var url: String
    /// The model's name at the endpoint.
    public var model: String
    /// The environment variable that holds the key; nil for an endpoint that needs none.
    public var keyVariable: String?
    /// How many numbers a vector is asked to have; nil for the model's own length.
    public var dimensions: Int?
    /// How the numbers travel.
    public var encoding = Encoding.float
    /// How many texts a request has at most, at least 1.
    public var batchTexts = 128
    /// How many bytes of text a request has at most; a longer text goes alone.
    public var batchBytes = 256 << 10
    /// How many requests are under way at once, at least 1.
    public var concurrency = 4
    /// How long one try may take.
    public var timeout: Duration = .seconds(60)
    /// How many bytes an answer may have.
    public var answerBytes = 64 << 20
    /// When a request is tried again.
    public var retries = RetryPolicy()
    /// The seed of the waiting times' jitter.
    public var seed: UInt64 = 0

    /// Makes options; what is not named here has a sound default.
    ///
    /// - Parameters:
    ///   - url: The base address, such as `https://api.openai.com/v1`.
    ///   - model: The model's name at the endpoint.
    ///   - keyVariable: The environment variable that holds the key.
    public init(url: String, model: String, keyVariable: String? = nil) {
      self.url = url
      self.model = model
      self.keyVariable = keyVariable
    }
  }
}
