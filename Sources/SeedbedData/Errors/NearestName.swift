/// Finds the name that a misspelt one most likely meant.
public enum NearestName {
  /// The valid name with the least edit distance, if it is near enough to be meant.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - names: The valid names.
  /// - Returns: A name at most a third of the written one's length away; nil otherwise.
  public static func find(_ name: String, among names: [String]) -> String? {
    let limit = max(1, (name.unicodeScalars.count + 2) / 3)
    let ranked = names.map { (distance(name, $0), $0) }
    return ranked.filter { $0.0 <= limit }.min { $0 < $1 }?.1
  }

  /// Levenshtein distance in Unicode scalars, ignoring ASCII case.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars),
      right = Array(right.lowercased().unicodeScalars)
    var row = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
