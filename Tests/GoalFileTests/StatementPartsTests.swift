import GoalFile
import Testing

/// A line falls into the words that its statement is made of.
struct StatementPartsTests {
  static let lines: [(String, [String])] = [
    ("objective [a] Grow up", ["keyword", "id=[a]", "title=Grow up"]),
    ("kr Grow [a]", ["keyword", "title=Grow [a]"]),
    (
      "meeting 2026-10-12 Meet @Ada to eat @Ada @\"Bo B\"",
      [
        "keyword", "date=2026-10-12", "title=Meet @Ada to eat",
        "people=@Ada @\"Bo B\"",
      ]
    ),
    (
      "2026-10-05  34  6/10  @Grace at-risk  First is back",
      [
        "date=2026-10-05", "value=34", "confidence=6/10", "person=@Grace",
        "status=at-risk", "note=First is back",
      ]
    ),
    ("2026-10-05 - -- 6/10", ["date=2026-10-05", "value=-", "note=6/10"]),
    (
      "2026-10-05 1 6/10 7/10 x",
      ["date=2026-10-05", "value=1", "note=6/10 7/10 x"]
    ),
    (
      "reading [a] 2026-10-05 1 off-track",
      ["keyword", "id=[a]", "date=2026-10-05", "value=1", "status=off-track"]
    ),
    ("reading a 2026-10-05 1", ["keyword", "text=a 2026-10-05 1"]),
    (
      "action [x 2026-10-13] 2026-10-14 @Grace Ask @Ada",
      [
        "keyword", "box=[x 2026-10-13]", "due=2026-10-14", "person=@Grace",
        "text=Ask @Ada",
      ]
    ),
    ("action Ask", ["keyword", "text=Ask"]),
    (
      "milestone [ ] @Grace Ask", ["keyword", "box=[ ]", "text=@Grace Ask"]
    ),
    (
      "from 32 to 50 net points",
      ["keyword", "from=32", "to=50", "unit=net points"]
    ),
    (
      "keep between 5 and 7 ms",
      ["keyword", "range=between 5 and 7", "unit=ms"]
    ),
    ("keep above 5", ["keyword", "range=above 5"]),
    ("keep 5", ["keyword", "text=5"]),
    (
      "moved 2026-11-02 from 1 to 45 Late",
      ["keyword", "date=2026-11-02", "from=1", "to=45", "note=Late"]
    ),
    (
      "close 2026-11-02 0.7 keep Good",
      ["keyword", "date=2026-11-02", "score=0.7", "next=keep", "note=Good"]
    ),
    (
      "accept 2026-11-02 until 2026-12-01 at 3 Known",
      [
        "keyword", "date=2026-11-02", "until=2026-12-01", "value=3",
        "note=Known",
      ]
    ),
    ("target 5 by 2026-12-01", ["keyword", "value=5", "due=2026-12-01"]),
    ("target 5 2026-12-01", ["keyword", "text=5 2026-12-01"]),
    ("total sum per 2 weeks", ["keyword", "total=sum", "period=2 weeks"]),
    ("total per week", ["keyword", "period=week"]),
    ("plan 2026-11-01 5", ["keyword", "date=2026-11-01", "value=5"]),
    ("limit kpis 5", ["keyword", "name=kpis", "value=5"]),
    (
      "cycle Q 2026-10-01 .. 2026-12-31",
      ["keyword", "name=Q", "range=2026-10-01 .. 2026-12-31"]
    ),
    ("owner Ada Lovelace", ["keyword", "text=Ada Lovelace"]),
    ("private", ["keyword"]),
    ("> Why  not", ["text=> Why  not"]),
    ("# Why", ["text=# Why"]),
    ("ownr Ada", ["text=ownr Ada"]),
    (" \t ", []),
  ]

  @Test(arguments: lines)
  func `a line falls into its parts`(text: String, expected: [String]) {
    let bytes = Array("  \(text)\r\n".utf8)
    let parts = Lines(bytes, in: bytes.indices).flatMap {
      StatementParts(of: $0, in: bytes).parts
    }
    #expect(
      parts.map { part in
        part.name == .keyword
          ? "keyword"
          : "\(part.name)=\(String(decoding: bytes[part.value], as: UTF8.self))"
      } == expected)
  }

  @Test(arguments: MinefieldTests.mines)
  func `the parts hold all of a line but blanks`(mine: MinefieldTests.Mine) {
    let bytes = mine.bytes
    for line in Lines(bytes, in: bytes.indices) {
      var position = line.text.lowerBound
      for part in StatementParts(of: line, in: bytes).parts {
        #expect(bytes[position..<part.range.lowerBound].allSatisfy(isBlank))
        #expect(part.range.contains(part.value) && !part.range.isEmpty)
        position = part.range.upperBound
      }
      #expect(position == line.text.upperBound)
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
