import SeedbedKernels
public import SeedbedText

/// A text to vary, with what must not be touched in it.
public struct Seed: Sendable {
  /// A marked part of the text.
  public struct Mark: Sendable, Hashable {
    /// Where it is, in UTF-8 bytes.
    public var range: Range<Int>
    /// What it is, such as `city`; empty where nobody says.
    public var label: String

    /// Makes a mark.
    ///
    /// - Parameters:
    ///   - range: Where it is, in UTF-8 bytes.
    ///   - label: What it is.
    public init(_ range: Range<Int>, label: String = "") {
      self.range = range
      self.label = label
    }
  }

  /// The text.
  public var text: String
  /// Its language as an ISO 639-1 code; nil where it is unknown.
  public var language: String?
  /// Its label, whose words are what the label may hang on.
  public var label: String?
  /// Its marked spans, ascending and without overlap where the data has none.
  public var marks: [Mark]
  /// The figures, addresses, codes and quotations in it, ascending and without overlap.
  public var figures: [ProtectedRange]
  /// UTF-8 ranges that no edit may touch, ascending and without overlap: spans and figures that the method
  /// does not open.
  public var locked: [Range<Int>]
  /// Ranges that whoever made the seed locked, which no method opens.
  private var pinned: [Range<Int>] = []
  /// Whether something is open that other methods keep locked.
  private var isOpened = false
  /// Words that labels hang on, learned from data; empty where there are no labels.
  public var keywords: LabelKeywords
  /// The sample's other texts: its answer, output, values of its record.
  ///
  /// A value that stands there too is
  /// changed only with a `Proposal.Rename`.
  public var companions: [String]
  /// How many changes are wanted in a hundred characters; nil leaves it to the method.
  public var rate: Double?

  /// Makes a seed with the given ranges locked.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: Its language.
  ///   - label: Its label.
  ///   - locked: UTF-8 ranges that no edit may touch, ascending.
  public init(text: String, language: String?, label: String?, locked: [Range<Int>]) {
    self.text = text
    self.language = language
    self.label = label
    self.locked = locked
    pinned = locked
    marks = []
    figures = []
    keywords = LabelKeywords()
    companions = []
  }

  /// Reads a text: finds its figures, and locks them and the marks.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: Its language.
  ///   - label: Its label.
  ///   - marks: Its spans, in any order.
  ///   - keywords: Words that labels hang on.
  ///   - companions: The sample's other texts.
  ///   - rate: How many changes are wanted in a hundred characters.
  public init(
    reading text: String,
    language: String?,
    label: String? = nil,
    marks: [Mark] = [],
    keywords: LabelKeywords = LabelKeywords(),
    companions: [String] = [],
    rate: Double? = nil
  ) {
    self.text = text
    self.text.makeContiguousUTF8()
    self.language = language
    self.label = label
    self.marks = marks.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    figures = ProtectedRanges.find(in: self.text)
    locked = []
    self.keywords = keywords
    self.companions = companions
    self.rate = rate
    lock(exceptFor: [], spansToo: true)
  }

  /// The seed as a method may see it: what the method opens is not locked.
  ///
  /// - Parameter method: The method.
  /// - Returns: The seed with other locks.
  public func opened(for method: some TransformMethod) -> Seed {
    guard isOpened(differentlyBy: method) else { return self }
    var seed = self
    seed.isOpened = !method.opens.isEmpty || method.opensSpans
    seed.lock(exceptFor: method.opens, spansToo: !method.opensSpans)
    return seed
  }

  /// Whether a method must see other locks than this seed has.
  func isOpened(differentlyBy method: some TransformMethod) -> Bool {
    isOpened || method.opensSpans || !method.opens.isEmpty
  }

  /// The seed of a further change: the varied text, with its marks where they are now.
  ///
  /// - Parameter variation: What became of this seed.
  /// - Returns: The next seed, with all locks.
  public func followed(by variation: Variation) -> Seed {
    var next = Seed(
      reading: variation.text,
      language: language,
      label: variation.label ?? label,
      marks: zip(marks, variation.marks).map { Mark($1, label: $0.label) },
      keywords: keywords,
      companions: companions,
      rate: rate
    )
    // What was a figure stays one, even where its neighbours no longer show it.
    let kept = figures.compactMap { figure in
      variation.edits.map(figure.range).map { ProtectedRange(range: $0, kind: figure.kind) }
    }
    next.figures = Self.united(next.figures, kept)
    next.pinned = pinned.compactMap { variation.edits.map($0) }
    next.lock(exceptFor: [], spansToo: true)
    return next
  }

  /// Both lists in ascending order, without those of the second that overlap one of the first.
  private static func united(
    _ first: [ProtectedRange],
    _ second: [ProtectedRange]
  ) -> [ProtectedRange] {
    var united: [ProtectedRange] = []
    var rest = first[...]
    for figure in second {
      while let next = rest.first, next.range.upperBound <= figure.range.lowerBound {
        united.append(rest.removeFirst())
      }
      if rest.first?.range.overlaps(figure.range) != true { united.append(figure) }
    }
    return united + rest
  }

  private mutating func lock(exceptFor open: Set<ProtectedRange.Kind>, spansToo: Bool) {
    locked.removeAll(keepingCapacity: true)
    for figure in figures where open.isEmpty || !open.contains(figure.kind) {
      locked.append(figure.range)
    }
    let further = spansToo ? marks.map(\.range) + pinned : pinned
    if !further.isEmpty { locked = Self.merged(locked + further) }
  }

  /// Ranges in ascending order, those that overlap made one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Whether an edit of a range would touch what is locked; an insertion between two bytes of a locked
  /// range touches it, one at its border does not.
  ///
  /// - Parameter range: A UTF-8 range.
  /// - Returns: True where the edit must not be made.
  public func isLocked(_ range: Range<Int>) -> Bool {
    // The first lock that ends behind the start of the range is the only one that can matter.
    var (low, high) = (0, locked.count)
    while low < high {
      let middle = (low + high) / 2
      if locked[middle].upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < locked.count else { return false }
    let lock = locked[low]
    return range.isEmpty
      ? lock.lowerBound < range.lowerBound : lock.overlaps(range)
  }
}
