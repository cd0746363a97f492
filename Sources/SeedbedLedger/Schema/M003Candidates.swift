extension LedgerSchema {
  /// What was generated for which quota of a plan, and in which runs.
  static let m003Candidates = """
    CREATE TABLE batch_runs (
      batch TEXT NOT NULL REFERENCES batches (id),
      run TEXT NOT NULL REFERENCES runs (id),
      PRIMARY KEY (batch, run)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE candidates (
      plan TEXT NOT NULL,
      round INTEGER NOT NULL CHECK (round >= 0),
      quota INTEGER NOT NULL CHECK (quota >= 0),
      draw INTEGER NOT NULL,
      sample TEXT NOT NULL REFERENCES samples (id),
      status TEXT NOT NULL
        CHECK (status IN ('pending', 'accepted', 'rejected', 'duplicate', 'surplus')),
      PRIMARY KEY (plan, round, quota, draw, sample)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX candidates_by_sample ON candidates (sample);

    CREATE TABLE generated_quotas (
      plan TEXT NOT NULL,
      round INTEGER NOT NULL,
      quota INTEGER NOT NULL,
      PRIMARY KEY (plan, round, quota)
    ) STRICT, WITHOUT ROWID;
    """
}
