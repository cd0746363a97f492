extension LedgerSchema {
  /// Answers of language models by the key of their request, failed requests, and calibrations of judges.
  ///
  /// Answers are paid for: they are never changed and never deleted.
  static let m006Answers = """
    CREATE TABLE answers (
      key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32 AND key NOT GLOB '*[^0-9a-f]*'),
      name TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      model TEXT NOT NULL,
      request TEXT NOT NULL,
      text TEXT NOT NULL,
      finish TEXT NOT NULL CHECK (finish IN ('stop', 'length', 'refusal', 'filtered', 'other')),
      input_tokens INTEGER NOT NULL,
      cached_tokens INTEGER NOT NULL,
      output_tokens INTEGER NOT NULL,
      cost REAL,
      is_batch INTEGER NOT NULL CHECK (is_batch IN (0, 1)),
      attempts INTEGER NOT NULL CHECK (attempts >= 1),
      run TEXT,
      recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_by_run ON answers (run, name) WHERE run IS NOT NULL;
    CREATE TRIGGER answers_never_change BEFORE UPDATE ON answers
    BEGIN SELECT RAISE(ABORT, 'a paid answer never changes'); END;
    CREATE TRIGGER answers_never_go BEFORE DELETE ON answers
    BEGIN SELECT RAISE(ABORT, 'a paid answer is never deleted'); END;

    CREATE TABLE failed_requests (
      number INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      reason TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      run TEXT,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX failed_requests_by_run ON failed_requests (run, kind);

    CREATE TABLE calibrations (
      number INTEGER PRIMARY KEY,
      judge TEXT NOT NULL,
      rubric TEXT NOT NULL,
      kind TEXT NOT NULL,
      record TEXT NOT NULL CHECK (json_valid(record)),
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX calibrations_by_judge ON calibrations (judge, rubric, kind, number);
    """
}
