/// Runs `body` over all inputs with some in flight at a time; results in input order.
///
/// When `body` throws, no further input is begun, but those in flight are let finish: a request under way is
/// paid for, and its answer is worth keeping.
///
/// - Parameters:
///   - inputs: What to work on.
///   - width: The most in flight, at least 1.
///   - body: Turns an input into a result.
/// - Returns: One result for each input.
/// - Throws: What `body` threw first.
func mapConcurrently<Input: Sendable, Output: Sendable>(
  _ inputs: [Input],
  width: Int,
  _ body: @escaping @Sendable (Input) async throws -> Output
) async throws -> [Output] {
  try await withThrowingTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
    var outputs = [Output?](repeating: nil, count: inputs.count)
    var failure: (any Error)?
    var next = 0
    func addNext() {
      let index = next
      next += 1
      group.addTask {
        do {
          return (index, .success(try await body(inputs[index])))
        } catch {
          return (index, .failure(error))
        }
      }
    }
    while next < min(max(1, width), inputs.count) { addNext() }
    while let (index, result) = try await group.next() {
      switch result {
      case .success(let output): outputs[index] = output
      case .failure(let error): failure = failure ?? error
      }
      if failure == nil, next < inputs.count { addNext() }
    }
    if let failure { throw failure }
    return outputs.compactMap(\.self)
  }
}
