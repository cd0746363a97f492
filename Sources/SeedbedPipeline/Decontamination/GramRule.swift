/// What a preset does with word n-grams.
struct GramRule: Sendable {
  /// What is measured of a benchmark text, and from where on it counts.
  enum Measure: Sendable {
    /// Any n-gram is enough.
    case any
    /// The share of n-grams found; contaminated from `from`, undecided from `grey`.
    case grams(from: Double, grey: Double)
    /// The share of words in n-grams found; contaminated above `above`, undecided from `grey`.
    case words(above: Double, grey: Double)
    /// The share of the words found in order, and the longest run.
    case chain
  }

  /// Which parts of a benchmark row are texts of their own.
  enum Parts: Sendable {
    /// Question and answer as one text.
    case joined
    /// Each part on its own.
    case separate
    /// The question only.
    case question
    /// The n-grams of the answer and those that begin in the question and end in the answer.
    case answerWithOverlap
  }

  var form: WordForm
  /// Words in an n-gram.
  var n: Int
  /// Words that a text must have for the rule to speak of it.
  var minimum: Int
  var measure: Measure
  var parts: Parts

  /// The rule of a preset; nil where n-grams play no part.
  init?(_ options: DecontaminationOptions) {
    switch options.preset {
    case .seedbed:
      self.init(form: .folded, n: 4, minimum: 8, measure: .chain, parts: .separate)
    case .gpt3: self.init(form: .plain, n: 13, minimum: 13, measure: .any, parts: .joined)
    case .lmEval: self.init(form: .janitor, n: 13, minimum: 13, measure: .any, parts: .joined)
    case .datatrove:
      let parts: Parts = options.questionGrams ? .joined : .answerWithOverlap
      self.init(form: .simplified, n: 12, minimum: 12, measure: .any, parts: parts)
    case .palm:
      let measure = Measure.grams(from: 0.7, grey: 0.5)
      self.init(form: .plain, n: 8, minimum: 8, measure: measure, parts: .separate)
    case .tulu:
      let measure = Measure.words(above: 0.5, grey: 0.35)
      self.init(form: .standard, n: 8, minimum: 8, measure: measure, parts: .question)
    case .exact, .near: return nil
    }
  }

  private init(form: WordForm, n: Int, minimum: Int, measure: Measure, parts: Parts) {
    self.form = form
    self.n = n
    self.minimum = minimum
    self.measure = measure
    self.parts = parts
  }
}
