extension LedgerSchema {
  /// Samples, real and synthetic, and what was found about them.
  ///
  /// `comparison_text` is null where it equals `text`. Texts are written by `StoredText`. Verdicts
  /// are only added: those that hold now are the ones of the sample's `verdict_revision`.
  static let m002Samples = """
    CREATE TABLE batches (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
      plan TEXT NOT NULL,
      method TEXT NOT NULL CHECK (method <> ''),
      model TEXT,
      prompt_version TEXT
    ) STRICT;

    CREATE TABLE samples (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
      origin TEXT NOT NULL CHECK (origin IN ('real', 'synthetic')),
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      text TEXT NOT NULL,
      text_path TEXT CHECK (text_path IS NULL OR json_valid(text_path)),
      comparison_text TEXT,
      label TEXT,
      spans TEXT NOT NULL CHECK (json_valid(spans)),
      tags TEXT NOT NULL CHECK (json_valid(tags)),
      split TEXT CHECK (split IN ('train', 'validation', 'synthetic_eval')),
      tier TEXT CHECK (tier IN ('easy', 'medium', 'hard', 'adversarial')),
      tier_reasons TEXT CHECK (tier_reasons IS NULL OR json_valid(tier_reasons)),
      source_id TEXT NOT NULL,
      source_row INTEGER,
      source_byte INTEGER,
      source_start INTEGER,
      source_end INTEGER,
      method TEXT,
      parameters TEXT CHECK (parameters IS NULL OR json_valid(parameters)),
      seed INTEGER,
      draw INTEGER,
      model TEXT,
      prompt_version TEXT,
      depth INTEGER NOT NULL,
      batch TEXT REFERENCES batches (id),
      edits TEXT NOT NULL CHECK (json_valid(edits)),
      verdict_revision INTEGER NOT NULL DEFAULT 0 CHECK (verdict_revision >= 0),
      CHECK ((tier IS NULL) = (tier_reasons IS NULL)),
      CHECK ((source_start IS NULL) = (source_end IS NULL) AND source_start <= source_end),
      CONSTRAINT real_samples_are_not_generated CHECK (
        origin = 'synthetic' OR (method IS NULL AND model IS NULL AND batch IS NULL AND depth = 0)),
      CONSTRAINT synthetic_samples_have_provenance CHECK (
        origin = 'real' OR (
          source_id <> '' AND source_start IS NOT NULL AND method IS NOT NULL AND method <> ''
          AND parameters IS NOT NULL AND seed IS NOT NULL AND draw IS NOT NULL
          AND batch IS NOT NULL AND depth >= 1
          AND (model IS NULL OR prompt_version IS NOT NULL)))
    ) STRICT;
    CREATE INDEX samples_by_batch ON samples (batch) WHERE batch IS NOT NULL;
    CREATE TRIGGER origins_never_change BEFORE UPDATE OF id, origin ON samples
    WHEN NEW.id <> OLD.id OR NEW.origin <> OLD.origin
    BEGIN SELECT RAISE(ABORT, 'the id and origin of a sample never change'); END;
    CREATE TRIGGER provenance_never_changes
    BEFORE UPDATE OF fields, text, text_path, comparison_text, label, spans, source_id,
      source_start, source_end, method, parameters, seed, draw, model, prompt_version, depth,
      batch, edits ON samples
    WHEN OLD.origin = 'synthetic'
    BEGIN SELECT RAISE(ABORT, 'a candidate is never rewritten'); END;

    CREATE TABLE import_members (
      import INTEGER NOT NULL REFERENCES imports (number),
      position INTEGER NOT NULL,
      sample TEXT NOT NULL REFERENCES samples (id),
      source_id TEXT NOT NULL,
      source_row INTEGER,
      source_byte INTEGER,
      PRIMARY KEY (import, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_members_by_sample ON import_members (sample, import);

    CREATE TABLE parents (
      child TEXT NOT NULL REFERENCES samples (id),
      position INTEGER NOT NULL,
      parent TEXT NOT NULL REFERENCES samples (id),
      PRIMARY KEY (child, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parents_by_parent ON parents (parent, child);

    CREATE TABLE verdicts (
      sample TEXT NOT NULL REFERENCES samples (id),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      position INTEGER NOT NULL,
      check_name TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'fail', 'undecided')),
      score REAL,
      threshold REAL,
      evidence TEXT NOT NULL,
      PRIMARY KEY (sample, revision, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER verdicts_never_change BEFORE UPDATE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'a recorded verdict never changes'); END;
    CREATE TRIGGER verdicts_never_go BEFORE DELETE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'a recorded verdict is never deleted'); END;

    CREATE TABLE duplicates (
      removed TEXT NOT NULL PRIMARY KEY REFERENCES samples (id),
      kept TEXT NOT NULL REFERENCES samples (id),
      kind TEXT NOT NULL CHECK (kind IN ('exact', 'near')),
      similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1)
    ) STRICT;
    CREATE INDEX duplicates_by_kept ON duplicates (kept);
    """
}
