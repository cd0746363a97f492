/// The words by which one language refuses.
struct RefusalPhrases: Sendable {
  /// Apologies and what a model calls itself.
  var openers: [[String]]
  /// Words by which a model speaks of itself; an opener with one of them is no customer's.
  static let ownNames = Set([
    "ai", "assistant", "model", "ia", "modelo", "asistente", "modèle", "intelligence",
    "inteligencia", "ki", "sprachmodell", "intelligenz", "assistent", "qu'ia", "qu'assistant",
    "qu'intelligence",
  ])

  /// Words between the parts.
  var links: Set<String>
  /// What refuses by itself.
  var denials: [[String]]
  /// Ways to say that one cannot or will not.
  var inabilities: [[String]]
  /// What only one who was asked for help says.
  var strongActs: [[String]]
  /// What is refused.
  var acts: [[String]]
  /// Reasons that a model gives.
  var grounds: Set<String>

  init(
    openers: [String],
    links: [String],
    denials: [String],
    inabilities: [String],
    strongActs: [String],
    acts: [String],
    grounds: [String]
  ) {
    self.openers = openers.map(Self.split)
    self.links = Set(links)
    self.denials = denials.map(Self.split)
    self.inabilities = inabilities.map(Self.split)
    self.strongActs = strongActs.map(Self.split)
    self.acts = acts.map(Self.split)
    self.grounds = Set(grounds)
  }

  private static func split(_ phrase: String) -> [String] {
    phrase.split(separator: " ").map(String.init)
  }

  static let all = [english, spanish, french, german]

  /// What introduces the thing that was asked for.
  static let compliance = [
    "here is", "here are", "here's", "below is", "below are", "the following", "aquí tienes",
    "aquí está", "aquí están", "a continuación", "en su lugar aquí", "voici", "ci dessous",
    "hier ist", "hier sind", "stattdessen hier", "im folgenden",
  ].map(split)

  private static let english = RefusalPhrases(
    openers: [
      "i'm sorry", "i am sorry", "sorry", "i'm so sorry", "i apologize", "i apologise",
      "my apologies", "apologies", "unfortunately", "i'm afraid", "i am afraid", "as an ai",
      "as a language model", "as an assistant", "i'm just an ai", "i appreciate your request",
      "thank you for your request", "i understand your request",
    ],
    links: ["but", "however", "that", "and", "language", "model", "assistant", "developed", "by"],
    denials: [
      "i must decline", "i have to decline", "i decline", "i need to decline",
      "i'm not comfortable", "i am not comfortable", "i must refuse", "i have to refuse",
      "i don't feel comfortable", "i do not feel comfortable", "this request violates",
      "your request violates", "this request goes against",
    ],
    inabilities: [
      "i can't", "i cannot", "i can not", "i'm unable to", "i am unable to", "i'm not able to",
      "i am not able to", "i won't", "i will not", "i'm not going to", "i am not going to",
      "i wouldn't be able to", "i'm not allowed to", "i am not allowed to", "we can't", "we cannot",
    ],
    strongActs: [
      "help with", "help you with", "help create", "help write", "assist", "comply", "fulfill",
      "fulfil", "engage in", "engage with", "participate in", "satisfy", "facilitate",
    ],
    acts: [
      "help", "provide", "create", "generate", "write", "produce", "do that", "do this", "share",
      "support", "complete", "continue", "answer", "discuss", "offer", "give", "make", "respond",
      "process", "include", "translate", "rewrite", "describe",
    ],
    grounds: [
      "content", "harmful", "illegal", "inappropriate", "policy", "policies", "guidelines",
      "request", "unethical", "dangerous", "sexual", "violent", "hateful", "promotes", "deceive",
      "deceptive", "defraud", "harass", "misleading", "glad", "happy",
    ]
  )

  private static let spanish = RefusalPhrases(
    openers: [
      "lo siento", "lo lamento", "perdón", "disculpa", "disculpe", "lamentablemente",
      "desafortunadamente", "me temo", "como modelo de lenguaje", "como ia", "como una ia",
      "como asistente", "como inteligencia artificial",
    ],
    links: ["pero", "que", "de", "ia", "sin", "embargo", "mucho"],
    denials: ["debo rechazar", "tengo que rechazar", "me niego a", "debo negarme"],
    inabilities: [
      "no puedo", "no podré", "no podemos", "no soy capaz de", "no me es posible", "no voy a",
      "no estoy en condiciones de", "no me siento cómodo", "no me siento cómoda",
    ],
    strongActs: [
      "ayudarte con", "ayudarle con", "ayudar con", "ayudarte a", "ayudarle a",
      "cumplir con esta", "cumplir con esa", "cumplir con tu", "cumplir con su", "asistirte",
      "asistirle",
      "atender esta", "atender tu", "atender su",
    ],
    acts: [
      "ayudar", "ayudarte", "ayudarle", "proporcionar", "crear", "generar", "escribir",
      "producir", "hacer eso", "hacerlo", "compartir", "responder", "redactar", "ofrecer", "dar",
      "continuar", "facilitar",
    ],
    grounds: [
      "contenido", "dañino", "ilegal", "inapropiado", "política", "políticas", "solicitud",
      "petición", "peligroso", "ofensivo", "engañar", "engañosos", "encantado", "gusto",
    ]
  )

  private static let french = RefusalPhrases(
    openers: [
      "je suis désolé", "je suis désolée", "désolé", "désolée", "je regrette", "malheureusement",
      "je m'excuse", "toutes mes excuses", "en tant qu'ia", "en tant que modèle de langage",
      "en tant qu'assistant", "en tant qu'intelligence artificielle", "je crains",
    ],
    links: ["mais", "que", "de", "cependant", "toutefois"],
    denials: ["je dois refuser", "je me vois contraint de refuser", "je refuse de"],
    inabilities: [
      "je ne peux pas", "je ne peux", "je ne suis pas en mesure de", "je ne suis pas en mesure d",
      "je ne pourrai pas", "je ne vais pas", "il m'est impossible de", "je ne suis pas capable de",
      "je ne suis pas autorisé à", "je n'ai pas la possibilité de",
    ],
    strongActs: [
      "vous aider avec", "vous aider à", "t'aider avec", "t'aider à", "répondre à cette",
      "répondre à votre", "accéder à cette", "accéder à votre", "satisfaire cette",
      "satisfaire votre", "donner suite à",
    ],
    acts: [
      "aider", "vous aider", "t'aider", "fournir", "créer", "générer", "écrire", "rédiger",
      "produire", "faire cela", "le faire", "partager", "répondre", "proposer", "donner",
    ],
    grounds: [
      "contenu", "contenus", "nuisible", "illégal", "inapproprié", "politique", "demande",
      "dangereux", "offensant", "tromper", "trompeurs", "volontiers", "plaisir",
    ]
  )

  private static let german = RefusalPhrases(
    openers: [
      "es tut mir leid", "tut mir leid", "leider", "entschuldigung", "ich bedaure",
      "ich bedauere", "entschuldige", "entschuldigen sie", "als ki", "als sprachmodell",
      "als ki sprachmodell", "als künstliche intelligenz", "als assistent",
    ],
    links: ["aber", "dass", "doch", "jedoch", "und"],
    denials: ["ich muss ablehnen", "ich lehne es ab", "das muss ich ablehnen", "ich weigere mich"],
    inabilities: [
      "ich kann", "kann ich", "ich darf", "darf ich", "ich werde", "werde ich",
      "ich bin nicht in der lage", "bin ich nicht in der lage", "es ist mir nicht möglich",
      "ist es mir nicht möglich",
    ],
    strongActs: [
      "dabei nicht helfen", "ihnen dabei nicht", "dir dabei nicht", "nicht behilflich",
      "diese anfrage nicht", "dieser anfrage nicht", "ihre anfrage nicht", "deine anfrage nicht",
      "dieser bitte nicht", "diese bitte nicht", "nicht weiterhelfen", "damit nicht helfen",
    ],
    acts: [
      "nicht", "keine", "keinen", "kein", "solche",
    ],
    grounds: [
      "inhalte", "schädlich", "illegal", "richtlinien", "anfrage", "gefährlich", "beleidigend",
      "täuschen", "täuschende", "unangemessen", "erstellen", "verfassen", "gerne",
    ]
  )
}
