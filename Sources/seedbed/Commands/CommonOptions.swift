import ArgumentParser
import Foundation
import SeedbedData
import SeedbedPipeline

/// The options of every command that reads data.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print one JSON document to standard output, and nothing else there.")
  var json = false

  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp(
      "The most threads; the result does not depend on it. (default: one for each core)",
      valueName: "count"
    )
  )
  var threadLimit: Int?

  mutating func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("`--threads` takes a number from 1 to 1024.")
    }
  }

  /// The most threads to use.
  var threads: Int { threadLimit ?? ProcessInfo.processInfo.activeProcessorCount }

  /// Prints a report where it does not mix with rows: to standard error when those go to standard
  /// output.
  ///
  /// - Parameters:
  ///   - words: The report for a person.
  ///   - document: The report for a program.
  ///   - outputs: Where rows were written.
  func show(
    _ words: @autoclosure () -> String,
    _ document: @autoclosure () -> JSONObject,
    beside outputs: [String?]
  ) {
    let text = json ? JSONValue.object(document()).serialized(.pretty) : words()
    outputs.contains("-") ? Terminal.note(text) : Terminal.result(text)
  }
}
