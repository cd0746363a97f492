import SeedbedKernels

/// Made-up values as a field's name suggests them, from small lists of our own.
enum FieldWords {
  /// A text for a field; a few plain words where its name says nothing.
  static func text(for name: FieldName, number: Int, random: inout CounterRandom) -> String {
    if name.has("email", "mail") { return email(&random) }
    if name.has("phone", "telephone", "tel", "mobile", "fax") { return phone(&random) }
    if name.has("url", "uri", "website", "link", "homepage") {
      return "https://www.\(slug(pick(companies, &random))).example/\(pick(things, &random))"
    }
    if name.has("zip", "postcode", "zipcode", "postal") { return digits(5, &random) }
    if name.has("currency") { return pick(["EUR", "USD", "GBP", "CHF"], &random) }
    if name.has("country", "nation"), name.has("code") {
      return pick(["DE", "ES", "FR", "GB", "IT", "PT", "US"], &random)
    }
    if name.has("username", "login", "handle") {
      return slug(pick(given, &random)) + digits(2, &random)
    }
    if name.ends(in: "id", "uuid", "key", "ref", "reference", "sku", "code", "number", "no") {
      return code(name, number, &random)
    }
    if name.ends(in: "date", "day", "birthday", "birthdate", "dob", "since", "until", "deadline") {
      return FormatValues.date(&random)
    }
    if name.ends(in: "at", "timestamp", "datetime") {
      return FormatValues.date(&random) + "T" + FormatValues.clock(&random) + "Z"
    }
    if name.ends(in: "time", "hour") { return String(FormatValues.clock(&random).prefix(5)) }
    if name.has("first", "given", "forename", "firstname") { return pick(given, &random) }
    if name.has("last", "surname", "family", "lastname") { return pick(surnames, &random) }
    if name.has("city", "town", "location", "place", "origin", "destination", "birthplace") {
      return pick(cities, &random)
    }
    if name.has("country", "nation") { return pick(countries, &random) }
    if name.has("street", "address", "road") {
      return "\(1 + random.index(below: 180)) \(pick(streets, &random))"
    }
    if name.has("company", "organisation", "organization", "employer", "vendor", "supplier") {
      return pick(companies, &random) + " " + pick(["Ltd", "GmbH", "Inc", "& Sons"], &random)
    }
    if name.has("product", "item", "article", "model", "goods") {
      return pick(qualities, &random) + " " + pick(things, &random)
    }
    if name.has("language", "lang", "locale") { return pick(["en", "es", "fr", "de"], &random) }
    if name.has("colour", "color") { return pick(colours, &random) }
    if name.has("status", "state", "stage") {
      return pick(["open", "in progress", "on hold", "done", "cancelled"], &random)
    }
    if name.has("priority", "severity", "level") {
      return pick(["low", "normal", "high", "urgent"], &random)
    }
    if name.has("job", "role", "profession", "occupation") { return pick(jobs, &random) }
    if name.has("department", "team", "unit") {
      return pick(["sales", "support", "finance", "logistics", "research"], &random)
    }
    if name.has("gender", "sex") { return pick(["female", "male", "other"], &random) }
    if name.has("description", "comment", "comments", "note", "notes", "message", "text", "body")
      || name.has("summary", "remark", "reason", "details", "instructions", "feedback")
    {
      return sentence(&random)
    }
    if name.has("title", "subject", "headline") {
      return "The " + pick(qualities, &random) + " " + pick(things, &random)
    }
    if name.has(
      "name",
      "fullname",
      "customer",
      "person",
      "author",
      "owner",
      "contact",
      "guest",
      "patient"
    )
      || name.has("user", "employee", "client", "recipient", "sender", "signer", "member")
    {
      return pick(given, &random) + " " + pick(surnames, &random)
    }
    return pick(qualities, &random) + " " + pick(things, &random)
  }

  /// Where numbers of a field usually are, with how many digits behind the point.
  static func range(for name: FieldName) -> (range: ClosedRange<Int>, scale: Int) {
    if name.has("age") { return (18...90, 0) }
    if name.has("year") { return (1990...2026, 0) }
    if name.has("month") { return (1...12, 0) }
    if name.has("day") { return (1...28, 0) }
    if name.has("price", "amount", "total", "cost", "fee", "balance", "subtotal", "tax") {
      return (1...2000, 2)
    }
    if name.has("salary", "income", "budget", "revenue") { return (20_000...120_000, 2) }
    if name.has("percent", "percentage", "discount", "rate", "share") { return (0...100, 1) }
    if name.has("rating", "stars") { return (1...5, 1) }
    if name.has("score", "probability", "confidence") { return (0...1, 2) }
    if name.has("latitude", "lat") { return (-90...90, 4) }
    if name.has("longitude", "lon", "lng") { return (-180...180, 4) }
    if name.has("quantity", "count", "qty", "guests", "people", "items", "seats") {
      return (1...20, 0)
    }
    if name.has("weight", "height", "length", "width", "distance", "size", "depth") {
      return (1...200, 1)
    }
    if name.has("temperature") { return (-20...40, 1) }
    if name.has("port") { return (1024...49151, 0) }
    return (0...1000, 2)
  }

  /// A sentence that says little.
  static func sentence(_ random: inout CounterRandom) -> String {
    let noun = pick(things, &random), quality = pick(qualities, &random)
    switch random.index(below: 6) {
    case 0: return "The \(noun) is \(quality) and works as it should."
    case 1: return "Please send the \(quality) \(noun) to the front desk."
    case 2: return "We had to wait for the \(noun) because the \(pick(things, &random)) was late."
    case 3: return "A \(pick(jobs, &random)) asked for the \(noun) by Friday."
    case 4: return "The \(noun) reached \(pick(cities, &random)) in a \(quality) parcel."
    default: return "Nobody has seen the \(quality) \(noun) since last week."
    }
  }

  // MARK: - Parts

  static func email(_ random: inout CounterRandom) -> String {
    let first = slug(pick(given, &random)), last = slug(pick(surnames, &random))
    return "\(first).\(last)@\(slug(pick(companies, &random))).example"
  }

  private static func phone(_ random: inout CounterRandom) -> String {
    // 555 01xx is kept free for made-up numbers.
    "+1 \(2 + random.index(below: 8))\(digits(2, &random)) 555 01\(digits(2, &random))"
  }

  /// Letters of the field's name and a number that goes up with the record.
  private static func code(
    _ name: FieldName,
    _ number: Int,
    _ random: inout CounterRandom
  ) -> String {
    let word = name.words.first { !["id", "code", "number", "no"].contains($0) } ?? "rec"
    let count = String(1000 &+ (number & 0xFF_FFFF))
    return word.prefix(3).uppercased() + "-" + count + digits(2, &random)
  }

  static func digits(_ count: Int, _ random: inout CounterRandom) -> String {
    (0..<count).map { _ in String(random.index(below: 10)) }.joined()
  }

  private static func slug(_ words: String) -> String {
    words.lowercased().filter { $0.isASCII && $0.isLetter }
  }

  private static func pick(_ words: [String], _ random: inout CounterRandom) -> String {
    random.pick(words) ?? ""
  }

  private static func list(_ words: String) -> [String] {
    words.split(whereSeparator: \.isWhitespace).map { word in
      String(word.map { $0 == "_" ? " " : $0 })
    }
  }

  private static let given = list(
    """
    Ada Amira Anna Bruno Carla Chloe Daniel Elif Emma Farid Felix Grace Hana Hugo Ines Ivan Jonas Julia
    Kofi Lara Leo Lina Lucía Marta Mateo Mei Mila Nadia Noah Nora Omar Paul Priya Rosa Samir Sofia Tara
    Theo Yusuf Zoe
    """
  )
  private static let surnames = list(
    """
    Alvarez Becker Bianchi Brown Chen Costa Diallo Dubois Evans Fischer García Haddad Hansen Ito Jansen
    Kaya Keller Kim Kowalski Lopez Martin Meyer Moreau Nakamura Novak Okafor Olsen Patel Petrov Quinn
    Rossi Santos Schmidt Silva Singh Taylor Varga Weber Wilson Young
    """
  )
  private static let cities = list(
    """
    Aarhus Berlin Bilbao Bologna Bristol Chicago Cork Denver Geneva Ghent Graz Hamburg Helsinki Kyoto
    Leeds Lille Lisbon Lyon Madrid Montreal Munich Nantes Oslo Porto Prague Quito Rotterdam Seville
    Toronto Turin Vienna Warsaw Wellington Zurich
    """
  )
  private static let countries = list(
    """
    Austria Belgium Brazil Canada Chile Denmark Finland France Germany Ghana India Ireland Italy Japan
    Kenya Mexico Morocco New_Zealand Norway Poland Portugal Spain Sweden Switzerland Turkey Uruguay
    """
  )
  private static let streets = list(
    """
    Alder_Lane Bridge_Street Castle_Road Cedar_Avenue Church_Lane Garden_Row Harbour_Street Hill_Road
    Linden_Street Market_Square Mill_Lane Orchard_Way Park_Avenue Quay_Street River_Walk Station_Road
    """
  )
  private static let companies = list(
    """
    Alderwick Beaconmoor Corvane Dunmere Elmforth Farrowby Glenmark Harwold Ivorex Kestrel Larkspur
    Merrow Northfen Oakhollow Pinegate Quillon Redmarsh Silverden Thornby Valemont Westrow Yarrow
    """
  )
  private static let things = list(
    """
    backpack bicycle blanket bottle camera chair clock coat cupboard desk door drill engine filter
    guitar heater jacket kettle lamp laptop mattress mirror monitor notebook oven parcel pillow printer
    radio receipt scooter shelf sofa speaker suitcase table tent ticket toaster umbrella vase window
    """
  )
  private static let qualities = list(
    """
    blue broad bright clean compact dark double foldable folding green grey heavy large light long
    narrow new old plain quiet red round second sharp short silver simple small soft spare steel tall warm white
    wide wooden yellow
    """
  )
  private static let colours = list(
    "black blue brown green grey orange pink purple red white yellow"
  )
  private static let jobs = list(
    """
    accountant baker carpenter clerk cook designer driver editor electrician engineer gardener
    librarian manager nurse painter pharmacist plumber technician teacher translator
    """
  )
}
