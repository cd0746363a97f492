import Foundation
import SeedbedText
import Testing

@Suite("Personal data, measured on presidio-pii")
struct PersonalDataMeasureTests {
  private struct Row: Decodable {
    struct Span: Decodable {
      var entity_type: String
      var start_position: Int
      var end_position: Int
    }

    var full_text: String
    var spans: [Span]
    var template_id: Int
  }

  /// The types of the data set, with the least overlapping recall and precision that must hold.
  private static let floors: [(PersonalDataType, String, Double, Double)] = [
    (.creditCard, "CREDIT_CARD", 0.97, 0.97), (.iban, "IBAN_CODE", 0.97, 0.97),
    (.emailAddress, "EMAIL_ADDRESS", 0.97, 0.97), (.ipAddress, "IP_ADDRESS", 0.97, 0.97),
    (.domainName, "DOMAIN_NAME", 0.97, 0.97), (.phoneNumber, "PHONE_NUMBER", 0.9, 0.9),
    (.dateTime, "DATE_TIME", 0.9, 0.9), (.age, "AGE", 0.9, 0.9),
    (.streetAddress, "STREET_ADDRESS", 0.85, 0.9), (.person, "PERSON", 0.8, 0.75),
    (.location, "GPE", 0.5, 0.75), (.organization, "ORGANIZATION", 0.5, 0.7),
  ]

  /// Templates with an even number were not used to tune the rules.
  @Test("the half that was not tuned on keeps its recall and precision")
  func heldOutHalf() throws {
    guard let shared = PersonalDataSupport.shared else {
      print("skipped: the shared data sets are not here; set SEEDBED_SHARED")
      return
    }
    let file = shared.appending(path: "data/presidio-pii/synth_dataset_v2.even-templates.json")
    let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: file))
      .filter { $0.template_id % 2 == 0 }
    try #require(rows.count > 300)
    let finder = PersonalDataFinder()
    for (type, name, leastRecall, leastPrecision) in Self.floors {
      var gold = 0, foundGold = 0, predicted = 0, right = 0
      for row in rows {
        let spans = row.spans.filter { $0.entity_type == name }
          .map { $0.start_position..<$0.end_position }
        let found = finder.findings(in: row.full_text).filter { $0.type == type }.map(\.scalars)
        gold += spans.count
        foundGold += spans.count { span in found.contains { $0.overlaps(span) } }
        predicted += found.count
        right += found.count { range in spans.contains { $0.overlaps(range) } }
      }
      let recall = Double(foundGold) / Double(max(gold, 1))
      let precision = Double(right) / Double(max(predicted, 1))
      #expect(recall >= leastRecall, "\(name): recall \(recall) of \(gold)")
      #expect(precision >= leastPrecision, "\(name): precision \(precision) of \(predicted)")
    }
  }
}
