#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SeedbedData
import Synchronization

/// Apertium (Forcada et al., 2011), rule-based translation, as it is installed on this machine.
///
/// Each direction is a pipeline of programs that is started once and kept running with null flush. Texts that
/// it cannot work on come back as they are.
public final class ApertiumTranslator: DirectedTranslator {
  /// Names the program and its version.
  public let identity: String

  private let program: String
  private let modes: ApertiumModes
  private let environment: [String: String]
  private let limits: ApertiumPipe.Limits
  private let pipes = Mutex<[String: ApertiumPipe]>([:])

  /// Words that bring the taggers of a language into a state which no later text changes.
  ///
  /// The hidden Markov tagger learns an ambiguity class that its model lacks when it first meets it, and from
  /// then on weighs other words anew; so the same sentence could come out differently before and after. One
  /// word of each such class at the start of a run makes the order of texts irrelevant.
  private static let warmUps = [
    "en": "bore drunk included till", "ca": "deu fins força massa mos més sobre vera vist",
  ]

  private init(
    program: String,
    modes: ApertiumModes,
    environment: [String: String],
    limits: ApertiumPipe.Limits,
    version: String
  ) {
    self.program = program
    self.modes = modes
    self.environment = environment
    self.limits = limits
    identity = version.isEmpty ? "apertium" : "apertium \(version)"
  }

  deinit { for pipe in pipes.withLock({ $0 }).values { pipe.close() } }

  /// Whether the program is there.
  ///
  /// - Parameter environment: The variables of the process, one of which names the folders of programs.
  /// - Returns: False where no folder of `PATH` has it.
  public static func isInstalled(environment: [String: String]? = nil) -> Bool {
    let environment = environment ?? ProcessInfo.processInfo.environment
    return ProgramPath.find("apertium", in: environment["PATH"] ?? "") != nil
  }

  /// Finds the program and its directions.
  ///
  /// - Parameters:
  ///   - environment: The variables that it sees; nil for those of this process.
  ///   - hiding: Environment variables that it must not see.
  ///   - program: What it is called.
  ///   - silence: How many seconds it may owe an answer before it is started anew.
  /// - Returns: The translator; nothing is translated yet.
  /// - Throws: A `SeedbedError` where there is no such program or it has no language pair, which names the
  ///   packages to install.
  public static func find(
    environment: [String: String]? = nil,
    hiding: [String] = [],
    program: String = "apertium",
    silence: Double = 60
  ) async throws -> ApertiumTranslator {
    var environment = environment ?? ProcessInfo.processInfo.environment
    for name in hiding { environment[name] = nil }
    let packages = "install it, for example: apt-get install apertium apertium-eng-spa"
    let listing: String
    let version: String
    do {
      listing = try await output(of: [program, "-l"], environment)
      version = try await output(of: [program, "-V"], environment)
    } catch let error as SeedbedError {
      throw SeedbedError(
        .missingResource,
        "the translator `\(program)` cannot be started",
        hint: packages,
        cause: error.cause
      )
    }
    let modes = ApertiumModes(listing: listing)
    guard !modes.all.isEmpty else {
      throw SeedbedError(
        .missingResource,
        "the translator `\(program)` has no language pair",
        hint: packages
      )
    }
    var limits = ApertiumPipe.Limits()
    limits.silence = .seconds(silence)
    return ApertiumTranslator(
      program: program,
      modes: modes,
      environment: environment,
      limits: limits,
      version: version.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    )
  }

  private static func output(
    of command: [String],
    _ environment: [String: String]
  ) async throws -> String {
    let launch = ProgramLaunch(command: command, folder: "/", environment: environment)
    return try await ProgramListing.output(launch)
  }

  /// The languages that a language can be translated into.
  ///
  /// - Parameter source: A language as a BCP 47 tag.
  /// - Returns: BCP 47 tags in alphabetical order.
  public func targets(from source: String) -> [String] { modes.targets(from: source) }

  /// Translates texts.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - source: The language that they are in.
  ///   - target: The language to translate into.
  /// - Returns: One translation a text, in order; a text that it cannot work on as it is.
  /// - Throws: A `SeedbedError` when the direction is not installed or the program does not work;
  ///   `CancellationError`.
  public func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    guard let mode = modes.mode(from: source, to: target) else {
      let known = modes.targets(from: source)
      throw SeedbedError(
        .missingResource,
        "Apertium has no translation from `\(source)` into `\(target)` on this machine",
        hint: known.isEmpty
          ? "install a language pair: apt-cache search '^apertium-' shows them"
          : "it translates `\(source)` into \(known.joined(separator: ", ")); "
            + "apt-cache search '^apertium-' shows further pairs"
      )
    }
    return try await pipe(mode).translate(texts)
  }

  private func pipe(_ mode: ApertiumModes.Mode) -> ApertiumPipe {
    pipes.withLock { pipes in
      if let pipe = pipes[mode.name] { return pipe }
      let launch = ProgramLaunch(
        // No marks on unknown words, null flush, and the stream format as it is.
        command: [program, "-u", "-z", "-f", "none", mode.name],
        folder: "/",
        environment: environment
      )
      let warmUp = Self.warmUps[mode.source.base] ?? ""
      let pipe = ApertiumPipe(launch, warmUp: warmUp, limits: limits)
      pipes[mode.name] = pipe
      return pipe
    }
  }
}
