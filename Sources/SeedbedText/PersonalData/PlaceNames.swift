/// Countries, regions and well-known cities, as hints; `_` joins the words of one name.
enum PlaceNames {
  static let countries = """
    Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas
    Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil
    Brunei Bulgaria Burundi Cambodia Cameroon Canada Chile China Colombia Congo Costa_Rica Croatia
    Cuba Cyprus Czechia Czech_Republic Denmark Djibouti Dominican_Republic Ecuador Egypt El_Salvador
    England Eritrea Estonia Ethiopia Faroe_Islands Fiji Finland France Gabon Gambia Germany Ghana
    Greece Greenland Greenlander Grenada Guatemala Guinea Guyana Haiti Honduras Hong_Kong Hungary
    Iceland India Indonesia Iran Iraq Ireland Israel Italy Ivory_Coast Jamaica Japan Kazakhstan Kenya
    Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Liberia Libya Liechtenstein Lithuania Luxembourg
    Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia
    Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands New_Zealand Nicaragua Nigeria
    North_Korea North_Macedonia Northern_Ireland Norway Oman Pakistan Panama Papua_New_Guinea Paraguay
    Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Saudi_Arabia Scotland Senegal Serbia
    Singapore Slovakia Slovenia Somalia South_Africa South_Korea South_Sudan Spain Sri_Lanka Sudan
    Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tunisia Turkey
    Turkmenistan Uganda Ukraine United_Arab_Emirates United_Kingdom United_States Uruguay Uzbekistan
    Vatican Venezuela Vietnam Wales Yemen Zambia Zimbabwe USA UK UAE Holland Great_Britain Britain
    España Francia Alemania Italia Brasil México Portugal Deutschland Österreich Schweiz Frankreich
    Italien Spanien Polen Allemagne Espagne Suisse Belgique Italie Angleterre Nederland België
    Danmark Sverige Norge Suomi Polska Россия Ελλάδα Κύπρος 中国 日本
    """

  static let regions = """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii
    Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan
    Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico
    North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina
    South_Dakota Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming West_Virginia Ontario Quebec
    Alberta Manitoba Saskatchewan Nova_Scotia British_Columbia New_South_Wales Queensland Tasmania
    Bavaria Saxony Catalonia Andalusia Tuscany Lombardy Sicily Sardinia Brittany Normandy Provence
    Cornwall Yorkshire Essex Kent Surrey Sussex Devon Norfolk Silicon_Valley Europe Asia Africa
    Scandinavia Crimea Siberia Punjab Kerala Gujarat Maharashtra Bayern Sachsen Hessen Cataluña
    Andalucía Île-de-France Middle_East Latin_America South_America North_America
    """

  static let cities = """
    London Manchester Birmingham Liverpool Leeds Glasgow Edinburgh Bristol Cardiff Belfast Sheffield
    Nottingham Leicester Newcastle Oxford Cambridge Brighton Plymouth Aberdeen Dundee York Dublin Cork
    Galway Paris Lyon Marseille Toulouse Nice Nantes Strasbourg Montpellier Bordeaux Lille Rennes
    Grenoble Dijon Berlin Hamburg Munich München Cologne Köln Frankfurt Stuttgart Düsseldorf Dortmund
    Essen Leipzig Bremen Dresden Hannover Nuremberg Nürnberg Heidelberg Bonn Münster Karlsruhe
    Augsburg Freiburg Vienna Wien Graz Linz Salzburg Innsbruck Zurich Zürich Geneva Genève Basel Bern
    Lausanne Lugano Rome Roma Milan Milano Naples Napoli Turin Torino Palermo Genoa Bologna Florence
    Firenze Venice Venezia Verona Bari Catania Messina Padua Trieste Madrid Barcelona Valencia
    Seville Sevilla Zaragoza Málaga Murcia Bilbao Granada Alicante Córdoba Lisbon Lisboa Porto Braga
    Coimbra Faro Leiria Amsterdam Rotterdam The_Hague Den_Haag Utrecht Eindhoven Groningen Brussels
    Bruxelles Antwerp Ghent Bruges Liège Namur Luxembourg Copenhagen København Aarhus Odense Aalborg
    Oslo Bergen Trondheim Stavanger Tromsø Stockholm Gothenburg Göteborg Malmö Uppsala Helsinki Espoo
    Tampere Turku Oulu Vantaa Reykjavik Reykjavík Akureyri Tallinn Tartu Riga Vilnius Kaunas Warsaw
    Warszawa Kraków Krakow Gdańsk Wrocław Poznań Łódź Katowice Lublin Prague Praha Brno Ostrava Plzeň
    Bratislava Košice Budapest Debrecen Szeged Pécs Bucharest Cluj Timișoara Sofia Plovdiv Varna
    Belgrade Beograd Novi_Sad Zagreb Split Rijeka Ljubljana Maribor Sarajevo Mostar Skopje Tirana
    Athens Thessaloniki Patras Nicosia Limassol Larnaca Paphos Istanbul Ankara Izmir Moscow Kazan
    Saint_Petersburg St_Petersburg Novosibirsk Kyiv Kiev Lviv Odessa Kharkiv Minsk Tbilisi Yerevan
    Baku New_York New_York_City Los_Angeles Chicago Houston Phoenix Philadelphia San_Antonio San_Diego
    Dallas San_Jose Austin Jacksonville Fort_Worth Columbus Charlotte San_Francisco Indianapolis
    Seattle Denver Boston El_Paso Nashville Detroit Portland Las_Vegas Memphis Louisville Baltimore
    Milwaukee Albuquerque Tucson Fresno Sacramento Kansas_City Atlanta Omaha Oakland Minneapolis
    Tulsa Wichita New_Orleans Cleveland Tampa Honolulu Orlando Pittsburgh Cincinnati Anchorage Newark
    Buffalo Miami Brooklyn Manhattan Queens Bronx Hollywood Salt_Lake_City Kenosha Toronto Montreal
    Montréal Vancouver Calgary Ottawa Edmonton Winnipeg Québec Halifax Mexico_City Guadalajara
    Monterrey Tijuana Havana Panama_City Bogotá Medellín Cali Caracas Quito Lima Santiago Buenos_Aires
    Rosario Montevideo Asunción La_Paz Rio_de_Janeiro São_Paulo Brasília Salvador Fortaleza Recife
    Goiânia Curitiba Porto_Alegre Belo_Horizonte Cairo Alexandria Casablanca Marrakesh Tunis Algiers
    Tripoli Lagos Abuja Accra Dakar Nairobi Mombasa Kampala Addis_Ababa Khartoum Kinshasa Luanda
    Johannesburg Cape_Town Durban Pretoria Harare Jerusalem Tel_Aviv Haifa Beirut Damascus Amman
    Baghdad Tehran Riyadh Jeddah Mecca Dubai Abu_Dhabi Doha Kuwait_City Kabul Karachi Lahore Islamabad
    Delhi New_Delhi Mumbai Bombay Bangalore Bengaluru Chennai Kolkata Calcutta Hyderabad Pune Jaipur
    Dhaka Kathmandu Colombo Bangkok Hanoi Saigon Ho_Chi_Minh_City Phnom_Penh Kuala_Lumpur Jakarta Bali
    Manila Beijing Shanghai Guangzhou Shenzhen Wuhan Chengdu Nanjing Taipei Seoul Busan Tokyo Osaka
    Kyoto Nagoya Yokohama Sapporo Hiroshima Fukuoka Sydney Melbourne Brisbane Perth Adelaide Canberra
    Hobart Darwin Auckland Wellington Christchurch Москва Санкт-Петербург Киев Αθήνα Λευκωσία
    Θεσσαλονίκη Πάφος Λεμεσός Λάρνακα Пермь Казань 北京 上海 東京 大阪 Nuuk Sisimiut Tórshavn Velenje
    Shanghai Dundalk Limerick Voorburg Haarlem Leiden Delft Nijmegen Arnhem Maastricht Tilburg Breda
    """

  static let stateCodes = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AA AE AP ON QC BC AB MB SK NS NB NSW
    VIC QLD TAS NAN
    """

  static let nationalities = """
    Afghan Albanian Algerian American Angolan Argentine Argentinian Armenian Australian Austrian
    Azerbaijani Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian British Bulgarian Burmese
    Cambodian Cameroonian Canadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech
    Danish Dutch Ecuadorian Egyptian English Eritrean Estonian Ethiopian Fijian Filipino Finnish French
    Georgian German Ghanaian Greek Greenlandic Guatemalan Haitian Honduran Hungarian Icelandic Indian
    Indonesian Iranian Iraqi Irish Israeli Italian Jamaican Japanese Jordanian Kazakh Kenyan Korean
    Kosovar Kurdish Kuwaiti Laotian Latvian Lebanese Liberian Libyan Lithuanian Luxembourgish
    Macedonian Malaysian Maltese Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian
    Nepalese Nepali Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian Paraguayan
    Persian Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Saudi Scottish Senegalese
    Serbian Singaporean Slovak Slovakian Slovene Slovenian Somali Spanish Sudanese Swedish Swiss Syrian
    Taiwanese Tanzanian Thai Tunisian Turkish Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese
    Welsh Yemeni Zambian Zimbabwean Scandinavian Catalan Basque European African Asian Arab
    Christian Catholic Protestant Orthodox Muslim Islamic Jewish Buddhist Hindu Sikh Mormon Atheist
    Sunni Shia Lutheran Methodist Baptist Republican Democrat Communist Englishman Frenchman Dutchman
    Irishman Scotsman Spaniard Swede Dane Finn Pole Turk Briton Americans Germans Russians Italians
    Israelis Canadians Australians Mexicans Indians Egyptians Muslims Christians Jews Catholics Hindus
    """
}
