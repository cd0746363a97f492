import SeedbedData

/// Reads the files of the span datasets, each in its own shape.
enum SpanDatasetReaders {
  private static let intents = [
    "AddToPlaylist", "BookRestaurant", "GetWeather", "PlayMusic", "RateBook",
    "SearchCreativeWork", "SearchScreeningEvent",
  ]

  /// Utterances in pieces, of which those with an entity are spans.
  static func snips() throws -> [SpanDataset.Source] {
    let files =
      intents.flatMap { ["\($0)/train_\($0).json", "\($0)/validate_\($0).json"] }
      + ["AddToPlaylist/train_AddToPlaylist_full.json", "PlayMusic/train_PlayMusic_full.json"]
    var sources: [SpanDataset.Source] = []
    for file in files {
      guard let object = try AugmentationData.json("snips/" + file).object else { continue }
      for (intent, utterances) in object {
        for utterance in utterances.array ?? [] {
          var source = SpanDataset.Source(text: "", claims: [], label: intent)
          var length = 0
          for piece in utterance["data"]?.array ?? [] {
            let words = piece["text"]?.string ?? ""
            let end = length + words.unicodeScalars.count
            source.text.unicodeScalars.append(contentsOf: words.unicodeScalars)
            if let entity = piece["entity"]?.string {
              source.claims.append(.init(start: length, end: end, label: entity, words: words))
            }
            length = end
          }
          sources.append(source)
        }
      }
    }
    return sources
  }

  static func restaurant8k() throws -> [SpanDataset.Source] {
    try ["test", "train_5", "train_6", "train_7", "train_8"].flatMap { file in
      try AugmentationData.json("restaurant8k/\(file).json").array ?? []
    }.map { row in
      let claims = (row["labels"]?.array ?? []).map { label in
        // The place is left out where it is 0.
        let place = label["valueSpan"]
        return SpanDataset.Source.Claim(
          start: place?["startIndex"]?.int ?? 0,
          end: place?["endIndex"]?.int ?? -1,
          label: label["slot"]?.string ?? "",
          words: nil
        )
      }
      return SpanDataset.Source(text: row["userInput"]?["text"]?.string ?? "", claims: claims)
    }
  }

  static func nlupp() throws -> [SpanDataset.Source] {
    try (0..<20).flatMap { fold in
      try AugmentationData.json("nlupp-banking/fold\(fold).json").array ?? []
    }.map { row in
      var source = SpanDataset.Source(text: row["text"]?.string ?? "", claims: [])
      source.label = row["intents"]?.array?.first?.string
      guard let slots = row["slots"]?.object else { return source }
      for (name, slot) in slots {
        guard let span = slot["span"]?.array, span.count == 2 else { continue }
        source.claims.append(
          .init(
            start: span[0].int ?? -1,
            end: span[1].int ?? -1,
            label: name,
            words: slot["text"]?.string
          )
        )
      }
      return source
    }
  }

  static func bitext() throws -> [SpanDataset.Source] {
    try AugmentationData.rows(
      "bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv"
    ).map { row in
      func cell(_ name: String) -> String { row[name]?.string ?? "" }
      var source = SpanDataset.Source(text: cell("utterance"), claims: [], label: cell("intent"))
      if let start = Int(cell("start_offset")), let end = Int(cell("end_offset")) {
        source.claims = [
          .init(start: start, end: end, label: cell("entity_type"), words: cell("entity_value"))
        ]
      }
      return source
    }
  }

  /// Tab-separated: intent, `start:end:slot,…`, utterance, locale, tokens.
  static func spanish() -> [SpanDataset.Source] {
    AugmentationData.text("fb-multilingual-tod/es/train-es.tsv").split(separator: "\n").compactMap {
      line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 4 else { return nil }
      let claims = cells[1].split(separator: ",").map { slot in
        let parts = slot.split(separator: ":", maxSplits: 2).map(String.init)
        return SpanDataset.Source.Claim(
          start: parts.first.flatMap { Int($0) } ?? -1,
          end: parts.count > 1 ? Int(parts[1]) ?? -1 : -1,
          label: parts.last ?? "",
          words: nil
        )
      }
      return SpanDataset.Source(text: cells[2], claims: claims, language: "es", label: cells[0])
    }
  }
}
