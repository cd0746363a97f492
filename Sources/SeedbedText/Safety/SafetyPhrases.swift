/// The phrases of the safety rules: clear cases with their context, no topics.
enum SafetyPhrases {
  /// Category, and phrases a line each.
  static let all: [(category: SafetyCategory, phrases: String)] = [
    (
      .selfHarm,
      """
      i want|wanna|need|plan|going to? kill|hurt|cut|harm myself
      i'm|im going to kill|hurt|harm myself
      i want|wanna to? die|disappear tonight|forever|now|today|alone
      i don't|dont|do not? want to live anymore|anymore
      end|ending|take|taking my own? life
      kill yourself|urself
      go and? kill yourself|urself
      you should kill|hang|cut|harm yourself
      how to|can|do i? kill|hang|overdose|poison myself
      best|easiest|painless|quickest way|ways|method|methods to|of commit|die|suicide|kill * suicide|myself|painlessly
      how many pills * overdose|die|kill
      nobody would miss me if i * dead|died|gone
      """
    ),
    (
      .violenceThreat,
      """
      i'll|ill|we'll kill|murder|stab|shoot|strangle|behead you|him|her|them|everyone|u
      i|we will kill|murder|stab|shoot|strangle|behead you|him|her|them|everyone
      i'm|im|we're going|gonna to? kill|murder|stab|shoot|strangle|bomb you|him|her|them|everyone|school
      i am going to kill|murder|stab|shoot|strangle|bomb you|him|her|them|everyone
      i'm|im gonna kill|murder|stab|shoot|strangle|bomb you|him|her|them|everyone
      going to|gonna shoot|bomb|blow up? the|this|my|your school|office|church|mosque|synagogue|airport|hospital
      you are|will going? to? be? dead * i find|catch you
      i know where you live * kill|hurt|burn|stab
      burn|blow|shoot your|their|his|her house|home|family down|up
      """
    ),
    (
      .sexualMinors,
      """
      sex|sexual|nude|naked|erotic|porn|pornographic * child|children|minor|minors|underage|toddler|preteen|schoolgirl|schoolboy
      child|kiddie|underage|preteen porn|pornography|nudes|sex|erotica
      sexualize|seduce|groom|grooming * child|children|minor|minors|underage|preteen|kid|kids
      """
    ),
    (
      .hate,
      """
      all|those|these|the muslims|jews|christians|blacks|whites|gays|immigrants|migrants|refugees|mexicans|arabs|asians|women|trans are|should * vermin|animals|subhuman|parasites|rats|cockroaches|exterminated|killed|deported|gassed|burned|inferior
      muslims|jews|christians|blacks|gays|immigrants|migrants|refugees|mexicans|arabs|asians are * vermin|subhuman|parasites|cockroaches|inferior|animals
      kill|gas|exterminate|deport|hang all the? muslims|jews|christians|blacks|gays|immigrants|migrants|refugees|mexicans|arabs|asians
      i hate all? the? muslims|jews|blacks|gays|immigrants|refugees|mexicans|arabs
      """
    ),
    (
      .weapons,
      """
      how to|do|can i|you|we|one? make|build|construct|assemble|create|3d-print|print a|an|the? pipe|nail|dirty|homemade|fertilizer|chemical|nuclear|car bomb|bombs|explosive|weapon
      how to|do|can i|you|we|one? make|build|construct|assemble|create|detonate a|an|the? bomb|explosive|explosives|grenade|molotov|silencer|ied
      how to|do|can i|you|we? make|synthesize|produce|cook * nerve|sarin|mustard|vx|ricin|anthrax|napalm|thermite
      instructions|recipe|guide|steps for|to|on * bomb|explosives|explosive|ricin|sarin|napalm
      """
    ),
    (
      .drugs,
      """
      how to|do|can i|you|we|one? make|cook|synthesize|produce|manufacture|extract * meth|methamphetamine|crack|heroin|cocaine|lsd|mdma|fentanyl|ghb|dmt
      recipe|synthesis|instructions for|of * meth|methamphetamine|heroin|cocaine|lsd|mdma|fentanyl
      where|how can|do|to i? buy|order|get|sell * meth|heroin|cocaine|fentanyl|mdma online|illegally|anonymously|darknet
      """
    ),
    (
      .malware,
      """
      write|create|make|build|code|give|generate me? a|an|some|the? * ransomware|keylogger|malware|trojan|rootkit|spyware|botnet|worm
      how to|do|can i|you? hack|break|get into * account|wifi|phone|bank|computer|network|email|instagram|facebook|webcam
      how to|do|can i|you? steal * passwords|identity|credentials|cookies|credit
      write|create|make|build|generate * phishing email|page|site|mail|message|kit
      how to|do|can i|you? ddos|phish|skim|clone * website|site|server|card|cards|people|users
      bypass|disable|evade * antivirus|edr|defender|firewall * undetected|detection|malware|payload
      """
    ),
  ]
}
