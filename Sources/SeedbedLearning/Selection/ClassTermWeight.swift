/// The weight of a term in a class of texts by class-based TF-IDF (Grootendorst 2022).
///
/// The share of the term among the words of the class, times the logarithm of 1 plus the average
/// number of words in a class over the number of times the term occurs in all classes.
///
/// - Parameters:
///   - count: How often the term occurs in the class, from 0.
///   - classWords: How many words the class has, from 1.
///   - total: How often the term occurs in all classes, from 1.
///   - averageWords: How many words a class has on average.
/// - Returns: A number from 0; the same bits on every machine.
public func classTermWeight(
  count: Int,
  classWords: Int,
  total: Int,
  averageWords: Double
) -> Double {
  guard count > 0, classWords > 0, total > 0 else { return 0 }
  return Double(count) / Double(classWords) * PortableMath.log(1 + averageWords / Double(total))
}
