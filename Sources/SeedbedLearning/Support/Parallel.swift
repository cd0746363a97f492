import Dispatch
import Synchronization

/// Runs the same work over many independent pieces, on one or several cores.
///
/// Pieces are numbered by the data alone, never by the number of threads, and each writes only what
/// belongs to it. So the result has the same bits whatever `threads` says.
enum Parallel {
  /// Calls `body` once for each piece.
  static func forEach(_ count: Int, threads: Int, _ body: (Int) -> Void) {
    let workers = min(threads, count)
    guard workers > 1 else {
      for index in 0..<max(count, 0) { body(index) }
      return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
      let work = Work(body: body)
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          work.body(index)
        }
      }
    }
  }

  /// Collects what `body` makes of each piece, in the order of the pieces.
  static func map<Output>(_ count: Int, threads: Int, _ body: (Int) -> Output) -> [Output] {
    var outputs = [Output?](repeating: nil, count: count)
    outputs.withUnsafeMutableBufferPointer { slots in
      let slots = Slots(base: slots)
      forEach(count, threads: threads) { slots.base[$0] = body($0) }
    }
    return outputs.compactMap(\.self)
  }

  /// The work on one piece.
  ///
  /// That pieces share nothing they write is the caller's promise.
  private struct Work: @unchecked Sendable {
    let body: (Int) -> Void
  }

  /// Result slots that several threads fill, each slot by exactly one of them.
  private struct Slots<Output>: @unchecked Sendable {
    let base: UnsafeMutableBufferPointer<Output?>
  }
}
