/// Words that say what stands beside them.
enum CueWords {
  static let lists: [(String, WordFlags)] = [
    (honorifics, .honorific), (calendarMonths + " sept", .month), (calendarDays, .weekday),
    (particles, .particle),
    (phone, .phoneCue), (speech, .speechVerb), (verbs, .verb),
    (placePrepositions, .placePreposition),
    (persons, .personCue), (kin, .kin), (placeVerbs, .placeVerb), (cards, .cardCue),
    (ages, .ageCue),
    (greetings, [.greeting, .common]), (domains, .topLevelDomain),
    (wordlikeDomains, .wordlikeDomain),
    (identity, .identityCue), (secrets, .secretCue), (postal, .postalCue), (placeNouns, .placeNoun),
    (arrivals, .addressCue), (names, .nameCue), (dayParts, .dayPart), (years, .yearCue),
    (licenses, .licenseCue), (professions, .profession), (schemes, .scheme),
    (secretPrefixes, .secretPrefix),
  ]

  private static let honorifics = """
    mr mrs ms miss mx dr prof professor sir madam madame dame herr frau señor señora señorita sr sra
    srta don doña monsieur mme mlle signor signora sig dott fr rev reverend capt captain lt col sgt
    doctor mijnheer mevrouw pan pani senhor senhora
    """
  /// Twelve for each language, in the order of the year.
  static let calendarMonths = """
    january february march april may june july august september october november december
    jan feb mar apr may jun jul aug sep oct nov dec
    januar februar märz april mai juni juli august september oktober november dezember
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    januari februari maart april mei juni juli augustus september oktober november december
    """
  /// Seven for each language, from Monday on.
  static let calendarDays = """
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag
    samstag sonntag lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi
    vendredi samedi dimanche lunedì martedì mercoledì giovedì venerdì maandag dinsdag woensdag donderdag
    vrijdag zaterdag zondag
    """
  private static let particles = """
    de del della di da dos das do du des la le las los van z u von der den ter ten zu zur el al bin ibn ben
    abu nad pod sur sous les und y e av af á i
    """
  private static let phone = """
    phone telephone tel mobile cell cellphone fax call called calling ring text sms whatsapp dial number
    contact desk office landline handy telefon telefonnummer teléfono móvil téléphone portable telefono
    cellulare telefone telefoon reach answering registered messages message no ph mob hotline
    """
  private static let speech = """
    says said asks asked shouts shouted tells told replies replied writes wrote speaks spoke explains
    explained adds added answers answered claims claimed sings sang thinks thought whispered yelled
    argued insists insisted laughed smiled nodded sighed announced tweeted
    """
  private static let verbs = """
    is was has had will would does did can could should lives lived works worked wants wanted needs
    likes loves loved plays played goes went came comes gave gives took takes made makes employs runs
    ran met meets wins won flew flies moved called calls sent sends bought arrived joined leads led
    left got gets knows knew looks looked are were been being be bought shouted directed starring
    """
  private static let placePrepositions = """
    in from to at near around via through leaving visiting visit toward towards outside across within
    nach aus bei à en depuis vers desde hacia hasta naar uit w z do på i från til fra
    """
  private static let persons = """
    called named starring featuring producer songwriter director author actor actress singer player
    president senator minister drummer guitarist artist writer poet painter novelist coach manager
    chairman chairwoman candidate mayor governor judge patient attorney detective officer agent signed
    attn regards sincerely cheers yours met married welcome alias aka meet early
    """
  private static let kin = """
    brother sister mother father mom mum dad wife husband son daughter friend boss uncle aunt cousin
    nephew niece grandmother grandfather grandma grandpa partner girlfriend boyfriend fiancé fiancée
    colleague neighbor neighbour roommate kid
    """
  private static let placeVerbs = """
    live lives lived living move moved moving flew fly flies flying travel travels traveled travelled
    traveling travelling went go goes going coming come came drove drive trip born based located
    originally raised resident native originating arrived stay stayed staying vacation relocate
    relocated wohne wohnt lebe lebt vivo vive vivir habite viviendo abito woon woont
    """
  private static let cards =
    "card credit debit visa mastercard amex cc tarjeta carte karte kreditkarte"
  private static let ages = "aged age turned turn turning edad âge alter"
  private static let greetings = """
    hi hello hey dear thanks thank greetings hola bonjour hallo ciao estimado estimada liebe lieber cher
    chère caro cara morning evening afternoon bye goodbye
    """
  private static let domains = """
    com org net edu gov mil int info biz io dev app ai co uk de fr es pl cz dk se nl ch hu br au ca ru
    cn jp kr ua gr pt fi ro bg hr si sk lt lv ee ie nz za mx ar cl pe uy tr gl fo xyz online shop site
    tech blog cloud store mobi cat eu cat tv cc
    """
  private static let wordlikeDomains = "it no is in at be to so us me my am pm do la id by name"
  private static let identity = """
    ssn social security sin nino insurance nhs dni nie nif nir insee sécurité steuer steuerid tax tin
    idnr fiscale codice aadhaar uid cpf bsn pesel passport identity identification id taxpayer number
    """
  private static let secrets = """
    password passwd pwd passphrase passcode secret token apikey api_key bearer authorization credential
    credentials contraseña passwort kennwort
    """
  private static let postal = "zip zipcode postcode postal plz cap postleitzahl cp cep"
  private static let placeNouns =
    "city town village state country capital province county district island"
  private static let arrivals =
    "address addresses dirección adresse anschrift indirizzo adres endereço"
  private static let names = "name surname nombre nom nome naam imię jméno"
  private static let dayParts = "am pm noon midnight morning evening afternoon oclock"
  private static let years = """
    in since until before after during by of year circa around summer winter spring autumn fall from
    dans en seit bis desde nel jahr año
    """
  private static let licenses = "license licence licenses dl permit"
  private static let schemes = "http https ftp sftp www"
  private static let secretPrefixes = """
    ghp gho ghs ghu ghr github sk pk rk xoxb xoxp xoxa xoxr xoxs ya29 glpat npm sg hf pypi dop shpat
    whsec begin
    """
  private static let professions = """
    accountant actor actress actuary administrator adviser advisor agent analyst architect artist
    assembler assistant associate attendant attorney auditor author baker banker barber barista
    bartender biologist bookkeeper broker builder butcher buyer carpenter cashier chef chemist clerk
    coach collector conductor consultant contractor controller coordinator counselor courier curator
    dentist designer detective developer dietitian director dispatcher doctor driver economist editor
    electrician engineer estimator examiner farmer firefighter fisherman fumigator geologist guard
    gardener hairdresser inspector installer instructor interpreter investigator janitor jeweler
    journalist judge laborer lawyer lecturer librarian locksmith machinist manager mason mechanic
    midwife model musician nurse officer operator optician optometrist painter paralegal paramedic
    pharmacist photographer physician physicist pilot planner plumber policeman porter producer
    professor programmer psychologist psychiatrist receptionist recruiter reporter researcher roofer
    sailor salesman salesperson saleswoman scientist secretary singer sociologist specialist
    statistician supervisor surgeon surveyor tailor teacher technician technologist therapist trader
    trainer translator tutor veterinarian waiter waitress watchman weaver welder worker writer ceo cto
    cfo representative setter tender repairer cleaner helper maker dealer
    """
}
