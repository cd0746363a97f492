/// Takes back what rests on n-grams that too many rows of the data hold.
struct BoilerplateJudge: Sendable {
  /// For each n-gram whether too many data rows hold it.
  let isCommon: [Bool]
  private let isAnyEnough: Bool

  init(_ scanner: DecontaminationScanner) {
    let total = scanner.scannedRows
    let rule = scanner.index.options.dataBoilerplate
    isCommon = scanner.gramRows.map { rows in rule?.covers(rows, of: total) ?? false }
    if case .any = scanner.index.rule?.measure { isAnyEnough = true } else { isAnyEnough = false }
  }

  /// A tie as it stands when all data is known.
  ///
  /// It holds while half of its n-grams are not common; under a rule by which any n-gram is enough,
  /// while one is not.
  func judged(_ tie: LeakTie) -> LeakTie {
    guard tie.reason == nil, !tie.grams.isEmpty else { return tie }
    let left = tie.grams.count { !isCommon[Int($0)] }
    guard isAnyEnough ? left == 0 : left * 2 < tie.grams.count else { return tie }
    var judged = tie
    judged.reason = .boilerplate
    for place in judged.evidence.indices { judged.evidence[place].reason = .boilerplate }
    return judged
  }
}
