/// The search for the JSON in one answer that follows the schema.
struct AnswerReading {
  /// How many places of JSON are tried at most.
  private static let maximumReadings = 64

  /// What a try costs beyond the bytes it looks at.
  private static let attemptEffort = 64

  let fitter: SchemaFitter
  let isCutOff: Bool
  /// The reading that follows the schema, or the one that breaks it least.
  private(set) var best: SchemaFitter.Fit?
  /// Why nothing could be read at all.
  private(set) var fault: String?
  private var readings = 0

  init(fitter: SchemaFitter, isCutOff: Bool) {
    self.fitter = fitter
    self.isCutOff = isCutOff
  }

  /// Whether a reading that follows the schema was found.
  private var isDone: Bool {
    readings >= Self.maximumReadings || best.map(Self.defects) == 0
  }

  /// Reads a text; the result is in `best`.
  mutating func read(_ text: String) {
    read(text, repairs: [], level: 0)
  }

  private mutating func read(_ text: String, repairs: AnswerRepair, level: Int) {
    var text = text
    text.withUTF8 { bytes in
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let start = hasMark ? 3 : 0
      var repairs = repairs
      if hasMark { repairs.insert(.mark) }
      let body = UnsafeBufferPointer(rebasing: bytes[start...])
      if readWhole(body, repairs: repairs, level: level) { return }
      if let inner = Self.insideFence(body),
        readWhole(inner, repairs: repairs.union(.fence), level: level)
      {
        return
      }
      search(bytes, from: start, repairs: repairs)
    }
  }

  /// Reads text that is JSON and nothing else; false when it is not.
  private mutating func readWhole(
    _ bytes: UnsafeBufferPointer<UInt8>,
    repairs: AnswerRepair,
    level: Int
  ) -> Bool {
    let depth = LenientScanner.maximumDepth
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes.span, maximumDepth: depth)
    } catch {
      if fault == nil { fault = "the answer is no JSON at byte \(error.offset): \(error.reason)" }
      return false
    }
    _ = offer(value, repairs: repairs)
    if !isDone, level < 2, let text = value.string, text.utf8.contains(where: Self.isOpening) {
      read(text, repairs: repairs.union(.doubled), level: level + 1)
    }
    return true
  }

  /// Tries every place where an array or object may begin, each byte a bounded number of times.
  private mutating func search(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    repairs: AnswerRepair
  ) {
    var at = start
    var effort = 16 * bytes.count + 65_536
    var furthest = -1
    while let place = bytes[at...].firstIndex(where: Self.isOpening), effort > 0, !isDone {
      var scanner = LenientScanner(bytes, at: place)
      do {
        let value = try scanner.container()
        effort -= scanner.at - place
        at = scanner.at
        let isBetter = offer(value, scanner, repairs: repairs.union(scanner.repairs))
        if isBetter {
          best?.repairs.formUnion(Self.around(bytes[start..<place], bytes[scanner.at...]))
        }
      } catch {
        effort -= error.offset - place + Self.attemptEffort
        at = error.isDepth ? error.offset : place + 1
        if error.offset > furthest {
          furthest = error.offset
          fault = "the JSON cannot be read at byte \(error.offset): \(error.reason)"
        }
      }
    }
  }

  /// Takes a reading that may have been cut off; true when it is the best until now.
  private mutating func offer(
    _ value: JSONValue,
    _ scanner: LenientScanner,
    repairs: AnswerRepair
  ) -> Bool {
    guard scanner.isCut else { return offer(value, repairs: repairs) }
    var isBetter = false
    if scanner.isCutAfterValue, !isCutOff, CutValue.holdsSomething(value) {
      isBetter = offer(value, repairs: repairs.union(.brackets))
      if isDone { return isBetter }
    }
    let complete = CutValue.complete(value, openPath: scanner.openPath)
    guard CutValue.holdsSomething(complete) else {
      if best == nil { fault = "the answer was cut off before anything in it was complete" }
      return isBetter
    }
    return offer(complete, repairs: repairs.union(.cut)) || isBetter
  }

  /// Takes a reading; true when it is the best until now.
  private mutating func offer(_ value: JSONValue, repairs: AnswerRepair) -> Bool {
    readings += 1
    var fit = fitter.fit(value)
    fit.repairs.formUnion(repairs)
    if let best, Self.defects(of: best) <= Self.defects(of: fit) { return false }
    best = fit
    return true
  }

  /// How far a reading is from what was asked for: 0 where nothing but its writing was mended.
  private static func defects(of fit: SchemaFitter.Fit) -> Int {
    guard fit.violations.isEmpty else { return 10 + fit.violations.count }
    let isBent = !fit.repairs.isDisjoint(with: [.wrapped, .unwrapped, .kind, .spelling])
    return (fit.repairs.contains(.cut) ? 2 : 0) + (isBent ? 1 : 0)
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// What stands before and after the JSON: a fence, prose or nothing.
  private static func around(
    _ before: Slice<UnsafeBufferPointer<UInt8>>,
    _ after: Slice<UnsafeBufferPointer<UInt8>>
  ) -> AnswerRepair {
    var repairs: AnswerRepair = []
    for part in [before, after] where part.contains(where: { $0 > 0x20 }) {
      let isFence = part.contains(UInt8(ascii: "`"))
      if isFence { repairs.insert(.fence) }
      let words = part.count { $0 > 0x20 && $0 != UInt8(ascii: "`") }
      if words > (isFence ? 12 : 0) { repairs.insert(.prose) }
    }
    return repairs
  }

  /// The text between a fence at the beginning and one at the end.
  private static func insideFence(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 }), last - first > 6,
      bytes[first...first + 2].allSatisfy({ $0 == UInt8(ascii: "`") }),
      bytes[last - 2...last].allSatisfy({ $0 == UInt8(ascii: "`") }),
      let line = bytes[first...].firstIndex(of: 0x0A), line < last - 2
    else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[(line + 1)..<(last - 2)])
  }
}
