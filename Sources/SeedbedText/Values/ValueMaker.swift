public import SeedbedKernels

/// Makes other values of the same kind and form, in the way of a language.
///
/// Values of one text are made together, so that what belongs together stays so: parts of a name change
/// alike wherever they stand, and dates and times move by one step, which keeps their order, their
/// distances and their weekdays.
public struct ValueMaker: Sendable {
  /// How often a value is drawn again that is taken or does not fit.
  private static let mostTries = 24

  let language: String

  /// Makes a source of values.
  ///
  /// - Parameter language: The language of the text as an ISO 639-1 code; nil counts as English.
  public init(language: String?) {
    self.language = language ?? "en"
  }

  /// Other values for all values of one kind in a text.
  ///
  /// - Parameters:
  ///   - values: Different values, as written, in the order of the text.
  ///   - kind: What they are.
  ///   - taken: Values in lower case that none of the new ones may equal.
  ///   - random: The only source of chance.
  /// - Returns: For each value another one of its form, all different; nil where none is known.
  public func others(
    for values: [String],
    of kind: ValueKind,
    avoiding taken: Set<String> = [],
    random: inout CounterRandom
  ) -> [String?] {
    switch kind {
    case .date: return DateShift.shifted(values, language, &random)
    case .time: return TimeShift.shifted(values, &random)
    default: break
    }
    var taken = taken
    for value in values { taken.insert(value.lowercased()) }
    var names = NameRenaming(language: language, avoiding: values)
    return values.map { value in
      for _ in 0..<Self.mostTries {
        guard let other = draw(value, kind, &names, &random) else { return nil }
        guard SoundClass.agree(value, other, language) else {
          names.forget()
          continue
        }
        if taken.insert(other.lowercased()).inserted {
          names.keep()
          return other
        }
        names.forget()
      }
      return nil
    }
  }

  private func draw(
    _ value: String,
    _ kind: ValueKind,
    _ names: inout NameRenaming,
    _ random: inout CounterRandom
  ) -> String? {
    switch kind {
    case .person, .givenName, .familyName: names.other(than: value, kind, &random)
    case .place: PlaceValues.other(than: value, language, &random)
    case .organization: OrganizationValues.other(than: value, &random)
    case .product: ProductValues.other(than: value, &random)
    case .amount: NumberValues.amount(value, &random)
    case .number:
      NumberValues.other(than: value, language, &random)
    case .identifier: IdentifierValues.other(than: value, &random)
    case .email: IdentifierValues.drawn(.emailAddress, &random) { $0.email(value) }
    case .phone: IdentifierValues.drawn(.phoneNumber, &random) { $0.phone(value) }
    case .url: IdentifierValues.drawn(.domainName, &random) { $0.domain(value) }
    case .date, .time: nil
    }
  }
}
