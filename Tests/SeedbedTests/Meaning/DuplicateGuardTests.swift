import SeedbedPipeline
import Testing

@Suite("Guards against false duplicates")
struct DuplicateGuardTests {
  static func refusal(
    _ left: String,
    _ right: String,
    _ language: String = "en"
  ) -> DuplicateGuard.Refusal? {
    let rules = DuplicateGuard(language: language)
    return rules.refusal(rules.features(of: left), rules.features(of: right))
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    var left: String
    var right: String
    var kind: DuplicateGuard.Kind?
    var language = "en"
    var testDescription: String { "\(left) | \(right)" }
  }

  @Test(
    "texts that differ in one figure, denial or name are not duplicates",
    arguments: [
      Pair(left: "I can log in", right: "I cannot log in", kind: .negation),
      Pair(left: "I can log in", right: "I can't log in", kind: .negation),
      Pair(left: "I can log in", right: "I can’t log in", kind: .negation),
      Pair(left: "It works without a card", right: "It works with a card", kind: .negation),
      Pair(left: "I never got it", right: "I got it", kind: .negation),
      Pair(left: "not paid and not sent", right: "paid and sent", kind: .negation),
      Pair(left: "Send 50 coins", right: "Send 500 coins", kind: .number),
      Pair(left: "Send five coins", right: "Send six coins", kind: .number),
      Pair(left: "Send $50", right: "Send €50", kind: .number),
      Pair(left: "Send 50%", right: "Send $50", kind: .number),
      Pair(left: "It is -5 degrees", right: "It is 5 degrees", kind: .number),
      Pair(left: "Due 2024-05-01", right: "Due 2024-01-05", kind: .number),
      Pair(left: "Due May 5, 2024", right: "Due May 6, 2024", kind: .number),
      Pair(left: "Call me at 9:30", right: "Call me at 8:30", kind: .number),
      Pair(left: "Come on monday", right: "Come on friday", kind: .number),
      Pair(left: "My 3rd card", right: "My second card", kind: .number),
      Pair(left: "PIN 0123", right: "PIN 123", kind: .number),
      Pair(left: "version 1.2.3 fails", right: "version 1.2.4 fails", kind: .number),
      Pair(left: "one card is lost", right: "two cards are lost", kind: .number),
      Pair(left: "lower it from 50 to 20", right: "lower it from 20 to 50", kind: .number),
      Pair(left: "swap AUD for GBP", right: "swap GBP for AUD", kind: .entity),
      Pair(left: "Fly to Paris", right: "Fly to London", kind: .entity),
      Pair(left: "where is ORD-12345", right: "where is ORD-12346", kind: .entity),
      Pair(left: "mail a@b.com", right: "mail c@b.com", kind: .entity),
      Pair(left: "see https://x.com/a", right: "see https://x.com/b", kind: .entity),
      Pair(left: "play \"hello again\"", right: "play \"let it\"", kind: .entity),
      Pair(left: "play “hello”", right: "play “goodbye”", kind: .entity),
      Pair(left: "fly with KLM", right: "fly with SAS", kind: .entity),
      Pair(left: "ATM ate my card", right: "Shop ate my card", kind: .entity),
      Pair(left: "hi {name}", right: "hi {surname}", kind: .entity),
      Pair(left: "No tengo dinero", right: "Tengo dinero", kind: .negation, language: "es"),
      Pair(left: "Je n'ai pas reçu", right: "J'ai reçu", kind: .negation, language: "fr"),
      Pair(left: "Ich habe keine Zeit", right: "Ich habe Zeit", kind: .negation, language: "de"),
      Pair(left: "我有5张卡", right: "我有6张卡", kind: .number, language: "zh"),
      Pair(left: "لدي ٥ بطاقات", right: "لدي ٦ بطاقات", kind: .number, language: "ar"),
      Pair(left: "カード５枚", right: "カード６枚", kind: .number, language: "ja"),
    ]
  )
  func refuses(_ pair: Pair) {
    #expect(Self.refusal(pair.left, pair.right, pair.language)?.kind == pair.kind)
    #expect(Self.refusal(pair.right, pair.left, pair.language)?.kind == pair.kind)
  }

  @Test(
    "spelling alone is no difference",
    arguments: [
      Pair(left: "I have 1,000 coins", right: "I have 1000 coins"),
      Pair(left: "I have 1 000 coins", right: "I have 1000 coins"),
      Pair(left: "It costs $1,000.50", right: "It costs 1000.5 dollars"),
      Pair(left: "It costs five dollars", right: "It costs $5"),
      Pair(left: "twenty-five cards", right: "25 cards"),
      Pair(left: "two hundred and five cards", right: "205 cards"),
      Pair(left: "three thousand cards", right: "3,000 cards"),
      Pair(left: "10k users", right: "10,000 users"),
      Pair(left: "fifty percent off", right: "50 % off"),
      Pair(left: "my third card", right: "my 3rd card"),
      Pair(left: "due May 5, 2024", right: "due 5 May 2024"),
      Pair(left: "at 09:30 am", right: "at 9:30am"),
      Pair(left: "I can't log in", right: "I cannot log in"),
      Pair(left: "I am unable to pay", right: "I can not pay"),
      Pair(left: "I don't know, help", right: "help, I do not know"),
      Pair(left: "I want to fly to Paris", right: "i want to go to paris"),
      Pair(left: "Reset My Password Right Now", right: "please reset my password right now"),
      Pair(left: "I WANT A CARD", right: "I'd like a card"),
      Pair(left: "I'm lost and I've no idea", right: "i am lost and i have no idea"),
      Pair(left: "which one is it", right: "which card is it"),
      Pair(left: "with one card", right: "with a card"),
      Pair(left: "with one card", right: "with 1 card"),
      Pair(left: "between Visa and Mastercard", right: "either Mastercard or Visa"),
      Pair(left: "I was charged twice", right: "I was charged two times"),
      Pair(left: "Why has it failed", right: "why is it failing"),
      Pair(left: "Which ATMs take my card", right: "which atm takes my card"),
      Pair(left: "On May 5 I paid $10", right: "I paid $10 on May 5"),
      Pair(left: "Order No. 5 is late", right: "Order no. 5 arrived late"),
      Pair(left: "Kosten 1.000 Euro", right: "Kosten 1000 Euro", language: "de"),
      Pair(left: "Ich suche meine Karte", right: "Ich suche die Bankkarte", language: "de"),
      Pair(left: "No tengo nada", right: "No tengo dinero", language: "es"),
      Pair(left: "Je n'ai rien", right: "Je ne trouve pas", language: "fr"),
      Pair(left: "", right: "!!!"),
    ]
  )
  func accepts(_ pair: Pair) {
    #expect(Self.refusal(pair.left, pair.right, pair.language) == nil)
    #expect(Self.refusal(pair.right, pair.left, pair.language) == nil)
  }

  @Test("a refusal names its guard and what differs on either side")
  func words() {
    #expect(
      Self.refusal("Send 5 coins to Anna", "Send coins to Bob")
        == .init(kind: .number, left: "5", right: "none")
    )
    #expect(
      Self.refusal("Send coins to Anna", "Send coins to Bob")
        == .init(kind: .entity, left: "Anna", right: "Bob")
    )
    #expect(
      Self.refusal("I can't and won't pay", "I will pay")
        == .init(kind: .negation, left: "can t, won t", right: "none")
    )
  }
}
