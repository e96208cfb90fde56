import Canvas
import Dashboard
import Foundation
import Goals
import Testing

/// Screens of any size from 1×1 to 300×100.
@Suite struct SizesTests {
  /// A board, and keys that lead to what is looked at.
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    let board: String?
    var keys = ""
    var glyphs = Glyphs.unicode

    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "board", board: nil, keys: "3j"),
    Scene(name: "board of dots", board: nil, keys: "G", glyphs: .braille),
    Scene(name: "board of ASCII", board: nil, keys: "4j", glyphs: .ascii),
    Scene(name: "KPIs", board: nil, keys: "<Tab>5j"),
    Scene(name: "key result", board: nil, keys: "jj<Enter>jj"),
    Scene(name: "objective", board: nil, keys: "<Enter>5j", glyphs: .braille),
    Scene(name: "KPI", board: nil, keys: "<Tab>jj<Enter>G"),
    Scene(name: "help", board: nil, keys: "?5j"),
    Scene(name: "check-in", board: nil, keys: "jjc44 6 a call"),
    Scene(name: "the past", board: nil, keys: "3{jj"),
    Scene(name: "empty", board: ""),
    Scene(name: "one objective", board: "objective Alone\n"),
    Scene(name: "one KPI", board: "kpi Alone\n  2026-11-01  4\n"),
    Scene(name: "long titles", board: longTitles, keys: "jj"),
    Scene(name: "page of a long title", board: longTitles, keys: "jj<Enter>"),
    Scene(name: "500 objectives", board: manyObjectives, keys: "777j"),
  ]

  private static var longTitles: String {
    let words = ["漢字かな", "👩\u{200D}💻🇩🇪", "Donaudampfschiff", "שלום", "e\u{301}"]
    let title = (0..<60).map { words[$0 % words.count] }
      .joined(separator: " ")
    return """
      board \(title)

      objective [o] \(title)
        owner \(title)

        kr [k] \(title)
          from 0 to 10 \(title)
          owner \(title)
          2026-11-01  4  7/10  \(title)

      kpi [i] \(title)
        owner \(title)
        unit \(title)
        healthy 1 ..
        2026-11-01  4  \(title)

      """
  }

  private static var manyObjectives: String {
    (0..<500).map {
      """
      objective [o\($0)] Objective \($0)
        kr [k\($0)] What measures objective \($0)
          from 0 to 10 points
          2026-11-01  \($0 % 12)  7/10

      """
    }.joined()
  }

  private static var wantsAll: Bool {
    ProcessInfo.processInfo.environment["ALL_SIZES"] != nil
  }

  /// All sizes, or a part of them, another for each scene.
  private static func sizes(of scene: Scene) -> [(width: Int, height: Int)] {
    if wantsAll {
      return (1...300).flatMap { width in
        (1...100).map { (width, $0) }
      }
    }
    let first = scenes.firstIndex { $0.name == scene.name } ?? 0
    let wide = stride(from: 1 + first % 5, through: 300, by: 5).map {
      ($0, [1, 2, 4, 6, 11, 24, 57][$0 % 7])
    }
    let high = stride(from: 1 + first % 5, through: 100, by: 5).map {
      ([1, 3, 13, 30, 61, 99, 100, 170][$0 % 8], $0)
    }
    return wide + high + [(300, 100), (300, 1), (1, 100)]
  }

  @Test(arguments: scenes)
  func `every size has a whole frame`(scene: Scene) {
    var session = Stage.session(scene.board, glyphs: scene.glyphs)
    for event in Stage.keys(scene.keys) { _ = session.update(event) }
    let selection = session.selection
    for size in SizesTests.sizes(of: scene) {
      _ = session.update(.resized(width: size.width, height: size.height))
      let canvas = session.view(width: size.width, height: size.height)
      let name = "\(size.width)x\(size.height)"
      if let fault = fault(of: canvas, size) {
        Issue.record("\(name): \(fault)")
      }
      if session.selection != selection { Issue.record("\(name): selection") }
      guard let selection, session.context == .board, size.height > 1 else {
        continue
      }
      let marked = markedLines(of: canvas)
      if marked.count != 1 {
        Issue.record("\(name): \(selection) is marked in \(marked)")
      }
    }
  }

  /// What is wrong with a frame.
  private func fault(
    of canvas: Canvas, _ size: (width: Int, height: Int)
  ) -> String? {
    guard canvas.width == size.width, canvas.height == size.height else {
      return "the frame has another size"
    }
    for row in 0..<size.height {
      for column in 0..<size.width {
        let kind = canvas[row, column].kind
        let next = canvas[row, column + 1].kind
        let isLast = column == size.width - 1
        if kind == .wide, isLast || next != .continuation {
          return "half a character in line \(row)"
        }
        if kind != .wide, !isLast, next == .continuation {
          return "half a character in line \(row)"
        }
        if canvas.glyphs == .ascii, size.height < 4,
          !canvas[row, column].scalar.isASCII,
          canvas[row, column].scalar.value < 0x3000
        {
          return "no ASCII in line \(row)"
        }
      }
    }
    return nil
  }

  private func markedLines(of canvas: Canvas) -> [Int] {
    (0..<canvas.height).filter { row in
      (0..<canvas.width).contains {
        canvas[row, $0].style.emphasis.contains(.selected)
      }
    }
  }

  @Test(arguments: 0..<12)
  func `resizing between keys loses nothing`(seed: Int) {
    var dice = RepeatableDice(seed: UInt64(seed))
    var session = Stage.session()
    var undisturbed = Stage.session()
    _ = undisturbed.update(.resized(width: 120, height: 40))
    for _ in 0..<60 {
      for _ in 0..<dice.next(below: 5) {
        let (width, height) = (
          1 + dice.next(below: 300), 1 + dice.next(below: 100)
        )
        _ = session.update(.resized(width: width, height: height))
        let canvas = session.view(width: width, height: height)
        #expect(fault(of: canvas, (width, height)) == nil)
      }
      let keys = ["j", "k", "5j", " ", "<Tab>", "<Esc><Enter>", "<Esc>", "G"]
      for event in Stage.keys(keys[dice.next(below: keys.count)]) {
        _ = session.update(event)
        _ = undisturbed.update(event)
      }
      #expect(session.selection == undisturbed.selection)
    }
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12), (200, 60)])
  func `a size that was there before shows what it showed`(
    width: Int, height: Int
  ) {
    var session = Stage.session(SizesTests.manyObjectives)
    _ = session.update(.resized(width: width, height: height))
    for event in Stage.keys("300j40k") { _ = session.update(event) }
    let before = session.view(width: width, height: height)
    for (other, lines) in [(30, 5), (300, 100), (1, 1), (90, 18), (50, 70)] {
      _ = session.update(.resized(width: other, height: lines))
      _ = session.view(width: other, height: lines)
    }
    _ = session.update(.resized(width: width, height: height))
    #expect(session.view(width: width, height: height) == before)
  }
}

/// Numbers that look random and are the same for the same seed.
private struct RepeatableDice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }
}
