/// Endings that names of one kind share in many languages.
enum NameEndings {
  private static let surnames: [[UInt8]] = split(
    """
    sson ssen son sen ov ova ev eva ski ska sky cki cka ská ský ez sdóttir sdottir dóttir ić vić enko
    mann berg ström strom qvist quist gren lund dze shvili yan ian poulos idis akis escu eanu etti
    elli ucci ini acci ová nen väinen czyk wicz nik ák ek ík kov kova kin kina enka uk chuk
    """
  )
  private static let places: [[UInt8]] = split(
    """
    ville burg burgh bourg town heim stadt dorf hausen borg holm vik stad grad polis sund fjord havn
    hamn köping ping ryd sta ås näs vatn fjörður vík stofa bad furt kirchen wald bach shire bury
    mouth pool hampton chester field ford haven port minster dam drecht broek kylä küla járvi järvi
    lahti niemi salmi hreppur staðir eyri nes ló føroyar
    """
  )

  private static let nouns: [[UInt8]] = split(
    """
    ing tion sion ness ment ity ism sis ics ers ies ology graphy ance ence able ible ful less ware
    ship hood dom ical ous ive ally
    """
  )

  /// Whether a word ends as English nouns and adjectives do that are no names.
  static func isNoun(_ text: TokenText, _ index: Int) -> Bool { ends(text, index, nouns, 2) }

  /// Whether a word ends as family names do.
  static func isSurname(_ text: TokenText, _ index: Int) -> Bool { ends(text, index, surnames, 3) }

  /// Whether a word ends as names of towns do.
  static func isPlace(_ text: TokenText, _ index: Int) -> Bool { ends(text, index, places, 3) }

  private static func ends(
    _ text: TokenText,
    _ index: Int,
    _ endings: [[UInt8]],
    _ stem: Int
  ) -> Bool {
    let token = text[index]
    guard token.kind == .word else { return false }
    return endings.contains { ending in
      token.count >= ending.count + stem
        && text.bytes[(token.end - ending.count)..<token.end].elementsEqual(ending) {
          $0 | 0x20 == $1 | 0x20
        }
    }
  }

  private static func split(_ list: String) -> [[UInt8]] {
    list.utf8.split(whereSeparator: { ByteClass.isSpace($0) }).map(Array.init)
  }
}
