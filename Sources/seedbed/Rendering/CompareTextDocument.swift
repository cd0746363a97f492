import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// How texts differ as wholes and in variety, for programs.
enum CompareTextDocument {
  static func texts(_ texts: TextDrift) -> JSONValue {
    [
      "domain_classifier": classifier(texts),
      "mmd": discrepancy(texts),
      "mauve": texts.mauve.map(mauve) ?? .null,
    ]
  }

  private static func classifier(_ texts: TextDrift) -> JSONValue {
    guard let separation = texts.separation else { return .null }
    var object = JSONObject()
    for view in DomainSeparation.View.allCases {
      object[view.rawValue] = separation[view].map { outcome($0, texts) } ?? .null
    }
    return .object(object)
  }

  private static func outcome(
    _ outcome: DomainSeparation.Outcome,
    _ texts: TextDrift
  ) -> JSONValue {
    var object: JSONObject = [
      "roc_auc": .optional(outcome.area),
      "roc_auc_interval": .ends(of: outcome.interval),
      "similarity": .optional(outcome.similarity),
      "null_threshold": .optional(outcome.test.threshold),
      "permutations": .optional(outcome.test.permutations),
    ]
    object.append(claim("domain_classifier_\(outcome.view.rawValue)", texts))
    object.append([
      "real_rows": .optional(outcome.firstCount),
      "synthetic_rows": .optional(outcome.secondCount),
      "word_limit": .optional(outcome.wordLimit),
      "features": .array(outcome.features.map(feature)),
    ])
    return .object(object)
  }

  private static func feature(_ feature: DomainSeparation.Feature) -> JSONValue {
    [
      "name": .string(feature.name),
      "speaks_for": .string(feature.speaksForSecond ? "synthetic" : "real"),
      "weight": .optional(feature.weight), "real_share": .optional(feature.firstShare),
      "synthetic_share": .optional(feature.secondShare),
    ]
  }

  private static func discrepancy(_ texts: TextDrift) -> JSONValue {
    guard let discrepancy = texts.discrepancy else { return .null }
    var object: JSONObject = [
      "mmd_squared": .optional(discrepancy.squared),
      "bandwidth": .optional(discrepancy.bandwidth),
      "permutations": .optional(discrepancy.test.permutations),
      "real_rows": .optional(discrepancy.firstCount),
      "synthetic_rows": .optional(discrepancy.secondCount),
    ]
    object.append(claim("mmd", texts))
    return .object(object)
  }

  private static func mauve(_ mauve: MAUVEScore) -> JSONValue {
    [
      "mauve": .optional(mauve.mean), "mauve_sd": .optional(mauve.deviation),
      "values": .array(mauve.values.map { .optional($0) }),
      "frontier_integrals": .array(mauve.frontierIntegrals.map { .optional($0) }),
      "cells": .optional(mauve.cells), "real_rows": .optional(mauve.firstCount),
      "synthetic_rows": .optional(mauve.secondCount),
    ]
  }

  private static func claim(_ name: String, _ texts: TextDrift) -> JSONObject {
    texts.tests.first { $0.name == name }.map { CompareDocument.claim($0.claim) } ?? [:]
  }

  static func diversity(_ diversity: DiversityComparison) -> JSONValue {
    [
      "rows": .optional(diversity.rows), "words": .optional(diversity.words),
      "part_rows": .optional(diversity.partRows),
      "measures": .array(diversity.measures.map(measure)),
      "neighbors": .optional(DiversityComparison.neighbors),
      "precision": .optional(diversity.overlap?.precision),
      "recall": .optional(diversity.overlap?.recall),
      "density": .optional(diversity.overlap?.density),
      "coverage": .optional(diversity.overlap?.coverage),
    ]
  }

  private static func measure(_ measure: DiversityComparison.Measure) -> JSONValue {
    let poorer =
      measure.real == measure.synthetic ? "neither" : measure.isPoorer ? "synthetic" : "real"
    var object: JSONObject = [
      "name": .string(measure.name), "real": .optional(measure.real),
      "synthetic": .optional(measure.synthetic), "less_varied": .string(poorer),
      "part_difference": .optional(measure.partDifference?.estimate),
      "part_difference_interval": .ends(of: measure.partDifference),
    ]
    object.append(CompareDocument.claim(measure.claim))
    return .object(object)
  }
}
