extension LedgerSchema {
  /// Versions and their members, with what was known of each member when the version was made.
  static let m004Versions = """
    CREATE TABLE versions (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
      run TEXT NOT NULL,
      holdout_seal TEXT,
      leak_scan TEXT NOT NULL CHECK (json_valid(leak_scan)),
      import INTEGER REFERENCES imports (number),
      member_count INTEGER NOT NULL CHECK (member_count >= 0),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER versions_never_change BEFORE UPDATE ON versions
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
    CREATE TRIGGER versions_never_go BEFORE DELETE ON versions
    BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;

    CREATE TABLE version_members (
      version INTEGER NOT NULL REFERENCES versions (number),
      position INTEGER NOT NULL CHECK (position >= 0),
      sample TEXT NOT NULL REFERENCES samples (id),
      split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'synthetic_eval')),
      origin TEXT NOT NULL CHECK (origin IN ('real', 'synthetic')),
      tier TEXT,
      tier_reasons TEXT,
      verdict_revision INTEGER NOT NULL,
      PRIMARY KEY (version, position),
      UNIQUE (sample, version),
      CONSTRAINT synthetic_eval_is_synthetic
        CHECK (origin = 'synthetic' OR split <> 'synthetic_eval')
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER version_members_never_change BEFORE UPDATE ON version_members
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
    CREATE TRIGGER version_members_never_go BEFORE DELETE ON version_members
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
    CREATE TRIGGER versions_never_grow BEFORE INSERT ON version_members
    WHEN NEW.position >= (SELECT member_count FROM versions WHERE number = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
    CREATE TRIGGER members_tell_their_origin BEFORE INSERT ON version_members
    WHEN NEW.origin IS NOT (SELECT origin FROM samples WHERE id = NEW.sample)
    BEGIN SELECT RAISE(ABORT, 'rule 4: a member is entered with another origin than its own'); END;
    CREATE TRIGGER members_are_verified BEFORE INSERT ON version_members
    WHEN NEW.origin = 'synthetic' AND (
      NEW.verdict_revision IS NOT (SELECT verdict_revision FROM samples WHERE id = NEW.sample)
      OR NOT EXISTS (
        SELECT 1 FROM verdicts WHERE sample = NEW.sample AND revision = NEW.verdict_revision)
      OR EXISTS (
        SELECT 1 FROM verdicts
        WHERE sample = NEW.sample AND revision = NEW.verdict_revision AND outcome <> 'pass'))
    BEGIN SELECT RAISE(ABORT, 'rule 5: a synthetic member has not passed every check'); END;
    """
}
