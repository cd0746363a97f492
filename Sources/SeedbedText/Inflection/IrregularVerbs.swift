/// English verbs whose past or past participle is not the base with "-ed".
enum IrregularVerbs {
  /// The past and past participle by base form; variants are left out.
  static let forms: [String: (past: String, participle: String)] = {
    var forms: [String: (past: String, participle: String)] = [:]
    for entry in list.split(separator: "\n") {
      let words = entry.split(separator: " ").map(String.init)
      if words.count == 3 { forms[words[0]] = (words[1], words[2]) }
    }
    return forms
  }()

  /// The past participles, for telling "has" from "is" before them.
  static let participles = Set(forms.values.map(\.participle))

  private static let list = """
    arise arose arisen
    bear bore borne
    beat beat beaten
    become became become
    begin began begun
    bend bent bent
    bet bet bet
    bind bound bound
    bite bit bitten
    bleed bled bled
    blow blew blown
    break broke broken
    breed bred bred
    bring brought brought
    build built built
    burst burst burst
    buy bought bought
    cast cast cast
    catch caught caught
    choose chose chosen
    cling clung clung
    come came come
    cost cost cost
    creep crept crept
    cut cut cut
    deal dealt dealt
    dig dug dug
    do did done
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed fed
    feel felt felt
    fight fought fought
    find found found
    flee fled fled
    fling flung flung
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    give gave given
    go went gone
    grind ground ground
    grow grew grown
    have had had
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    hurt hurt hurt
    keep kept kept
    know knew known
    lay laid laid
    lead led led
    leave left left
    lend lent lent
    let let let
    lose lost lost
    make made made
    mean meant meant
    meet met met
    overcome overcame overcome
    pay paid paid
    prove proved proven
    put put put
    quit quit quit
    read read read
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shake shook shaken
    shed shed shed
    shoot shot shot
    show showed shown
    shrink shrank shrunk
    shut shut shut
    sing sang sung
    sink sank sunk
    sit sat sat
    sleep slept slept
    slide slid slid
    speak spoke spoken
    spend spent spent
    spin spun spun
    split split split
    spread spread spread
    spring sprang sprung
    stand stood stood
    steal stole stolen
    stick stuck stuck
    sting stung stung
    strike struck struck
    swear swore sworn
    sweep swept swept
    swim swam swum
    swing swung swung
    take took taken
    teach taught taught
    tear tore torn
    tell told told
    think thought thought
    throw threw thrown
    understand understood understood
    undertake undertook undertaken
    undo undid undone
    upset upset upset
    wear wore worn
    weep wept wept
    win won won
    wind wound wound
    withdraw withdrew withdrawn
    withhold withheld withheld
    withstand withstood withstood
    write wrote written
    """
}
