extension LedgerSchema {
  /// Vectors of texts by model; nothing refers to them, and each can be computed again.
  ///
  /// `content` is a 128-bit hash of the text's UTF-8, `vector` little-endian 32-bit floats.
  static let m005Embeddings = """
    CREATE TABLE embeddings (
      model TEXT NOT NULL CHECK (model <> ''),
      content BLOB NOT NULL CHECK (length(content) = 16),
      vector BLOB NOT NULL CHECK (length(vector) > 0 AND length(vector) % 4 = 0),
      PRIMARY KEY (model, content)
    ) STRICT, WITHOUT ROWID;
    """
}
