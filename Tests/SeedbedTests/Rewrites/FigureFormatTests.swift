import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Formats of figures")
struct FigureFormatTests {
  private func bytes<T>(_ text: String, _ body: (Span<UInt8>) -> T) -> T {
    var text = text
    text.makeContiguousUTF8()
    return body(text.utf8Span.span)
  }

  private func number(_ text: String, _ language: String) -> DecimalDigits? {
    bytes(text) { NumberNotation.read($0, 0..<text.utf8.count, language: language) }
  }

  private func day(_ text: String) -> CalendarDay? {
    bytes(text) { DateNotation.read($0, 0..<text.utf8.count) }
  }

  @Test("every form of a number is read back as the same value")
  func numbersKeepTheirValue() throws {
    var random = CounterRandom(seed: 3, sample: 0, operation: 0, draw: 0)
    for _ in 0..<2000 {
      let whole =
        "\(1 + random.index(below: [10, 1000, 100_000, 100_000_000][random.index(below: 4)]))"
      let fraction = ["", "5", "50", "1234"][random.index(below: 4)]
      for language in NumberNotation.languages {
        let value = DecimalDigits(whole: whole, fraction: fraction, isGrouped: false)
        for form in NumberNotation.forms(of: value, language: language) {
          let read = try #require(number(form, language), "\(form) in \(language)")
          #expect(read.whole == whole && read.fraction == fraction, "\(form) in \(language)")
        }
      }
    }
  }

  @Test(
    "a sign that may part groups or a fraction is not read",
    arguments: [("1.234", "en"), ("1,234", "de"), ("0,123", "en"), ("007", "en"), ("1,23,4", "en")]
  )
  func doubtfulNumbers(_ text: String, _ language: String) {
    #expect(number(text, language) == nil)
  }

  @Test("every form of a date is the same day")
  func datesKeepTheirDay() throws {
    for year in [nil, 1999, 2023, 2024] {
      for month in 1...12 {
        for date in 1...31 {
          guard let value = CalendarDay(year: year, month: month, day: date) else { continue }
          for language in DateNotation.languages {
            for form in DateNotation.forms(of: value, language: language) {
              #expect(day(form) == value, "\(form) in \(language)")
            }
          }
        }
      }
    }
  }

  @Test(
    "days that do not exist, or may be meant either way, are not read",
    arguments: [
      "03/05/2024", "2023-02-29", "31/04/2024", "13/13/2024", "May 2024", "1.2.24", "x", "",
    ]
  )
  func doubtfulDates(_ text: String) { #expect(day(text) == nil) }

  @Test("every form of a time is the same minute")
  func timesKeepTheirMinute() throws {
    for hour in 0..<24 {
      for minute in [0, 5, 30, 59] {
        let value = TimeOfDay(hour: hour, minute: minute, isTwelveHour: false, isSure: true)
        for language in DateNotation.languages {
          for form in TimeNotation.forms(of: value, language: language) {
            let read = try #require(
              bytes(form) { TimeNotation.read($0, 0..<form.utf8.count) },
              "\(form)"
            )
            #expect(read.hour == hour && read.minute == minute, "\(form)")
          }
        }
      }
    }
  }

  @Test(
    "texts with dates and times",
    arguments: [
      ("en", "It was on May 3, 2024 in town.", "It was on 2024-05-03 in town."),
      ("en", "It was on 13/05/2024.", "It was on 13 May 2024."),
      ("en", "We meet at 5 pm today.", "We meet at 17:00 today."),
      ("en", "We meet at 17:30.", "We meet at 5:30 pm."),
      ("es", "Fue el 2024-05-03.", "Fue el 3 de mayo de 2024."),
      ("fr", "Rendez-vous à 14h30.", "Rendez-vous à 14:30."),
      ("fr", "C'était le 2024-05-01.", "C'était le 1er mai 2024."),
      ("de", "Es war am 3. Mai 2024.", "Es war am 03.05.2024."),
    ]
  )
  func dates(_ language: String, _ text: String, _ expected: String) throws {
    let texts = try RewriteSupport.texts("date_format", text, language: language)
    #expect(texts.contains(expected), "\(texts)")
  }

  @Test(
    "what is not sure stays",
    arguments: [
      "It was on 03/05/2024.", "We are open from 5 to 7 pm.", "Meet me at 10:30.", "the 3rd of May",
      "Open 8:00 - 11:00 AM.",
    ]
  )
  func datesStay(_ text: String) throws {
    let texts = try RewriteSupport.texts("date_format", text)
    #expect(
      texts.allSatisfy { !$0.contains("17:00") && !$0.contains("19:00") && !$0.contains("11 ") }
    )
    if !text.contains("AM") { #expect(texts.isEmpty, "\(texts)") }
  }

  @Test(
    "texts with numbers",
    arguments: [
      ("en", "There are 1,234,567 rows.", "There are 1234567 rows."),
      ("en", "I have 3 cards.", "I have three cards."),
      ("en", "I have three cards.", "I have 3 cards."),
      ("en", "It rose 5% today.", "It rose 5 percent today."),
      ("en", "I paid $20 for it.", "I paid 20 dollars for it."),
      ("en", "I paid €20.", "I paid 20 euros."),
      ("de", "Es kostet 1.234,50 €.", "Es kostet 1234,50 Euro."),
      ("es", "Tengo dos tarjetas.", "Tengo 2 tarjetas."),
      ("fr", "J'ai 3 cartes.", "J'ai trois cartes."),
      ("de", "Ich habe drei Karten.", "Ich habe 3 Karten."),
    ]
  )
  func numbers(_ language: String, _ text: String, _ expected: String) throws {
    let texts = try RewriteSupport.texts("number_format", text, language: language)
    #expect(texts.contains(expected), "\(texts)")
  }

  @Test(
    "pitfall 6: no number inside dates, versions, codes, ranges or names of things changes",
    arguments: [
      "It was on 2024-05-03 at 10:30.", "Use v1.2.3 or 2.0.1 now.", "Order 4711-AX is lost.",
      "Go to room 3 please.", "It happened in 2019.", "Chapter 3 ends well.", "My PIN 1234 fails.",
      "Iphone 12 is here.", "Terminal 3 is closed.", "twenty two cards", "call 555-123-4567",
    ]
  )
  func numbersStay(_ text: String) throws {
    #expect(try RewriteSupport.texts("number_format", text).isEmpty)
  }

  @Test("a figure that the answer repeats stays as it is written")
  func companions() throws {
    let text = "The bridge cost $1,234,567 and was opened on May 3, 2024."
    for name in ["number_format", "date_format"] {
      #expect(!(try RewriteSupport.texts(name, text).isEmpty))
      #expect(
        try RewriteSupport.texts(name, text, companions: ["$1,234,567", "on May 3, 2024"]).isEmpty
      )
    }
  }
}
