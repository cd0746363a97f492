/// The methods that send texts through a translator.
enum TranslatingMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any TranslatingMethod] = [BackTranslation(), TextTranslation()]
}
