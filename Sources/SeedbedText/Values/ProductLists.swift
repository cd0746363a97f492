/// Products that people name, one row a kind of product; `_` joins the words of one name.
enum ProductLists {
  static let rows: [String] = [
    // Telephones
    """
    iPhone iPhone_13 iPhone_15_Pro Galaxy_S22 Galaxy_S24 Galaxy_A54 Pixel_6 Pixel_8 Xperia_5 Moto_G
    OnePlus_11 Redmi_Note Nokia_G22 Fairphone_4 Galaxy Pixel Xperia
    """,
    // Tablets and readers
    "iPad iPad_Air iPad_Mini Galaxy_Tab Surface_Go Kindle Kindle_Paperwhite Kobo_Clara Fire_HD",
    // Computers
    """
    MacBook MacBook_Air MacBook_Pro ThinkPad ThinkPad_X1 XPS_13 ZenBook Surface_Laptop Chromebook IdeaPad
    Inspiron EliteBook Aspire VivoBook iMac
    """,
    // Consoles
    "PlayStation PlayStation_5 Xbox Xbox_Series_X Nintendo_Switch Steam_Deck PS4 PS5 Wii",
    // Headphones and loudspeakers
    "AirPods AirPods_Pro Galaxy_Buds Pixel_Buds Echo_Dot HomePod Sonos_One Beats_Studio",
    // Watches
    "Apple_Watch Galaxy_Watch Pixel_Watch Fitbit Fitbit_Charge Garmin_Forerunner",
    // Televisions and players
    "Roku Chromecast Fire_Stick Apple_TV Bravia Nvidia_Shield",
    // Operating systems
    "Android iOS macOS Windows_10 Windows_11 Ubuntu Fedora Debian ChromeOS",
    // Browsers
    "Chrome Firefox Safari Opera Edge Brave Vivaldi",
    // Cars
    "Corolla Civic Golf Focus Fiesta Yaris Passat Octavia Clio Qashqai Sportage Tucson Prius Camry",
    // Streaming services
    "Spotify Netflix Deezer Tidal Hulu Disney+ Pandora Groove_Shark Slacker Vimeo Youtube Last_FM Zvooq",
    // Office programs
    "Excel Word PowerPoint Outlook Photoshop Illustrator AutoCAD InDesign Premiere",
  ]
}
