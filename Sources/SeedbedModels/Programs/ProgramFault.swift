import SeedbedData

/// Why a program has not answered a request.
struct ProgramFault: Error, Sendable {
  /// What happened, in words that fit behind the program's name.
  var words: String
  /// The end of what it wrote to its standard error; empty where there is nothing.
  var said = ""
  /// Whether only this request is concerned.
  var isOfRequest = false
}
