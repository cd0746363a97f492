public import SeedbedData
import SeedbedKernels

/// All that the ledger knows about one sample: where it came from and where it went.
public struct SampleTrace: Sendable, Hashable {
  /// What the plan wanted of a synthetic sample, and how far it came.
  public struct Candidacy: Sendable, Hashable {
    /// The digest of the plan.
    public var plan: String
    /// The index of the quota in the plan, from 0.
    public var quota: Int
    /// The round of generation, from 0.
    public var round: Int
    /// How far it has come.
    public var status: CandidateStatus
  }

  /// A version that the sample is in.
  public struct Place: Sendable, Hashable {
    /// The version's id.
    public var version: String
    /// The part it is in there.
    public var split: Split
  }

  /// The sample.
  public var sample: Sample
  /// Its candidacies; more than one only where two quotas of a plan drew the same sample.
  public var candidacies: [Candidacy]
  /// The verdicts that hold now, in the order of the checks.
  public var verdicts: [Verdict]
  /// The decision by which it was removed as a duplicate, if it was.
  public var duplicateOf: DuplicateDecision?
  /// The decisions by which others were removed because it stays.
  public var duplicates: [DuplicateDecision]
  /// The batch it was made in; nil for real samples.
  public var batch: Batch?
  /// Its parents, their parents and so on, the nearest first.
  public var ancestors: [Sample]
  /// How many samples were made from it directly.
  public var childCount: Int
  /// The first twenty of them by id.
  public var children: [SampleID]
  /// The versions that it is in, the oldest first.
  public var versions: [Place]
  /// The rules that were set aside in the runs that made its batch, the oldest first.
  public var overrides: [RecordedOverride]
  /// What people decided about it, and the decision that made it, the oldest first.
  public var reviews: [TracedReview]
}

extension SampleTrace {
  /// The trace as printed with `--json`: every key is always there.
  public var json: JSONObject {
    [
      "sample": .object(Self.json(sample)),
      "candidacies": .array(candidacies.map(Self.json)),
      "verdicts": .array(verdicts.map { .object($0.json) }),
      "duplicate_of": duplicateOf.map(Self.json) ?? .null,
      "duplicates": .array(duplicates.map(Self.json)),
      "batch": batch.map { .object(BatchRow.json($0)) } ?? .null,
      "ancestors": .array(ancestors.map { .object(Self.json($0)) }),
      "children": [
        "count": .optional(childCount), "first": .array(children.map { .string($0.hex) }),
      ],
      "versions": .array(
        versions.map { ["id": .string($0.version), "split": .string($0.split.rawValue)] }
      ),
      "overrides": .array(overrides.map { .object($0.json) }),
      "reviews": .array(reviews.map { .object($0.json) }),
    ]
  }

  /// The keys of a row's object `seedbed`, with the row's own fields and what the task reads in it.
  private static func json(_ sample: Sample) -> JSONObject {
    var object = sample.row(verdicts: [])["seedbed"]?.object ?? JSONObject()
    object["verdicts"] = nil
    object["text"] = .string(sample.text)
    object["label"] = .optional(sample.label)
    object["spans"] = .array(sample.spans.map(\.json))
    object["edits"] = .array(
      sample.provenance.edits.map {
        [
          "start": .optional($0.start), "end": .optional($0.end),
          "replacement": .string($0.replacement), "reason": .string($0.reason),
        ]
      }
    )
    object["fields"] = .object(sample.fields)
    return object
  }

  private static func json(_ candidacy: Candidacy) -> JSONValue {
    [
      "plan": .string(candidacy.plan), "quota": .optional(candidacy.quota),
      "round": .optional(candidacy.round), "status": .string(candidacy.status.rawValue),
    ]
  }

  private static func json(_ decision: DuplicateDecision) -> JSONValue {
    [
      "removed": .string(decision.removed.hex), "kept": .string(decision.kept.hex),
      "kind": .string(decision.kind.rawValue), "similarity": .optional(decision.similarity),
    ]
  }
}
