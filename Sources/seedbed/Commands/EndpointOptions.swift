import ArgumentParser

/// What an endpoint that makes vectors is asked for, and with which key.
struct EndpointOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The model that an endpoint is asked for.", valueName: "name"))
  var modelName: String?

  @Option(
    help: ArgumentHelp(
      "The environment variable that holds the key of an endpoint; the key itself is never an option.",
      valueName: "name"
    )
  )
  var keyVariable: String?

  /// A model, which may be an endpoint's.
  func choice(_ model: String) -> EmbedderChoice {
    EmbedderChoice(model: model, modelName: modelName, keyVariable: keyVariable)
  }
}
