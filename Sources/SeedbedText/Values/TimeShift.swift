import SeedbedKernels

/// Moves the times of a text by one step, so that their order and distances stay.
enum TimeShift {
  /// The steps to choose from: times on the hour stay on the hour.
  private static let grids = [60, 30, 15, 5, 1]
  private static let most = 720

  /// The times moved; nil for those that cannot be read or moved.
  static func shifted(_ values: [String], _ random: inout CounterRandom) -> [String?] {
    let forms = values.map(TimeForm.init)
    let known = forms.compactMap { $0 }
    guard let shift = shift(known, &random) else {
      // A whole day has no room to move as one.
      return forms.map { form in
        guard let form, let own = Self.shift([form], &random), known.count == 1 else { return nil }
        return form.written(form.minutes + own)
      }
    }
    return forms.map { form in form.map { $0.written($0.minutes + shift) } }
  }

  private static func shift(_ forms: [TimeForm], _ random: inout CounterRandom) -> Int? {
    guard !forms.isEmpty else { return nil }
    let grid =
      grids.first { grid in
        forms.allSatisfy { $0.hasMinutes ? $0.minutes % grid == 0 : grid == 60 }
      } ?? 60
    var (least, greatest) = (-most, most)
    for form in forms {
      // A time outside the usual hours moves within the whole day.
      let range =
        form.clock == .halves && !form.clock.range.contains(form.minutes)
        ? 0..<1440 : form.clock.range
      least = max(least, range.lowerBound - form.minutes)
      greatest = min(greatest, range.upperBound - 1 - form.minutes)
    }
    let lower = -(-least / grid), upper = greatest / grid
    guard lower <= 0, upper >= 0, upper - lower > 0 else { return nil }
    let drawn = lower + random.index(below: upper - lower)
    return (drawn >= 0 ? drawn + 1 : drawn) * grid
  }
}

extension ValueMaker {
  /// Whether a value is a time of day that can be moved.
  ///
  /// - Parameter value: A value.
  /// - Returns: True for `9:30`, `5 pm` and the like, not for a bare number.
  public static func isTime(_ value: String) -> Bool {
    !value.utf8.allSatisfy(ByteClass.isDigit) && TimeForm(value) != nil
  }
}
