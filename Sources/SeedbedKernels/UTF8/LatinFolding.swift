/// The plain letters behind the Latin letters with diacritics.
enum LatinFolding {
  /// Rows of 32: the base letter by Unicode's decompositions and, for letters with a stroke, hook
  /// or tail, by their names; "*" stands for two letters, "." for a letter that has no plain form.
  private static let fromC0: StaticString = """
    aaaaaa*ceeeeiiiidnooooo.ouuuuy**\
    aaaaaa*ceeeeiiiidnooooo.ouuuuy*y\
    aaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiii**jjkkklllllll\
    lllnnnnnnnnnoooooo**rrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb...cc.ddd....ffg...ikkl..nno\
    oo..pp.....ttttuu.vyyzz.........\
    ....*********aaiioouuuuuuuuuu.aa\
    aa**ggggkkoooo..j***gg..nnaa**oo\
    aaaaeeeeiiiioooorrrruuuusstt..hh\
    nd..zzaaeeooooooooyylnt...acclts\
    z..b..eejj.qrryy
    """

  private static let from1E00: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeff\
    gghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyass.*.\
    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooo\
    oooouuuuuuuuuuuuuuyyyyyyyy....yy
    """

  /// The letters for a scalar in U+00C0...024F or U+1E00...1EFF, the first in the lowest byte.
  static func letters(for value: UInt32) -> UInt32? {
    let letter = value < 0x1e00 ? entry(fromC0, value - 0xc0) : entry(from1E00, value - 0x1e00)
    switch letter {
    case UInt8(ascii: "."): return nil
    case UInt8(ascii: "*"): return pair(for: value)
    default: return UInt32(letter)
    }
  }

  private static func entry(_ table: StaticString, _ index: UInt32) -> UInt8 {
    precondition(index < table.utf8CodeUnitCount, "no letter has this number")
    return unsafe table.utf8Start[Int(index)]
  }

  private static func pair(for value: UInt32) -> UInt32? {
    switch value {
    case 0xc6, 0xe6, 0x1e2, 0x1e3, 0x1fc, 0x1fd: packed("a", "e")
    case 0xde, 0xfe: packed("t", "h")
    case 0xdf, 0x1e9e: packed("s", "s")
    case 0x132, 0x133: packed("i", "j")
    case 0x152, 0x153: packed("o", "e")
    case 0x1c4...0x1c6, 0x1f1...0x1f3: packed("d", "z")
    case 0x1c7...0x1c9: packed("l", "j")
    case 0x1ca...0x1cc: packed("n", "j")
    default: nil
    }
  }

  private static func packed(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32 {
    first.value | second.value << 8
  }
}
