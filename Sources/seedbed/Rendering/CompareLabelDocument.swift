import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// How labels and their ties differ, for programs.
enum CompareLabelDocument {
  static func labels(_ labels: LabelDrift) -> JSONValue {
    var object: JSONObject = [
      "real_unlabelled": .optional(labels.realUnlabelled),
      "synthetic_unlabelled": .optional(labels.syntheticUnlabelled),
    ]
    object.append(CompareColumnDocument.variation(labels.distribution))
    object.append([
      "shares": .array(labels.shares.map(share)),
      "lengths": .array(labels.lengths.map(length)),
    ])
    return .object(object)
  }

  private static func share(_ share: LabelShare) -> JSONValue {
    var object: JSONObject = ["label": .string(share.change.value)]
    object.append(shares(share.change.shares))
    object.append(CompareDocument.claim(share.claim))
    return .object(object)
  }

  private static func length(_ drift: NumberDrift) -> JSONValue {
    var object: JSONObject = ["label": .optional(drift.label)]
    object.append(CompareColumnDocument.number(drift))
    return .object(object)
  }

  private static func shares(_ shares: ShareDifference) -> JSONObject {
    [
      "real": .optional(shares.successes), "synthetic": .optional(shares.otherSuccesses),
      "real_share": .optional(shares.share), "synthetic_share": .optional(shares.otherShare),
      "share_difference": .optional(shares.difference.estimate),
      "share_difference_interval": .ends(of: shares.difference),
    ]
  }

  static func slice(_ slice: SliceBias) -> JSONValue {
    [
      "slice": .string(slice.slice),
      "bias_amplification": .optional(slice.amplification.estimate),
      "bias_amplification_interval": .ends(of: slice.amplification),
      "differs": .bool(slice.amplifies), "tested_cells": .optional(slice.cells.count),
      "differing_cells": .array(slice.cells.filter(\.claim.differs).map(cell)),
    ]
  }

  private static func cell(_ cell: SliceBias.Cell) -> JSONValue {
    var object: JSONObject = [
      "label": .string(cell.cell.label), "value": .string(cell.cell.group),
      "tied": .bool(cell.cell.isTied),
    ]
    object.append(shares(cell.cell.shares))
    object.append(CompareDocument.claim(cell.claim))
    return .object(object)
  }
}
