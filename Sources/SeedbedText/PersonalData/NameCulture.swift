/// Personal names that are usual together, as hints for the search and as material for surrogates.
struct NameCulture: Sendable {
  var name: String
  var female: String
  var male: String
  var surnames: String

  /// All cultures, in a fixed order.
  static let all: [NameCulture] = [
    english, spanish, french, german, italian, portuguese, dutch, nordic, polish, czech, balkan,
    russian, hungarian, finnish, greek, turkish, arabic, indian, chinese, japanese, african,
  ]
}
