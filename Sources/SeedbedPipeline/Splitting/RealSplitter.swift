public import SeedbedData
import SeedbedKernels
import SeedbedLearning

/// Assigns real samples to parts before anything is generated, so that only training samples are varied
/// and no variant of a validation sample can be trained on.
///
/// Whole groups move, label by label, in an order drawn by the seed; validation gets its share of every
/// label by largest remainders.
public struct RealSplitter: Sendable {
  private let shares: Configuration.Splits
  private let reserved: Int
  private let seed: Int

  /// Makes a splitter.
  ///
  /// - Parameters:
  ///   - shares: The shares of the parts.
  ///   - evaluationSuite: The size of the synthetic evaluation suite, for which some of the validation
  ///     samples are reserved as seeds: a third of it, but at most half of the validation part.
  ///   - seed: The seed of the project.
  public init(shares: Configuration.Splits, evaluationSuite: Int, seed: Int) {
    self.shares = shares
    reserved = (evaluationSuite + 2) / 3
    self.seed = seed
  }

  /// Assigns a part to every sample.
  ///
  /// - Parameters:
  ///   - samples: Real samples.
  ///   - groups: The root of each sample's group.
  /// - Returns: The part of each sample; `syntheticEval` marks seeds of the evaluation suite, which
  ///   enter no version themselves.
  public func splits(of samples: [Sample], groups: [Int]) -> [Split] {
    var members: [Int: [Int]] = [:]
    // The least id stands for a group: its first position would depend on the order of the file.
    var leaders: [Int: Int] = [:]
    for (index, root) in groups.enumerated() {
      let leader = leaders[root] ?? index
      leaders[root] = samples[index].id < samples[leader].id ? index : leader
    }
    for (index, root) in groups.enumerated() {
      members[leaders[root] ?? root, default: []].append(index)
    }
    let roots = members.keys.sorted()
    var strata: [String: [Int]] = [:]
    for root in roots { strata[samples[root].label ?? "", default: []].append(root) }
    let names = strata.keys.sorted()
    let sizes = names.map { name in
      (strata[name] ?? []).reduce(0) { $0 + (members[$1]?.count ?? 0) }
    }
    let wanted = Int((Double(samples.count) * shares.validation).rounded())
    let targets = apportion(total: wanted, weights: sizes.map(Double.init), caps: nil)
    var splits = [Split](repeating: .train, count: samples.count)
    var chosen: [Int] = []
    for (name, target) in zip(names, targets) {
      var open = target
      for root in shuffled(strata[name] ?? [], samples) {
        let group = members[root] ?? []
        guard group.count <= open else { continue }
        open -= group.count
        chosen.append(root)
        for index in group { splits[index] = .validation }
      }
    }
    reserve(chosen, members, &splits, samples)
    return splits
  }

  private func reserve(
    _ roots: [Int],
    _ members: [Int: [Int]],
    _ splits: inout [Split],
    _ samples: [Sample]
  ) {
    let validation = splits.count { $0 == .validation }
    var open = min(reserved, validation / 2)
    for root in shuffled(roots, samples) {
      let group = members[root] ?? []
      guard group.count <= open else { continue }
      open -= group.count
      for index in group { splits[index] = .syntheticEval }
    }
  }

  /// Groups in an order that depends on their content and the seed alone.
  private func shuffled(_ roots: [Int], _ samples: [Sample]) -> [Int] {
    roots.map { root -> (UInt64, SampleID, Int) in
      let id = samples[root].id
      var random = CounterRandom(
        seed: UInt64(bitPattern: Int64(seed)),
        sample: id.hex,
        operation: "split",
        draw: 0
      )
      return (random.next(), id, root)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
