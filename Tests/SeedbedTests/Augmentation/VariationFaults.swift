import SeedbedData
import SeedbedKernels
import SeedbedPipeline

/// What is wrong with a variation, found without the code that made it.
enum VariationFaults {
  /// Checks a variation against its seed, as the method was allowed to change it.
  ///
  /// - Parameters:
  ///   - variation: What became of the seed.
  ///   - seed: The seed with all locks.
  ///   - method: The method that made it.
  /// - Returns: The faults in words; none where all is well.
  static func find(
    _ variation: Variation,
    of seed: Seed,
    by method: any TransformMethod
  ) -> [String] {
    let old = Array(seed.text.utf8), new = Array(variation.text.utf8)
    var faults: [String] = []
    if String(validating: new, as: UTF8.self) == nil { faults.append("invalid UTF-8") }
    if old == new { faults.append("nothing changed") }
    guard let places = places(of: variation.edits.edits, in: old) else {
      return faults + ["edits that overlap, leave the text or cut a scalar"]
    }
    if applied(variation.edits.edits, to: old) != new {
      faults.append("edits that do not give the text")
    }
    for edit in variation.edits.edits where edit.reason.isEmpty {
      faults.append("an edit without a reason: \(edit.replacement.debugDescription)")
    }
    if variation.marks.count != seed.marks.count {
      return faults + ["\(variation.marks.count) marks of \(seed.marks.count)"]
    }
    for (mark, range) in zip(seed.marks, variation.marks) {
      guard isPart(range, of: new) else {
        faults.append("the mark \(range) is no part of the text")
        continue
      }
      let words = expected(mark.range, variation.edits.edits, old)
      if words != Array(new[range]) {
        let found = String(decoding: new[range], as: UTF8.self).debugDescription
        faults.append("a mark covers \(found) and not \(text(words ?? []))")
      }
      if !method.opensSpans, Array(old[mark.range]) != Array(new[range]) {
        faults.append("a mark lost \(text(Array(old[mark.range])))")
      }
    }
    faults += lockFaults(seed.opened(for: method).locked, places, old, new)
    return faults
  }

  /// Where the edits lie in the new text; nil where they do not fit.
  private static func places(of edits: [Edit], in old: [UInt8]) -> [(Edit, shift: Int)]? {
    var end = 0, shift = 0
    var places: [(Edit, shift: Int)] = []
    for edit in edits {
      guard edit.start >= end, edit.end >= edit.start, edit.end <= old.count,
        isBorder(edit.start, old), isBorder(edit.end, old)
      else { return nil }
      places.append((edit, shift))
      shift += edit.replacement.utf8.count - (edit.end - edit.start)
      end = edit.end
    }
    return places
  }

  private static func applied(_ edits: [Edit], to old: [UInt8]) -> [UInt8] {
    var new: [UInt8] = []
    var place = 0
    for edit in edits {
      new += old[place..<edit.start]
      new += Array(edit.replacement.utf8)
      place = edit.end
    }
    return new + old[place...]
  }

  /// The words of a part after the edits within it; those at its borders stay outside.
  ///
  /// Nil where an
  /// edit reaches across a border.
  private static func expected(_ range: Range<Int>, _ edits: [Edit], _ old: [UInt8]) -> [UInt8]? {
    var words: [UInt8] = []
    var place = range.lowerBound
    for edit in edits where edit.start < range.upperBound && edit.end > range.lowerBound {
      guard edit.start >= range.lowerBound, edit.end <= range.upperBound else { return nil }
      words += old[place..<edit.start]
      words += Array(edit.replacement.utf8)
      place = edit.end
    }
    return words + old[place..<range.upperBound]
  }

  /// What is locked must be there byte by byte, moved by what the edits before it added.
  private static func lockFaults(
    _ locked: [Range<Int>],
    _ places: [(Edit, shift: Int)],
    _ old: [UInt8],
    _ new: [UInt8]
  ) -> [String] {
    locked.filter { !$0.isEmpty }.compactMap { lock in
      var shift = 0
      for (edit, before) in places {
        if edit.start < lock.upperBound, edit.end > lock.lowerBound {
          return "an edit of the locked \(text(Array(old[lock])))"
        }
        guard edit.end <= lock.lowerBound else { break }
        shift = before + edit.replacement.utf8.count - (edit.end - edit.start)
      }
      let (start, end) = (lock.lowerBound + shift, lock.upperBound + shift)
      let isKept = end <= new.count && Array(new[start..<end]) == Array(old[lock])
      return isKept ? nil : "the locked \(text(Array(old[lock]))) is gone"
    }
  }

  private static func isPart(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= bytes.count && isBorder(range.lowerBound, bytes)
      && isBorder(range.upperBound, bytes)
  }

  private static func isBorder(_ place: Int, _ bytes: [UInt8]) -> Bool {
    place == bytes.count || bytes[place] & 0xC0 != 0x80
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).debugDescription
  }
}
