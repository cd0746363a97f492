import SeedbedKernels
import SeedbedText

/// A recognised figure as a value with its unit.
struct FigureParts {
  var value: FigureValue?
  /// The sign of the unit; empty for none.
  var unit = ""
  /// The hash of the figure as a whole.
  var key: UInt64
  var isOrdinal = false

  /// Reads a figure that is no date.
  init(_ text: String, _ kind: ProtectedRange.Kind, _ form: FigureForm) {
    switch kind {
    case .email, .url:
      key = hash64(text.lowercased())
      return
    case .version, .phone, .time:
      key = hash64(form.spelling(text, kind))
      return
    default: break
    }
    var spelling = form.spelling(text, kind)[...]
    key = hash64(String(spelling))
    let isNegative = spelling.first == "-"
    if isNegative { spelling.removeFirst() }
    if spelling.first == "#" {
      isOrdinal = true
      spelling.removeFirst()
    }
    let digits = spelling.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = FigureValue(digits, isNegative: isNegative) else { return }
    unit = String(spelling.dropFirst(digits.count))
    value = number
    takeScale()
    key = isOrdinal ? hash64("ordinal", seed: number.key) : value?.key ?? key
  }

  /// Reads "£5m", "5bn" and "5k" as the numbers they mean.
  private mutating func takeScale() {
    let currency = unit.first.map(String.init).map(AmountUnits.sign) ?? ""
    let hasCurrency = currency.utf8.count == 3
    let suffix = hasCurrency ? String(unit.dropFirst()) : unit
    let power =
      switch suffix {
      case "k": 3
      case "m" where hasCurrency: 6
      case "mn", "mln": 6
      case "b" where hasCurrency: 9
      case "bn": 9
      case "tn": 12
      default: 0
      }
    if power > 0 {
      value = value?.scaled(byPowerOfTen: power)
      unit = hasCurrency ? currency : ""
    } else if let sign = UnitNames.sign(unit) {
      unit = sign
    } else if unit == "s" {
      // "The 1990s".
      unit = ""
    }
  }
}
