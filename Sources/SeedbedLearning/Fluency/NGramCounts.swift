import SeedbedKernels

/// How often each sequence of words occurs, as a tree: a node stands for a sequence and has one child a
/// word that follows.
///
/// Every sequence's suffix is in the tree, too, so that each node knows the node of the sequence without
/// its first word. Nodes are numbered by first appearance; the suffix of a node and its parent always
/// have smaller numbers.
struct NGramCounts: Sendable {
  struct Node {
    /// The node of the sequence without its last word.
    var parent: Int32
    /// The node of the sequence without its first word.
    var suffix: Int32
    /// How many words the sequence has.
    var order: Int32
    /// How often the sequence occurs.
    var count: Int32 = 1
    /// Before how many different words the sequence occurs with one more in front.
    var predecessors: Int32 = 0
    /// Whether the sequence begins with the start of a text.
    var isAtStart: Bool
  }

  static let root: Int32 = 0
  /// The node of the start of a text, which is no word.
  static let start: Int32 = 1
  /// The number of the end of a text as a word.
  static let end: Int32 = 0

  let order: Int
  private(set) var nodes: [Node]
  private var words = FeatureTable()
  private var children = FeatureTable(capacity: 1 << 12)
  private var history: [Int32]
  private var nextHistory: [Int32]

  /// How many different words occurred, without the end of a text.
  var wordCount: Int { words.count }

  init(order: Int) {
    self.order = order
    nodes = [
      Node(parent: 0, suffix: 0, order: 0, isAtStart: false),
      Node(parent: 0, suffix: 0, order: 1, isAtStart: true),
    ]
    history = []
    nextHistory = []
  }

  /// The number of a word, nil when it never occurred.
  func number(ofWord hash: UInt64) -> Int32? { words.find(hash).map { $0 + 1 } }

  /// The node of a sequence with one more word.
  @inline(__always)
  func child(of node: Int32, _ word: Int32) -> Int32? {
    children.find(Self.key(node, word)).map { $0 + 2 }
  }

  /// Counts all sequences of a text, with its start and end.
  mutating func add(_ hashes: [UInt64]) {
    history.removeAll(keepingCapacity: true)
    history.append(Self.root)
    if order > 1 { history.append(Self.start) }
    for hash in hashes { step(words.insert(hash) + 1) }
    step(Self.end)
  }

  /// Counts the sequences that end with one more word.
  private mutating func step(_ word: Int32) {
    nextHistory.removeAll(keepingCapacity: true)
    nextHistory.append(Self.root)
    for length in history.indices {
      let parent = history[length]
      let node = children.insert(Self.key(parent, word)) + 2
      let suffix = nextHistory[length]
      if Int(node) == nodes.count {
        nodes.append(
          Node(
            parent: parent,
            suffix: suffix,
            order: Int32(length + 1),
            isAtStart: nodes[Int(parent)].isAtStart
          )
        )
        nodes[Int(suffix)].predecessors += 1
      } else {
        nodes[Int(node)].count += 1
      }
      // Of the longest sequences only the suffixes are contexts.
      if length + 1 < order { nextHistory.append(node) }
    }
    swap(&history, &nextHistory)
  }

  /// Distinct pairs have distinct keys: each step of the mixing can be undone.
  @inline(__always)
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    var key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    key &*= 0xBF58_476D_1CE4_E5B9
    key ^= key >> 32
    return key
  }
}
