/// Words of addresses: streets and parts of buildings, in several languages.
enum AddressWords {
  static let lists: [(String, WordFlags)] = [
    (suffixes, .streetSuffix), (prefixes, .streetPrefix), (units, .unit),
  ]

  private static let suffixes = """
    street st str road rd avenue ave boulevard blvd lane ln drive dr court ct courts place pl square sq
    terrace terr parkway pkwy highway hwy circle cir crescent close grove way trail row mews walk hill
    gardens park rise loop plaza parks points streets roads avenues drives lanes ways crossing
    crossroad ridge ridges creek shore shores glen glens fort forge estate estates mill mills isle
    islands island junction junctions knoll knolls landing light manor meadow meadows mission motorway
    mount mountain neck orchard oval overpass pass passage path pike pine plains port prairie ramp
    ranch rapids rest route rue run shoal skyway springs spurs spur squares station stravenue stream
    summit throughway trace track trafficway tunnel turnpike underpass union valley via viaduct view
    village ville vista walks wall well wells bend brook bridge burg bypass camp canyon cape causeway
    center centers cliff cliffs club common corner corners cove coves curve dale dam divide extension
    falls ferry field fields flat flats ford forest freeway garden gateway green greens harbor haven
    heights hills hollow inlet key keys lake lakes lodge lock stráse strasse straße gasse weg platz
    allee ring ufer damm utca út útja tér u rkp körút ulica cesta trg nábřeží náměstí gate gata gatan
    vei veien vej vägen straat laan plein kade singel gracht katu tie polku
    """

  private static let prefixes = """
    rue avenida av calle c plaza paseo via viale piazza corso largo vicolo strada rua travessa praça
    ulica ul al aleja bulevar bulevardul boulevard chemin impasse place allée route quai c/ carrer
    camino carretera paseu ronda pod nad na οδός ул улица проспект strada piazzale avenue
    """

  private static let units = """
    apt apartment suite ste unit flat floor fl room rm bldg building box postbox postfach psc wohnung
    appartement piso étage interno dept apo fpo dpo
    """
}
