import SeedbedData

/// The band keys of the rows that are compared, of an index and of a set, in the order of their rank.
struct KeyColumns: Sendable {
  let index: DuplicateIndex?
  let keys: KeyStore
  /// For each row of the index and then of the set its rank, or -1 when it is not compared.
  let ranks: [Int32]
  /// How many rows are compared.
  let rows: Int

  var bands: Int { keys.bands }

  /// Reads a column as records of a key above the rank of its row, by rank.
  func read(band: Int, into records: inout [UInt64]) throws(SeedbedError) {
    records.removeAll(keepingCapacity: true)
    records.append(contentsOf: repeatElement(0, count: rows))
    var records = records.mutableSpan
    let ranks = ranks.span
    let first = index?.rows ?? 0
    index?.forEachKey(band: band) { row, key in
      guard ranks[row] >= 0 else { return }
      records[Int(ranks[row])] = UInt64(key) << 32 | UInt64(ranks[row])
    }
    try keys.forEach(band: band, rows: 0..<keys.rows) { row, key in
      let rank = ranks[first + row]
      guard rank >= 0 else { return }
      records[Int(rank)] = UInt64(key) << 32 | UInt64(rank)
    }
  }
}
