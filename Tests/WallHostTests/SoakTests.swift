import Foundation
import Testing

/// A wall that has hung for long, within seconds: its clocks are simulated, its
/// file is real.
///
/// With BEARING_SOAK set to a number, it shows so many frames, and the memory in
/// use may grow by no more than a hundredth after the first 10,000.
@Suite(.enabled(if: Soak.program != nil, "there is no built Soak here"))
struct SoakTests {
  @Test func `a wall sees every change and holds on to nothing`() throws {
    let asked = ProcessInfo.processInfo.environment["BEARING_SOAK"]
    let frames = asked.flatMap { Int($0) } ?? 1_200
    let warm = min(10_000, frames / 2)
    let use = try Soak.run(frames: frames, warmFrames: warm)
    #expect(use.frames >= frames)
    #expect(use.changes >= frames / 12)
    #expect(use.missed == 0)
    #expect(use.descriptors.before == use.descriptors.after)
    let growth = Double(use.pages.after) / Double(max(1, use.pages.before))
    #expect(growth < (asked == nil ? 1.05 : 1.01), "\(use)")
  }

  struct Night: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let zone: String
    /// In seconds since the start of 1970.
    let start: Int
    let clocks: [String]
  }

  @Test(arguments: [
    Night(
      testDescription: "forward in spring", zone: "Europe/Berlin",
      start: 1_774_745_910, clocks: ["01:58", "01:59", "03:00", "03:01"]),
    Night(
      testDescription: "back in autumn", zone: "Europe/Berlin",
      start: 1_792_889_910, clocks: ["02:58", "02:59", "02:00", "02:01"]),
    Night(
      testDescription: "by half an hour", zone: "Australia/Lord_Howe",
      start: 1_775_314_710, clocks: ["01:58", "01:59", "01:30", "01:31"]),
    Night(
      testDescription: "the end of a leap day", zone: "UTC",
      start: 1_835_481_510, clocks: ["23:58", "23:59", "00:00", "00:01"]),
    Night(
      testDescription: "the end of a year of 53 weeks", zone: "UTC",
      start: 1_798_761_510, clocks: ["23:58", "23:59", "00:00", "00:01"]),
  ])
  func `the clock goes on through the night`(night: Night) throws {
    let said = try Soak.output(
      ["4", "clock", "\(night.start)"], zone: night.zone)
    let lines = said.split(separator: "\n").map { $0.suffix(5) }
    #expect(lines == night.clocks.map { $0[...] }, "\(said)")
  }

  @Test(arguments: [1_774_745_910, 1_792_889_910, 1_798_761_510])
  func `without TZ the clock is that of the system`(start: Int) throws {
    let said = try Soak.output(["4", "clock", "\(start)"], zone: nil)
    let clocks = said.split(separator: "\n").map { "\($0.suffix(5))" }
    let expected = try (0..<4).map { try Soak.clock(at: start + $0 * 60) }
    #expect(clocks == expected)
  }
}

/// The program that lets a wall hang.
enum Soak {
  static var program: URL? {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let places = [tests, URL(filePath: CommandLine.arguments[0])].map {
      $0.deletingLastPathComponent().appending(path: "Soak")
    }
    return places.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  /// What a run held on to, and what it saw.
  struct Use {
    let frames: Int
    let changes: Int
    let missed: Int
    let pages: (before: Int, after: Int)
    let descriptors: (before: Int, after: Int)
  }

  static func run(frames: Int, warmFrames: Int) throws -> Use {
    let said = try output(["\(frames)", "\(warmFrames)"], zone: "UTC")
    let numbers = said.split(whereSeparator: \.isWhitespace).compactMap {
      Int($0)
    }
    try #require(numbers.count == 7, "\(said)")
    return Use(
      frames: numbers[0], changes: numbers[1], missed: numbers[2],
      pages: (numbers[3], numbers[4]), descriptors: (numbers[5], numbers[6]))
  }

  /// What the system takes a time for where TZ is not set: `23:59`.
  static func clock(at seconds: Int) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["-u", "TZ", "date", "-d", "@\(seconds)", "+%H:%M"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    let said = output.fileHandleForReading.availableData
    return String(decoding: said.dropLast(), as: UTF8.self)
  }

  /// What it prints, on either output, about a file of its own.
  static func output(_ words: [String], zone: String?) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "bearing-soak-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = program
    process.arguments = [folder.appending(path: "soak.okr").path] + words
    var environment = ProcessInfo.processInfo.environment
    environment["TZ"] = zone
    process.environment = environment
    let output = folder.appending(path: "said")
    try Data().write(to: output)
    process.standardInput = FileHandle.nullDevice
    let writer = try FileHandle(forWritingTo: output)
    process.standardOutput = writer
    process.standardError = writer
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try String(contentsOf: output, encoding: .utf8)
  }
}
