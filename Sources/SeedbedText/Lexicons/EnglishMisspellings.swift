extension MisspellingLists {
  /// Common misspellings and confused words of English.
  static let english = """
    absence absense abscence
    acceptable acceptible
    accidentally accidently
    accommodate accomodate acommodate
    accommodation accomodation
    achieve acheive
    acknowledge acknowlege
    acquaintance aquaintance
    acquire aquire
    across accross
    address adress addres
    advertisement advertisment
    advice advise
    affect effect
    aggressive agressive
    allowed aloud
    almost allmost
    amateur amature
    analyze analize
    apparent apparant
    apparently apparantly
    appearance appearence
    application aplication
    appointment apointment
    argument arguement
    assistance assistence
    athlete athelete
    attendance attendence
    available availible avaliable availabe
    awful awfull
    balance ballance
    bargain bargin
    because becuase becasue becouse
    beginning begining
    believe beleive belive
    beneficial benificial
    breathe breath
    brilliant brillant
    business buisness bussiness busness
    calendar calender
    cancel cancle
    career carreer
    category catagory
    cemetery cemetary
    changeable changable
    charge chrage
    choose chose
    colleague collegue
    coming comming
    commission comission
    commitment committment
    committee commitee
    comparison comparision
    completely completly
    confirmation confimation
    conscience concience
    conscious concious
    convenient convinient
    correct corect
    could coud
    courier currier
    currency curency
    customer custommer costumer
    decision desicion
    definite definate
    definitely definately definitly defiantly
    delivery delivary
    dependent dependant
    describe discribe
    desperate desparate
    development developement
    difference diffrence
    different diffrent
    disappear dissapear
    disappoint dissapoint
    disappointed dissapointed disapointed
    discount discout
    eighth eigth
    eligible eligable
    embarrass embarass
    embarrassed embarassed
    environment enviroment
    equipment equiptment
    especially expecially
    exaggerate exagerate
    excellent excelent
    except accept
    exchange exhange
    existence existance
    expense expence
    experience experiance
    explanation explaination
    familiar familar
    February Febuary
    finally finaly
    foreign foriegn
    forty fourty
    forward foward
    friend freind
    fulfil fullfil
    further futher
    government goverment
    grammar grammer
    grateful greatful
    guarantee garantee guarentee
    guard gaurd
    guess geuss
    happened happend
    harass harrass
    height heigth
    hopefully hopefuly
    humorous humerous
    identity idenity
    immediate immediat
    immediately immediatly imediately
    incidentally incidently
    independent independant
    insurance insurence
    intelligence inteligence
    interest intrest
    interested intrested
    interrupt interupt
    invoice invioce
    irrelevant irrelevent
    island iland
    its it's
    jewelry jewlery
    knowledge knowlege
    leisure liesure
    length lenght
    liaison liason
    library libary
    license lisence
    likely likley
    loose lose
    lose loose
    lying lieing
    maintenance maintainance maintenence
    management managment
    marriage marrige
    mean meen
    message mesage
    minute minuite
    mischievous mischevious
    misspell mispell
    mortgage morgage
    necessary neccessary necesary neccesary
    neighbor nieghbor
    noticeable noticable
    nuisance nusance
    occasion ocassion occassion
    occasionally occasionaly
    occurred occured
    occurrence occurence
    of off
    official offical
    opinion opinon
    opportunity oppertunity
    original orignal
    outstanding oustanding
    parallel paralel
    parcel parcle
    particularly particulary
    password pasword
    payment paymet
    people poeple
    perform preform
    permanent permanant
    persistent persistant
    personal personel
    piece peice
    possession posession
    possible possable
    preferred prefered
    previous previos
    principal principle
    privilege priviledge
    probably probly
    problem probelm
    product prodcut
    professional proffesional
    promise promiss
    publicly publically
    purchase purchace
    quantity quanity
    questionnaire questionaire
    quiet quite
    quite quiet
    really realy
    receipt reciept
    receive recieve
    received recieved
    recommend recomend reccomend
    reference referance
    referred refered
    refund refud
    relevant relevent
    religious religous
    remember rember
    repetition repitition
    request requst
    reservation resevation
    restaurant restaraunt resturant
    rhythm rythm
    safety saftey
    schedule schedual
    secretary secratary
    security securty
    separate seperate
    separately seperately
    service servise
    several severel
    shipping shiping
    similar similer
    sincerely sincerly
    speech speach
    statement statment
    strength strenght
    subscription subscribtion
    successful succesful sucessful
    supersede supercede
    sure shure
    surprise suprise
    technical tecnical
    temperature temprature
    than then
    their there thier
    there their
    they're their
    thorough through
    though thou
    threshold threshhold
    through threw
    together togther
    tomorrow tommorow tommorrow
    too to
    transfer transfere tranfer
    transferred transfered
    truly truely
    unfortunately unfortunatly
    unnecessary unnecesary
    until untill
    usable useable
    usually usualy
    vacuum vaccum
    vehicle vehical
    visible visable
    warranty warrenty
    weather wether whether
    Wednesday Wensday
    weird wierd
    welcome wellcome
    where were
    whether wether
    which wich
    whole hole
    withdrawal withdrawl
    writing writting
    wrong worng
    your you're
    you're your
    """
}
