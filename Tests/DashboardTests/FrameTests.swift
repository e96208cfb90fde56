import Canvas
import Foundation
import Testing

/// Whole screens, compared with how they were found good.
///
/// `RECORD_FRAMES=1` writes them anew and fails, so that a recording is always
/// looked at.
struct FrameTests {
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    var glyphs = Glyphs.unicode

    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "board", keys: ""),
    Scene(name: "board-ascii", keys: "", glyphs: .ascii),
    Scene(name: "key-result-ascii", keys: "jj<Enter>", glyphs: .ascii),
    Scene(name: "key-result-braille", keys: "jj<Enter>", glyphs: .braille),
    Scene(
      name: "folded",
      keys: "j j <Esc> jj".replacingOccurrences(of: " ", with: "")),
    Scene(name: "kpis", keys: "<Tab>jj"),
    Scene(name: "objective", keys: "<Enter>"),
    Scene(name: "key-result", keys: "jj<Enter>"),
    Scene(name: "keep", keys: "5j<Enter>"),
    Scene(name: "milestones", keys: "jjj<Enter>"),
    Scene(name: "kpi", keys: "<Tab>jjj<Enter>"),
    Scene(name: "check-in", keys: "jjc44 6 second call"),
    Scene(name: "check-in-wrong", keys: "jjcabc"),
    Scene(name: "checked-in", keys: "jjc44 6 second call<Enter>"),
    Scene(name: "search", keys: "/beans"),
    Scene(name: "matches", keys: "/offices"),
    Scene(name: "help", keys: "?"),
    Scene(name: "help-search", keys: "?/edit"),
    Scene(name: "palette", keys: ":"),
    Scene(name: "palette-typed", keys: ":wek"),
    Scene(name: "palette-things", keys: "jj<Enter>:frost"),
    Scene(name: "counting", keys: "12"),
    Scene(name: "quitting", keys: "jjc44<Enter>q"),
    Scene(name: "adding", keys: "jja"),
    Scene(name: "action", keys: "jjaa@Gr"),
    Scene(name: "action-typed", keys: "jjaa@Grace 2026-12-01 Call"),
    Scene(name: "deleting", keys: "d"),
    Scene(name: "form", keys: "jja<Enter>"),
    Scene(
      name: "form-typed", keys: "jja<Enter>They stay<Tab>1 to 5<Tab>Gr"),
    Scene(name: "form-wrong", keys: "aoBuild it<Tab><Tab><^U>soon"),
    Scene(name: "form-edit", keys: "<Tab>e<Down><Down>"),
    Scene(name: "guide", keys: ":first objective<Enter>"),
    Scene(name: "past", keys: "{["),
    Scene(name: "alignment", keys: "A"),
    Scene(name: "alignment-ascii", keys: "A", glyphs: .ascii),
    Scene(name: "alignment-folded", keys: "A "),
    Scene(name: "relatives", keys: ">"),
    Scene(name: "playing", keys: "P<Tick><Tick><Tick>"),
    Scene(name: "same", keys: "jj="),
    Scene(name: "walk", keys: "C"),
    Scene(name: "walk-typed", keys: "C<Tab>41 6 on our way"),
    Scene(name: "walked", keys: "C12 better<Enter>= no news<Enter><Tab>"),
    Scene(name: "cycles", keys: "Y"),
    Scene(name: "filter-typed", keys: "jjfgrace stat"),
    Scene(name: "filtered", keys: "jjfgrace<Enter>"),
    Scene(name: "filtered-away", keys: "fnothing like it<Enter>"),
    Scene(name: "practice", keys: "%"),
    Scene(name: "closing-early", keys: "F"),
    Scene(name: "closing", keys: "F<Enter>"),
    Scene(name: "closing-word", keys: "F<Enter>0.7 keep Ask earlier"),
    Scene(name: "closing-cause", keys: "F<Enter>0.6 keep Ask<Enter>Late"),
    Scene(name: "carrying", keys: closingWalk),
    Scene(name: "carried", keys: closingWalk + "<^U>2027-Q1<Enter>"),
    Scene(name: "review", keys: closingWalk + "<Esc>"),
  ]
  /// A word on everything in the cycle of the sample.
  static let closingWalk =
    "F<Enter>" + "0.6 keep Ask earlier<Enter>The vendor was late<Enter>"
    + "0.38 change<Enter><Enter>" + "1 drop Good enough<Enter>"
    + "0.8 keep<Enter>"
    + String(repeating: "1 drop Good enough<Enter>", count: 11)
  static let sizes = [(120, 40), (80, 24), (40, 12)]

  /// What is drawn on screens of all kinds, beside the usual ones.
  static let furtherScenes = scenes.filter {
    ["board", "objective", "key-result", "kpi"].contains($0.name)
  }
  static let furtherSizes = [
    (200, 60), (160, 45), (60, 100), (20, 5), (10, 3), (1, 1),
  ]

  @Test(arguments: scenes, sizes)
  func `the screen is as it was found good`(
    scene: Scene, size: (width: Int, height: Int)
  ) throws {
    try compare(scene, size)
  }

  @Test(arguments: furtherScenes, furtherSizes)
  func `so is a very large or small one`(
    scene: Scene, size: (width: Int, height: Int)
  ) throws {
    try compare(scene, size)
  }

  func compare(
    _ scene: Scene, _ size: (width: Int, height: Int)
  ) throws {
    let canvas = try #require(
      Stage.frame(
        scene.keys, width: size.width, height: size.height,
        glyphs: scene.glyphs))
    let found = canvas.text + "\n---\n" + canvas.styles + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Frames/\(scene.name)-\(size.width)x\(size.height).txt")
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent): look at it")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found == expected)
  }
}
