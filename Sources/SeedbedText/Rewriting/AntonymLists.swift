/// The pairs behind `Antonyms`.
enum AntonymLists {
  static let english: [AntonymPair] =
    AntonymPair.read(
      """
      good bad
      great terrible
      great > awful
      excellent terrible
      excellent > awful
      amazing horrible
      wonderful awful
      fantastic dreadful
      perfect flawed
      happy unhappy
      happier sadder
      glad sad
      best worst
      better worse
      beautiful ugly
      delicious disgusting
      tasty tasteless
      friendly unfriendly
      polite rude
      helpful unhelpful
      useful useless
      reliable unreliable
      comfortable uncomfortable
      interesting boring
      exciting > boring
      entertaining dull
      enjoyable tedious
      funny unfunny
      pleasant unpleasant
      pleased displeased
      satisfied dissatisfied
      satisfying disappointing
      impressive unimpressive
      lovely nasty
      brilliant stupid
      smart dumb
      safe dangerous
      clean dirty
      fresh stale
      fun boring
      loved hated
      loves hates
      love hate
      adore detest
      enjoyed disliked
      enjoys dislikes
      success failure
      successful unsuccessful
      nicely poorly
      charming annoying
      clever silly
      superb > awful
      awesome > awful
      effective ineffective
      efficient inefficient
      fortunate unfortunate
      valuable worthless
      """,
      hasValence: true
    )
    + AntonymPair.read(
      """
      hot cold
      big small
      large tiny
      long > short
      fast slow
      quick slow
      quickly slowly
      early late
      young old
      new old
      old > new
      rich poor
      strong weak
      heavy > light
      open closed
      full empty
      wet dry
      high low
      higher lower
      bigger smaller
      larger smaller
      faster slower
      older younger
      deep shallow
      wide narrow
      dark bright
      loud quiet
      loudly quietly
      easy difficult
      easy > hard
      simple complicated
      cheap expensive
      possible impossible
      legal illegal
      visible invisible
      awake asleep
      alive dead
      indoors outdoors
      inside outside
      upstairs downstairs
      above below
      before after
      male female
      first last
      north south
      east west
      """,
      hasValence: false
    )

  static let englishActions: [AntonymPair] = AntonymPair.read(
    """
    activate deactivate
    enable disable
    lock unlock
    block unblock
    freeze unfreeze
    mute unmute
    follow unfollow
    subscribe unsubscribe
    install uninstall
    connect disconnect
    increase decrease
    raise lower
    open close
    accept reject
    approve deny
    buy sell
    start stop
    add remove
    show hide
    deposit withdraw
    upload download
    upgrade downgrade
    encrypt decrypt
    import export
    """,
    hasValence: false,
    forms: AntonymPair.verb
  )

  static let spanish: [AntonymPair] =
    AntonymPair.read(
      """
      bueno malo
      maravilloso espantoso
      hermoso feo
      bonito feo
      divertido aburrido
      limpio sucio
      sabroso asqueroso
      simpático antipático
      perfecto desastroso
      contento descontento
      satisfecho insatisfecho
      positivo negativo
      """,
      hasValence: true,
      forms: AntonymPair.spanish
    )
    + AntonymPair.read(
      """
      excelente horrible
      genial horrible
      increíble > horrible
      agradable desagradable
      """,
      hasValence: true,
      forms: AntonymPair.spanish
    )
    + AntonymPair.read(
      """
      buen mal
      feliz triste
      felices tristes
      bien mal
      mejor peor
      mejores peores
      encanta horroriza
      encantó horrorizó
      amo odio
      útil inútil
      útiles inútiles
      """,
      hasValence: true
    )
    + AntonymPair.read(
      """
      caro barato
      nuevo viejo
      rápido lento
      largo corto
      alto bajo
      abierto cerrado
      lleno vacío
      rico pobre
      """,
      hasValence: false,
      forms: AntonymPair.spanish
    )
    + AntonymPair.read("fácil difícil\nposible imposible", hasValence: false)

  static let french: [AntonymPair] =
    AntonymPair.read(
      forms: """
        bon bonne bons bonnes / mauvais mauvaise mauvais mauvaises
        excellent excellente excellents excellentes / affreux affreuse affreux affreuses
        content contente contents contentes / mécontent mécontente mécontents mécontentes
        satisfait satisfaite satisfaits satisfaites / insatisfait insatisfaite insatisfaits insatisfaites
        propre propres / sale sales
        agréable agréables / désagréable désagréables
        utile utiles / inutile inutiles
        heureux heureuse heureuses / malheureux malheureuse malheureuses
        génial géniale géniaux géniales / nul nulle nuls nulles
        parfait parfaite parfaits parfaites / raté ratée ratés ratées
        adore adorons adorent adoré / déteste détestons détestent détesté
        bien / mal
        mieux / pire
        meilleur meilleure meilleurs meilleures / pire pire pires pires
        magnifique magnifiques / horrible horribles
        """,
      hasValence: true
    )
    + AntonymPair.read(
      forms: """
        grand grande grands grandes / petit petite petits petites
        ouvert ouverte ouverts ouvertes / fermé fermée fermés fermées
        plein pleine pleins pleines / vide vide vides vides
        possible possibles / impossible impossibles
        facile faciles / difficile difficiles
        chaud chaude chauds chaudes / froid froide froids froides
        """,
      hasValence: false
    )

  static let german: [AntonymPair] =
    AntonymPair.read(
      """
      gut schlecht
      schön hässlich
      freundlich unfreundlich
      zufrieden unzufrieden
      glücklich unglücklich
      angenehm unangenehm
      hilfreich nutzlos
      zuverlässig unzuverlässig
      interessant langweilig
      sauber schmutzig
      lecker ekelhaft
      wunderbar furchtbar
      ausgezeichnet miserabel
      großartig schrecklich
      toll furchtbar
      höflich unhöflich
      """,
      hasValence: true,
      forms: AntonymPair.german
    )
    + AntonymPair.read("liebe hasse\nbesser schlechter\nbeste schlechteste", hasValence: true)
    + AntonymPair.read(
      """
      groß klein
      schnell langsam
      neu alt
      lang kurz
      einfach schwierig
      möglich unmöglich
      offen geschlossen
      voll leer
      warm kalt
      reich arm
      """,
      hasValence: false,
      forms: AntonymPair.german
    )
}
