import SeedbedText
import Testing

@Suite(
  "Tagging",
  .enabled(if: TextResources.wordnet != nil, "WordNet 3.0 is not installed here")
)
struct TaggerTests {
  private func tags(_ text: String) throws -> [String: TaggedWord] {
    let tagger = Tagger(wordnet: try #require(TextResources.wordnet))
    return Dictionary(tagger.tag(text).map { ($0.lower, $0) }) { first, _ in first }
  }

  @Test(
    "the words before and after decide",
    arguments: [
      ("I want to order a phone.", "order", PartOfSpeech.verb),
      ("Where is my order?", "order", .noun),
      ("They book a room.", "book", .verb), ("I read the book.", "book", .noun),
      ("She quickly cancelled it.", "cancelled", .verb),
      ("The bank charged me twice.", "bank", .noun),
      ("The bank charged me twice.", "charged", .verb),
      ("a big house", "big", .adjective), ("Please transfer the money", "transfer", .verb),
      ("The transfer failed", "transfer", .noun),
      ("He spoke slowly to them.", "slowly", .adverb),
    ]
  )
  func context(_ text: String, _ word: String, _ pos: PartOfSpeech) throws {
    #expect(try tags(text)[word]?.pos == pos)
  }

  @Test(
    "names, codes and unknown capitals are proper",
    arguments: [
      ("I met Paris there", "paris"), ("Ask NASA about it", "nasa"),
      ("my iphone12 broke", "iphone12"),
      ("Zyblort is down", "zyblort"), ("an iPhone", "iphone"),
    ]
  )
  func proper(_ text: String, _ word: String) throws {
    #expect(try tags(text)[word]?.isProper == true)
    #expect(try tags(text)[word]?.pos == nil)
  }

  @Test("the first word of a sentence and a text in capitals are not proper for that")
  func capitals() throws {
    #expect(try tags("Cards are late. Money is gone.")["cards"]?.isProper == false)
    #expect(try tags("Cards are late. Money is gone.")["money"]?.isProper == false)
    #expect(try tags("WHERE IS MY ORDER")["order"]?.isProper == false)
  }

  @Test(
    "closed-class words have no part of speech",
    arguments: ["the", "I", "don't", "of", "not", "she's", "could", "please"]
  )
  func functionWords(_ word: String) throws {
    let tagged = try #require(try tags(word)[word.lowercased()])
    #expect(tagged.isFunctionWord)
    #expect(tagged.pos == nil)
  }

  @Test("ranges are those of the words, in any script, and the cache changes nothing")
  func ranges() throws {
    let tagger = Tagger(wordnet: try #require(TextResources.wordnet))
    var cache = Tagger.Cache()
    for text in ["", "🙂 Ünïcode wörds — and “quotes”", "我有 a dog", "don’t stop", "\u{0}\n\n"] {
      let tagged = tagger.tag(text)
      #expect(tagged == tagger.tag(text, cache: &cache))
      #expect(tagged == tagger.tag(text, cache: &cache))
      let bytes = Array(text.utf8)
      for word in tagged {
        let slice = String(decoding: bytes[word.range], as: UTF8.self)
        #expect(slice.lowercased().replacing("’", with: "'") == word.lower)
      }
    }
  }

  @Test("a word that could be either is nil or has a confidence above the threshold")
  func confidence() throws {
    for word in try tags("light light light run run well cut cut upset").values {
      #expect(word.pos == nil ? word.confidence == 0 : word.confidence >= 0.6)
    }
  }
}
