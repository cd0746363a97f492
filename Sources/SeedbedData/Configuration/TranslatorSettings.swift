/// One entry under `translators` of `seedbed.yaml`.
public struct TranslatorSettings: Sendable, Hashable {
  /// Who translates.
  public enum Provider: String, Sendable, CaseIterable {
    /// Apertium, as it is installed on this machine.
    case apertium
    /// A server that speaks LibreTranslate's HTTP API.
    case libretranslate
    /// A language model of `models`.
    case model
    /// A program that speaks JSON lines on its standard streams.
    case program
  }

  /// The name by which the configuration speaks of it.
  public var name: String
  /// Who translates.
  public var provider: Provider
  /// The base address of a server, such as `http://127.0.0.1:5000`; empty for others.
  public var url = ""
  /// The environment variable that holds a server's key; nil where it needs none.
  public var keyVariable: String?
  /// The name of a language model under `models`; empty for others.
  public var model = ""
  /// A program and its arguments; empty for others.
  public var command: [String] = []
  /// The languages to go through and back, as BCP 47 tags; empty leaves it to the translator.
  public var pivots: [String] = []

  /// Makes settings with nothing but a name.
  ///
  /// - Parameters:
  ///   - name: The name by which the configuration speaks of it.
  ///   - provider: Who translates.
  public init(name: String, provider: Provider) {
    self.name = name
    self.provider = provider
  }
}
