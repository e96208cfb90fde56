import Canvas
import Goals
import Testing
import Wall

/// Which pages there are, and how long they stay.
struct PageTests {
  @Test func `one page stays for ever`() {
    let display = Stage.display(width: 120, height: 40)
    #expect(display.turnsAfter == nil)
    #expect(!display.picture.text.contains("page"))
  }

  @Test func `a page with something red stays twice as long`() {
    var display = Stage.display(
      width: 80, height: 24,
      options: Stage.options {
        $0.pages = [.thing(ID("farms")), .thing(ID("churn"))]
        $0.rotate = 7
      })
    #expect(display.picture.text.contains("page 1 of 2"))
    #expect(display.turnsAfter == 14_000)
    display.update(.turn, at: Stage.now)
    #expect(display.picture.text.contains("page 2 of 2"))
    #expect(display.turnsAfter == 7_000)
    display.update(.turn, at: Stage.now)
    #expect(display.picture.text.contains("page 1 of 2"))
  }

  @Test func `what is off track or stale is seen, on more pages if need be`() {
    var display = Stage.display(width: 60, height: 20)
    #expect(display.picture.text.contains("page 1 of 2"))
    #expect(display.picture.text.contains("Offices order"))
    #expect(display.picture.text.contains("STALE 34 d"))
    // Where that would be too many, each objective says how many there are.
    display = Stage.display(Stage.crowd, width: 60, height: 12)
    #expect(display.picture.text.contains("4 off track"))
  }

  @Test(arguments: [20, 26, 34, 48, 80, 130])
  func `a line says how old a late number is`(width: Int) {
    let display = Stage.display(
      "kpi The load of all machines\n  healthy .. 4\n  2026-10-20 3\n"
        + "kpi Other\n  healthy .. 4\n  every week\n  2026-11-12 9\n",
      width: width, height: 5)
    #expect(display.picture.text.contains(/33 ?d/))
    #expect(display.picture.text.contains(/10 ?d/))
  }

  @Test func `a line says since when it is off track`() {
    let display = Stage.display(width: 80, height: 24)
    #expect(display.picture.text.contains("CRITICAL since 9 Nov"))
  }

  @Test func `rotation can be switched off`() {
    let display = Stage.display(
      width: 20, height: 5, options: Stage.options { $0.rotate = 0 })
    #expect(display.turnsAfter == nil)
  }

  @Test func `what is asked for has pages in its order`() {
    var display = Stage.display(
      width: 80, height: 24,
      options: Stage.options { $0.pages = [.kpis, .objectives] })
    #expect(display.picture.text.contains("Orders we refund"))
    #expect(!display.picture.text.contains("Every bean"))
    display.update(.turn, at: Stage.now)
    #expect(display.picture.text.contains("Every bean"))
  }

  @Test func `a page stays what it is while the file changes`() {
    var display = Stage.display(Stage.crowd, width: 40, height: 12)
    display.update(.turn, at: Stage.now)
    display.update(.turn, at: Stage.now)
    let before = titles(display)
    display.change(Stage.crowd + "kpi Churn\n  2026-11-20 3\n")
    #expect(titles(display) == before)
    #expect(!before.isEmpty)
  }

  @Test func `a page stays what it is when something comes before it`() {
    var display = Stage.display(Stage.crowd, width: 40, height: 12)
    display.update(.turn, at: Stage.now)
    display.update(.turn, at: Stage.now)
    let first = titles(display).min()
    display.change(
      "objective [new] Before all\n  cycle 2026-Q4\n"
        + Stage.crowd.replacing("board Crowd\n", with: ""))
    #expect(titles(display).contains { $0 == first })
    #expect(first != nil)
  }

  @Test func `a thing on two pages does not turn back to the first`() {
    var display = Stage.display(
      width: 80, height: 24,
      options: Stage.options { $0.pages = [.objectives, .thing(ID("farms"))] })
    display.update(.turn, at: Stage.now)
    display.update(.time, at: Stage.later(seconds: 60))
    #expect(display.picture.text.contains("page 2 of 2"))
  }

  @Test func `a page that vanishes goes on to one that exists`() {
    var display = Stage.display(width: 40, height: 12)
    display.update(.turn, at: Stage.now)
    display.change("kpi Churn\n  2026-11-20 3\n")
    #expect(!display.picture.text.contains("page"))
    #expect(display.turnsAfter == nil)
  }

  @Test(arguments: [60, 100], [9, 17, 24, 38])
  func `all pages together show everything once`(width: Int, height: Int) {
    var display = Stage.display(Stage.crowd, width: width, height: height)
    var seen: [String] = []
    let first = titles(display)
    repeat {
      seen += titles(display)
      display.update(.turn, at: Stage.now)
    } while titles(display) != first && seen.count < 100
    #expect(seen.count == 30)
    #expect(Set(seen).count == 30)
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `a wall of any size breaks nothing`(glyphs: Glyphs) {
    var display = Stage.display(width: 80, height: 24, glyphs: glyphs)
    for width in [0, 1, 2, 7, 19, 30, 61, 130] {
      for height in [0, 1, 2, 3, 4, 5, 9, 16, 28, 54] {
        display.update(.resized(width: width, height: height), at: Stage.now)
        display.update(.turn, at: Stage.now)
        #expect(display.picture.width == width)
        #expect(display.picture.height == height)
      }
    }
    display.update(.lost(.missing), at: Stage.now)
    for width in [1, 9, 50] {
      display.update(.resized(width: width, height: 2), at: Stage.now)
      #expect(display.picture.width == width)
    }
  }

  @Test(arguments: [20, 30, 45, 60, 90, 140])
  func `what is stale says so as a word, however narrow it is`(width: Int) {
    let display = Stage.display(
      "kpi Load\n  healthy .. 4\n  2026-10-20 3\n", width: width, height: 5)
    #expect(display.picture.text.contains("STALE"))
  }

  /// The objectives of the crowd that are seen.
  private func titles(_ display: Display) -> [String] {
    display.picture.text.matches(of: /Objective \d+/).map {
      String($0.output)
    }
  }
}
