import FoundationEssentials

/// The environment for a program that has no use for anybody's secrets.
public enum ProgramEnvironment {
  /// How names of variables end that hold secrets.
  private static let secretEndings = ["KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIALS"]

  /// An environment without the variables whose names say that they hold secrets.
  ///
  /// - Parameters:
  ///   - environment: The environment; nil for that of this process.
  ///   - hiding: Further variables to leave out.
  /// - Returns: What is left.
  public static func withoutSecrets(
    _ environment: [String: String]? = nil,
    hiding: [String] = []
  ) -> [String: String] {
    (environment ?? ProcessInfo.processInfo.environment).filter { name, _ in
      !hiding.contains(name)
        && !secretEndings.contains { name.uppercased().hasSuffix($0) }
    }
  }
}
