import Canvas
import Foundation
import Goals
import Testing
import Wall

/// Whole walls, compared with how they were found good.
///
/// `RECORD_FRAMES=1` writes them anew and fails, so that a recording is always
/// looked at.
struct FrameTests {
  typealias Size = (width: Int, height: Int)

  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    var sizes: [Size] = [(80, 24), (120, 40)]
    var text = Stage.sample
    var seconds = 0
    var options = WallOptions()
    var glyphs = Glyphs.unicode
    var then: @Sendable (inout Display) -> Void = { _ in }

    var testDescription: String { name }
  }

  static let allSizes: [Size] = [
    (20, 5), (40, 12), (60, 20), (80, 24), (120, 40), (200, 60), (400, 120),
    (60, 100), (30, 80),
  ]

  static let scenes = [
    Scene(name: "sample", sizes: allSizes),
    Scene(name: "ascii", glyphs: .ascii),
    Scene(name: "braille", glyphs: .braille),
    Scene(name: "empty", sizes: [(20, 5), (80, 24)], text: "board Acme\n"),
    Scene(
      name: "one-kpi", sizes: [(20, 5), (80, 24), (200, 60)],
      text: "kpi Churn\n  unit %\n  healthy .. 4\n  2026-11-20 3.9\n"),
    Scene(
      name: "one-objective",
      text: "objective Be there\n  cycle 2026-Q4\n  kr Seats\n"
        + "    from 0 to 9 seats\n    2026-11-20 2\n"),
    Scene(
      name: "few", sizes: [(60, 100)],
      text: "objective Be there\n  cycle 2026-Q4\n  kr Seats\n"
        + "    from 0 to 9 seats\n    2026-11-20 2\n"
        + "objective Stay there\n  cycle 2026-Q4\n  kr Guests\n"
        + "    from 0 to 9 guests\n    2026-11-20 4\n"
        + "kpi Churn\n  unit %\n  healthy .. 4\n  2026-11-20 3.98\n"),
    Scene(
      name: "crowd", sizes: [(40, 12), (120, 40), (200, 60)],
      text: Stage.crowd),
    Scene(name: "second-page", sizes: [(40, 12)]) { $0.turn() },
    Scene(name: "broken", sizes: [(20, 5), (80, 24), (120, 40)]) {
      $0.change("objective [a] X\n  foo\n", at: Stage.later(seconds: 120))
    },
    Scene(name: "broken-at-first", text: Stage.sample + "nonsense\n"),
    Scene(name: "missing") {
      $0.update(.lost(.missing), at: Stage.later(seconds: 120))
    },
    Scene(name: "unreadable") {
      $0.update(
        .lost(.unreadable("permission denied")), at: Stage.later(seconds: 120))
    },
    Scene(
      name: "private",
      text: Stage.sample.replacing("  owner ", with: "  private\n  owner ")),
    Scene(name: "stale", seconds: 40 * 86_400),
    Scene(name: "objectives", options: Stage.focus("objectives")),
    Scene(name: "kpis", options: Stage.focus("kpis")),
    Scene(name: "objective", options: Stage.focus("farms")),
    Scene(name: "key-result", options: Stage.focus("contracts")),
    Scene(name: "kpi", options: Stage.focus("refunds")),
    Scene(name: "private-kpi", options: Stage.focus("runway")),
    Scene(name: "stranger", options: Stage.focus("nobody")),
    Scene(name: "changed") {
      $0.change(
        Stage.sample + "reading [churn] 2026-11-22T14:00 9.9\n",
        at: Stage.later(seconds: 10))
    },
    Scene(
      name: "dim", sizes: [(80, 24)],
      options: Stage.options { $0.dim = DimHours("14:00-07:00") }),
    Scene(
      name: "shifted", sizes: [(60, 20)], seconds: 120,
      options: Stage.options { $0.shift = .everyMinute }),
  ]

  @Test(arguments: scenes)
  func `a wall is as it was found good`(scene: Scene) throws {
    for size in scene.sizes {
      var display = Stage.display(
        scene.text, at: Stage.later(seconds: scene.seconds),
        width: size.width, height: size.height, options: scene.options,
        glyphs: scene.glyphs)
      scene.then(&display)
      try compare(display.picture, "\(scene.name)-\(size.width)x\(size.height)")
    }
  }

  private func compare(_ canvas: Canvas, _ name: String) throws {
    let found = canvas.text + "\n---\n" + canvas.styles + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Frames/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent): look at it")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found == expected, "\(name)")
  }
}

extension Display {
  fileprivate mutating func turn() { update(.turn, at: now) }
}
