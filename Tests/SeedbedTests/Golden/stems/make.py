"""Makes stems.txt: words with their Snowball stems, by the Python package snowballstemmer 2.2.0.

    pip install snowballstemmer==2.2.0
    python make.py > stems.txt
"""

import snowballstemmer

WORDS = {
    "english": """arrive arriving arrived arrival card cards declined declining transfer transferred refund
        refunded payment payments pay paying verification verify generously consignment knightly skis dying
        happily hopping hoping exchange exchanged rates nationality sky day's cancel cancellation cancelled
        running runs news proceed succeed atlas""",
    "spanish": """tarjeta tarjetas llegó llegar llegando cuenta cuentas cobraron cancelar cancelación
        quiero necesitan pagos pagado rápidamente facturas direcciones""",
    "french": """carte cartes arriver arrivée annulation annuler remboursement remboursé paiements
        rapidement factures cherchions continuel""",
    "german": """karte karten überweisung überweisungen bezahlt bezahlen kündigung gekündigt häuser
        aufeinanderfolge schnelleren rechnungen straße""",
}
CODES = {"english": "en", "spanish": "es", "french": "fr", "german": "de"}

for name, words in WORDS.items():
    stemmer = snowballstemmer.stemmer(name)
    for word in words.split():
        print(CODES[name], word, stemmer.stemWord(word))
