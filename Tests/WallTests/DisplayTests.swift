import Canvas
import Goals
import Testing
import Wall

/// What a wall shows of what happens to it.
struct DisplayTests {
  @Test func `a broken file leaves the last good picture, and says why`() {
    var display = Stage.display(width: 120, height: 40)
    let good = display.picture.text
    display.change("nonsense\n", at: Stage.later(seconds: 50))
    #expect(
      display.picture.text.contains(
        "sample.okr: line 1: unknown keyword 'nonsense' (since 14:05)"))
    #expect(display.picture.text.contains("Every bean"))
    #expect(display.picture.text.contains("file from 14:02"))
    display.update(
      .changed(Array(Stage.sample.utf8), written: Stage.written),
      at: Stage.later(seconds: 55))
    #expect(display.picture.text == good)
  }

  @Test(arguments: [("", "the file is empty"), ("\n", "the board is empty")])
  func `an emptied file leaves the last good picture`(
    text: String, words: String
  ) {
    var display = Stage.display(width: 80, height: 24)
    display.change(text, at: Stage.later(seconds: 50))
    #expect(
      display.picture.text.contains("sample.okr: \(words) (since 14:05)"))
    #expect(display.picture.text.contains("Every bean"))
    display.change(Stage.sample, at: Stage.later(seconds: 55))
    #expect(!display.picture.text.contains(words))
  }

  @Test func `a board that has nothing yet takes the place of another`() {
    var display = Stage.display(width: 80, height: 24)
    display.change("board New\nmission More\n", at: Stage.later(seconds: 5))
    #expect(display.picture.text.contains("New"))
    #expect(display.picture.text.contains("nothing on this board yet"))
    #expect(!display.picture.text.contains("Every bean"))
  }

  @Test(arguments: [
    ("kpi [c] Churn", "kpi [c] Churn\n  private\nnonsense"),
    ("kpi [c] Churn", "kpi [x] Churned\n  private\nnonsense"),
    (
      "kpi [c] Churn",
      "kpi [c] Churn\n<<<<<<< a\n  private\n=======\n  unit %\n>>>>>>> b"
    ),
  ])
  func `what a broken file says is private is hidden in the last good picture`(
    old: String, new: String
  ) {
    let good = "kpi [a] Tea\n  2026-11-20 5\nkpi [c] Churn\n  2026-11-20 33\n"
    let broken = good.replacing(old, with: new)
    var display = Stage.display(good, width: 60, height: 12)
    #expect(display.nextPicture().text.contains("Churn"))
    display.change(broken, at: Stage.later(seconds: 5))
    let text = display.nextPicture().text
    #expect(text.contains("•••") && text.contains("Tea"), "\(text)")
    #expect(!text.contains("Churn") && !text.contains("33"), "\(text)")
    display.change(good, at: Stage.later(seconds: 9))
    #expect(display.nextPicture().text.contains("Churn"))
  }

  @Test(arguments: [(20, 5), (30, 8), (40, 12), (60, 9)])
  func `the reason is read on a small wall`(width: Int, height: Int) {
    var display = Stage.display(width: width, height: height)
    display.change("nonsense\n", at: Stage.later(seconds: 50))
    let words = display.picture.text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(words.contains("line 1: unknown keyword 'nonsense'"))
  }

  @Test func `trouble keeps the time at which it began`() {
    var display = Stage.display(width: 120, height: 40)
    display.update(.lost(.missing), at: Stage.later(seconds: 60))
    display.change("nonsense\n", at: Stage.later(seconds: 600))
    #expect(display.picture.text.contains("line 1"))
    #expect(display.picture.text.contains("(since 14:06)"))
  }

  @Test func `a file that never was good shows no words and no numbers`() {
    var display = Stage.display(
      "board Acme\nkpi Churn\n  2026-11-20 3\nnonsense\n", width: 40,
      height: 10)
    #expect(display.picture.text.contains("line 4"))
    #expect(display.picture.text.contains("•••"))
    // What is misspelt may be what was to hide the rest.
    display.change(
      "board Acme\nkpi Churn\n  privat\n  2026-11-20 3.25\n")
    for word in ["Acme", "Churn", "3.25"] {
      #expect(!display.picture.text.contains(word))
    }
    #expect(display.picture.text.contains("line 3"))
    display.change("board Acme\nkpi Churn\n  2026-11-20 3.25\n")
    #expect(display.picture.text.contains("Churn"))
    display.change("board Acme\nkpi Churn\n  2026-11-20 3.25\nnonsense\n")
    #expect(display.picture.text.contains("Churn"))
    #expect(display.picture.text.contains("line 4: unknown"))
  }

  @Test func `a wall without a file waits for one`() {
    var display = Display(
      name: "board.okr", now: Stage.now, width: 40, height: 10)
    #expect(display.picture.text.contains("no file yet"))
    display.update(.lost(.missing), at: Stage.now)
    #expect(display.picture.text.contains("the file is missing"))
    display.change("kpi Churn\n  2026-11-20 3\n")
    #expect(display.picture.text.contains("Churn"))
    #expect(!display.picture.text.contains("missing"))
  }

  @Test func `the words of an error in something private are not told`() {
    var display = Stage.display(width: 80, height: 24)
    display.change("kpi Cash\n  private\n  healthy 12 months\n")
    #expect(display.picture.text.contains("line 3"))
    #expect(!display.picture.text.contains("months"))
  }

  @Test func `an id that is not on the board is told, until it is`() {
    var display = Stage.display(
      "kpi Churn\n  2026-11-20 3\n", width: 40, height: 10,
      options: Stage.focus("cash"))
    #expect(display.picture.text.contains("not on this board: [cash]"))
    display.change("kpi [cash] Cash\n  2026-11-20 3\n")
    #expect(!display.picture.text.contains("not on this board"))
    #expect(display.picture.text.contains("Cash"))
  }

  @Test func `objectives of other cycles are left out while some hold today`() {
    func objective(_ title: String, _ cycle: String) -> String {
      "objective [\(title)] \(title)\n  cycle \(cycle)\n  kr A\n    from 0 to 2\n"
    }
    let past = objective("Before", "2026-Q3") + objective("After", "2027-Q1")
    var display = Stage.display(
      past + objective("Today", "2026-Q4"), width: 60, height: 16)
    #expect(display.picture.text.contains("Today"))
    #expect(!display.picture.text.contains("Before"))
    #expect(
      display.picture.text.contains("2 objectives of other cycles not shown"))
    display.change(past)
    #expect(display.picture.text.contains("Before"))
    #expect(display.picture.text.contains("After"))
    #expect(!display.picture.text.contains("not shown"))
    let named = Stage.display(
      past + objective("Today", "2026-Q4"), width: 40, height: 10,
      options: Stage.focus("Before"))
    #expect(named.picture.text.contains("Before"))
  }

  @Test func `what changed is marked for a minute`() {
    var display = Stage.display(width: 120, height: 40)
    #expect(display.marksLast == nil)
    let reading = "reading [churn] 2026-11-22T14:00 9.9\n"
    display.change(Stage.sample + reading, at: Stage.later(seconds: 50))
    #expect(display.marksLast == 60)
    #expect(marks(display) == 9)
    display.update(.time, at: Stage.later(seconds: 109))
    #expect(display.marksLast == 1)
    #expect(marks(display) == 9)
    display.update(.time, at: Stage.later(seconds: 110))
    #expect(display.marksLast == nil)
    #expect(marks(display) == 0)
  }

  @Test func `a mark outlasts the next change`() {
    var display = Stage.display(width: 120, height: 40)
    let reading = "reading [churn] 2026-11-22T14:00 9.9\n"
    display.change(Stage.sample + reading, at: Stage.later(seconds: 10))
    let first = marks(display)
    display.change(
      Stage.sample + reading + "reading [refunds] 2026-11-22T14:00 3\n",
      at: Stage.later(seconds: 30))
    #expect(marks(display) > first)
    #expect(display.marksLast == 40)
    display.update(.time, at: Stage.later(seconds: 70))
    #expect(display.marksLast == 20)
    #expect(marks(display) > 0)
    display.update(.time, at: Stage.later(seconds: 90))
    #expect(marks(display) == 0)
  }

  @Test(
    arguments: [
      "", "# a remark\n", "reading [churn] 2027-01-01 9\n",
    ])
  func `what changed nothing that is seen is not marked`(more: String) {
    var display = Stage.display(width: 120, height: 40)
    display.change(Stage.sample + more)
    #expect(marks(display) == 0)
  }

  @Test
  func `what is new is marked, and marks end where the clock is set back`() {
    var display = Stage.display(width: 80, height: 24)
    display.change(Stage.sample + "kpi Tea\n  2026-11-20 3\n")
    #expect(marks(display) > 0)
    display.update(.time, at: Stage.later(seconds: -3_600))
    #expect(marks(display) == 0)
  }

  private func marks(_ display: Display) -> Int {
    let canvas = display.picture
    return (3..<canvas.height).count { row in
      (0..<canvas.width).contains {
        canvas[row, $0].scalar == "▌"
          && canvas[row, $0].style == .notice
      }
    }
  }
}
