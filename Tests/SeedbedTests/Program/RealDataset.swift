import Foundation

/// A public dataset beside the package, on which the program must run without a helping hand.
enum RealDataset: String, CaseIterable, Sendable {
  case banking77
  case emotion
  case alpaca
  case bitext

  static var root: URL {
    ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? Program.packageRoot.deletingLastPathComponent().appending(path: "shared")
  }

  /// Whether the datasets are there at all.
  static var isPresent: Bool { FileManager.default.fileExists(atPath: root.path + "/data") }

  /// The field that holds the label; nil where the task has none.
  var label: String? {
    switch self {
    case .banking77: "category"
    case .emotion: "label"
    case .alpaca: nil
    case .bitext: "intent"
    }
  }

  /// Puts the data into a folder.
  ///
  /// - Returns: The file's name.
  func copy(to folder: Folder) throws -> String {
    let data = Self.root.appending(path: "data")
    func copy(_ path: String, as name: String) throws -> String {
      try FileManager.default.copyItem(at: data.appending(path: path), to: folder.url(name))
      return name
    }
    switch self {
    case .banking77: return try copy("banking77/train.csv", as: "train.csv")
    case .alpaca: return try copy("alpaca-9k/random_9k.json", as: "alpaca.json")
    case .bitext:
      return try copy(
        "bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv",
        as: "bitext.csv"
      )
    case .emotion:
      try folder.write(
        "emotion.csv",
        try Self.joinedTweets(data.appending(path: "tweeteval/emotion"))
      )
      return "emotion.csv"
    }
  }

  /// The parallel files of texts and label numbers as one table.
  private static func joinedTweets(_ folder: URL) throws -> String {
    func lines(_ name: String) throws -> [Substring] {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        .split(separator: "\n")
    }
    var names: [Substring: Substring] = [:]
    for line in try lines("mapping.txt") {
      let parts = line.split(whereSeparator: \.isWhitespace)
      names[parts[0]] = parts[1]
    }
    let rows = zip(try lines("train_text.txt"), try lines("train_labels.txt")).map { text, number in
      "\"\(text.replacing("\"", with: "\"\""))\",\(names[number] ?? number)"
    }
    return (["text,label"] + rows).joined(separator: "\n") + "\n"
  }
}
