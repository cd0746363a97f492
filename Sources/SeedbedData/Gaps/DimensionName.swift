/// The names of dimensions that are not fields of the user's rows.
public enum DimensionName {
  /// The label, whatever field holds it.
  public static let label = "label"
  /// What is measured in the text.
  public static let measured = ["language", "length", "noise", "form"]

  /// Whether a name is a field of the rows.
  ///
  /// - Parameter name: The name of a dimension.
  /// - Returns: False for the label and for what is measured.
  public static func isField(_ name: String) -> Bool {
    name != label && !measured.contains(name)
  }
}
