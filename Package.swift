// swift-tools-version: 6.2

import PackageDescription

/// What every target is built with: warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// What the pure targets are built with: no unsafe code at all.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "bearing",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "bearing", targets: ["bearing"])
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser",
      exact: "1.8.2")
  ],
  targets: [
    // The domain and every number.
    .target(name: "Goals", swiftSettings: pure),
    .testTarget(
      name: "GoalsTests",
      dependencies: ["Goals", "GoalFile", "Samples"],
      swiftSettings: strict),

    // Bytes to board and back.
    .target(
      name: "GoalFile",
      dependencies: ["Goals"],
      swiftSettings: pure),
    .testTarget(
      name: "GoalFileTests",
      dependencies: ["GoalFile", "Goals", "Oracle"],
      exclude: ["Fixtures"],
      swiftSettings: strict),

    // A grid of cells and what draws into it.
    .target(name: "Canvas", swiftSettings: pure),
    .testTarget(
      name: "CanvasTests",
      dependencies: ["Canvas"],
      swiftSettings: strict),

    // Theme files, embedded.
    .target(
      name: "Themes",
      dependencies: ["Canvas"],
      resources: [.embedInCode("themes")],
      swiftSettings: strict),
    .testTarget(
      name: "ThemesTests",
      dependencies: ["Themes", "Canvas"],
      swiftSettings: strict),

    // State, events, update and views.
    .target(
      name: "Dashboard",
      dependencies: ["Goals", "GoalFile", "Canvas"],
      swiftSettings: pure),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "Goals", "GoalFile", "Canvas", "Samples", "Oracle",
      ],
      exclude: ["Frames"],
      swiftSettings: strict),

    // A board on a screen that nobody sits at.
    .target(
      name: "Wall",
      dependencies: ["Goals", "GoalFile", "Canvas"],
      swiftSettings: pure),
    .testTarget(
      name: "WallTests",
      dependencies: [
        "Wall", "Goals", "GoalFile", "Canvas", "Samples", "Oracle",
      ],
      exclude: ["Frames"],
      swiftSettings: strict),

    // A board and its diagnostics, printed: JSON and text.
    .target(
      name: "Reports",
      dependencies: ["Goals", "GoalFile", "Canvas"],
      swiftSettings: pure),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Goals", "GoalFile", "Canvas"],
      exclude: ["Fixtures"],
      swiftSettings: strict),

    // Canvases as files for a browser: SVG and HTML.
    .target(
      name: "Pictures",
      dependencies: ["Canvas", "Themes"],
      swiftSettings: pure),
    .testTarget(
      name: "PicturesTests",
      dependencies: [
        "Pictures", "Canvas", "Themes", "Dashboard", "GoalFile", "Goals",
        "Samples",
      ],
      swiftSettings: strict),

    // The board that the program brings along.
    .target(
      name: "Samples",
      dependencies: ["Goals"],
      resources: [.embedInCode("boards")],
      swiftSettings: strict),

    // Files, for reading.
    .target(
      name: "Reading",
      dependencies: ["GoalFile", "CSystem"],
      swiftSettings: strict),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "CSystem"],
      swiftSettings: strict),

    // Files, for writing.
    .target(
      name: "Saving",
      dependencies: ["Reading", "GoalFile", "CSystem"],
      swiftSettings: strict),
    .testTarget(
      name: "SavingTests",
      dependencies: ["Saving", "Reading", "GoalFile", "Scribe"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    // A program for these tests to kill.
    .executableTarget(
      name: "Scribe",
      dependencies: ["Saving", "Reading", "GoalFile"],
      path: "Tests/Scribe",
      swiftSettings: strict),

    // The screen and the keyboard.
    .target(
      name: "Terminal",
      dependencies: ["Canvas", "CNcurses"],
      swiftSettings: strict),

    // The wall in the world: it reads, and writes nothing.
    .target(
      name: "WallHost",
      dependencies: [
        "Wall", "Reading", "Terminal", "Canvas", "Goals", "CSystem",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallHostTests",
      dependencies: [
        "Soak", "WallHost", "Wall", "Reading", "Terminal", "Canvas", "Goals",
      ],
      swiftSettings: strict),
    // A wall that hangs for years within minutes.
    .executableTarget(
      name: "Soak",
      dependencies: [
        "WallHost", "Wall", "Reading", "Terminal", "Canvas",
      ],
      path: "Tests/Soak",
      swiftSettings: strict),

    // The C edge.
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "CSystem"),

    // The program.
    .executableTarget(
      name: "bearing",
      dependencies: [
        "Goals", "GoalFile", "Canvas", "Themes", "Dashboard", "Reports",
        "Pictures", "Samples", "Reading", "Saving", "Terminal", "Wall",
        "WallHost", "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: [
        // At a fixed address there is nothing to be relocated at every start:
        // 46,000 places otherwise, a tenth of the time to the first frame. The
        // price: the system can not shuffle the program's own addresses.
        .unsafeFlags(
          ["-static-stdlib", "-Xclang-linker", "-no-pie"],
          .when(platforms: [.linux])),
        // What FoundationEssentials, which ArgumentParser uses, needs then.
        .linkedLibrary("_FoundationCollections", .when(platforms: [.linux])),
        .linkedLibrary("_FoundationCShims", .when(platforms: [.linux])),
        .linkedLibrary("swiftSynchronization", .when(platforms: [.linux])),
      ]),

    // Tests of the built program, and of the house itself.
    .target(name: "Oracle", path: "Tests/Oracle", swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Oracle", "Canvas", "Dashboard", "Goals", "Samples",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TidyTests",
      dependencies: ["Samples", "GoalFile", "Goals"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
