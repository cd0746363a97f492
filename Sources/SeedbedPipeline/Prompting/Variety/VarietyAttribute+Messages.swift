extension VarietyAttribute {
  /// What messages of people differ in, beside what they are about.
  ///
  /// The values are chosen so that any value of one goes with any of the others.
  public static let messages: [VarietyAttribute] = [
    VarietyAttribute(
      "length",
      [
        ("two to five words", 1), ("one short sentence", 2), ("one long sentence", 2),
        ("two or three sentences", 2), ("a short paragraph", 1),
      ]
    ),
    VarietyAttribute(
      "tone",
      even: [
        "matter-of-fact", "friendly", "impatient", "worried", "puzzled", "formal", "chatty",
        "disappointed but polite",
      ]
    ),
    VarietyAttribute(
      "form",
      even: [
        "a direct question", "a statement that leaves the question open",
        "a fragment without a full sentence", "a request for something to be done",
        "a report of what was tried before",
      ]
    ),
    VarietyAttribute(
      "opening",
      even: [
        "begins with the matter itself", "begins with a greeting", "begins with when it happened",
        "begins with the person's own situation", "begins with a question word",
        "begins with what the person wants", "begins in the middle of a thought",
      ]
    ),
    VarietyAttribute(
      "noise",
      [
        ("spelt and punctuated with care", 3), ("without capital letters", 1),
        ("with one or two typing mistakes", 1), ("with hardly any punctuation", 1),
      ]
    ),
    VarietyAttribute(
      "detail",
      even: [
        "no detail beyond the matter", "one concrete detail of time",
        "one concrete detail of place", "an amount or a number", "a device or a thing by its name",
        "another person who is involved",
      ]
    ),
  ]
}
