/// The transforms that say the same in another form.
enum RewriteMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any TransformMethod] =
    [
      ContractionChange(),
      AbbreviationChange(),
      NumberFormat(),
      DateFormat(),
      PassiveVoice(),
      ClauseOrder(),
      QuestionForm(),
      RegisterShift(),
      Fillers(),
      CourtesyPhrases.any,
      CourtesyPhrases.greeting,
      CourtesyPhrases.closing,
    ] + FormatChange.all
}
