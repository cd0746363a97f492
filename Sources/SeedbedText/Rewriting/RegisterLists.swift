/// The lists behind `Register`: what stands in the text, a sign, what may stand there instead.
///
/// `^` marks what counts only at the start of a sentence, `!` a phrase that is left alone although its
/// words are listed. Inflected forms are listed one by one, so that what comes in fits where it comes.
/// Pronouns of address (tú, usted; tu, vous; du, Sie) are never touched: they would need every verb of
/// the text.
enum RegisterLists {
  typealias Lists = (formal: String, casual: String)

  static let english: Lists = (
    formal: """
    get back to = reply to
    find out if = determine whether
    find out why = determine why
    look into = investigate
    looking into = investigating
    looked into = investigated
    need = require
    needs = requires
    needed = required
    ! need to
    ! needs to
    ! needed to
    ! need not
    ! need for
    ! no need
    ! in need
    ! the need
    ! a need
    ! the needs
    ! special needs
    need help = require assistance
    help me = assist me
    your help = your assistance
    to buy = to purchase
    buying = purchasing
    bought = purchased
    ask for = request
    asked for = requested
    asking for = requesting
    let me know if = inform me if | advise me whether
    to start = to commence
    want to = wish to
    wanna = want to | wish to
    gonna = going to
    i gotta = I have to
    lots of = plenty of
    a lot of = plenty of
    kids = children
    ^ thanks = thank you
    ! thanks to
    ^ hi = good day
    ^ hey = good day
    because of = on account of
    question about = question regarding | question concerning
    questions about = questions regarding | questions concerning
    information about = information regarding | information concerning
    to fix = to rectify | to resolve
    fixing = rectifying | resolving
    right away = immediately
    at once = immediately
    asap = as soon as possible
    right now = at present
    these days = at present
    maybe = perhaps
    really = truly
    ! not really
    the wrong = the incorrect
    phone = telephone
    ! phone me
    fridge = refrigerator
    bike = bicycle
    photo = photograph
    photos = photographs
    my money back = my reimbursement
    gotten = received
    so far = to date
    up to now = to date
    """,
    casual: """
    to purchase = to buy
    purchased = bought
    i received = I got
    i receive = I get
    to receive = to get
    didn't receive = didn't get
    don't receive = don't get
    obtain = get
    obtained = got
    require = need
    requires = needs
    required = needed
    to request = to ask for
    assist = help
    assisted = helped
    assistance = help
    inform me if = let me know if | tell me if
    provide me with = give me
    commence = start
    terminate = end
    terminated = ended
    attempted to = tried to
    additional = extra
    sufficient = enough
    regarding = about
    in order to = to
    prior to = before
    immediately = right away | straight away
    incorrect = wrong
    children = kids
    television = TV
    telephone = phone
    photograph = photo
    photographs = photos
    refrigerator = fridge
    bicycle = bike
    advertisement = ad
    ^ thank you = thanks
    ^ good morning = hi | hey
    ^ good afternoon = hi | hey
    ^ good evening = hi | hey
    ^ hello = hi | hey
    i would like to = I want to | I wanna
    i'd like to = I want to | I wanna
    want to = wanna
    going to be = gonna be
    going to get = gonna get
    going to have = gonna have
    going to make = gonna make
    going to go = gonna go
    going to buy = gonna buy
    going to take = gonna take
    going to see = gonna see
    going to use = gonna use
    i have to = I need to | I gotta
    ! have to do
    a great deal of = loads of
    perhaps = maybe
    very = really
    ! very much
    ! the very
    ! very few
    ! very little
    extremely = really | super
    wish to = want to
    as soon as possible = asap
    at your earliest convenience = asap
    ^ yes = yeah | yep
    my mother = my mom
    my father = my dad
    delighted = thrilled
    acquire = get
    reimbursement = money back
    """
  )

  static let spanish: Lists = (
    formal: """
    pedir = solicitar
    pido = solicito
    pedí = solicité
    comprar = adquirir
    compré = adquirí
    arreglar = solucionar
    mandar = enviar
    mandé = envié
    empezar = comenzar
    tele = televisión
    foto = fotografía
    fotos = fotografías
    móvil = teléfono móvil
    ! teléfono móvil
    ^ hola = buenos días
    ^ gracias = muchas gracias
    ! gracias a
    porque = puesto que | dado que
    ahora mismo = en este momento
    ya mismo = de inmediato
    enseguida = de inmediato
    un montón de = una gran cantidad de
    curro = trabajo
    ^ vale = de acuerdo
    ^ ok = de acuerdo
    quiero = deseo | quisiera
    ! te quiero
    ! quiero que
    """,
    casual: """
    solicitar = pedir
    solicito = pido
    solicité = pedí
    adquirir = comprar
    adquirí = compré
    comenzar = empezar
    televisión = tele
    fotografía = foto
    fotografías = fotos
    ^ buenos días = hola
    ^ buenas tardes = hola
    puesto que = porque
    dado que = porque
    en este momento = ahora mismo
    de inmediato = ya mismo | enseguida
    inmediatamente = ya mismo | enseguida
    acerca de = sobre
    con respecto a = sobre
    quisiera = quiero
    ! si quisiera
    ! quisiera que
    desearía = quiero
    deseo = quiero
    ! el deseo
    ! un deseo
    ! mi deseo
    ^ de acuerdo = vale
    por favor = porfa
    dinero = pasta
    una gran cantidad de = un montón de
    """
  )

  static let french: Lists = (
    formal: """
    ^ salut = bonjour
    acheter = acquérir
    boulot = travail
    télé = télévision
    resto = restaurant
    ordi = ordinateur
    frigo = réfrigérateur
    tout de suite = immédiatement
    ok = d'accord
    ça = cela
    ! ça y
    je veux = je souhaite
    plein de = beaucoup de
    """,
    casual: """
    ^ bonjour = salut
    ^ bonsoir = salut
    acquérir = acheter
    travail = boulot
    télévision = télé
    restaurant = resto
    ordinateur = ordi
    réfrigérateur = frigo
    immédiatement = tout de suite
    d'accord = ok
    cela = ça
    souhaiterais = voudrais
    je souhaite = je veux
    beaucoup de = plein de
    """
  )

  static let german: Lists = (
    formal: """
    kriegen = erhalten
    kriege = erhalte
    bekommen = erhalten
    bekomme = erhalte
    kaufen = erwerben
    gekauft = erworben
    ^ hallo = guten Tag
    ^ hi = guten Tag
    ^ danke = vielen Dank
    sofort = umgehend
    handy = Mobiltelefon
    auto = Fahrzeug
    kaputt = defekt
    toll = hervorragend
    wegen = aufgrund
    ! von wegen
    """,
    casual: """
    erhalten = bekommen
    erhalte = bekomme
    erwerben = kaufen
    erworben = gekauft
    ^ guten tag = hallo
    ^ guten morgen = moin | hallo
    ^ guten abend = hallo
    ^ vielen dank = danke
    umgehend = sofort
    unverzüglich = sofort
    mobiltelefon = Handy
    fahrzeug = Auto
    defekt = kaputt
    hervorragend = toll
    aufgrund = wegen
    """
  )
}
