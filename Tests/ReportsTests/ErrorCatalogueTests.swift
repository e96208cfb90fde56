import Foundation
import GoalFile
import Goals
import Reports
import Testing

/// Every complaint there is, with the smallest file that causes it and the exact
/// text a person reads.
///
/// `RECORD_ERRORS=1` writes the texts anew and fails, so that a recording is
/// always read.
struct ErrorCatalogueTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/errors")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".okr") }.map { String($0.dropLast(4)) }.sorted()

  private static func document(_ name: String) throws -> Document {
    Document(Array(try Data(contentsOf: folder.appending(path: "\(name).okr"))))
  }

  private static var now: Now {
    Now(Day(number: Day.number(year: 2026, month: 11, day: 22)))
  }

  @Test(arguments: Diagnostic.Code.allCases.filter { $0 != .tooLarge })
  func `every complaint has its file`(_ code: Diagnostic.Code) throws {
    let document = try Self.document(code.rawValue)
    #expect(document.complaints(at: Self.now).contains { $0.code == code })
  }

  @Test(arguments: names)
  func `the text is exact`(_ name: String) throws {
    let found = CheckReport(
      of: try Self.document(name), named: "\(name).okr", at: Self.now
    ).text
    let file = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_ERRORS"] == "1" {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(name).txt: read it")
      return
    }
    #expect(found == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: names)
  func `every complaint has a place in the file and a remedy`(_ name: String)
    throws
  {
    let document = try Self.document(name)
    let lines = document.bytes.split(
      separator: 10, omittingEmptySubsequences: false
    ).count
    for complaint in document.complaints(at: Self.now) {
      #expect((1...lines).contains(complaint.line))
      #expect(complaint.column >= 1)
      #expect(!complaint.remedy.isEmpty && !complaint.message.hasSuffix("."))
    }
  }

  @Test func `a line of a megabyte is cut around the place`() {
    let line =
      "kpi [p] Churn\n  healthy .. 5 "
      + String(repeating: "x", count: 1_000_000) + "\n"
    let text = CheckReport(
      of: Document(Array(line.utf8)), named: "a.okr", at: Self.now
    ).text
    #expect(text.utf8.count < 1_000)
  }
}
