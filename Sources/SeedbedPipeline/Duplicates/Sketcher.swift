import SeedbedKernels

/// Turns views into band keys, one after the other in the same memory.
struct Sketcher {
  /// How many texts were too short for the shingling.
  private(set) var backoffs = 0
  /// The keys of the text sketched last, one a band.
  private(set) var keys: [UInt32] = []
  private var shingler: TextShingler
  private let hasher: SignatureHasher
  private let plan: BandPlan
  private var signature: [UInt32]

  init(shingling: Shingling, plan: BandPlan, hasher: SignatureHasher) {
    shingler = TextShingler(shingling)
    self.hasher = hasher
    self.plan = plan
    signature = Array(repeating: 0, count: hasher.count)
  }

  /// Sketches a view.
  ///
  /// A text too short for any piece gets the keys of its whole text: it meets its own copies only.
  mutating func sketch(_ view: UnsafeBufferPointer<UInt8>, hash: UInt64) {
    switch shingler.read(view) {
    case .full: break
    case .smaller: backoffs += 1
    case .none:
      backoffs += 1
      let whole = [hash]
      hasher.write(signatureOf: whole.span, into: &signature)
      cut()
      return
    }
    shingler.withHashes { hasher.write(signatureOf: $0, into: &signature) }
    cut()
  }

  private mutating func cut() {
    let signature = signature
    writeShortBandKeys(of: signature.span, plan: plan, into: &keys)
  }
}
