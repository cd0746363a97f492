import SeedbedText

/// The sections that speak of the same things as one: those that share rare words with it, and its neighbours.
enum SiblingSections {
  private static let related = 8
  private static let reach = 4

  /// Their places in the document, the closest first.
  static func of(_ section: Int, in document: SectionedDocument) -> [Int] {
    var places = document.related.related(to: section, count: related).map(\.section)
    let outer = document.sections[section].headings.first
    for distance in 1...reach {
      for other in [section - distance, section + distance]
      where document.sections.indices.contains(other) && !places.contains(other)
        && document.sections[other].headings.first == outer
      {
        places.append(other)
      }
    }
    return places
  }
}
