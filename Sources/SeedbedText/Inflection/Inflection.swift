/// How an English word form differs from its base form.
public enum Inflection: String, Sendable, CaseIterable, Hashable {
  case base
  case plural
  case thirdPerson, past, pastParticiple, presentParticiple
  case comparative, superlative
}
