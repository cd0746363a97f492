extension Rubric {
  /// The rubric of a task for projects that bring none of their own.
  ///
  /// - Parameter task: What the samples are for.
  /// - Returns: A rubric on a scale from 1 to 5.
  public static func standard(for task: TaskKind) -> Rubric {
    switch task {
    case .classification: classification
    case .instruction: instruction
    case .chat: chat
    case .questionAnswering: questionAnswering
    case .extraction: extraction
    case .preference: preference
    case .tabular: tabular
    }
  }

  private static func rubric(
    _ task: TaskKind,
    _ instruction: String,
    _ criteria: [Criterion]
  ) -> Rubric {
    Rubric(
      name: task.rawValue,
      instruction: instruction,
      anchors: [
        Anchor(1, "No: it is wrong or useless in this respect."),
        Anchor(2, "Mostly no: a fault that matters."),
        Anchor(3, "Doubtful: it can be read either way."),
        Anchor(4, "Yes, with a flaw that changes nothing."),
        Anchor(5, "Yes, with nothing to change."),
      ],
      criteria: criteria,
      tasks: [task]
    )
  }

  private static var classification: Rubric {
    rubric(
      .classification,
      "Judge whether the text is a good training example for the label that it carries.",
      [
        Criterion(
          "label",
          "Does the text clearly belong to its label, and to no other label of the list more than to it?",
          weight: 3,
          isEssential: true
        ),
        Criterion(
          "natural",
          "Could a real person have written the text in this situation, slips included?"
        ),
        Criterion("specific", "Does the text say something of its own instead of a stock phrase?"),
      ]
    )
  }

  private static var instruction: Rubric {
    rubric(
      .instruction,
      "Judge whether the output is a good answer to the instruction with its input.",
      [
        Criterion(
          "right",
          "Is everything that the output states right, as far as it can be checked here?",
          weight: 3,
          isEssential: true
        ),
        Criterion(
          "followed",
          "Does the output do all that the instruction asks, in the form it asks for?",
          weight: 2,
          isEssential: true
        ),
        Criterion("clear", "Is the instruction clear and answerable as it stands?"),
        Criterion("concise", "Is the output free of padding, repetition and talk about itself?"),
      ]
    )
  }

  private static var chat: Rubric {
    rubric(
      .chat,
      "Judge whether the conversation is a good example of how the assistant should talk.",
      [
        Criterion(
          "helpful",
          "Do the assistant's turns meet what the user wants, without errors?",
          weight: 3,
          isEssential: true
        ),
        Criterion(
          "coherent",
          "Does every turn follow from those before it, with nothing forgotten or contradicted?",
          weight: 2
        ),
        Criterion("natural", "Could the user's turns come from a real person?"),
      ]
    )
  }

  private static var questionAnswering: Rubric {
    rubric(
      .questionAnswering,
      "Judge whether the answer is what the source, and nothing but the source, says to the question.",
      [
        Criterion(
          "supported",
          "Does the source say everything that the answer states?",
          weight: 3,
          isEssential: true
        ),
        Criterion(
          "complete",
          "Does the answer say all that the source has to say to the question?",
          weight: 2
        ),
        Criterion(
          "question",
          "Is the question one that a reader would ask who has not seen the source?"
        ),
      ]
    )
  }

  private static var extraction: Rubric {
    rubric(
      .extraction,
      "Judge whether the marked values are what the text says, all of it and nothing else.",
      [
        Criterion(
          "right",
          "Is every marked value said in the text, with the right kind?",
          weight: 3,
          isEssential: true
        ),
        Criterion(
          "complete",
          "Is everything marked that should be?",
          weight: 2,
          isEssential: true
        ),
        Criterion("natural", "Could the text have been written by a real person?"),
      ]
    )
  }

  private static var preference: Rubric {
    rubric(
      .preference,
      "Judge whether the chosen answer really is the better one, for a reason that matters.",
      [
        Criterion(
          "better",
          "Is the chosen answer better than the rejected one in content, whatever their lengths?",
          weight: 3,
          isEssential: true
        ),
        Criterion("sound", "Is the chosen answer good in itself?", weight: 2),
        Criterion("instructive", "Is the rejected answer a mistake that a model could make?"),
      ]
    )
  }

  private static var tabular: Rubric {
    rubric(
      .tabular,
      "Judge whether the record could come from the same source as real ones.",
      [
        Criterion(
          "consistent",
          "Do the fields of the record agree with each other?",
          weight: 2,
          isEssential: true
        ),
        Criterion("plausible", "Is every value one that could occur?", weight: 2),
      ]
    )
  }
}
