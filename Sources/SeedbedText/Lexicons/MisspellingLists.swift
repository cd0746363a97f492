/// The lists behind `Misspellings`: a word, then the ways in which people often get it wrong.
enum MisspellingLists {
  static let spanish = """
    absolver absorver
    ahí ay hay
    ahora aora
    allí ahí
    aprovechar aprobechar
    a·ver haber
    ayer aller
    bienvenido vienvenido
    bueno vueno
    botella votella
    cambio canbio
    cancelar canselar
    caballo cavallo
    comprobar conprobar
    conozco conosco
    cónyuge cónyugue
    decisión desición
    desarrollar desarroyar
    devolver debolver
    devuelto debuelto
    dirección direcion
    envío embío enbío
    enviar embiar enbiar
    estuve estube
    estuvo estubo
    exacto esacto
    excelente exelente
    excepto ecepto
    exclusivo esclusivo
    factura fatura
    gracias grasias
    haber a·ver
    había avía abía
    habitación abitación
    hablar ablar
    hacer aser acer
    haciendo asiendo
    halla haya
    hasta asta
    hay ahí ay
    haya halla aya
    hecho echo
    hemos emos
    hice hize
    hizo iso
    hola ola
    hora ora
    hoy oy
    iba hiba
    ir hir
    iva iba
    llegar yegar
    llevar yevar
    llamar yamar
    necesito nesesito
    nuevo nuebo
    obvio ovio
    opción obsión
    porque por·que
    prohibido proibido
    probar provar
    quería queria kería
    recibir resibir recivir
    servicio cervicio serbicio
    solución solusión
    también tanbién tambien
    tarjeta targeta
    trabajo travajo
    transferencia tranferencia
    tuve tube
    tuvo tubo
    urgente hurgente
    vaya valla
    vacaciones bacaciones
    vale bale
    valor balor
    vez ves
    viaje biaje viage
    voy boy
    yendo llendo
    """

  static let french = """
    accueil acceuil
    adresse addresse
    aller allé
    appeler apeler
    c'est ces s'est
    cauchemar cauchemard
    connexion connection
    développement dévelopement
    dilemme dilemne
    et est
    exercice exercise
    hier ier
    langage language
    malgré malgrés
    merci mercie
    mieux mieu
    occurrence occurence
    ou où
    parmi parmis
    personnel personel
    problème problême
    professionnel professionel
    quand quant
    quelquefois quelque·fois
    recevoir recevoire
    sa ça
    ses ces
    son sont
    toujours toujour
    vraiment vraiement
    abonnement abonement
    agressif aggressif
    annuler anuler
    apparemment apparament
    appartement apartement
    apporter aporter
    arriver ariver
    asseoir assoir
    attendre atendre
    beaucoup beaucoups
    bientôt bientot
    carrefour carefour
    chiffre chifre
    commande comande
    comment coment
    compte conte
    confiance confience
    connaissance conaissance
    courrier courier
    davantage d'avantage
    demande demende
    difficile dificile
    embarras embarassement
    environnement environement
    erreur ereur
    évidemment évidement
    fatigué fatiguer
    habitude abitude
    honoraire honnoraire
    immédiatement immediatement
    intéressant interressant
    littérature litérature
    notamment notament
    nécessaire nécéssaire
    nourriture nouriture
    numéro numero
    paiement payement
    pallier palier
    parallèle paralèle
    rapport raport
    remboursement rembourssement
    ressource resource
    réponse reponse
    seulement seulment
    succès succés
    suffisamment suffisament
    transfert transfer
    vérifier verifier
    virement virment
    """

  static let german = """
    als wie
    aggressiv agressiv
    außerdem ausserdem
    das dass
    dass das
    eigentlich eigendlich
    endgültig entgültig
    endlich entlich
    interessant intressant
    maschine maschiene
    nämlich nähmlich
    rhythmus rythmus
    seid seit
    seit seid
    separat seperat
    standard standart
    tod tot
    übrigens überigens
    voraus vorraus
    voraussichtlich vorraussichtlich
    wider wieder
    wieder wider
    ziemlich zimlich
    abonnement abonement
    adresse addresse
    akzeptieren akzeptiren
    allmählich allmälich
    anscheinend anscheinent
    apparat aparat
    bisschen bischen
    brillant brilliant
    definitiv definitief
    detailliert detailiert
    ebenfalls ebenfals
    entscheidung endscheidung
    erinnern errinern
    ersatz ersats
    fahren faren
    gebühr gebür
    gleichzeitig gleichzeitich
    grammatik gramatik
    hoffentlich hoffendlich
    interesse intresse
    karussell karusell
    kommentar komentar
    kommission komission
    konto konnto
    lebensmittel lebenmittel
    lizenz lizens
    möglichkeit möglichkeid
    paket packet
    passiert pasiert
    projekt projeckt
    reparatur repparatur
    rechnung rechung
    satellit sattelit
    schließlich schlieslich
    selbstständig selbständig
    sympathisch symphatisch
    terrasse terasse
    toleranz tolleranz
    trotzdem trozdem
    überweisung überweißung
    unterschied unterschiet
    versehentlich versehendlich
    verständnis verständniss
    vielleicht vieleicht
    widerspruch wiederspruch
    widerspiegeln wiederspiegeln
    zumindest zumindestens
    zurück zurrück
    """
}
