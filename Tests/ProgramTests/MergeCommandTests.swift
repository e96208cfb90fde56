import Foundation
import Testing

/// `bearing merge` alone, and as the merge driver of a real git.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct MergeCommandTests {
  private static let hasGit = TerminalSession.run("git", ["--version"]) != nil

  private static let base =
    "objective O\n  kr [k] K\n    from 1 to 50\n    2026-10-05 1\n"

  /// A folder that is gone afterwards.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "bearing-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func put(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func merge(
    ours: String, theirs: String, _ options: [String] = [], in folder: URL
  ) throws -> BuiltProgram.Outcome {
    try put(Self.base, "base", in: folder)
    try put(ours, "ours", in: folder)
    try put(theirs, "theirs", in: folder)
    let files = ["base", "ours", "theirs"].map {
      folder.appending(path: $0).path
    }
    return try BuiltProgram.run(["merge"] + files + options)
  }

  @Test func `a clean merge is quiet and ends with 0`() throws {
    try withFolder { folder in
      let outcome = try merge(
        ours: Self.base + "    2026-10-12 2\n",
        theirs: Self.base.replacing("50", with: "60"), in: folder)
      #expect(outcome.code == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
      #expect(
        try text("ours", in: folder)
          == Self.base.replacing("50", with: "60") + "    2026-10-12 2\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
          .sorted() == ["base", "ours", "theirs"])
    }
  }

  @Test func `a conflict is marked, named, and ends with 1`() throws {
    try withFolder { folder in
      let outcome = try merge(
        ours: Self.base.replacing("50", with: "70"),
        theirs: Self.base.replacing("50", with: "60"),
        [
          "--marker-size", "9", "--path", "a/b.okr", "--ours-label", "o",
          "--theirs-label", "t", "--base-label", "b",
        ], in: folder)
      #expect(outcome.code == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "a/b.okr: conflict: target of [k]\n")
      #expect(
        try text("ours", in: folder) == """
          objective O
            kr [k] K
          <<<<<<<<< o
              from 1 to 70
          ||||||||| b
              from 1 to 50
          =========
              from 1 to 60
          >>>>>>>>> t
              2026-10-05 1

          """)
    }
  }

  @Test(arguments: ["base", "ours", "theirs"])
  func `a file that cannot be read ends with 2`(_ missing: String) throws {
    try withFolder { folder in
      let files = ["base", "ours", "theirs"]
      for name in files where name != missing {
        try put(Self.base + "# \(name)\n", name, in: folder)
      }
      let outcome = try BuiltProgram.run(
        ["merge"] + files.map { folder.appending(path: $0).path })
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("there is no such file"))
      if missing != "ours" {
        #expect(try text("ours", in: folder) == Self.base + "# ours\n")
      }
    }
  }

  @Test func `a merge that is killed leaves the old file or the new`() throws {
    try withFolder { folder in
      let ours = Self.base + String(repeating: "# ours\n", count: 20_000)
      let theirs =
        Self.base.replacing("50", with: "60")
        + String(repeating: "# theirs\n", count: 20_000)
      let clean = try merge(ours: ours, theirs: theirs, in: folder)
      #expect(clean.code == 0)
      let result = try text("ours", in: folder)
      for milliseconds in stride(from: 1, through: 60, by: 2) {
        try put(ours, "ours", in: folder)
        let limit = "0.\(String(1_000 + milliseconds).dropFirst())"
        _ = TerminalSession.run(
          "timeout",
          ["-s", "KILL", limit, BuiltProgram.path, "merge"]
            + ["base", "ours", "theirs"].map {
              folder.appending(path: $0).path
            })
        let left = try text("ours", in: folder)
        #expect(left == ours || left == result)
      }
    }
  }
}

// MARK: - With git

extension MergeCommandTests {
  private func git(_ arguments: [String], in folder: URL) throws -> Int32 {
    try BuiltProgram.outcome(
      of: URL(filePath: "/usr/bin/env"),
      ["git", "-C", folder.path] + arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
      ]
    ).code
  }

  /// A repository in which two branches changed the board, merged.
  private func merged(
    ours: String, theirs: String, in folder: URL
  ) throws -> Int32 {
    let driver =
      "'\(BuiltProgram.path)' merge %O %A %B --marker-size %L --path %P"
    _ = try git(["init", "-q", "-b", "ours"], in: folder)
    _ = try git(["config", "merge.bearing.driver", driver], in: folder)
    try put("*.okr merge=bearing\n", ".gitattributes", in: folder)
    try commit(Self.base, in: folder)
    _ = try git(["checkout", "-q", "-b", "theirs"], in: folder)
    try commit(theirs, in: folder)
    _ = try git(["checkout", "-q", "ours"], in: folder)
    try commit(ours, in: folder)
    return try git(["merge", "-q", "-m", "Merge", "theirs"], in: folder)
  }

  private func commit(_ board: String, in folder: URL) throws {
    try put(board, "team.okr", in: folder)
    _ = try git(["add", "-A"], in: folder)
    #expect(try git(["commit", "-q", "-m", "A change"], in: folder) == 0)
  }

  @Test(.enabled(if: hasGit, "there is no git here"))
  func `git merges two check-ins without a question`() throws {
    try withFolder { folder in
      let code = try merged(
        ours: Self.base + "    2026-10-12 2\n",
        theirs: Self.base + "    2026-10-19 3\n", in: folder)
      #expect(code == 0)
      #expect(
        try text("team.okr", in: folder)
          == Self.base + "    2026-10-12 2\n    2026-10-19 3\n")
    }
  }

  @Test(.enabled(if: hasGit, "there is no git here"))
  func `git stops at a conflict, and the file has its markers`() throws {
    try withFolder { folder in
      let code = try merged(
        ours: Self.base.replacing("50", with: "70") + "    2026-10-12 2\n",
        theirs: Self.base.replacing("50", with: "60") + "    2026-10-19 3\n",
        in: folder)
      #expect(code == 1)
      let text = try text("team.okr", in: folder)
      #expect(
        text.contains(
          """
          <<<<<<< ours
              from 1 to 70
          ||||||| base
              from 1 to 50
          =======
              from 1 to 60
          >>>>>>> theirs
          """))
      #expect(text.hasSuffix("    2026-10-12 2\n    2026-10-19 3\n"))
    }
  }
}
