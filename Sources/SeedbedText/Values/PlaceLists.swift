/// Well-known places by language, as it names them; `_` joins the words of one name.
enum PlaceLists {
  static let countries: [String: String] = [
    "en": """
    Argentina Australia Austria Belgium Brazil Bulgaria Canada Chile China Colombia Croatia Cyprus
    Denmark Ecuador Egypt Estonia Finland France Germany Ghana Greece Hungary Iceland India Indonesia
    Ireland Israel Italy Jamaica Japan Kenya Latvia Lithuania Luxembourg Malaysia Malta Mexico Morocco
    Nepal New_Zealand Norway Panama Peru Poland Portugal Romania Senegal Serbia Singapore Slovakia
    Slovenia South_Africa South_Korea Spain Sweden Switzerland Tanzania Thailand Tunisia Turkey Uganda
    Uruguay Vietnam
    """,
    "es": """
    Alemania Argentina Australia Austria Bélgica Bolivia Brasil Bulgaria Canadá Chile China Colombia
    Croacia Cuba Dinamarca Ecuador Egipto Eslovaquia Eslovenia España Estonia Finlandia Francia Grecia
    Honduras Hungría Irlanda Islandia Italia Japón Kenia Letonia Lituania Malta Marruecos México
    Nicaragua Noruega Panamá Paraguay Perú Polonia Portugal Rumania Senegal Suecia Suiza Tailandia Túnez
    Turquía Ucrania Uruguay Venezuela Vietnam
    """,
    "fr": """
    Allemagne Argentine Australie Autriche Belgique Bolivie Bulgarie Chine Colombie Croatie Égypte
    Espagne Estonie Finlande France Grèce Hongrie Inde Indonésie Irlande Islande Italie Jordanie Lettonie
    Lituanie Malaisie Norvège Pologne Roumanie Serbie Slovaquie Slovénie Suède Suisse Tanzanie Thaïlande
    Tunisie Turquie Ukraine
    """,
    "de": """
    Argentinien Australien Belgien Bolivien Brasilien Bulgarien Chile China Dänemark Deutschland Ecuador
    Estland Finnland Frankreich Ghana Griechenland Indien Indonesien Irland Island Italien Japan Kanada
    Kenia Kolumbien Kroatien Kuba Lettland Litauen Luxemburg Malta Marokko Mexiko Neuseeland Norwegen
    Österreich Panama Peru Polen Portugal Rumänien Schweden Serbien Slowenien Spanien Südafrika Tansania
    Thailand Tunesien Ungarn Uruguay Vietnam
    """,
  ]

  /// Countries with a masculine article in French: `au Canada`.
  static let masculine = """
    Brésil Canada Chili Danemark Kenya Luxembourg Maroc Mexique Népal Nigeria Panama Paraguay Pérou Portugal
    Sénégal Japon Vietnam Venezuela Ghana
    """

  static let regions: [String: String] = [
    "en": """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico Ohio Oklahoma Oregon
    Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming
    """,
    "es": """
    Andalucía Aragón Asturias Cantabria Castilla Cataluña Extremadura Galicia Murcia Navarra Antioquia
    Jalisco Sonora Yucatán Oaxaca Michoacán
    """,
    "fr": """
    Alsace Aquitaine Auvergne Bourgogne Bretagne Champagne Franche-Comté Lorraine Normandie Picardie
    Provence Savoie Wallonie
    """,
    "de": """
    Bayern Brandenburg Hessen Niedersachsen Sachsen Thüringen Schleswig-Holstein Kärnten Tirol Salzburg
    Vorarlberg Oberösterreich
    """,
  ]

  static let towns: [String: String] = [
    "en": """
    Aberdeen Albany Atlanta Austin Baltimore Belfast Birmingham Boise Boston Brighton Bristol Brisbane
    Buffalo Calgary Cambridge Canberra Cardiff Charleston Chicago Cincinnati Cleveland Columbus Coventry
    Dallas Denver Derby Detroit Dublin Dundee Durham Edinburgh Edmonton Exeter Glasgow Halifax Hobart
    Houston Inverness Kansas_City Leeds Leicester Lincoln Liverpool London Louisville Manchester Melbourne
    Memphis Miami Milwaukee Montreal Nashville New_Orleans Newcastle Norwich Nottingham Oakland Omaha
    Orlando Ottawa Oxford Perth Philadelphia Phoenix Pittsburgh Plymouth Portland Raleigh Richmond
    Rochester Sacramento San_Antonio San_Diego Seattle Sheffield Southampton Sydney Tampa Toronto Tucson
    Vancouver Wellington Winnipeg
    """,
    "es": """
    Alicante Almería Arequipa Badajoz Barcelona Bilbao Bogotá Buenos_Aires Burgos Cádiz Cali Cancún Caracas
    Cartagena Córdoba Cuenca Cuzco Gijón Girona Granada Guadalajara Guayaquil Huelva Jaén León Lima Logroño
    Lugo Madrid Málaga Medellín Mérida Monterrey Montevideo Oviedo Palencia Pamplona Puebla Quito Rosario
    Salamanca Santander Santiago Segovia Sevilla Soria Tarragona Toledo Valencia Valladolid Vigo Zamora
    Zaragoza
    """,
    "fr": """
    Amiens Angers Annecy Arles Avignon Bayonne Besançon Biarritz Bordeaux Brest Bruxelles Caen Cannes
    Charleroi Colmar Dijon Genève Grenoble Lausanne Liège Lille Limoges Lorient Lyon Marseille Metz
    Montpellier Mulhouse Namur Nancy Nantes Nice Nîmes Orléans Paris Pau Perpignan Poitiers Quimper Reims
    Rennes Rouen Strasbourg Toulon Toulouse Tours Troyes Valence Vannes
    """,
    "de": """
    Aachen Augsburg Bamberg Basel Berlin Bern Bielefeld Bochum Bonn Bremen Chemnitz Darmstadt Dortmund
    Dresden Duisburg Düsseldorf Erfurt Essen Flensburg Frankfurt Freiburg Graz Göttingen Hamburg Hannover
    Heidelberg Innsbruck Jena Karlsruhe Kassel Kiel Köln Leipzig Linz Luzern Lübeck Magdeburg Mainz Mannheim
    München Münster Nürnberg Oldenburg Potsdam Regensburg Rostock Salzburg Stuttgart Trier Ulm Weimar Wien
    Würzburg Zürich
    """,
  ]
}
