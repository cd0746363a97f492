#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where models lie on this machine: `seedbed/models` in the user's cache folder.
public struct ModelStore: Sendable {
  /// The model that is fetched by `seedbed models pull`.
  public static let sentenceModel = "all-MiniLM-L6-v2"

  /// The files without which a folder is no model.
  public static let modelFiles = ["config.json", "vocab.txt", "model.safetensors"]

  /// The folder with one folder a model.
  public let folder: String

  /// Takes a given folder.
  ///
  /// - Parameter folder: The folder with one folder a model; it may be missing yet.
  public init(folder: String) {
    self.folder = folder
  }

  /// Takes the folder that the environment names: under `XDG_CACHE_HOME`, else under `HOME/.cache`.
  ///
  /// - Parameter environment: The variables to look at; nil for those of the process.
  public init(environment: [String: String]? = nil) {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.cache"
    folder = cache + "/seedbed/models"
  }

  /// The folder of a model, whether it is there or not.
  ///
  /// - Parameter name: The model's name, such as `all-MiniLM-L6-v2`.
  /// - Returns: A path.
  public func path(of name: String) -> String { "\(folder)/\(name)" }

  /// Whether a model is there with all of its files.
  ///
  /// - Parameter name: The model's name.
  /// - Returns: Whether it can be opened.
  public func has(_ name: String) -> Bool {
    Self.modelFiles.allSatisfy {
      FileManager.default.fileExists(atPath: "\(path(of: name))/\($0)")
    }
  }
}
