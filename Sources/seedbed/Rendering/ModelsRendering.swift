import SeedbedData
import SeedbedLearning

/// The embedding models, as a table and as JSON.
enum ModelsRendering {
  /// One way to embed texts.
  struct Model {
    var name: String
    var isThere: Bool
    var needs: String?
    var summary: String
  }

  static func models(in store: ModelStore) -> [Model] {
    let isThere = store.has(ModelStore.sentenceModel)
    let needs = isThere ? nil : "seedbed models pull"
    return [
      Model(
        name: "minilm",
        isThere: isThere,
        needs: needs,
        summary: "all-MiniLM-L6-v2, 384 numbers; the best of these, hundreds of texts a second"
      ),
      Model(
        name: "static",
        isThere: isThere,
        needs: needs,
        summary: "word vectors distilled from it on first use, 256 numbers; for millions of rows"
      ),
      Model(
        name: "hashed",
        isThere: true,
        needs: nil,
        summary: "hashed words and character n-grams; compares wording, not meaning"
      ),
    ]
  }

  static func text(_ models: [Model], _ store: ModelStore) -> String {
    var table = Table(["model", "ready", "what it is"])
    for model in models {
      table.add([model.name, model.needs.map { "run \($0)" } ?? "yes", model.summary])
    }
    return table.text + """


      Models lie in \(store.folder). `--model` also takes the folder of a BERT-type sentence-transformers
      model, or the URL of an OpenAI-compatible embeddings endpoint.
      """
  }

  static func json(_ models: [Model], _ store: ModelStore) -> JSONObject {
    [
      "folder": .string(store.folder),
      "models": .array(
        models.map { model in
          [
            "name": .string(model.name), "available": .bool(model.isThere),
            "needs": .optional(model.needs), "summary": .string(model.summary),
          ]
        }
      ),
    ]
  }
}
