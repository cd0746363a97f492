/// The readings of the documents that were asked about last, up to a number of sections in all.
struct DocumentShelf {
  private static let mostSections = 20_000

  private var readings: [String: DocumentReading] = [:]
  private var order: [String] = []
  private var sections = 0

  /// The reading of the document of a name.
  subscript(id: String) -> DocumentReading? { readings[id] }

  /// Keeps a reading, in place of one of the same name, and gives up the oldest for it.
  mutating func put(_ reading: DocumentReading) {
    let id = reading.document.id
    if let other = readings.updateValue(reading, forKey: id) {
      sections -= other.sections.count
    } else {
      order.append(id)
    }
    sections += reading.sections.count
    while sections > Self.mostSections, order.count > 1 {
      let oldest = order.removeFirst()
      sections -= readings.removeValue(forKey: oldest)?.sections.count ?? 0
    }
  }
}
