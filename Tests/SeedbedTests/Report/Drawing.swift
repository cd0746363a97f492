import Foundation
import SeedbedReport

/// What stands in the drawings of a page, read from their text.
struct Drawing {
  /// An element with its attributes.
  struct Element {
    var name: String
    var attributes: [String: String]
    var text: String

    func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
  }

  let width: Double
  let height: Double
  let elements: [Element]

  init(_ plot: Plot) throws {
    let html = plot.html
    let start = try html.firstRange(of: "<svg").orThrow().lowerBound
    let end = try html.firstRange(of: "</svg>").orThrow().lowerBound
    let svg = String(html[start..<end])
    var elements: [Element] = []
    for match in svg.matches(of: /<([a-z]+)((?: [a-zA-Z0-9-]+="[^"]*")*)\/?>([^<]*)/) {
      var attributes: [String: String] = [:]
      for part in match.2.matches(of: /\s([a-zA-Z0-9-]+)="([^"]*)"/) {
        attributes[String(part.1)] = String(part.2)
      }
      elements.append(
        Element(name: String(match.1), attributes: attributes, text: String(match.3))
      )
    }
    self.elements = elements
    width = try (elements.first?.number("width")).orThrow()
    height = try (elements.first?.number("height")).orThrow()
  }

  func all(_ name: String, class kind: String? = nil) -> [Element] {
    elements.filter { element in
      element.name == name
        && (kind.map {
          element.attributes["class"]?.split(separator: " ").contains($0[...]) == true
        }
          ?? true)
    }
  }

  /// Every number of a place or size that lies outside the drawing or is none.
  var strays: [String] {
    var strays: [String] = []
    for element in elements.dropFirst() {
      for (name, limit) in places {
        guard let text = element.attributes[name] else { continue }
        let value = Double(text) ?? .nan
        if !(value >= -0.01 && value <= limit + 0.01) {
          strays.append("\(element.name) \(name)=\(text)")
        }
      }
      for name in ["width", "height", "r"] {
        guard let text = element.attributes[name] else { continue }
        let value = Double(text) ?? .nan
        if !(value >= 0 && value.isFinite) { strays.append("\(element.name) \(name)=\(text)") }
      }
      let path = element.attributes["d"] ?? ""
      let numbers = path.split { "MLHVZ ".contains($0) }
      strays += numbers.filter { Double($0)?.isFinite != true }.map { "\(element.name) d=\($0)" }
    }
    return strays
  }

  private var places: [(String, Double)] {
    ["x", "x1", "x2", "cx"].map { ($0, width) } + ["y", "y1", "y2", "cy"].map { ($0, height) }
  }
}

/// Something that a test needs is missing.
struct MissingPart: Error {}

extension Optional {
  /// The value, or an error that ends the test.
  func orThrow() throws -> Wrapped {
    guard let self else { throw MissingPart() }
    return self
  }
}
