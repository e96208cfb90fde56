import Foundation
import Testing

/// `bearing fmt`, as a shell sees it.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct FmtTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `it lays files out, once`() throws {
    let loose = try folder.file("a.okr", "kpi A\nunit x\n")
    let tidy = try folder.file("b.okr", "kpi B\n  unit      x\n")
    for _ in 0..<2 {
      let outcome = try BuiltProgram.run(["fmt", loose, tidy])
      #expect(outcome.code == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
      #expect(try text(loose) == "kpi A\n  unit      x\n")
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.path)
    #expect(left.sorted() == ["a.okr", "b.okr"])
  }

  @Test func `it says which files would change, and changes none`() throws {
    let loose = try folder.file("a.okr", "kpi A\nunit x\n")
    let tidy = try folder.file("b.okr", "kpi B\n  unit      x\n")
    let outcome = try BuiltProgram.run(["fmt", "--check", loose, tidy])
    #expect(outcome.code == 1)
    #expect(outcome.output == loose + "\n")
    #expect(try text(loose) == "kpi A\nunit x\n")
    #expect(try BuiltProgram.run(["fmt", "--check", tidy]).code == 0)
  }

  @Test func `it goes from standard input to standard output`() throws {
    let outcome = try BuiltProgram.run(
      ["fmt", "-"], input: Array("kpi A\nunit x".utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output == "kpi A\n  unit      x")
  }

  @Test func `a file with a conflict stays, and the others do not`() throws {
    let broken = try folder.file("a.okr", "<<<<<<< a\nkpi A\nunit x\n")
    let loose = try folder.file("b.okr", "kpi A\nunit x\n")
    let outcome = try BuiltProgram.run(["fmt", broken, loose])
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("holds a conflict"))
    #expect(try text(broken) == "<<<<<<< a\nkpi A\nunit x\n")
    #expect(try text(loose) == "kpi A\n  unit      x\n")
  }

  @Test func `what cannot be read or written ends with 2`() throws {
    let missing = try BuiltProgram.run(["fmt", "/nonexistent/a.okr"])
    #expect(missing.code == 2)
    let loose = try folder.file("a.okr", "kpi A\nunit x\n")
    try FileManager.default.linkItem(
      atPath: loose, toPath: folder.url.appending(path: "b.okr").path)
    let linked = try BuiltProgram.run(["fmt", loose])
    #expect(linked.code == 2)
    #expect(linked.errors.contains("hard links"))
    #expect(try text(loose) == "kpi A\nunit x\n")
  }
}
