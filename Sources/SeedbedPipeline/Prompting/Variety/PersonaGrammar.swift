/// Descriptions of people, put together from who they are to others, where they are, what they know and how
/// they write.
///
/// No part speaks of gender, origin, belief, health or age, and every part goes with every other.
public enum PersonaGrammar {
  /// How many different people there are.
  public static let count = roles.count * situations.count * experiences.count * manners.count

  /// One of them.
  ///
  /// - Parameter number: Any number from 0; it wraps around at ``count``.
  /// - Returns: The description, in English.
  public static func persona(_ number: Int) -> String {
    var rest = ((number % count) + count) % count
    func take(_ words: [String]) -> String {
      defer { rest /= words.count }
      return words[rest % words.count]
    }
    let role = take(roles)
    let situation = take(situations)
    return "\(role), \(situation), \(take(experiences)), who \(take(manners))"
  }

  static let roles = [
    "a nurse on shift work", "a bus driver", "an apprentice in a bakery", "a school secretary",
    "a translator who works from home", "a warehouse worker", "a student in the first term",
    "a doctoral researcher", "a parent of twins", "a person who looks after a relative",
    "a retired surveyor", "the owner of a small bicycle shop", "a street musician",
    "a hotel receptionist", "a software tester", "a farm manager", "a museum guide",
    "an electrician with an own firm", "a social worker", "a chess club treasurer",
    "a part-time courier", "a librarian", "a wedding photographer", "a lab technician",
    "a new member of a city council", "a crane operator", "a language teacher", "a volunteer coach",
    "a freelance illustrator", "a person between two jobs", "a ferry captain", "a hospital cook",
    "an accountant", "a beekeeper", "a stage technician", "a call centre team lead",
  ]

  static let situations = [
    "on a train with a bad connection", "at a kitchen table late in the evening",
    "in a queue with one hand free", "on a short lunch break", "abroad for two weeks",
    "just after moving house", "in the middle of a busy working day",
    "on a quiet Sunday morning", "writing for a neighbour who asked for help",
    "at the end of a long day", "shortly before a deadline", "waiting for a child to fall asleep",
    "on a phone with a cracked screen", "at a shared computer in a library",
    "after having tried three other ways", "between two meetings",
  ]

  static let experiences = [
    "new to the subject", "familiar with the basics", "experienced and well informed",
    "informed by hearsay only", "certain of a thing that is not quite right",
    "careful after a bad experience",
  ]

  static let manners = [
    "writes in short, plain sentences", "explains everything from the beginning",
    "gets to the point at once", "is polite to the last comma", "writes as people speak",
    "asks two things at a time", "gives exact times and figures",
    "leaves out what seems obvious", "is a little impatient", "thinks aloud while writing",
  ]
}
