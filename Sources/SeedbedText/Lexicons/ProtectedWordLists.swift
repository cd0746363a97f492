/// The lists behind `ProtectedWords`.
enum ProtectedWordLists {
  typealias Lists = (negators: String, quantifiers: String, modals: String)

  static let english: Lists = (
    """
    not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt wont
    isnt arent wasnt werent hasnt havent hadnt shouldnt wouldnt couldnt hardly scarcely barely
    rarely seldom unless except refuse refused deny denied fail failed lack lacks instead
    """,
    """
    all any some every each both either few fewer less least little many more most much several
    enough half double twice once only just almost nearly exactly about around over under first
    second third last another other zero one two three four five six seven eight nine ten eleven
    twelve dozen hundred thousand million always often sometimes usually too very before after
    """,
    """
    can could may might must shall should will would ought need needs needed dare maybe perhaps
    probably possibly certainly definitely able unable allowed required
    """
  )

  static let spanish: Lists = (
    """
    no nunca jamás ni nada nadie ningún ninguno ninguna tampoco sin apenas excepto salvo sino
    """,
    """
    todo toda todos todas algo algún alguno alguna algunos algunas cada ambos ambas poco poca pocos
    pocas mucho mucha muchos muchas más menos varios varias bastante demasiado medio media doble
    solo sólo solamente casi muy cero uno una dos tres cuatro cinco seis siete ocho nueve diez cien
    mil millón primero primera segundo segunda último última siempre antes después
    """,
    """
    puedo puede pueden podría podría podrían debo debe deben debería hay tengo tiene quizá quizás
    tal vez probablemente seguramente necesito necesita quiero
    """
  )

  static let french: Lists = (
    """
    ne n' pas plus jamais rien personne aucun aucune ni nulle sans guère sauf non
    """,
    """
    tout toute tous toutes chaque quelque quelques plusieurs peu beaucoup moins plus trop assez
    demi double seulement presque très zéro un une deux trois quatre cinq six sept huit neuf dix
    cent mille million premier première deuxième dernier dernière toujours avant après
    """,
    """
    peux peut peuvent pouvez pourrais pourrait dois doit doivent devez devrais devrait faut veux
    veut voudrais peut-être probablement
    """
  )

  static let german: Lists = (
    """
    nicht nie niemals kein keine keinen keinem keiner keines nichts niemand nirgends weder noch ohne
    kaum außer sondern statt
    """,
    """
    alle alles jeder jede jedes einige etliche manche mehrere viel viele wenig wenige mehr weniger
    meist meisten genug halb doppelt nur fast ungefähr sehr null eins zwei drei vier fünf sechs
    sieben acht neun zehn hundert tausend million erste ersten zweite letzte letzten immer oft
    manchmal vor nach
    """,
    """
    kann kannst können könnte muss müssen müsste soll sollen sollte will wollen möchte darf dürfen
    dürfte vielleicht wahrscheinlich bestimmt sicher
    """
  )
}
