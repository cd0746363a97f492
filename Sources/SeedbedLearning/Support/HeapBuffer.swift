/// Memory of a fixed size that several threads fill in disjoint pieces.
///
/// The owner keeps the buffer alive while its `base` is in use and lets no two pieces of work write
/// the same element; that is why it may cross threads.
final class HeapBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  convenience init(_ elements: [Element]) where Element: Numeric {
    self.init(repeating: 0, count: elements.count)
    for (index, element) in elements.enumerated() { base[index] = element }
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element { base[index] }
}
