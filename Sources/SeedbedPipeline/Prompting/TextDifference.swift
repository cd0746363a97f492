/// The difference of two short texts by lines, as `diff -u` writes it.
enum TextDifference {
  private enum Line {
    case same(Substring), removed(Substring), added(Substring)

    var isSame: Bool {
      if case .same = self { true } else { false }
    }

    var words: String {
      switch self {
      case .same(let text): " \(text)"
      case .removed(let text): "-\(text)"
      case .added(let text): "+\(text)"
      }
    }
  }

  /// Lines around a change that are shown with it.
  private static let around = 3
  /// The most pairs of lines that are compared; longer texts are shown as replaced.
  private static let maximumPairs = 4_000_000

  /// The unified difference of two texts.
  ///
  /// - Parameters:
  ///   - old: The one text.
  ///   - new: The other.
  ///   - names: What each is called.
  /// - Returns: Hunks with three lines around each change; empty where the texts are the same.
  static func unified(_ old: String, _ new: String, names: (old: String, new: String)) -> String {
    guard old != new else { return "" }
    let script = script(lines(of: old), lines(of: new))
    var text = "--- \(names.old)\n+++ \(names.new)\n"
    var index = 0
    while let change = script[index...].firstIndex(where: { !$0.isSame }) {
      var last = change
      var next = change
      while next < script.count, next - last <= 2 * around {
        if !script[next].isSame { last = next }
        next += 1
      }
      let hunk = max(index, change - around)..<min(script.count, last + around + 1)
      text += heading(of: hunk, in: script)
      for line in script[hunk] { text += line.words + "\n" }
      index = hunk.upperBound
    }
    return text
  }

  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func heading(of hunk: Range<Int>, in script: [Line]) -> String {
    func count(_ lines: ArraySlice<Line>, old: Bool) -> Int {
      lines.count { line in
        switch line {
        case .same: true
        case .removed: old
        case .added: !old
        }
      }
    }
    func part(old: Bool) -> String {
      let length = count(script[hunk], old: old)
      let before = count(script[..<hunk.lowerBound], old: old)
      return "\(length == 0 ? before : before + 1),\(length)"
    }
    return "@@ -\(part(old: true)) +\(part(old: false)) @@\n"
  }

  /// What leads from one list of lines to the other, by a longest common subsequence.
  private static func script(_ old: [Substring], _ new: [Substring]) -> [Line] {
    guard (old.count + 1) * (new.count + 1) <= maximumPairs else {
      return old.map { .removed($0) } + new.map { .added($0) }
    }
    // `length[i][j]`: the longest common subsequence of what follows line i and line j.
    var length = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1),
      count: old.count + 1
    )
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        length[i][j] =
          old[i] == new[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
      }
    }
    var script: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        script.append(.same(old[i]))
        i += 1
        j += 1
      } else if i < old.count, j == new.count || length[i + 1][j] >= length[i][j + 1] {
        script.append(.removed(old[i]))
        i += 1
      } else {
        script.append(.added(new[j]))
        j += 1
      }
    }
    return script
  }
}
