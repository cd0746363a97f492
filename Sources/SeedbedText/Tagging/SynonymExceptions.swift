/// English words that have no synonyms here, and are none.
///
/// They were found by reading what was proposed for real texts: a dictionary has them in one
/// meaning, but people use them in another, in set phrases, or with other complements.
enum SynonymExceptions {
  /// Words that are left alone, and are not put in.
  static func hasNone(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word must not take the place of another.
  static func parts(_ word: String, _ other: String) -> Bool {
    oddities.contains(other) || pairs.contains(word + " " + other)
  }

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(separator: "\n").joined(separator: " ").split(separator: " ").map(String.init))
  }

  private static let words = set(
    """
    someone somebody anyone anybody everyone everybody something anything everything person people
    thing things one ones other others way time times kind sort say state mind step country soon
    away forth please like flat want use place joke link commission fiat papers regard regarding
    concerned concerning help go get live apply expire salary mean extra red activate spark leaf
    leaves pants dice die alien existence being approach gone pay withdraw enjoy john figure
    understanding news poor spread survey central bar guide jump look unite mars discount
    building report note job part lid damn partner commit challenge pursue suit secure twist speak
    mouth dispute embrace behavior
    """
  )

  /// Words that few people would use for what they stand for.
  private static let oddities = set(
    """
    engineering transportation uptake queer gay populate perish battle exclusively miss elderly
    dwelling conception existence manpower hurt crimson surplus chore cheery invariably grouping
    apparatus furnish babe papa velocity transcend foliage mins instal kinda metropolis clump
    merchandise locality determination affirm menace inquire pen reckon ethnic respective salvage
    procure fig growing tidings travel piteous puncher fete cardinal saloon espouse snub comic
    comprise prey framework colony freight min accommodate apprehension goddamn
    ascertain beast recollect icebox slugger integrity fancy
    forestall bask savor fiscal potentiality schoolroom clearness singular sec interlace expound
    """
  )

  /// Pairs that share a first meaning in the dictionary but seldom in use, word and other.
  private static let pairs: Set<String> = [
    "alone solely", "consumption intake", "print publish", "publish print", "delicious delightful",
    "analyze study", "engagement battle", "thought guess", "think guess", "answer reply",
    "easily easy", "sure surely", "single individual", "individual single", "average mean",
    "terrible frightening", "cloth textile", "fabric textile", "injury hurt", "mistake fault",
    "outdoors outside", "finding determination", "war warfare", "write pen", "total full",
    "entire full", "fully full", "wonderful tremendous", "tremendous wonderful", "unity integrity",
    "schedule agenda", "ensure assure", "director manager", "manager director",
    "imagination imagery",
    "entire total", "total entire", "class grade", "class category", "territory district",
    "development evolution", "stimulus stimulation", "universe world", "world universe",
    "altogether wholly", "plan program", "program plan", "mix fuse", "tune melody",
    "really actually", "describe report", "message content", "looking seeming", "adopt espouse",
  ]
}
