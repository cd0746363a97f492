/// Everyday English words that often stand at the start of a sentence or in a title, so that their
/// capital says nothing.
enum CommonWords {
  static let everyday = """
    able absolutely accept access according account accounts act action active activity actually add
    additional address adventure after afternoon again against age agree air all allow almost alone
    along already alright although always amazing amount animal animation announcement annual another
    answer any anybody anyone anything anyway apart apologies app apparently appeal apply appointment
    approximately area arguably around arrive art article ask assume attached attention audio author
    autumn available avenue average avoid awarded away baby back bad bag ball band bank bar base basic
    basically battery be beautiful because become bed been before begin behind believe below beneath
    besides best better between beyond big bill billing bird birth birthday block blog blood blue board
    body book border born both bottom box boy boys branch brand brave break breakfast brief bring
    broken brother brown budget build building bus business but buy by cake call called calling calls
    came camera can cancel cannot car card care careful case cash cat cause cell center central
    century certain certainly challenge chance change chapter charge charges chat check cheers chicken
    chief child children choose city class classic clean clear clearly click close coach code coffee
    cold collect college color colour come comedy coming comment common community company compare
    complete computer concert conclusion conference confirm congrats congratulations connect consider
    contact content continue control conversation cook cool copy corner correct cost could country
    couple course court create credit cry culture current currently customer cut daily dance dark data
    date daughter day days deal death debt decided deep definitely delivery department depends describe
    description desk despite detail details did difference different digital dinner direct directed
    direction director discipline discount discover discuss district do doctor document documents does
    dog doing door double down dozens drama draw dream drink drive driver drop due during each early
    earth east easy eat economy edge edit education effort eight either electric element eleven else
    email emails employee empty end energetic energy engine enjoy enough ensure enter entire entry
    environment equal error especially essentially estimate eve even evening event eventually ever
    every everybody everyone everything everywhere evil exactly example excellent except excited
    exciting excuse exercise expect experience experienced explain eye face fact factory fair fall
    family famous fan fantastic far farewell fast father fathers favorite favourite fax fear feature
    features feel feeling feet fell few field fifth fight figure file files fill film final finally
    find fine finish fire first fish five fix flight floor flow flower fly follow following food foot
    for force foreign forget form former fortunately forward found four fourth free french fresh friend
    friends from front fruit full fun funny further furthermore future game games garden gas gave
    general generally get getting gift girl girls give given giving glad go god going gold gone good
    goodbye got government grand great green greetings ground group grow guess guest guide guy guys had
    hair half hall hand hands happen happy hard hardly has have having he head health hear heard heart
    heavy hello help helped hence her here high highlights hill him his historically history hit hold
    holiday holidays home honestly hope hopefully horror hospital hot hotel hour hours house how however
    huge human hundred hundreds hundred husband ice idea ideas if image imagine immediately important
    in include includes including income increase indeed indoor industry info information initially
    inject inside instead interest interested interesting international internet introduction invoice
    is island issue issues it item items its job join joined journal journey judge jump june just keep
    key kid kids kill killed kind king kitchen know lady lake land language large last lastly late
    later latest law lawyer lead learn least leave left legal lesson let letter level liberty library
    life light like likewise limited line link list listen literally little live lives living load
    local location log login long look looking lord lose loss lost lot lots loud love low luck lucky
    lunch machine magazine mail main maintenance major make makes making man manager many map mark
    market match matter may maybe me meal mean means meanwhile media medical medicine meet meeting
    member members memory men mental mention menu mere merry message messages method middle might mile
    military million mind mine minister minor minute minutes miss missing mission mobile mode model
    modern moment money month months moon more moreover morning most mostly mother mountain mouth move
    moved movie movies moving much multiple music musical must my mystery name namely names nation
    national natural naturally nature near nearby nearly necessary need needs neither network never
    nevertheless new news next nice night nine no nobody none noon nor normal normally north not note
    notes nothing notice now number numbers obviously of off offer office officer official often oh oil
    ok okay old on once one ones online only onto open opening operation option or orange order orders
    original originally other others otherwise our out outdoor outside over overall own pack page paid
    pain pair paper parents park part partner parts party pass passport password past patient pay
    payment peace people per percent perfect perhaps period person personal personally phone photo
    physical pick picture piece pin pink place plan plane plant play played player please plenty plus
    point points policy political poor pop popular position possible possibly post power practice
    precisely prepare present presumably pretty previous previously price print prior private probably
    problem process producer product products profile program project promised properly property
    provide providing public pull purchase purple purpose push put quality queen question questions
    quick quickly quiet quite quote radio rain random rate rather reach read reading ready real really
    reason recent recently record red reference regarding regardless regards region register related
    relationship release religion remember remind remove rent repeat reply report request require
    research reservation response rest restaurant result results return review rich right ring rise
    river road rock role room round rule run running sad safe safety said sale sales salesperson same
    save saw say saying says school science sea search season seat second secondly secret section
    secure security see seem seems seen select self sell send sending senior sent separate series
    serious seriously service services set seven several shall she ship shoes shop short shot should
    show sick side sign similar similarly simple simply since sincerely single sir sister sit site six
    size skills skin sky sleep slow slowly small smart snow so social society soft some somebody
    somehow someone something sometimes somewhere son song songs soon sorry sort soul sound source
    south space speak special specifically speed spend sport spring square staff stage stand standard
    star start started starting state statement station status stay step still stop store story
    straight strange street strong student students studio study stuff style subject subscription
    success such suddenly sugar suggest suit summary summer sun sunday support supposedly suppose sure
    surely surprisingly suspense sweet system table take taken talk taste tax tea teacher team tech
    technical technically technology telephone television tell ten term terms test text than thank
    thankfully thanks that the theater theatre their them then theoretically there therefore these they
    thing things think third thirdly this those though thought thousand thousands three through
    throughout thus ticket time times tip tired title to today together told tomorrow tonight too took
    tool top topic total touch toward town toy track trade tradition traditional traffic train
    transaction transfer travel tree trip trouble truck true truly trust truth try trying turn twelve
    twice two type typically ultimately under understand unemployed unfortunately unique university
    unless unlike until up update upon us use used user useful users using usually vacation valid value
    various vegetable version very via video view village visit voice vote wait waiting walk wall want
    wanted war warm warning was wash watch water way we weak wear weather web website wedding week
    weekend weekly weeks weight welcome well went were west western what whatever when whenever where
    whereas wherever whether which while white who whoever whole whom whose why wide wife wild will wind
    window winner winter wisdom wish with within without woman women wonder wonderful wood word words
    work worked working works world worry worse worst worth would write writer writing written wrong
    year years yellow yes yesterday yet you young your yours yourself zero zip
    bridge lost unlike corner blink hobbits star novel lyrics devil lord bible christmas easter internet
    santa halloween thanksgiving ramadan hanukkah wifi online atm api url html http https pdf faq ceo cfo
    cto hr it usd eur gbp tv dvd cd pc id ssn iban bic vat cc fyi asap eta rsvp dob po apt ext tel
    introduction chapter figure appendix section summary abstract january february friday java python
    javascript linux windows android iphone ipad mac bluetooth english spanish german users select from
    where insert delete update capitalized big three stripes wisdom discipline fuse letter bots bot
    portfolio resume cv linkedin skills hobbies references objective qualifications certifications
    dear regards sincerely best cheers yours kind warm truly respectfully cordially
    """
}
