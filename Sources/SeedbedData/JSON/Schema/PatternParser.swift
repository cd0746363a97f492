/// A pattern as a tree.
indirect enum PatternTree: Sendable {
  case scalars(ScalarClass)
  case sequence([PatternTree])
  case choice([PatternTree])
  case `repeat`(PatternTree, Int, Int?)
  case start, end
  case boundary(Bool)
}

/// Reads the syntax of a pattern.
struct PatternParser {
  private static let maximumDepth = 64

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(TextPattern.Fault) -> PatternTree {
    let tree = try choice()
    guard at == scalars.count else { throw fault("`)` without `(`") }
    return tree
  }

  private func fault(_ reason: String) -> TextPattern.Fault {
    TextPattern.Fault(offset: at, reason: reason)
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private mutating func choice() throws(TextPattern.Fault) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw fault("too many groups in each other") }
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(TextPattern.Fault) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let part = try atom()
      parts.append(try repeated(part))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(TextPattern.Fault) -> PatternTree {
    let scalar = scalars[at]
    switch scalar {
    case "(": return try group()
    case "[": return .scalars(try bracket())
    case "\\": return try escape()
    case "*", "+", "?": throw fault("nothing stands before `\(scalar)`")
    case "{": throw fault("`{` must be written `\\{`")
    case ".":
      at += 1
      return .scalars(.any)
    case "^":
      at += 1
      return .start
    case "$":
      at += 1
      return .end
    default:
      at += 1
      return .scalars(ScalarClass(scalar.value...scalar.value))
    }
  }

  private mutating func group() throws(TextPattern.Fault) -> PatternTree {
    at += 1
    if skip("?") {
      guard skip(":") else { throw fault("groups that look around or have names are not known") }
    }
    let tree = try choice()
    guard skip(")") else { throw fault("a group never ends") }
    return tree
  }

  private mutating func repeated(_ part: PatternTree) throws(TextPattern.Fault) -> PatternTree {
    let range: (Int, Int?)
    switch next {
    case "*": range = (0, nil)
    case "+": range = (1, nil)
    case "?": range = (0, 1)
    case "{":
      range = try count()
      at -= 1
    default: return part
    }
    at += 1
    // A lazy repetition finds the same texts.
    _ = skip("?")
    if let again = next, again == "*" || again == "+" || again == "?" || again == "{" {
      throw fault("two repetitions after each other")
    }
    switch part {
    case .start, .end, .boundary: throw fault("a place in the text cannot be repeated")
    default: return .repeat(part, range.0, range.1)
    }
  }

  /// Reads `{m}`, `{m,}` or `{m,n}`.
  private mutating func count() throws(TextPattern.Fault) -> (Int, Int?) {
    at += 1
    guard let least = number() else { throw fault("expected a number after `{`") }
    var most: Int? = least
    if skip(",") { most = number() }
    guard skip("}") else { throw fault("expected `}`") }
    guard least <= most ?? least, max(least, most ?? 0) <= TextPattern.maximumSteps else {
      throw fault("a repetition that is empty or too large")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar), value ?? 0 < 1_000_000 {
      value = (value ?? 0) * 10 + Int(scalar.value - 48)
      at += 1
    }
    return value
  }

  private mutating func escape() throws(TextPattern.Fault) -> PatternTree {
    guard at + 1 < scalars.count else { throw fault("`\\` at the end") }
    switch scalars[at + 1] {
    case "b", "B":
      at += 2
      return .boundary(scalars[at - 1] == "b")
    default: return .scalars(try escapedClass())
    }
  }

  /// Reads an escape that stands for one scalar or several.
  private mutating func escapedClass() throws(TextPattern.Fault) -> ScalarClass {
    guard at + 1 < scalars.count else { throw fault("`\\` at the end") }
    let letter = scalars[at + 1]
    at += 2
    switch letter {
    case "d": return .digit
    case "D": return ScalarClass.digit.inverted
    case "w": return .word
    case "W": return ScalarClass.word.inverted
    case "s": return .space
    case "S": return ScalarClass.space.inverted
    case "p", "P": return try category(isNegated: letter == "P")
    case "n": return ScalarClass(10...10)
    case "r": return ScalarClass(13...13)
    case "t": return ScalarClass(9...9)
    case "f": return ScalarClass(12...12)
    case "v": return ScalarClass(11...11)
    case "0": return ScalarClass(0...0)
    case "x", "u": return try code(letter)
    default:
      guard letter.value < 128, !letter.properties.isAlphabetic, !("0"..."9").contains(letter)
      else {
        at -= 2
        throw fault("`\\\(letter)` is not known")
      }
      return ScalarClass(letter.value...letter.value)
    }
  }

  private mutating func code(_ letter: Unicode.Scalar) throws(TextPattern.Fault) -> ScalarClass {
    let isBraced = letter == "u" && skip("{")
    let wanted = isBraced ? 1...6 : letter == "x" ? 2...2 : 4...4
    var digits = ""
    while digits.count < wanted.upperBound, let scalar = next, scalar.properties.isASCIIHexDigit {
      digits.unicodeScalars.append(scalar)
      at += 1
    }
    guard digits.count >= wanted.lowerBound, !isBraced || skip("}"),
      let value = UInt32(digits, radix: 16), value <= 0x10FFFF
    else { throw fault("a code of a character that is none") }
    return ScalarClass(value...value)
  }

  private mutating func category(isNegated: Bool) throws(TextPattern.Fault) -> ScalarClass {
    var name = ""
    guard skip("{") else { throw fault("expected `{`") }
    while let scalar = next, scalar != "}", name.utf8.count < 40 {
      name.unicodeScalars.append(scalar)
      at += 1
    }
    guard skip("}"), let categories = ScalarClass.categories(named: name) else {
      throw fault("a category of characters that is not known")
    }
    var scalars = ScalarClass()
    scalars.categories = [.init(categories: categories, isNegated: isNegated)]
    return scalars
  }

  private mutating func bracket() throws(TextPattern.Fault) -> ScalarClass {
    at += 1
    var result = ScalarClass()
    let isNegated = skip("^")
    while let scalar = next, scalar != "]" {
      let first = try bracketItem(scalar)
      guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
        result.formUnion(first)
        continue
      }
      at += 1
      let last = try bracketItem(scalars[at])
      guard let low = first.single, let high = last.single, low <= high else {
        throw fault("a range whose ends are none or the wrong way round")
      }
      result.ranges.append(low...high)
    }
    guard skip("]") else { throw fault("`[` without `]`") }
    result.isNegated = isNegated
    return result
  }

  private mutating func bracketItem(
    _ scalar: Unicode.Scalar
  ) throws(TextPattern.Fault) -> ScalarClass {
    guard scalar == "\\" else {
      at += 1
      return ScalarClass(scalar.value...scalar.value)
    }
    if at + 1 < scalars.count, scalars[at + 1] == "b" {
      at += 2
      return ScalarClass(8...8)
    }
    return at + 1 < scalars.count && scalars[at + 1] == "-" ? dash() : try escapedClass()
  }

  private mutating func dash() -> ScalarClass {
    at += 2
    return ScalarClass(45...45)
  }
}

extension ScalarClass {
  /// The one scalar of the set; nil where there are several.
  fileprivate var single: UInt32? {
    guard !isNegated, categories.isEmpty, ranges.count == 1,
      ranges[0].lowerBound == ranges[0].upperBound
    else { return nil }
    return ranges[0].lowerBound
  }
}
