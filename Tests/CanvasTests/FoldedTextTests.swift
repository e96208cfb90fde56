import Canvas
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("banana", "an", [1..<3, 3..<5]), ("José, JOSE", "jose", [0..<4, 6..<10]),
    ("aaa", "aa", [0..<2]), ("abc", "", []), ("a", "ab", []),
  ])
  func `finds each place`(text: String, wanted: String, places: [Range<Int>]) {
    #expect(FoldedText(text).ranges(of: FoldedText(wanted)) == places)
  }

  @Test(arguments: [
    ("José", "jose"), ("JOSÉ", "jose\u{301}"), ("Straße", "STRASSE"),
    ("Ольга", "ольга"), ("ОЛЬГА", "Ольга"), ("Ёлка", "елка"),
    ("Ærø", "aero"), ("Łódź", "lodz"), ("İstanbul", "istanbul"),
    ("ılık", "ilik"), ("Σίσυφος", "σισυφοσ"), ("Việt", "viet"),
    ("美咲", "美咲"), ("👩‍💻", "👩💻"), ("a\u{200B}b", "ab"), ("ẞ", "ss"),
    ("\u{1E69}", "s"), ("ǅ", "ǆ"), ("", ""),
  ])
  func `is the same however it is spelled`(one: String, other: String) {
    #expect(FoldedText(one).scalars == FoldedText(other).scalars)
  }

  @Test(arguments: [("a", "b"), ("о", "o"), ("美", "咲"), ("n", "m")])
  func `is different for different letters`(one: String, other: String) {
    #expect(FoldedText(one).scalars != FoldedText(other).scalars)
  }

  @Test(arguments: [
    ("Die Straße lebt", "strasse", 4..<10), ("José ist da", "e is", 3..<7),
    ("e\u{301}e\u{301}", "ee", 0..<2), ("👩‍💻 Ada", "ada", 2..<5),
    ("aaab", "aab", 1..<4), ("ß", "s", 0..<1),
  ])
  func `finds what stands in it, by characters`(
    text: String, wanted: String, range: Range<Int>
  ) {
    #expect(FoldedText(text).range(of: FoldedText(wanted)) == range)
  }

  @Test(arguments: [("abc", "abd"), ("", "a"), ("abc", "")])
  func `finds nothing else`(text: String, wanted: String) {
    #expect(FoldedText(text).range(of: FoldedText(wanted)) == nil)
  }
}
