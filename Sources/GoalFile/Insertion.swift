import Goals

// Where a new line goes, and what it looks like there.

/// A line that a new one is put beside.
struct Neighbour {
  /// Where it begins.
  let start: Int
  let side: Side

  /// Where the new line goes, seen from this one.
  enum Side {
    case above, below
  }
}

extension Document {
  /// A new line at the customary place among the lines of its block.
  func insertion(
    of phrase: Phrase, in subject: Subject, among members: [Statement]
  ) throws(EditError) -> Change {
    let keyword = phrase.keyword
    guard let neighbour = neighbour(of: phrase, in: subject, among: members)
    else { return try checked(insertionAtTop(phrase)) }
    let near = members.sorted {
      abs($0.range.lowerBound - neighbour.start)
        < abs($1.range.lowerBound - neighbour.start)
    }
    let gap = gap(behind: keyword, near)
    var line = indentation(beside: neighbour, in: subject)
    line += Array(keyword.rawValue.utf8)
    if !phrase.words.isEmpty { line += gap + Array(phrase.words.utf8) }
    return try checked(insertion(ofLine: line, beside: neighbour))
  }

  /// A line, given without its end, before or behind another.
  func insertion(ofLine line: [UInt8], beside neighbour: Neighbour) -> Change {
    var patches = LinePatches()
    let text = line + lineEnd(ofLineAt: neighbour.start)
    let place =
      neighbour.side == .above
      ? neighbour.start : endOfLine(at: neighbour.start)
    patches.insert(text, at: place)
    return patches.change(of: self)
  }

  /// The line that a new statement is put beside: of its like by date, else the
  /// last one that customarily stands before it, else the opener; `nil` where
  /// the head of the file is empty.
  private func neighbour(
    of phrase: Phrase, in subject: Subject, among members: [Statement]
  ) -> Neighbour? {
    let keyword = phrase.keyword
    let like = members.filter { $0.keyword == keyword }
    if let moment = phrase.moment, let first = like.first {
      let before = like.last { (self.moment(of: $0) ?? moment) <= moment }
      return Neighbour(
        start: startOfLine(at: (before ?? first).range.lowerBound),
        side: before == nil ? .above : .below)
    }
    if let last = like.last {
      return Neighbour(
        start: startOfLine(at: last.range.lowerBound), side: .below)
    }
    return neighbour(byRankOf: keyword, in: subject, among: members)
  }

  /// The line that the first reading of a thing is put behind.
  func neighbour(of keyword: Keyword, in subject: Subject) -> Neighbour {
    neighbour(byRankOf: keyword, in: subject, among: members(of: subject))
      ?? Neighbour(start: block(of: subject).start, side: .below)
  }

  private func neighbour(
    byRankOf keyword: Keyword, in subject: Subject, among members: [Statement]
  ) -> Neighbour? {
    let kind = subject.kind
    let rank = kind.rank(of: keyword)
    var last = members.last { kind.rank(of: $0.keyword) <= rank }
      .map { startOfLine(at: $0.range.lowerBound) }
    if case .thing(let thing) = subject, kind.rank(of: .reading) < rank {
      last = [last, ownReadings(of: thing).max()].compactMap(\.self).max()
    }
    if let last { return Neighbour(start: last, side: .below) }
    if case .head = subject {
      // Above the first block only: inside one it would belong to that.
      guard let first = members.first, statements.all.first?.kind == .file
      else { return nil }
      return Neighbour(
        start: startOfLine(at: first.range.lowerBound), side: .above)
    }
    return Neighbour(start: block(of: subject).start, side: .below)
  }

  /// The date that stands first behind a statement's keyword, or, in the
  /// declaration of a cycle, behind its name.
  private func moment(of statement: Statement) -> Moment? {
    let words = words(in: statement.range).dropFirst()
    return words.prefix(2).lazy.compactMap { Moment(written: $0) }.first
  }

  /// Where the lines of a thing's own readings begin, ascending by their dates.
  func ownReadings(of thing: Thing) -> [Int] {
    let block = block(of: .thing(thing))
    return board.rows(of: thing).map { Int(board.readings.offsets[$0]) }.filter
    {
      (block.start..<block.end).contains($0) && isOwnReading(at: $0)
    }
  }

  func isOwnReading(at start: Int) -> Bool {
    firstByte(ofLineAt: start).map(isDigit) ?? false
  }

  /// The indentation of a neighbour; beside an opener that of the lines inside,
  /// and where there is none, two blanks or a tab more than the opener's.
  func indentation(
    beside neighbour: Neighbour, in subject: Subject
  ) -> [UInt8] {
    let block = block(of: subject)
    guard subject != .head, neighbour.start == block.start else {
      return indentation(ofLineAt: neighbour.start)
    }
    return indentation(inside: block)
  }

  /// The indentation of the lines inside a block.
  func indentation(inside block: Block) -> [UInt8] {
    let opener = indentation(ofLineAt: block.start)
    let next = endOfLine(at: block.start)
    var start = next
    while start < block.end, isEmptyLine(at: start) || isComment(at: start) {
      start = endOfLine(at: start)
    }
    if start < block.end { return indentation(ofLineAt: start) }
    return opener + (opener.last == 9 ? [9] : [32, 32])
  }
}

// MARK: - Columns

extension Document {
  /// The blanks behind a keyword, as the lines near it have them, the nearest
  /// first.
  private func gap(behind keyword: Keyword, _ near: [Statement]) -> [UInt8] {
    if let like = near.first(where: { $0.keyword == keyword }),
      let gap = gap(in: like)
    {
      return gap
    }
    guard keyword.isAligned else { return [32] }
    for line in near where line.keyword.isAligned {
      guard let gap = gap(in: line), gap != [32] else { continue }
      if gap.contains(9) { return gap }
      let column = line.keyword.rawValue.utf8.count + gap.count
      let width = column - keyword.rawValue.utf8.count
      return Array(repeating: 32, count: max(1, width))
    }
    return [32]
  }

  func gap(in statement: Statement) -> [UInt8]? {
    var cursor = Cursor(
      bytes: bytes, position: statement.range.lowerBound,
      end: statement.range.upperBound)
    guard let keyword = cursor.word(), let word = cursor.word(),
      keyword.count == statement.keyword.rawValue.utf8.count
    else { return nil }
    return Array(bytes[keyword.upperBound..<word.lowerBound])
  }

  /// A first line for the head of the file: behind the comment at its very top,
  /// if an empty line follows that, else before everything.
  private func insertionAtTop(_ phrase: Phrase) -> Change {
    var place = startOfText
    while isComment(at: place) { place = endOfLine(at: place) }
    let hasTitle = place > startOfText && isEmptyLine(at: place)
    if !hasTitle { place = startOfText }
    let ending = bytes.isEmpty ? [10] : lineEnd(ofLineAt: startOfText)
    let text = Array(phrase.keyword.line(phrase.words).utf8) + ending
    let isApart = place >= bytes.count || isEmptyLine(at: place)
    var patches = LinePatches()
    patches.insert(isApart ? text : text + ending, at: place)
    return patches.change(of: self)
  }
}
