/// How much of a version's lineage is written beside its rows.
public enum LineageDetail: String, Sendable, CaseIterable {
  /// Sources, batches and the version: a few kilobytes, however many rows there are.
  case batches
  /// Each sample with what it derives from, too: some 400 bytes a row.
  case samples
}
