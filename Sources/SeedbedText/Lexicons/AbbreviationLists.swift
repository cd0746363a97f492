/// The lists behind `Abbreviations`: a long form, a sign, its short forms.
///
/// `=` goes both ways; `>` only shortens, since the short form may mean something else; `<` only spells
/// out, since shortening would hide a negation. A digit must follow a short form with `#`.
enum AbbreviationLists {
  static let english = """
    please = pls plz
    thanks = thx tnx
    thank you = ty
    you = u
    your > ur
    you are > ur
    are > r
    why > y
    see you = cya
    because = bc cuz coz
    before = b4
    between = btwn
    with > w/
    and > n
    people = ppl
    tomorrow = tmrw tmr
    tonight = tonite 2nite
    today = 2day
    yesterday = yday
    message = msg
    messages = msgs
    account = acct
    accounts = accts
    amount = amt
    payment = pymt
    balance > bal
    transaction = txn
    transactions = txns
    transfer = xfer
    number > no.# num
    password = pwd
    address = addr
    appointment = appt
    approximately = approx
    application = app
    information = info
    identification > id
    reference = ref
    reservation = rsvn
    department = dept
    company > co
    customer = cust
    service = svc
    manager = mgr
    management = mgmt
    government = govt
    international = intl
    minimum > min
    maximum > max
    minutes > mins
    minute > min
    hours = hrs
    hour > hr
    seconds > secs
    week > wk
    weeks = wks
    month > mo
    months > mos
    year > yr
    years = yrs
    morning > morn
    weekend = wknd
    monday > mon
    tuesday = tue
    wednesday > wed
    thursday = thu
    friday = fri
    saturday > sat
    sunday > sun
    january > jan
    february = feb
    august = aug
    september = sept
    october = oct
    november = nov
    december > dec
    street > st
    avenue = ave
    road > rd
    building = bldg
    apartment > apt
    quantity = qty
    package = pkg
    delivery = dlvry
    received = recd
    request > req
    requirements = reqs
    required = reqd
    available = avail
    temporary > temp
    original > orig
    document > doc
    documents = docs
    picture > pic
    pictures = pics
    photos > pics
    favorite = fave
    probably = prolly
    really = rly
    about = abt
    great = gr8
    later = l8r
    wait > w8
    okay > ok k
    something = smth
    someone > sb
    everyone = every1
    though = tho
    through = thru
    enough > nuff
    question > q
    questions > qs
    versus = vs
    regarding > re
    by the way = btw
    as soon as possible = ASAP
    for your information = FYI
    in my opinion = imo
    to be honest = tbh
    i do not know < idk
    let me know = lmk
    right now = rn
    as far as i know = afaik
    talk to you later < ttyl
    oh my god = omg
    laughing out loud < lol
    be right back = brb
    on my way = omw
    never mind < nvm
    no problem < np
    direct message = dm
    frequently asked questions = FAQ
    credit card > cc
    debit card > dc
    customer service > cs
    automated teller machine > ATM
    et cetera = etc
    """

  static let spanish = """
    que = q k
    qué = q
    por favor = xfa pf porfa
    también = tb tmb
    porque = xq pq
    por qué = xq
    por > x
    para > pa
    mensaje = msj
    mensajes = msjs
    teléfono = tel tfno
    número > núm nº#
    gracias = grcs grx
    saludos = salu2
    besos > bss
    bueno > bno
    buenos días > bd
    nada > na
    todo > to
    mucho = mxo
    muchas gracias = mgrx
    estoy > toy
    estás > tas
    hasta luego > hl
    nos vemos = nv
    mañana = mñn
    fin de semana = finde
    información = info
    dirección > dir
    cuenta > cta
    transferencia = transf
    cantidad > cant
    factura > fact
    departamento = dpto
    departamento > depto
    avenida = avda
    calle > c/
    doctor = dr
    señor = sr
    señora = sra
    usted = ud
    ustedes = uds
    aproximadamente = aprox
    ejemplo > ej
    por ejemplo > p.ej.
    kilómetros > km
    minutos > min
    horas > h
    semana > sem
    años > a
    documento = doc
    fotografía = foto
    televisión = tele
    cumpleaños = cumple
    universidad = uni
    profesor = profe
    compañero = compa
    te quiero mucho = tqm
    """

  static let french = """
    s'il vous plaît = svp
    s'il te plaît = stp
    bonjour = bjr
    bonsoir = bsr
    merci = mci
    beaucoup = bcp
    quelque chose = qqch
    quelqu'un = qqn
    quelques > qq
    c'est > c
    pourquoi = pk
    parce que = pcq
    toujours = tjs
    tout le monde = tlm
    aujourd'hui = ajd
    demain > dm
    message = msg
    téléphone = tél
    numéro > n°#
    madame = mme
    monsieur > m.
    désolé = dsl
    salut = slt
    problème > pb
    dans > ds
    avec > av
    pour > pr
    vous > vs
    nous > ns
    avant > avt
    développement = dév
    information = info
    adresse = adr
    ordinateur = ordi
    appartement = appart
    restaurant = resto
    à plus tard > a+
    je ne sais pas < jsp
    mort de rire = mdr
    """

  static let german = """
    mit freundlichen Grüßen = mfg
    liebe Grüße > lg
    viele Grüße = vg
    zum beispiel > z.B.
    und so weiter = usw
    das heißt > d.h.
    beziehungsweise = bzw.
    vielleicht = vllt
    nummer > nr#
    Telefon = tel
    telefonnummer > tel-nr
    straße > str
    nachricht > msg
    danke > thx
    circa > ca
    ungefähr > ca
    eventuell = evtl
    gegebenenfalls = ggf
    inklusive = inkl
    exklusive = exkl
    abteilung > Abt.
    montag > mo
    dienstag > di
    mittwoch > mi
    donnerstag > do
    freitag > fr
    samstag > sa
    sonntag > so
    minuten > min
    stunden > std
    sekunden > sek
    wochenende > we
    Informationen = Infos
    Universität = Uni
    fahrrad > rad
    auf wiedersehen > aw
    guten morgen > gm
    gute Nacht = gn8
    """
}
