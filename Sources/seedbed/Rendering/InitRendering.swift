import SeedbedData
import SeedbedPipeline

/// What `init` found, for people.
enum InitRendering {
  static func text(_ outcome: ProjectInitializer.Outcome, folder: String) -> String {
    let configuration = outcome.configuration
    var lines = [
      "\(Style.heading("Read")) \(outcome.rows) rows of `\(configuration.data.path)`"
        + (outcome.badRows > 0 ? ", \(outcome.badRows) could not be read" : "")
    ]
    let reason = outcome.reason.map { " (\($0))" } ?? ""
    lines.append("  task        \(configuration.task.rawValue)\(reason)")
    if !configuration.languages.isEmpty {
      lines.append("  languages   \(configuration.languages.joined(separator: ", "))")
    }
    lines.append("  dimensions  \(configuration.dimensions.joined(separator: ", "))")
    for requirement in configuration.requirements {
      lines.append("  required    \(requirement.minimum) in each [\(requirement.pattern)]")
    }
    lines.append(
      "\(Style.heading("Sealed")) \(outcome.sealed) real rows as the holdout"
        + (outcome.dropped > 0
          ? "; left out \(outcome.dropped) that are like a training row" : "")
    )
    let place = folder == "." ? "" : " --project \(folder)"
    lines += [
      "",
      "Next: look at `\(Project.path(folder, "seedbed.yaml"))`, then `seedbed gaps\(place)` "
        + "or `seedbed run\(place)`",
    ]
    return lines.joined(separator: "\n")
  }
}
