import SeedbedData
import Testing

@Suite("Refusals")
struct RefusalTests {
  @Test(
    "are recognised in four languages",
    arguments: [
      "I'm sorry, but I can't help with that.", "I’m sorry, I can’t assist with this request.",
      "Sorry, I cannot fulfill that request as it goes against my guidelines.",
      "I can't create content that promotes violence.", "I must decline to write this.",
      "As an AI language model, I am not able to generate such text.",
      "I'm not comfortable writing messages like that. Is there something else?",
      "I apologize, but I'm unable to provide instructions; the content would be harmful.",
      "Unfortunately, I won't be able to assist you here.",
      "Lo siento, pero no puedo ayudarte con eso.",
      "Lo siento, no puedo cumplir con esa solicitud.",
      "Como modelo de lenguaje, no puedo generar este tipo de contenido.",
      "Je suis désolé, mais je ne peux pas vous aider à faire cela.",
      "En tant qu'IA, je ne peux pas rédiger ce texte.", "Désolée, je dois refuser cette demande.",
      "Es tut mir leid, aber ich kann dabei nicht helfen.",
      "Leider kann ich diese Anfrage nicht erfüllen.",
      "Als KI-Sprachmodell kann ich solche Texte nicht schreiben.",
      "Tut mir leid, ich kann Ihnen dabei nicht helfen.",
    ]
  )
  func refusals(_ text: String) {
    #expect(RefusalRecognizer.isRefusal(text))
  }

  @Test(
    "are told from what customers write and from partial answers",
    arguments: [
      "I can't log in to my account", "Sorry, I can't find the PIN for my card",
      "Unfortunately I cannot make a transfer, what now?", "I'm unable to top up with my card.",
      "I'm sorry to bother you, my card hasn't come", "i cant provide proof of address, help",
      "I won't write another letter. Close my account!", "Sorry, I can't create an account",
      "No puedo entrar en mi cuenta", "Lo siento, no puedo asistir a la cita de mañana",
      "Je ne peux pas payer avec ma carte", "Désolé, je ne peux pas venir à l'agence",
      "Ich kann mich nicht anmelden", "Leider kann ich nicht mehr bezahlen", "",
      "I can't include real names, but here are five messages:\n1. a\n2. b\n3. c",
      "I'm sorry, I can't provide that as a table. Here is the list instead: a, b, c.",
      "As an AI, I can't give legal advice, but below is a general overview.",
      "I cannot verify the source; however, the following summary holds.",
      "I can't help with the first part.\n- a: 1\n- b: 2",
      "The assistant said: I can't help with that.", "Sorry for the delay! The answer is 4.",
    ]
  )
  func answers(_ text: String) {
    #expect(!RefusalRecognizer.isRefusal(text))
  }

  @Test("a schema-valid answer is no refusal, whatever is said around it")
  func validAnswerWins() throws {
    let text = "I'm sorry, but I can't help with all of that.\n[\"a\", \"b\"]"
    #expect(try Reading.usable(text, Reading.strings)?.value == ["a", "b"])
    let refused = "I'm sorry, but I can't help with that. See [1] and [2]."
    #expect(try Reading.read(refused, Reading.messages) == .refused(refused))
  }
}
