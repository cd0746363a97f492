// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "seedbed",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "seedbed", targets: ["seedbed"]),
    .library(
      name: "Seedbed",
      targets: [
        "SeedbedKernels", "SeedbedData", "SeedbedText", "SeedbedLearning", "SeedbedPipeline",
        "SeedbedModels", "SeedbedLedger", "SeedbedReport", "SeedbedReview",
      ]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      from: "2.28.1",
      traits: []
    ),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // Outside libraries that have no Swift package of their own.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSpelling", providers: [.apt(["libhunspell-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "CLanguage", linkerSettings: [.linkedLibrary("cld2")]),

    // Pure functions on bytes and numbers.
    .target(name: "CKernels"),
    .target(name: "SeedbedKernels", dependencies: ["CKernels"]),

    // Nouns.
    .target(
      name: "SeedbedData",
      dependencies: [
        "CZlib", "SeedbedKernels", "Yams", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

    // What the stages know about language, and what they learn from data.
    .target(
      name: "SeedbedText",
      dependencies: ["CLanguage", "CSpelling", "CStemmer", "SeedbedData", "SeedbedKernels"]
    ),
    .target(
      name: "SeedbedLearning",
      dependencies: ["CKernels", "SeedbedData", "SeedbedKernels"]
    ),

    // Verbs: one folder a stage.
    .target(
      name: "SeedbedPipeline",
      dependencies: [
        "SeedbedData", "SeedbedKernels", "SeedbedLearning", "SeedbedText",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),

    // The outside world.
    .target(
      name: "SeedbedModels",
      dependencies: [
        "SeedbedData", "SeedbedKernels",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),
    .target(
      name: "SeedbedLedger",
      dependencies: [
        "SeedbedData", "SeedbedKernels", "SeedbedLearning", "SeedbedPipeline",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "SeedbedReport",
      dependencies: [
        "SeedbedData", "SeedbedKernels", "SeedbedLearning", "SeedbedPipeline",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(
      name: "SeedbedReview",
      dependencies: [
        "SeedbedData", "SeedbedKernels", "SeedbedLearning", "SeedbedPipeline",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [.embedInCode("Assets")]
    ),

    // The command.
    .executableTarget(
      name: "seedbed",
      dependencies: [
        "SeedbedData", "SeedbedKernels", "SeedbedLearning", "SeedbedLedger", "SeedbedModels",
        "SeedbedPipeline", "SeedbedReport", "SeedbedReview", "SeedbedText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

    .testTarget(
      name: "SeedbedTests",
      dependencies: [
        "seedbed", "CKernels", "SeedbedData", "SeedbedKernels", "SeedbedLearning",
        "SeedbedLedger", "SeedbedModels", "SeedbedPipeline", "SeedbedReport", "SeedbedReview",
        "SeedbedText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      exclude: ["Golden"],
      // Optimised, the tests take minutes to compile and run no faster: the work is in the libraries.
      swiftSettings: [
        .unsafeFlags([
          "-Onone", "-no-whole-module-optimization", "-enable-batch-mode", "-incremental",
        ])
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.name == "SeedbedKernels" {
  target.swiftSettings = [.strictMemorySafety()]
}

for target in package.targets where ![.system, .plugin].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}
