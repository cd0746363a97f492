/// Finds instructions aimed at a model inside data: "ignore previous instructions", role tags, requests
/// for the system prompt, delimiters of chat templates; in English, Spanish, French and German.
public struct InjectionPhrases: Sendable {
  /// Makes a finder.
  public init() {}

  /// Finds such instructions.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The findings in the order of the text; a phrase can be in several.
  public func findings(in text: String) -> [SafetyFinding] {
    var found = Self.matcher.findings(in: text)
    found += ChatMarkers.findings(in: text)
    return found.sorted { ($0.utf8.lowerBound, $0.rule) < ($1.utf8.lowerBound, $1.rule) }
  }

  private static let matcher = PhraseMatcher(
    phrases.map { rule in
      PhraseRule(
        name: "prompt_injection.\(rule.name)",
        category: .promptInjection,
        patterns: rule.phrases.split(separator: "\n").map { PhrasePattern(String($0)) }
      )
    }
  )

  private static let phrases: [(name: String, phrases: String)] = [
    (
      "override",
      """
      ignore|disregard|forget|override|bypass all|any|the|your? of? the|your|these|my? previous|prior|above|preceding|earlier|foregoing|former|initial|original|existing * instructions|instruction|prompt|prompts|rules|directions|guidelines|messages|commands|context|text
      ignore|disregard|forget|override|bypass your|all|any|the|these system|safety|initial? instructions|guidelines|rules|programming|prompt|training|restrictions
      ignore|disregard|forget everything|all|anything * above|before|previously|said|told
      don't follow * previous|prior|above|system|original instructions|prompt|rules
      do not follow * previous|prior|above|system|original instructions|prompt|rules
      new instructions from|for|follow|are|below
      ignora|olvida|omite todas|las|los|tus|todos? las|los|tus? instrucciones|órdenes|indicaciones|reglas anteriores|previas|iniciales?
      ignora|olvida todo lo anterior
      ignore|ignorez|oublie|oubliez toutes|les|tes|vos|tous? les|tes|vos? instructions|consignes|règles|directives précédentes|antérieures|initiales|ci-dessus?
      ignoriere|vergiss|missachte|ignorieren alle|die|deine|sie? die|deine|alle? bisherigen|vorherigen|vorigen|obigen|früheren|ursprünglichen? anweisungen|instruktionen|regeln|befehle|vorgaben
      """
    ),
    (
      "system_prompt",
      """
      reveal|show|print|repeat|output|display|tell|give|leak|reproduce|summarize me|us? your|the|all? full|entire|exact|hidden|secret|initial|original? system|initial|hidden|secret prompt|instructions|message
      what|what's is|are? your|the system|initial|hidden|secret prompt|instructions|message
      repeat|print|output everything|all|the words? * above|before * verbatim|word|prompt|instructions|starting
      muestra|revela|repite|dime tu|el|tus|las prompt|instrucciones del|de|iniciales? sistema|iniciales?
      révèle|affiche|montre|répète ton|tes|le|les prompt|instructions système|initiales|du? système?
      zeige|zeig|nenne|verrate|wiederhole mir? deinen|den|deine|die systemprompt|system-prompt|systemanweisungen|systemanweisung
      """
    ),
    (
      "role",
      """
      you are now a|an|in|dan|no|free|unrestricted|the * unrestricted|dan|jailbroken|assistant|ai|mode|restrictions|filter|bound|model
      you are now dan|jailbroken|unrestricted|uncensored
      act|pretend|behave|respond|answer as if? you? are|have|had|were? a|an|no? * unrestricted|uncensored|jailbroken|restrictions|filters|dan|rules|guidelines
      enter|enable|activate|switch * developer|dan|god|jailbreak|debug|admin|sudo mode
      from now on you * must|will|are|shall|ignore|respond|answer|act|only
      a partir de ahora * eres|debes|responderás|actuarás|serás
      à partir de maintenant * tu|vous
      ab jetzt bist|wirst|antwortest|musst du
      """
    ),
    (
      "exfiltration",
      """
      send|forward|post|email|upload|exfiltrate * conversation|chat|history|secrets|credentials|password|passwords|api|token|tokens|prompt to * http|https|url|webhook|address|email|server
      don't|never tell|inform|alert|warn|notify the? user|human|operator|anyone
      do not tell|inform|alert|warn|notify the? user|human|operator|anyone
      no le? digas|menciones|informes * usuario
      ne dis|dites|mentionne|informez? pas|rien * utilisateur
      sage|sag|verrate dem|den nutzer|benutzer|anwender nichts|nicht
      when|if you|the? ai|assistant|llm|model|chatbot|language? model? reads|read|process|processes|summarizes|see|sees|parse * this|text|document|page|email
      """
    ),
  ]
}
