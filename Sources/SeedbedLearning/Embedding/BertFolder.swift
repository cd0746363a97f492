import SeedbedData

/// A folder with a sentence encoder of the BERT type, as sentence-transformers lays it out.
///
/// `config.json`, `vocab.txt` and `model.safetensors` are needed; `modules.json`,
/// `1_Pooling/config.json`, `sentence_bert_config.json` and `tokenizer_config.json` are heeded when
/// they are there.
struct BertFolder: Sendable {
  /// How the vectors of a text's tokens become one.
  enum Pooling: String, Sendable {
    case mean, first, maximum
  }

  let path: String
  let configuration: BertConfiguration
  let pooling: Pooling
  let tokenizerOptions: WordPieceTokenizer.Options
  /// The most tokens a text may have, the special ones included.
  let longest: Int

  private let transformer: String

  var weightsPath: String { transformer + "/model.safetensors" }
  var vocabularyPath: String { transformer + "/vocab.txt" }

  /// The folder's own name, for the vectors' identity.
  var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  init(path: String) throws(SeedbedError) {
    self.path = path
    let modules = try Self.modules(of: path)
    transformer = modules.transformer
    pooling = try Self.pooling(at: path + "/" + (modules.pooling ?? "1_Pooling") + "/config.json")
    let configPath = transformer + "/config.json"
    guard let config = try Self.json(at: configPath) else {
      throw SeedbedError(
        .missingResource,
        "`\(configPath)` is missing",
        hint: "name a folder with config.json, vocab.txt and model.safetensors"
      )
    }
    configuration = try BertConfiguration(config, path: configPath)
    tokenizerOptions = try Self.tokenizerOptions(at: transformer + "/tokenizer_config.json")
    let lengthPath = transformer + "/sentence_bert_config.json"
    let named = try Self.json(at: lengthPath)?["max_seq_length"]
    let length = named.flatMap { $0.isNull ? nil : $0 }.map { $0.int ?? 0 } ?? 256
    guard length >= 2 else {
      throw SeedbedError(.data, "`\(lengthPath)`: max_seq_length is no number from 2 up")
    }
    longest = min(length, configuration.positions)
  }

  /// Reads a file of JSON; nil when it is not there.
  private static func json(at path: String) throws(SeedbedError) -> JSONValue? {
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch  where error.code == .missingResource {
      return nil
    }
    do throws(JSONError) {
      return try file.bytes.withMemoryRebound(to: UInt8.self) { buffer throws(JSONError) in
        try JSONParser.parse(buffer.span)
      }
    } catch {
      throw SeedbedError(.data, "`\(path)` is no JSON", cause: "\(error)")
    }
  }

  /// The folders of the transformer and of the pooling, once every module is one that is known.
  private static func modules(
    of path: String
  ) throws(SeedbedError) -> (transformer: String, pooling: String?) {
    var transformer = path
    var pooling: String?
    for module in try json(at: path + "/modules.json")?.array ?? [] {
      let type = module["type"]?.string ?? "nothing"
      let folder = module["path"]?.string ?? ""
      switch type.split(separator: ".").last {
      case "Transformer": transformer = folder.isEmpty ? path : path + "/" + folder
      case "Pooling": pooling = folder
      case "Normalize": break
      default:
        throw SeedbedError(
          .data,
          "`\(path)/modules.json` has a module of type `\(type)`, which is not supported",
          hint: "use a model of the modules Transformer, Pooling and Normalize"
        )
      }
    }
    return (transformer, pooling)
  }

  private static func pooling(at path: String) throws(SeedbedError) -> Pooling {
    guard let object = try json(at: path)?.object else { return .mean }
    let prefix = "pooling_mode_"
    var chosen = object.compactMap { key, value in
      key.hasPrefix(prefix) && value.bool == true ? String(key.dropFirst(prefix.count)) : nil
    }
    if let mode = object["pooling_mode"]?.string { chosen = [mode] }
    switch chosen {
    case [], ["mean_tokens"], ["mean"]: return .mean
    case ["cls_token"], ["cls"]: return .first
    case ["max_tokens"], ["max"]: return .maximum
    default:
      throw SeedbedError(
        .data,
        "`\(path)` asks for pooling by `\(chosen.joined(separator: " + "))`",
        hint: "use a model that pools by the mean, the maximum or the first token"
      )
    }
  }

  private static func tokenizerOptions(
    at path: String
  ) throws(SeedbedError) -> WordPieceTokenizer.Options {
    var options = WordPieceTokenizer.Options()
    guard let config = try json(at: path) else { return options }
    options.folds = config["do_lower_case"]?.bool ?? true
    if let strips = config["strip_accents"]?.bool, strips != options.folds {
      throw SeedbedError(
        .data,
        "`\(path)` wants lower case and accents treated differently, which is not supported",
        hint: "use a model whose `strip_accents` is null"
      )
    }
    options.splitsIdeographs = config["tokenize_chinese_chars"]?.bool ?? true
    func token(_ key: String) -> String? { config[key]?.string ?? config[key]?["content"]?.string }
    options.unknown = token("unk_token") ?? options.unknown
    options.start = token("cls_token") ?? options.start
    options.end = token("sep_token") ?? options.end
    options.others = [token("pad_token") ?? "[PAD]", token("mask_token") ?? "[MASK]"]
    return options
  }
}
