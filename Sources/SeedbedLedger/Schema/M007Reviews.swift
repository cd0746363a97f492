extension LedgerSchema {
  /// What people decided about samples, and the versions that were released.
  ///
  /// Decisions are only ever added: taking one back adds a row that names it.
  static let m007Reviews = """
    CREATE TABLE reviews (
      number INTEGER PRIMARY KEY,
      sample TEXT NOT NULL REFERENCES samples (id),
      purpose TEXT NOT NULL
        CHECK (purpose IN ('spot_check', 'disagreement', 'single_check', 'low_margin', 'gap')),
      version TEXT REFERENCES versions (id),
      author TEXT NOT NULL CHECK (author <> ''),
      verdict TEXT NOT NULL
        CHECK (verdict IN ('accept', 'reject', 'fix', 'skip', 'withdrawal')),
      reason TEXT,
      new_text TEXT,
      new_label TEXT,
      new_tier TEXT CHECK (new_tier IN ('easy', 'medium', 'hard', 'adversarial')),
      replacement TEXT REFERENCES samples (id),
      withdraws INTEGER UNIQUE REFERENCES reviews (number),
      decided_at INTEGER NOT NULL,
      CHECK ((verdict = 'withdrawal') = (withdraws IS NOT NULL)),
      CHECK ((purpose = 'spot_check') = (version IS NOT NULL)),
      CONSTRAINT rejections_have_a_reason CHECK (verdict <> 'reject' OR coalesce(reason, '') <> ''),
      CONSTRAINT fixes_change_something
        CHECK (verdict = 'fix' OR (new_text IS NULL AND new_label IS NULL)),
      CONSTRAINT fixes_make_a_sample CHECK (verdict <> 'fix' OR (
        replacement IS NOT NULL AND (new_text IS NOT NULL OR new_label IS NOT NULL)))
    ) STRICT;
    CREATE INDEX reviews_by_sample ON reviews (sample, number);
    CREATE INDEX reviews_by_replacement ON reviews (replacement) WHERE replacement IS NOT NULL;
    CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews
    BEGIN SELECT RAISE(ABORT, 'a decision never changes'); END;
    CREATE TRIGGER reviews_never_go BEFORE DELETE ON reviews
    BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
    CREATE TRIGGER reviews_are_withdrawn_by_their_author BEFORE INSERT ON reviews
    WHEN NEW.withdraws IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM reviews
      WHERE number = NEW.withdraws AND verdict <> 'withdrawal' AND author = NEW.author)
    BEGIN SELECT RAISE(ABORT, 'a decision is taken back by the person who made it'); END;
    CREATE TRIGGER reviews_are_of_synthetic_samples BEFORE INSERT ON reviews
    WHEN (SELECT origin FROM samples WHERE id = NEW.sample) IS NOT 'synthetic'
    BEGIN SELECT RAISE(ABORT, 'only synthetic samples are reviewed'); END;

    CREATE TABLE releases (
      number INTEGER PRIMARY KEY,
      version TEXT NOT NULL UNIQUE REFERENCES versions (id),
      author TEXT NOT NULL CHECK (author <> ''),
      released_at INTEGER NOT NULL,
      checked INTEGER NOT NULL CHECK (checked >= 0),
      wrong INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND checked),
      upper_bound REAL NOT NULL CHECK (upper_bound BETWEEN 0 AND 1),
      error_limit REAL NOT NULL CHECK (error_limit BETWEEN 0 AND 1),
      ruling TEXT NOT NULL CHECK (ruling IN ('release', 'block', 'undecided')),
      because TEXT,
      CONSTRAINT releases_against_the_rule_have_a_reason
        CHECK (ruling = 'release' OR coalesce(because, '') <> '')
    ) STRICT;
    CREATE TRIGGER releases_never_change BEFORE UPDATE ON releases
    BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;
    CREATE TRIGGER releases_never_go BEFORE DELETE ON releases
    BEGIN SELECT RAISE(ABORT, 'a release is never taken back'); END;
    """
}
