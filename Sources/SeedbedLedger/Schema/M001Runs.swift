extension LedgerSchema {
  /// Runs, the rules that were set aside in them, and the readings of the real data.
  static let m001Runs = """
    PRAGMA application_id = \(applicationID);

    CREATE TABLE runs (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      command TEXT NOT NULL,
      key TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed', 'interrupted')),
      started_at INTEGER NOT NULL,
      version TEXT,
      summary TEXT NOT NULL CHECK (json_valid(summary))
    ) STRICT;
    CREATE INDEX runs_by_key ON runs (key, status);

    CREATE TABLE overrides (
      number INTEGER PRIMARY KEY,
      rule TEXT NOT NULL,
      because TEXT NOT NULL,
      finding TEXT NOT NULL,
      run TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX overrides_by_run ON overrides (run);
    CREATE TRIGGER overrides_never_change BEFORE UPDATE ON overrides
    BEGIN SELECT RAISE(ABORT, 'a recorded override never changes'); END;
    CREATE TRIGGER overrides_never_go BEFORE DELETE ON overrides
    BEGIN SELECT RAISE(ABORT, 'a recorded override is never deleted'); END;

    CREATE TABLE imports (
      number INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      file TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      bad_rows INTEGER NOT NULL CHECK (bad_rows >= 0)
    ) STRICT;
    """
}
