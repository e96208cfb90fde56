import GoalFile
import Goals
import Reports
import Testing

/// How JSON is written.
struct JSONTests {
  @Test(arguments: [
    (JSON.null, "null"), (.bool(true), "true"), (.integer(-3), "-3"),
    (.number(0.1), "0.1"),
    (.number(5), "5"), (.number(1e300), "1e+300"), (.number(.nan), "null"),
    (.number(.infinity), "null"), (.string("a\"b\\c"), "\"a\\\"b\\\\c\""),
    (.string("\u{1B}\n\u{9B}"), "\"\\u001b\\u000a\\u009b\""),
    (.string("\u{202E}\u{200B}\u{FEFF}"), "\"\\u202e\\u200b\\ufeff\""),
    (.string("\u{E0041}"), "\"\\udb40\\udc41\""), (.string("漢 é"), "\"漢 é\""),
    (.string("a\u{FE0F}\u{3164}"), "\"a\\ufe0f\\u3164\""),
    (
      .string("e\u{301}\u{302}\u{303}\u{304}\u{305}!\u{306}"),
      "\"e\u{301}\u{302}\u{303}\u{304}\\u0305!\u{306}\""
    ),
    (.array([]), "[]"), (.object([]), "{}"),
    (.array([.integer(1), .null]), "[\n  1,\n  null\n]"),
  ])
  func `a value is written so`(_ value: JSON, _ text: String) {
    #expect(value.text == text)
  }

  @Test func `what is private is masked, and shown when asked for`() {
    let text = """
      objective [a] Secret plan
        owner Ada
        private
        kr [b] Secret number
          from 10 to 50 points
          2026-11-20 42 7/10 secret note

      """
    let document = Document(Array(text.utf8))
    let now = Now(Day(number: Day.number(year: 2026, month: 11, day: 22)))
    let masked = ShowReport(of: document, at: now, Selection()).json.text
    for word in ["Secret", "Ada", "points", "42", "50", "7,"] {
      #expect(!masked.contains(word), "\(word)")
    }
    #expect(masked.contains("\"progress\": 0.8"))
    var selection = Selection()
    selection.privacy = .shown
    let shown = ShowReport(of: document, at: now, selection).json.text
    #expect(shown.contains("Secret number") && shown.contains("\"value\": 42"))
  }

  @Test func `numbers of a private KPI are masked where they measure`() {
    let text = """
      objective [a] Open plan
        kr [b] Open number
          from 10 to 90 points
          measured by [c]
          start 2026-10-01
          due 2026-12-31
      kpi [c] Secret number
        private
        2026-11-01 41
        2026-11-08 43
        2026-11-15 47

      """
    let document = Document(Array(text.utf8))
    let now = Now(Day(number: Day.number(year: 2026, month: 11, day: 22)))
    let masked = ShowReport(of: document, at: now, Selection()).json.text
    for word in ["Secret", "47", "\"to\": 90", "\"low\": 4", "\"recent\": 3"] {
      #expect(!masked.contains(word), "\(word)")
    }
    #expect(masked.contains("Open number"))
    var selection = Selection()
    selection.privacy = .shown
    let shown = ShowReport(of: document, at: now, selection).json.text
    for word in ["\"value\": 47", "\"to\": 90", "\"recent\": 3"] {
      #expect(shown.contains(word), "\(word)")
    }
  }
}
