import Foundation
import Testing

/// `bearing diff`, as a shell sees it.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct DiffTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func diff(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["diff", "--as-of", "2026-11-22"] + arguments)
  }

  private static let old = """
    objective [o] Grow
      kr [nps] New customers recommend us
        owner Grace
        2026-11-02  36

    """

  @Test func `it says what changed, grouped by thing`() throws {
    let old = try folder.file("a.okr", Self.old)
    let new = try folder.file(
      "b.okr",
      Self.old.replacing("Grace", with: "Lin")
        + "    2026-11-09  38  7/10  A note that is long enough to need a second line of its own in here\nkpi [p] P\n"
    )
    let outcome = try diff([old, new])
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        [nps] New customers recommend us
          owner: Grace → Lin
          2026-11-09: 38, 7/10, 'A note that is long enough to need a second line of
            its own in here'

        [p] P
          KPI: added

        """)
    let json = try diff(["--format", "json", old, new])
    #expect(json.code == 1)
    #expect(json.output.contains("\"change\": \"Grace → Lin\""))
  }

  @Test func `no difference ends with 0, no file with 2`() throws {
    let old = try folder.file("a.okr", Self.old)
    let same = try diff([old, old])
    #expect(same.code == 0 && same.output.isEmpty && same.errors.isEmpty)
    #expect(try diff([old, "/nonexistent/b.okr"]).code == 2)
  }

  @Test func `one board is compared with its past`() throws {
    let old = try folder.file("a.okr", Self.old)
    #expect(try diff(["--since", "2026-11-22", old]).code == 0)
    let since = try diff(["--since", "2026-11-01", old])
    #expect(since.code == 1)
    #expect(since.output.contains("  2026-11-02: 36\n"))
  }

  @Test(arguments: [
    ["a.okr"], ["--since", "2026-11-01", "a", "b"], ["-", "-"],
  ])
  func `anything else is a usage error`(_ arguments: [String]) throws {
    #expect(try diff(arguments).code == 64)
  }
}
