import Foundation

/// A table of made-up messages, large enough that a run on it can be interrupted.
enum SyntheticMessages {
  private static let openings = [
    "I wanted to ask about", "Can somebody help me with", "There is something wrong with",
    "Please tell me more about", "My neighbour told me about", "We were surprised by",
    "Yesterday evening I looked at", "For a week now I have waited for",
  ]
  private static let things: [String: [String]] = [
    "delivery": ["the parcel", "the courier", "the delivery date", "the shipping address"],
    "billing": ["the invoice", "the monthly charge", "the bank transfer", "the card payment"],
    "account": ["the password", "the login page", "the profile settings", "the email address"],
    "returns": ["the return label", "the exchange", "the refund", "the damaged goods"],
  ]
  private static let details = [
    "from the kitchen department", "for my elderly mother", "in the green colour",
    "near the station",
    "with the longer cable", "that was promised in March", "since the last update",
    "for the summer house", "under the old contract", "without any explanation",
  ]
  private static let endings = [
    "and nobody answered the telephone", "because the first attempt failed",
    "before the holidays begin", "although everything looked correct",
    "so that my brother can use it", "while the weather is still good",
    "unless there is another way", "and I would be grateful for advice",
  ]

  /// A CSV file with 180 rows of each label but one, which has 30.
  static var csv: String {
    var state: UInt64 = 7
    func draw(_ words: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }
    var lines = ["text,label"]
    for (label, things) in things.sorted(by: { $0.key < $1.key }) {
      for number in 0..<(label == "returns" ? 30 : 180) {
        lines.append(
          "\(draw(openings)) \(draw(things)) \(draw(details)) \(draw(endings)) "
            + "\(draw(details)) \(draw(endings)) in case \(number * 37),\(label)"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
