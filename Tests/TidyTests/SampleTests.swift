import Goals
import Samples
import Testing

/// The board that the program brings along.
struct SampleTests {
  /// A Sunday: this week's Monday is six days back.
  static let sunday = Day(number: 20_779)

  @Test(
    arguments: zip(
      [
        "{+0}", "{-22}", "{+39}", "{mon+0}", "{mon-7}", "{-1T09:30}",
        "{mon-6T16:20:05}", "{}", "{a}", "{-1", "}", "{ -1}", "{-1} {+1}.",
      ],
      [
        "2026-11-22", "2026-10-31", "2026-12-31", "2026-11-16", "2026-11-09",
        "2026-11-21T09:30", "2026-11-10T16:20:05", "{}", "{a}", "{-1", "}",
        "{ -1}", "2026-11-21 2026-11-23.",
      ]))
  func `a mark becomes a date and all else stays`(mark: String, date: String) {
    let text = dated(Array("on \(mark)".utf8), on: Self.sunday)
    #expect(String(decoding: text, as: UTF8.self) == "on \(date)")
  }

  @Test func `a reading of a day to come is left out`() {
    let template = "a\n  {+1} 5\n  {+0} 4\n  {mon+7} 3\nnext {+1}\n  {-1} 2"
    let text = dated(Array(template.utf8), on: Self.sunday)
    #expect(
      String(decoding: text, as: UTF8.self)
        == "a\n  2026-11-22 4\nnext 2026-11-23\n  2026-11-21 2")
  }

  @Test(arguments: 20_773...20_779)
  func `the sample has no mark left on any day of the week`(number: Int) {
    let board = sampleBoard(on: Day(number: number))
    let text = String(decoding: board, as: UTF8.self)
    #expect(Array(text.utf8) == board)
    #expect(!text.contains("{") && !text.contains("}"))
    #expect(text.hasPrefix("# Slow River Coffee") && text.hasSuffix("\n"))
  }

  @Test func `the sample shows no reading later than its day`() {
    let today = Self.sunday.description
    let board = sampleBoard(on: Self.sunday)
    let dates = String(decoding: board, as: UTF8.self)
      .split(separator: "\n")
      .compactMap { $0.firstMatch(of: /^ *(\d{4}-\d\d-\d\d)/)?.output.1 }
    #expect(dates.count > 400)
    #expect(dates.allSatisfy { $0 <= today })
  }
}
