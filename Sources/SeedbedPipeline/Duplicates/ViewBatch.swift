import SeedbedData
import SeedbedKernels

/// The views and band keys of some rows, made on any thread.
struct ViewBatch: Sendable {
  /// The views, one behind the other.
  var bytes: [UInt8] = []
  /// The length of each, and in the highest bit whether only exactness is compared.
  var lengths: [UInt32] = []
  /// The hash of each.
  var hashes: [UInt64] = []
  /// The hash of each row's skeleton, when those are wanted.
  var skeletons: [Digest128?] = []

  /// Their band keys, one column a band, when near-duplicates are looked for.
  var keys: [UInt32] = []
  /// How many of them are too short for the shingling.
  var backoffs = 0

  /// Normalises and sketches some texts.
  init(_ texts: [String], options: DuplicateOptions, hasher: SignatureHasher) throws(SeedbedError) {
    lengths.reserveCapacity(texts.count)
    hashes.reserveCapacity(texts.count)
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
    let plan = options.plan
    var buffer: [UInt8] = []
    var skeleton = SkeletonReader()
    var sketcher = Sketcher(shingling: options.shingling, plan: plan, hasher: hasher)
    if options.findsNear { keys = Array(repeating: 0, count: texts.count * plan.bands) }
    for (place, text) in texts.enumerated() {
      let span = text.utf8Span.span
      let hasWords = options.view.write(span, into: &buffer)
      guard buffer.count < Int(ViewStore.exactOnly) else {
        throw SeedbedError(.data, "a text of \(buffer.count) bytes is too long to be compared")
      }
      lengths.append(UInt32(buffer.count) | (hasWords ? 0 : ViewStore.exactOnly))
      let hash = hash64(buffer.span)
      hashes.append(hash)
      bytes.append(contentsOf: buffer)
      if options.findsSkeletons { skeletons.append(skeleton.read(span)) }
      guard options.findsNear && hasWords else { continue }
      buffer.withUnsafeBufferPointer { sketcher.sketch($0, hash: hash) }
      for band in 0..<plan.bands { keys[band * texts.count + place] = sketcher.keys[band] }
    }
    backoffs = sketcher.backoffs
  }
}
