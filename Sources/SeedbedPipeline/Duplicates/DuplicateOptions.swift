public import SeedbedKernels
import SeedbedData

/// How a search for duplicates compares texts, and what it may use.
public struct DuplicateOptions: Sendable, Hashable {
  /// Jaccard similarity from which two texts are near-duplicates, 0.5…1.
  public var threshold: Double
  /// Which share of the pairs at the threshold is to be found, 0.5…0.999.
  ///
  /// Pairs above the threshold are found more often still, and nothing below it is ever reported.
  public var recall: Double
  /// The pieces by which texts are compared.
  public var shingling: Shingling
  /// The form in which they are compared.
  public var view: TextView
  /// How signatures are made; a matter of speed.
  public var scheme: SignatureScheme
  /// Whether near-duplicates are looked for, not only exact ones.
  public var findsNear: Bool
  /// Whether texts of one pattern are looked for; see `SkeletonReader`.
  public var findsSkeletons: Bool
  /// With how many kept texts of one bucket a text is compared at most, at least 1.
  ///
  /// It bounds the work on texts that share boilerplate and yet are unlike. The report counts the
  /// buckets in which it cut comparisons short.
  public var bucketLimit: Int
  /// The most threads, at least 1; results do not depend on it.
  public var threads: Int
  /// How many bytes of texts and of band keys may each lie in memory before they go to unnamed
  /// temporary files; results do not depend on it.
  public var memoryLimit: Int

  /// Makes options.
  ///
  /// - Parameters:
  ///   - threshold: Jaccard similarity from which two texts are near-duplicates, 0.5…1.
  ///   - recall: Which share of the pairs at the threshold is to be found, 0.5…0.999.
  ///   - shingling: The pieces by which texts are compared.
  ///   - view: The form in which they are compared.
  ///   - scheme: How signatures are made.
  ///   - findsNear: Whether near-duplicates are looked for.
  ///   - findsSkeletons: Whether texts of one pattern are looked for.
  ///   - bucketLimit: With how many kept texts of one bucket a text is compared at most.
  ///   - threads: The most threads.
  ///   - memoryLimit: How many bytes of texts and of band keys may each lie in memory.
  public init(
    threshold: Double = 0.8,
    recall: Double = 0.95,
    shingling: Shingling = .characters(4),
    view: TextView = TextView(),
    scheme: SignatureScheme = .permutations,
    findsNear: Bool = true,
    findsSkeletons: Bool = false,
    bucketLimit: Int = 16,
    threads: Int = 2,
    memoryLimit: Int = 512 << 20
  ) {
    self.threshold = threshold
    self.recall = recall
    self.shingling = shingling
    self.view = view
    self.scheme = scheme
    self.findsNear = findsNear
    self.findsSkeletons = findsSkeletons
    self.bucketLimit = bucketLimit
    self.threads = threads
    self.memoryLimit = memoryLimit
  }

  /// How signatures are cut into bands for this threshold and recall.
  ///
  /// Below a threshold of 0.75 twice as many bands are allowed, as flat bands would make unlike
  /// texts meet.
  public var plan: BandPlan {
    BandPlan.choose(
      threshold: threshold,
      recall: recall,
      maximumBands: threshold >= 0.75 ? 20 : 40
    )
  }

  /// Refuses options that mean nothing.
  func check() throws(SeedbedError) {
    guard threshold >= 0.5, threshold <= 1 else {
      throw SeedbedError(.usage, "the threshold `\(threshold)` is not between 0.5 and 1")
    }
    guard recall >= 0.5, recall <= 0.999 else {
      throw SeedbedError(.usage, "the recall `\(recall)` is not between 0.5 and 0.999")
    }
    guard shingling.width >= 1, shingling.width <= 64 else {
      throw SeedbedError(.usage, "the width of `\(shingling)` is not between 1 and 64")
    }
    guard bucketLimit >= 1, bucketLimit <= Int(UInt16.max) else {
      throw SeedbedError(.usage, "the bucket limit `\(bucketLimit)` is not between 1 and 65,535")
    }
  }
}
