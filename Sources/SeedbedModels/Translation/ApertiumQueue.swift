/// The texts that a run of Apertium has to translate, and whose they are; a value without clock or process.
///
/// Answers come in the order of the texts. When the program ends without being asked to, one of the texts
/// under way may be why: they then go one at a time, and one on which it ends twice comes back untranslated.
/// So does one whose answer is lost twice.
struct ApertiumQueue {
  /// A text of a batch.
  struct Item {
    var batch: Int
    var place: Int
    var text: String
    var tries = 0
  }

  /// A text's translation, or the text itself where there is none.
  struct Answer: Equatable {
    var batch: Int
    var place: Int
    var text: String
  }

  /// How many texts are under way at once, enough to keep all the programs busy.
  static let width = 256

  private var waiting: [Item] = []
  /// Where the first of the waiting is.
  private var next = 0
  private var underWay: [(number: Int, item: Item)] = []
  private var number = 0
  /// How many texts are still to go alone.
  private var suspects = 0

  /// Whether nothing is to be done.
  var isEmpty: Bool { underWay.isEmpty && next == waiting.count }
  /// Whether an answer is owed.
  var isBusy: Bool { !underWay.isEmpty }

  /// Adds the texts of a batch.
  mutating func add(_ items: [Item]) { waiting += items }

  /// Forgets a batch; what is under way is answered in vain.
  mutating func remove(batch: Int) {
    waiting = waiting[next...].filter { $0.batch != batch }
    next = 0
  }

  /// The frames to send now.
  ///
  /// The last are empty ones. The answer to the first shows that those before it have none to come; the second
  /// pushes that answer out, since a program of the pipeline reads on before it hands out what it has.
  mutating func frames() -> [[UInt8]] {
    var frames: [[UInt8]] = []
    let width = suspects > 0 ? 1 : Self.width
    while next < waiting.count, underWay.count < width {
      let item = waiting[next]
      next += 1
      number += 1
      underWay.append((number, item))
      frames.append(ApertiumStream.frame(item.text, number: number))
    }
    if next == waiting.count {
      waiting.removeAll(keepingCapacity: true)
      next = 0
    }
    if !frames.isEmpty, next == waiting.count || width == 1 {
      for _ in 0..<2 {
        number += 1
        frames.append(ApertiumStream.frame("", number: number))
      }
    }
    return frames
  }

  /// Takes a frame that came back.
  mutating func take(_ frame: ApertiumStream.Frame) -> [Answer] {
    var answers: [Answer] = []
    // Numbers ascend, so what is before this one has no answer to come.
    let lost = underWay.prefix { $0.number < frame.number }.map(\.item)
    underWay.removeFirst(lost.count)
    if let first = underWay.first, first.number == frame.number {
      underWay.removeFirst()
      suspects = max(0, suspects - 1)
      answers.append(
        Answer(batch: first.item.batch, place: first.item.place, text: frame.text)
      )
    }
    return answers + lost.compactMap { retry($0) }
  }

  /// The program is gone: what it owed is asked again.
  mutating func restart() -> [Answer] {
    let owed = underWay.map(\.item)
    underWay = []
    if owed.count == 1 { return [retry(owed[0])].compactMap(\.self) }
    suspects = owed.count
    waiting.replaceSubrange(0..<next, with: owed)
    next = 0
    return []
  }

  /// Queues a text again; its own words where it has had its tries.
  private mutating func retry(_ item: Item) -> Answer? {
    var item = item
    item.tries += 1
    guard item.tries < 2 else {
      suspects = max(0, suspects - 1)
      return Answer(batch: item.batch, place: item.place, text: item.text)
    }
    waiting.replaceSubrange(0..<next, with: [item])
    next = 0
    return nil
  }
}
