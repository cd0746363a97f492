/// One row of a benchmark: what must not be found in the data.
public struct BenchmarkRow: Sendable, Hashable {
  /// The benchmark file it comes from, as results name it.
  public var file: String
  /// Its number in that file, from 0.
  public var row: Int
  /// What is asked, or the row's only text.
  public var question: String
  /// The expected answer.
  public var answer: String?

  /// Describes a row.
  ///
  /// - Parameters:
  ///   - file: The benchmark file it comes from.
  ///   - row: Its number in that file, from 0.
  ///   - question: What is asked, or the row's only text.
  ///   - answer: The expected answer.
  public init(file: String, row: Int, question: String, answer: String? = nil) {
    self.file = file
    self.row = row
    self.question = question
    self.answer = answer
  }

  /// Question, a line feed and the answer: the text into which offsets of evidence point.
  public var joined: String { answer.map { question + "\n" + $0 } ?? question }
}
