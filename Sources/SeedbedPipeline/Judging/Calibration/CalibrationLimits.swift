public import SeedbedData

/// What a judge must reach to be called stable.
public struct CalibrationLimits: Sendable, Hashable {
  /// The least number of cases.
  public var cases: Int
  /// The least lower end of the interval of kappa.
  public var kappa: Double
  /// The least share of repeats that agree, 0…1.
  public var consistency: Double
  /// The most by which the first place may win more or less often than it should, 0…1.
  public var positionBias: Double
  /// The largest share of cases without a decision, 0…1.
  public var undecidedShare: Double

  /// Makes limits.
  ///
  /// The kappa of 0.4 is where Landis and Koch (1977) begin to speak of moderate agreement.
  ///
  /// - Parameters:
  ///   - cases: The least number of cases.
  ///   - kappa: The least lower end of the interval of kappa.
  ///   - consistency: The least share of repeats that agree.
  ///   - positionBias: The most by which the first place may win more or less often than it should.
  ///   - undecidedShare: The largest share of cases without a decision.
  public init(
    cases: Int = 50,
    kappa: Double = 0.4,
    consistency: Double = 0.9,
    positionBias: Double = 0.1,
    undecidedShare: Double = 0.1
  ) {
    self.cases = cases
    self.kappa = kappa
    self.consistency = consistency
    self.positionBias = positionBias
    self.undecidedShare = undecidedShare
  }

  /// Holds a record against the limits.
  ///
  /// What was not measured is not met.
  ///
  /// - Parameter record: The numbers; receives whether they meet all limits, and why they do not.
  public func apply(to record: inout CalibrationRecord) {
    var reasons: [String] = []
    if record.cases < cases {
      reasons.append("it was measured on \(record.cases) cases; at least \(cases) are asked for")
    }
    if let value = record.kappa, let lower = record.kappaLower, let upper = record.kappaUpper {
      if lower < kappa {
        reasons.append(
          "its kappa is \(decimal(value)), 95 % \(decimal(lower)) to \(decimal(upper)); "
            + "the lower end must be at least \(decimal(kappa))"
        )
      }
    } else {
      reasons.append("its kappa is not defined: people or judge give every case the same verdict")
    }
    if let value = record.consistency {
      if value < consistency {
        reasons.append(
          "its repeats agree to \(decimal(value)); at least \(decimal(consistency)) is asked for"
        )
      }
    } else {
      reasons.append("its consistency is not known: every case was asked once only")
    }
    if record.kind == .pairs {
      if let value = record.positionBias {
        if abs(value) > positionBias {
          reasons.append(
            "the first place wins by \(decimal(abs(value))) \(value > 0 ? "more" : "less") of the time "
              + "than it should; "
              + "at most \(decimal(positionBias)) either way is allowed"
          )
        }
      } else {
        reasons.append("its position bias is not known: it never named a winner")
      }
    }
    if record.undecidedShare > undecidedShare {
      reasons.append(
        "it left \(decimal(record.undecidedShare)) of the cases undecided; "
          + "at most \(decimal(undecidedShare)) is allowed"
      )
    }
    record.reasons = reasons
    record.isStable = reasons.isEmpty
  }

  /// The limits as JSON.
  public var json: JSONObject {
    [
      "cases": .optional(cases), "kappa": .optional(kappa), "consistency": .optional(consistency),
      "position_bias": .optional(positionBias), "undecided_share": .optional(undecidedShare),
    ]
  }

  private func decimal(_ value: Double) -> String { JudgeFigures.decimal(value) }
}
