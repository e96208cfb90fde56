import Canvas
import Dashboard
import Testing

@Suite struct FuzzyMatchTests {
  @Test(arguments: [
    ("ci", "check in", [0, 6]), ("chk", "check in", [0, 1, 4]),
    ("josé", "Jose Frost", [0, 1, 2, 3]), ("fr", "Jose Frost", [5, 6]),
    ("ot", "outlook tidy", [0, 8]), ("Ol", "Ольга olo", [6, 7]),
    ("st", "Straße", [0, 1]), ("ab", "aXb ab", [4, 5]),
    ("c i", "check in", [0, 6]), ("👩", "x 👩‍💻", [2]),
  ])
  func `finds the letters where they stand best`(
    wanted: String, text: String, places: [Int]
  ) throws {
    let match = try #require(
      FuzzyMatch(FoldedText(wanted), in: FoldedText(text)))
    #expect(match.places == places)
  }

  @Test(arguments: [
    ("x", "check in"), ("kc", "check"), ("", "check"), ("a", ""),
    ("inn", "check in"),
  ])
  func `finds nothing where they do not`(wanted: String, text: String) {
    #expect(FuzzyMatch(FoldedText(wanted), in: FoldedText(text)) == nil)
  }

  /// The first of two texts is the better one.
  @Test(arguments: [
    ("ci", "check in", "specific"), ("red", "redo", "theme gruvbox red"),
    ("week", "week back", "we keep on"), ("th", "theme dark", "the other"),
    ("sav", "save", "slack events"), ("un", "undo", "to run again"),
    ("no", "nord", "a long way to go north"),
  ])
  func `ranks what one would mean first`(
    wanted: String, better: String, worse: String
  ) throws {
    let folded = FoldedText(wanted)
    let one = try #require(FuzzyMatch(folded, in: FoldedText(better)))
    let other = FuzzyMatch(folded, in: FoldedText(worse))
    if let other { #expect(other < one || better.hasPrefix(wanted)) }
  }

  @Test func `takes a hostile text and a long wish`() {
    let text = FoldedText(String(repeating: "a", count: 100_000))
    let wanted = FoldedText(String(repeating: "a", count: 10_000))
    #expect(FuzzyMatch(wanted, in: text) != nil)
    #expect(FuzzyMatch(FoldedText("b"), in: text) == nil)
  }
}
