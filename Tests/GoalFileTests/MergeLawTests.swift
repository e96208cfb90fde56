import Foundation
import GoalFile
import Goals
import Testing

/// What holds for every merge, tried on boards and changes that dice made.
///
/// MERGE_CASES says how many; a thousand if it is not set.
struct MergeLawTests {
  static let rounds = 0..<20
  static let casesInRound: Int = {
    let asked = ProcessInfo.processInfo.environment["MERGE_CASES"]
    return (asked.flatMap(Int.init) ?? 1_000) / 20
  }()

  /// A board and two changes of it.
  struct History {
    let base: DraftBoard
    var ours: DraftBoard
    var theirs: DraftBoard
    let seed: Int

    init(_ seed: Int) {
      self.seed = seed
      var writer = Writer(seed, name: "b")
      base = writer.board()
      (ours, theirs) = (base, base)
      var first = Writer(seed &* 3 &+ 1, name: "o")
      first.change(&ours, times: 1 + first.dice.roll(5))
      var second = Writer(seed &* 3 &+ 2, name: "t")
      second.change(&theirs, times: 1 + second.dice.roll(5))
      // Sometimes both come to the same.
      var third = Writer(seed &* 3 + 3, name: "c")
      if third.dice.hits(oneOf: 3) {
        let reading = third.reading()
        for side in [\History.ours, \History.theirs] {
          if self[keyPath: side].blocks.first?.opener.hasPrefix("kpi") == true {
            self[keyPath: side].blocks[0].lines.append(reading)
          }
        }
      }
    }

    var merge: Merge {
      GoalFile.merge(base: base.bytes, ours: ours.bytes, theirs: theirs.bytes)
    }
  }

  static func histories(_ round: Int) -> [History] {
    (0..<casesInRound).map { History(round &* 10_000_019 &+ $0) }
  }

  @Test(arguments: rounds)
  func `what only one side changed holds`(_ round: Int) {
    for history in Self.histories(round) {
      let (base, ours) = (history.base.bytes, history.ours.bytes)
      #expect(text(merge(base: base, ours: base, theirs: ours)) == ours)
      #expect(text(merge(base: base, ours: ours, theirs: base)) == ours)
      #expect(text(merge(base: base, ours: ours, theirs: ours)) == ours)
      // The same with a change far from it, so that both have one.
      let renamed = { (draft: DraftBoard) in
        var draft = draft
        draft.head[0] = "board Renamed"
        return draft.bytes
      }
      let merged = merge(
        base: base, ours: ours, theirs: renamed(history.base))
      #expect(
        text(merged) == renamed(history.ours), "seed \(history.seed)")
    }
  }

  @Test(arguments: rounds)
  func `swapping the sides swaps the sides of conflicts alone`(_ round: Int) {
    for history in Self.histories(round) {
      let merge = history.merge
      let swapped = GoalFile.merge(
        base: history.base.bytes, ours: history.theirs.bytes,
        theirs: history.ours.bytes)
      #expect(
        sides(merge) == sides(swapped).map { [$0[0], $0[2], $0[1]] },
        "seed \(history.seed)")
    }
  }

  @Test(arguments: rounds)
  func `every line is in the result or in a conflict`(_ round: Int) {
    for history in Self.histories(round) {
      let merge = history.merge
      let base = Set(lines(history.base.bytes))
      let ours = Set(lines(history.ours.bytes))
      let theirs = Set(lines(history.theirs.bytes))
      let clean = Set(lines(parts(merge) { _ in [] }))
      let disputed = Set(lines(parts(merge) { $0.ours + [10] + $0.theirs }))
      let all = clean.union(disputed)
      let kept = base.intersection(ours).intersection(theirs)
      #expect(kept.isSubset(of: all), "seed \(history.seed)")
      for line in ours.union(theirs).subtracting(base).subtracting(all) {
        #expect(
          clean.contains { isPart(line, of: $0, base) },
          "seed \(history.seed): \(line) is lost")
      }
      let gone = base.subtracting(ours).union(base.subtracting(theirs))
        .subtracting(linesOfUnclearBlocks(history))
      #expect(
        clean.intersection(gone) == [],
        "seed \(history.seed): \(clean.intersection(gone))")
    }
  }

  @Test(arguments: rounds)
  func `every line stays in its block`(_ round: Int) {
    for history in Self.histories(round) {
      let merge = history.merge
      var homes = blocks(history.ours.bytes)
      homes.merge(blocks(history.theirs.bytes)) { $0.union($1) }
      for choice in merge.isClean ? [Merge.Choice.ours] : [.ours, .theirs] {
        let result = merge.resolved(merge.conflicts.map { _ in choice })
        for (line, home) in blocks(result) {
          guard let known = homes[line] else { continue }
          #expect(
            home.isSubset(of: known),
            "seed \(history.seed): \(line) lies in \(home), not in \(known)")
        }
        let document = Document(result)
        let known = errors(Document(history.ours.bytes))
          .union(errors(Document(history.theirs.bytes)))
        #expect(errors(document).isSubset(of: known), "seed \(history.seed)")
      }
    }
  }

  @Test(arguments: rounds)
  func `different parts never contradict each other`(_ round: Int) {
    for seed in 0..<Self.casesInRound {
      var writer = Writer(round &* 10_000_019 &+ seed, name: "b")
      let base = writer.board()
      var (ours, theirs) = (base, base)
      var expected = base
      writer.changeParts(base, &ours, &theirs, &expected)
      let merge = merge(
        base: base.bytes, ours: ours.bytes, theirs: theirs.bytes)
      #expect(merge.isClean, "\(merge.conflicts.map(\.what))")
      #expect(
        lines(text(merge)).sorted() == lines(expected.bytes).sorted(),
        "seed \(seed) of round \(round)")
    }
  }
}

// MARK: - Looking at merges

extension MergeLawTests {
  private func text(_ merge: Merge) -> [UInt8] {
    merge.isClean ? merge.resolved([]) : Array("not clean".utf8)
  }

  /// The base, ours and theirs of every piece.
  private func sides(_ merge: Merge) -> [[[UInt8]]] {
    merge.pieces.map { piece in
      switch piece {
      case .text(let bytes): [bytes, bytes, bytes]
      case .conflict(let conflict):
        [conflict.base, conflict.ours, conflict.theirs]
      }
    }
  }

  private func parts(
    _ merge: Merge, _ conflicting: (Conflict) -> [UInt8]
  ) -> [UInt8] {
    merge.pieces.flatMap { piece in
      switch piece {
      case .text(let bytes): bytes + [10]
      case .conflict(let conflict): conflicting(conflict) + [10]
      }
    }
  }

  /// The words of all lines that say something.
  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// The lines that one cannot say to be gone: those of blocks that may have
  /// become others, and comments, which may have come to another block.
  private func linesOfUnclearBlocks(_ history: History) -> Set<String> {
    let openers = [history.ours, history.theirs].map { lines($0.bytes) }
    var unclear: Set<String> = []
    for block in history.base.blocks.flatMap({ [$0] + $0.keyResults }) {
      let own = lines(
        Array(([block.opener] + block.lines).joined(separator: "\n").utf8))
      let isClear = openers.allSatisfy { $0.contains(own[0]) }
      unclear.formUnion(own.filter { !isClear || $0.hasPrefix("#") })
      unclear.formUnion(block.lead)
    }
    return unclear.union(history.base.head.filter { $0.hasPrefix("#") })
  }

  /// Whether what a line says and no line of the base said is said by another.
  private func isPart(
    _ line: String, of other: String, _ base: Set<String>
  ) -> Bool {
    let known = Set(base.flatMap { $0.split(separator: " ") })
    let words = Set(other.split(separator: " "))
    return line.split(separator: " ").allSatisfy {
      words.contains($0) || known.contains($0)
    }
  }

  /// The openers of the blocks that each line lies in, without titles.
  private func blocks(_ bytes: [UInt8]) -> [String: Set<String>] {
    var blocks: [String: Set<String>] = [:]
    let outline = Outline(of: Document(bytes))
    for segment in outline.segments.flatMap({ [$0] + $0.keyResults }) {
      let own = lines(Array(bytes[segment.own]))
      let opener =
        segment.kind == .file
        ? "" : own.first?.split(separator: "x").first.map(String.init) ?? ""
      for line in own.dropFirst() {
        blocks[line, default: []].insert(opener)
      }
    }
    return blocks
  }

  private func errors(_ document: Document) -> Set<String> {
    Set(
      document.diagnostics.filter { $0.severity == .error }.map {
        "\($0.code.rawValue) "
          + lines(
            Array(document.bytes[document.line(at: $0.range.lowerBound)])
          ).joined()
      })
  }
}

extension Writer {
  /// Changes different parts of the same lines on two sides, and adds readings
  /// and other lines on both.
  mutating func changeParts(
    _ base: DraftBoard, _ ours: inout DraftBoard, _ theirs: inout DraftBoard,
    _ expected: inout DraftBoard
  ) {
    for block in base.blocks.indices {
      let kind = String(base.blocks[block].opener.prefix { $0 != " " })
      for line in base.blocks[block].lines.indices {
        let parts = changedParts(base.blocks[block].lines[line])
        ours.blocks[block].lines[line] = parts.ours
        theirs.blocks[block].lines[line] = parts.theirs
        expected.blocks[block].lines[line] = parts.both
      }
      for _ in 0..<dice.roll(3) where kind == "kpi" {
        let (mine, others) = (reading(), reading())
        let count = ours.blocks[block].lines.count
        ours.blocks[block].lines.insert(mine, at: dice.roll(count + 1))
        theirs.blocks[block].lines.append(others)
        expected.blocks[block].lines += [mine, others]
      }
    }
  }

  /// A line with one word changed, with another one changed, and with both.
  private mutating func changedParts(
    _ line: String
  ) -> (ours: String, theirs: String, both: String) {
    let fields = Self.fields.first { line.hasPrefix($0.prefix) }
    guard let fields else { return (line, line, line) }
    let words = line.split(separator: " ").map(String.init)
    guard words.count > max(fields.ours, fields.theirs) else {
      return (line, line, line)
    }
    var (ours, theirs, both) = (words, words, words)
    let (mine, others) = (
      fields.mine[dice.roll(fields.mine.count)],
      fields.others[dice.roll(fields.others.count)]
    )
    (ours[fields.ours], both[fields.ours]) = (mine, mine)
    (theirs[fields.theirs], both[fields.theirs]) = (others, others)
    return (
      ours.joined(separator: " "), theirs.joined(separator: " "),
      both.joined(separator: " ")
    )
  }

  /// Two places in a line, counted in words, and what may be put there.
  private struct Fields {
    let prefix: String
    let ours: Int
    let mine: [String]
    let theirs: Int
    let others: [String]
  }

  private static let fields = [
    Fields(
      prefix: "  from", ours: 1, mine: ["3", "4"], theirs: 3,
      others: ["500000", "600k"]),
    Fields(
      prefix: "  target", ours: 1, mine: ["7"], theirs: 3,
      others: ["2027-01-01"]),
    Fields(
      prefix: "  action", ours: 4, mine: ["@Bo", "@Cy"], theirs: 3,
      others: ["2027-02-03"]),
    Fields(
      prefix: "    2026", ours: 1, mine: ["8", "9k"], theirs: 2,
      others: ["0/10", "10/10"]),
  ]
}
