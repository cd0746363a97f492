#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SeedbedData

/// Where an endpoint is, how one gets in, and which of it may be shown.
struct EndpointAccess: Sendable {
  /// How a key is handed over.
  enum KeyHeader: Sendable {
    /// `Authorization: Bearer …`.
    case bearer
    /// A header of its own, such as `x-api-key`.
    case named(String)
  }

  let address: EndpointAddress
  let key: EndpointKey?
  private let keyHeader: KeyHeader

  init(_ address: EndpointAddress, key: EndpointKey?, header: KeyHeader = .bearer) {
    self.address = address
    self.key = key
    keyHeader = header
  }

  /// The headers that every request has.
  var headers: [(name: String, value: String)] {
    var headers = [
      (name: "Content-Type", value: "application/json"),
      (name: "Accept", value: "application/json"), (name: "User-Agent", value: "seedbed"),
    ]
    if let key {
      switch keyHeader {
      case .bearer: headers.append((name: "Authorization", value: "Bearer \(key.value)"))
      case .named(let name): headers.append((name: name, value: key.value))
      }
    } else if let credentials = address.credentials {
      headers.append((name: "Authorization", value: "Basic \(credentials.value)"))
    }
    return headers
  }

  /// A text from outside without what must not be shown.
  func shown(_ text: String) -> String {
    [key, address.credentials, address.password, address.query].compactMap(\.self)
      .reduce(text) { $1.removed(from: $0) }
  }

  /// The endpoint's own words in an answer, short and without line breaks.
  ///
  /// Secrets are taken out before the words are shortened: half a key would not be found.
  func words(of body: [UInt8]) -> String? {
    let value = try? JSONParser.parse(body.span, maximumDepth: 16)
    return value.flatMap(words) ?? line(String(decoding: body.prefix(1 << 16), as: UTF8.self))
  }

  /// The endpoint's own words about an error; nil where there are none at a known place.
  func words(of value: JSONValue) -> String? {
    let first = value.array?.first ?? value
    let error = first["error"]
    let words =
      error?["message"]?.string ?? error?.string ?? first["message"]?.string
      ?? first["detail"]?.string
    return words.flatMap(line)
  }

  /// A text from outside on one line of at most 300 characters, without what must not be shown.
  func line(_ text: String) -> String? {
    let scalars = shown(text).unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
    }
    let line = String(String.UnicodeScalarView(scalars.drop { $0 == " " }.prefix(300)))
    return line.isEmpty ? nil : line
  }
}
