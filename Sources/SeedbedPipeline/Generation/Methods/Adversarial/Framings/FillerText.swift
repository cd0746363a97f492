import SeedbedKernels

/// Writes sentences about nothing in particular: small events of a place, each put together from parts,
/// some ten thousand different ones a language.
struct FillerText {
  /// The parts of sentences of a language, in the order in which they follow.
  private let parts: [[String]]
  /// The last sentence, which the next one shall not begin like.
  private var lastOpening = -1

  init(language: String?) { parts = language == "es" ? Self.spanish : Self.english }

  /// Writes whole sentences in paragraphs.
  ///
  /// - Parameters:
  ///   - length: How many bytes are wanted at least; none for 0 or less.
  ///   - random: The source of chance.
  /// - Returns: The text, one sentence longer than wanted at most.
  mutating func text(of length: Int, _ random: inout CounterRandom) -> String {
    var text = ""
    text.reserveCapacity(max(0, length) + 200)
    var left = 3 + random.index(below: 4)
    while text.utf8.count < length {
      if !text.isEmpty {
        left -= 1
        text += left == 0 ? "\n\n" : " "
        if left == 0 { left = 3 + random.index(below: 4) }
      }
      append(to: &text, &random)
    }
    return text
  }

  private mutating func append(to text: inout String, _ random: inout CounterRandom) {
    for (number, choices) in parts.enumerated() {
      var choice = random.index(below: choices.count)
      if number == 0 {
        if choice == lastOpening { choice = (choice + 1) % choices.count }
        lastOpening = choice
      }
      text += choices[choice]
    }
  }

  private static let english = [
    [
      "In the morning", "On market days", "Towards evening", "After the rain", "Last spring",
      "Every other week", "Before the holidays", "At the weekend", "During the long winter",
      "Some years ago", "Around noon", "When the shops open",
    ],
    [
      " the baker", " a retired teacher", " the woman from the ferry", " two students",
      " the choir master", " our postman", " a young gardener", " the librarian",
      " the family next to the mill", " a group of hikers",
    ],
    [
      " carries flour", " paints the railings", " looks for old maps", " sweeps the steps",
      " tells stories", " counts the boats", " mends a kite", " waters the tomatoes",
      " plays chess", " collects fallen leaves", " writes postcards", " feeds the ducks",
    ],
    [
      " behind the town hall", " near the stone bridge", " on the hill", " at the harbour",
      " in the small park", " along the canal", " under the chestnut trees",
      " beside the railway", " in front of the museum",
    ],
    [
      ".", " while a radio plays.", ", as people there always did.", " and hums a tune.",
      ", whatever the weather.", " until the bells ring.", " for the summer fair.",
    ],
  ]

  private static let spanish = [
    [
      "Por la mañana", "Los días de mercado", "Al caer la tarde", "Después de la lluvia",
      "En primavera", "Cada dos semanas", "Antes de las fiestas", "El fin de semana",
      "Durante el largo invierno", "Hacia el mediodía",
    ],
    [
      " el panadero", " una maestra jubilada", " la mujer del barco", " el director del coro",
      " nuestro cartero", " un joven jardinero", " la bibliotecaria", " la familia del molino",
    ],
    [
      " lleva harina", " pinta la baranda", " busca mapas antiguos", " barre la escalera",
      " cuenta historias", " arregla una cometa", " riega los tomates", " juega al ajedrez",
      " recoge hojas secas", " escribe postales",
    ],
    [
      " detrás del ayuntamiento", " cerca del puente de piedra", " en la colina", " en el puerto",
      " en el parque pequeño", " junto al canal", " bajo los castaños", " al lado de la vía",
      " delante del museo",
    ],
    [
      ".", " mientras suena una radio.", ", como se hizo siempre allí.", " y tararea una canción.",
      ", haga el tiempo que haga.", " hasta que suenan las campanas.", " para la feria de verano.",
    ],
  ]
}
