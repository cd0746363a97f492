extension Configuration {
  /// How `seedbed evaluate` trains and tests beside its own students.
  public struct Evaluation: Sendable, Hashable {
    /// A program of the user's own with its arguments, or empty for none.
    ///
    /// It is given the paths of the training and of the test rows as its last two arguments.
    public var command: [String] = []
    /// How many seconds the program may take for one training set, 1…604,800.
    public var timeout = 3600

    /// The defaults.
    public init() {}
  }

  /// The lines of the file that say how a version is evaluated.
  var evaluationLines: [String] {
    guard evaluate != Evaluation() else { return [] }
    return [
      "", "evaluate:", "  command: \(YAMLText.list(evaluate.command))",
      "  timeout: \(evaluate.timeout)",
    ]
  }
}

extension Configuration.Evaluation {
  init(_ mapping: inout StrictMapping) throws {
    self.init()
    let value = try mapping.required("command")
    command = try value.strings()
    guard let program = command.first, !program.isEmpty else {
      throw value.invalid("name the program, and each of its arguments as an entry of its own")
    }
    guard command.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw value.invalid("an argument cannot hold a zero byte")
    }
    timeout = try mapping.value("timeout")?.int(1...604_800) ?? timeout
  }
}
