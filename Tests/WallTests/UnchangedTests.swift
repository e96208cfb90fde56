import Canvas
import GoalFile
import Goals
import Oracle
import Testing
import Wall

/// A wall that judges and draws only what a change of the file touched.
struct UnchangedTests {
  /// What a person or a program does to a file.
  private static func edited(
    _ text: String, by random: inout SplitMix64
  ) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let place = Int.random(in: 0..<max(1, lines.count), using: &random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: place)
    case 2: lines.swapAt(place, lines.count / 2)
    case 3: lines.insert("", at: place)
    case 4: lines.insert("# \(place)", at: place)
    case 5: lines.insert("    2026-11-22 \(place % 40) 3/10", at: place)
    case 6:
      lines[place] = String(lines[place].reversed())
    case 7: lines = lines.map { $0.hasSuffix("\r") ? $0 : $0 + "\r" }
    case 8: lines.insert("    private", at: place)
    case 9:
      // Blocks go elsewhere.
      let piece = lines[place..<min(lines.count, place + 12)]
      lines.removeSubrange(place..<min(lines.count, place + 12))
      lines.insert(contentsOf: piece, at: lines.count / 3)
    case 10:
      return edited(edited(text, by: &random), by: &random)
    default:
      // Another digit in a line that has one.
      let withDigits = lines.indices.filter {
        lines[$0].contains(where: \.isNumber)
      }
      guard let line = withDigits.randomElement(using: &random),
        let digit = lines[line].indices.filter({ lines[line][$0].isNumber })
          .randomElement(using: &random)
      else { break }
      lines[line].replaceSubrange(
        digit...digit, with: "\(Int.random(in: 0...9, using: &random))")
    }
    return lines.joined(separator: "\n")
  }

  private static let sizes = [
    (120, 40), (80, 24), (40, 12), (200, 60), (60, 100), (20, 5),
  ]

  private static func text(_ seed: UInt64) -> String {
    switch seed % 4 {
    case 0: return Stage.sample
    case 1: return Stage.crowd
    default:
      var generator = BoardGenerator(seed: seed)
      return generator.board().text
    }
  }

  /// A wall without the marks on what changed.
  private static func unmarked(_ display: Display, at now: Now) -> Display {
    var display = display
    display.update(.marksOver, at: now)
    return display
  }

  /// Whether one of the first pages of a wall that was just hung is as a wall
  /// shows it.
  private static func isShownAnew(
    _ picture: Canvas, of text: String, at now: Now
  ) -> Bool {
    var fresh = Stage.display(
      text, at: now, width: picture.width, height: picture.height)
    fresh.update(.written(now.moment), at: now)
    for _ in 0..<20 {
      if fresh.picture == picture { return true }
      fresh.update(.turn, at: now)
    }
    return false
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `it shows what one shows that judges and draws all anew`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (width, height) = Self.sizes[Int(seed) % Self.sizes.count]
    var text = Self.text(seed)
    var display = Stage.display(text, width: width, height: height)
    _ = display.nextPicture()
    var seconds = 0
    for step in 0..<30 {
      seconds += Int.random(in: 0...25, using: &random)
      let now = Stage.later(seconds: seconds)
      let next = Self.edited(text, by: &random)
      let document = Document(Array(next.utf8))
      // A broken or emptied file is not shown, and is mended at once.
      let isShown = !document.hasErrors && !document.saysNothing
      if isShown { text = next }
      display.change(next, at: now)
      if step % 3 > 0 {
        let picture = display.nextPicture()
        #expect(picture == display.picture, "step \(step) of \(seed)")
      }
      if isShown {
        let picture = Self.unmarked(display, at: now).picture
        #expect(
          Self.isShownAnew(picture, of: text, at: now),
          "step \(step) of \(seed)")
      }
      if step % 7 == 0 {
        let later = Stage.later(seconds: seconds)
        display.update(step % 2 == 0 ? .time : .turn, at: later)
        let picture = display.nextPicture()
        #expect(picture == display.picture, "step \(step) of \(seed)")
      }
      display.tidyUp()
    }
  }

  @Test func `a kept share of time grows though the file changes often`() {
    func text(_ count: Int) -> String {
      """
      objective [o] One
        cycle 2026-Q4

        kr [a] Keep it up
          keep above 5 points
          2026-11-22T02:05 1
          2026-11-22T08:05 9

      kpi [k] Count
        healthy 1 ..
        2026-11-20 \(count)

      """
    }
    var display = Stage.display(text(0), width: 120, height: 40)
    for count in 1...1_080 {
      display.change(text(count), at: Stage.later(seconds: count * 30))
    }
    let now = Stage.later(seconds: 1_080 * 30)
    let picture = Self.unmarked(display, at: now).picture
    #expect(Self.isShownAnew(picture, of: text(1_080), at: now))
  }

  /// What of the key results `a` and `b` of one objective, those of another and
  /// a KPI is unchanged after a change; `nil` where nobody can tell.
  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    /// Of objectives, key results and KPIs, in their order.
    let unchanged: [[Bool]]?
  }

  private static let board = """
    board Acme
    every week

    objective [o] One
      cycle 2026-Q4

      kr [a] First
        from 0 to 10
        2026-11-20 3

      kr [b] Second
        from 0 to 10
        2026-11-20 4

    objective [p] Two
      supports [o]

      kr [c] Third
        measured by [k]
        from 0 to 10

    kpi [k] Count
      healthy 1 ..
      2026-11-20 5

    """

  @Test(arguments: [
    Change(
      testDescription: "a number", old: "2026-11-20 4", new: "2026-11-20 5",
      unchanged: [[true, true], [true, false, true], [true]]),
    Change(
      testDescription: "a line more", old: "2026-11-20 3",
      new: "2026-11-19 2\n    2026-11-20 3",
      unchanged: [[true, true], [false, true, true], [true]]),
    Change(
      testDescription: "the KPI of a key result", old: "2026-11-20 5",
      new: "2026-11-20 6",
      unchanged: [[true, true], [true, true, false], [false]]),
    Change(
      testDescription: "a line of an objective", old: "  cycle 2026-Q4\n",
      new: "  cycle 2026-H2\n",
      unchanged: [[false, true], [false, false, true], [true]]),
    Change(
      testDescription: "what it supports", old: "kr [a]", new: "kr [x]",
      unchanged: [[true, true], [false, true, true], [true]]),
    Change(
      testDescription: "where a reference leads", old: "kpi [k]",
      new: "kpi [j]", unchanged: [[true, true], [true, true, false], [false]]),
    Change(
      testDescription: "nothing", old: "board Acme", new: "board Acme",
      unchanged: [[true, true], [true, true, true], [true]]),
    Change(
      testDescription: "the head of the file", old: "every week",
      new: "every day", unchanged: nil),
    Change(
      testDescription: "a key result more", old: "objective [p]",
      new: "  kr [d] More\n\nobjective [p]", unchanged: nil),
    Change(
      testDescription: "a reading by name", old: "kpi [k]",
      new: "reading [k] 2026-11-21 7\nkpi [k]", unchanged: nil),
  ])
  func `only what lines say is unchanged that say the same`(change: Change) {
    let old = Document(Array(Self.board.utf8))
    let new = Document(
      Array(Self.board.replacing(change.old, with: change.new).utf8))
    let unchanged = new.unchanged(since: old)
    #expect(
      unchanged.map { [$0.objectives, $0.keyResults, $0.kpis] }
        == change.unchanged)
  }
}
