import Goals

// Edits of single lines: properties and whatever else is one statement.

extension Document {
  /// Writes a statement: where it can stand only once over the line that holds,
  /// else as a new line beside its like.
  func writing(
    _ phrase: Phrase, in subject: Subject
  ) throws(EditError) -> Change {
    guard has(subject) else { throw .missing("such block") }
    try check(phrase, in: subject.kind)
    try check(referenceOf: phrase, in: subject)
    let members = members(of: subject)
    if !phrase.keyword.isRepeatable(in: subject.kind) {
      let like = members.filter {
        phrase.takesPlace(of: $0.keyword, words(in: $0.range).dropFirst().first)
      }
      if let old = like.first(where: \.isSound) ?? like.first {
        return try changing(old, to: phrase, of: subject)
      }
    }
    try checkLines(
      of: subject, without: [], with: [phrase.keyword.line(phrase.words)])
    return try insertion(of: phrase, in: subject, among: members)
  }

  /// Makes the statement on a line say something else of the same kind.
  func changing(
    line: Int, to phrase: Phrase
  ) throws(EditError) -> Change {
    guard let old = statements.statement(onLine: line),
      old.keyword != .reading, let subject = subject(of: old)
    else { throw .missing("statement") }
    try check(phrase, in: old.place)
    try check(referenceOf: phrase, in: subject)
    let word = words(in: old.range).dropFirst().first
    guard phrase.takesPlace(of: old.keyword, word) || phrase.isLimit(old) else {
      throw .invalid(
        "a line with '\(old.keyword.rawValue)' can not become one with '\(phrase.keyword.rawValue)'"
      )
    }
    if old.keyword.isOpener {
      guard phrase.id == (try id(ofOpener: old)) else {
        throw .invalid("the id changes everywhere or nowhere")
      }
      return try rewriting(old, as: phrase)
    }
    return try changing(old, to: phrase, of: subject)
  }

  /// Takes out the statement on a line.
  func erasing(line: Int) throws(EditError) -> Change {
    guard let old = statements.statement(onLine: line),
      !old.keyword.isOpener, old.keyword != .reading,
      let subject = subject(of: old)
    else { throw .missing("statement to remove") }
    return try erasing([old], of: subject)
  }

  /// Takes out all lines of that keyword.
  func clearing(
    _ keyword: Keyword, in subject: Subject
  ) throws(EditError) -> Change {
    guard has(subject) else { throw .missing("such block") }
    let lines = members(of: subject).filter { $0.keyword == keyword }
    guard !lines.isEmpty else { throw .missing("'\(keyword.rawValue)'") }
    return try erasing(lines, of: subject)
  }

  private func erasing(
    _ old: [Statement], of subject: Subject
  ) throws(EditError) -> Change {
    try checkLines(of: subject, without: old, with: [])
    var patches = LinePatches()
    for statement in old {
      patches.remove(wholeLine(at: statement.range.lowerBound))
    }
    return try checked(patches.change(of: self))
  }

  private func changing(
    _ old: Statement, to phrase: Phrase, of subject: Subject
  ) throws(EditError) -> Change {
    try checkLines(
      of: subject, without: [old], with: [phrase.keyword.line(phrase.words)])
    return try rewriting(old, as: phrase)
  }

  /// What a statement belongs to; `nil` where that is nothing.
  func subject(of statement: Statement) -> Subject? {
    switch statement.kind {
    case .file: return .head
    case .objective: return .thing(.objective(statement.index))
    case .keyResult: return .thing(.keyResult(statement.index))
    case .kpi: return .thing(.kpi(statement.index))
    case .meeting: return .meeting(statement.index)
    case .nothing: return nil
    }
  }

  /// The id that an opener gives, as its line says.
  private func id(ofOpener old: Statement) throws(EditError) -> ID? {
    try Phrase(reading: decoded(bytes[old.range]), in: old.place).id
  }
}

extension Keyword {
  /// A line that begins with it.
  func line(_ words: String) -> String {
    words.isEmpty ? rawValue : "\(rawValue) \(words)"
  }
}

extension Phrase {
  fileprivate func isLimit(_ old: Statement) -> Bool {
    keyword == .limit && old.keyword == .limit
  }
}

// MARK: - Rewriting a line

extension Document {
  /// Replaces those words of a statement that differ; blanks and the spelling of
  /// all others stay.
  func rewriting(
    _ old: Statement, as phrase: Phrase
  ) throws(EditError) -> Change {
    let text = phrase.keyword.line(phrase.words)
    var patch = difference(from: old.range, to: text)
    let line = text.utf8.isEmpty ? [] : applying(patch, within: old.range)
    let isRight =
      (try? Phrase(reading: decoded(line[...]), in: old.place)) == phrase
    if !isRight { patch = wholeLine(old, text) }
    return try checked(Change([patch], of: bytes))
  }

  /// Everything behind the keyword and its blanks; the keyword as well, where
  /// that changes.
  private func wholeLine(_ old: Statement, _ text: String) -> Patch {
    var cursor = Cursor(
      bytes: bytes, position: old.range.lowerBound, end: old.range.upperBound)
    let words = text.utf8.drop { !isBlank($0) }.drop(while: isBlank)
    guard let keyword = cursor.word(), cursor.next != nil, !words.isEmpty,
      text.utf8.starts(with: bytes[keyword] + [32])
    else { return Patch(range: old.range, replacement: Array(text.utf8)) }
    cursor.skipBlanks()
    return Patch(
      range: cursor.position..<old.range.upperBound, replacement: Array(words))
  }

  /// The words between those that are the same at the beginning and at the end.
  func difference(from range: Range<Int>, to text: String) -> Patch {
    let new = Array(text.utf8)
    let oldWords = tokens(of: bytes, in: range)
    let newWords = tokens(of: new, in: 0..<new.count)
    let limit = min(oldWords.count, newWords.count)
    var head = 0
    while head < limit,
      bytes[oldWords[head]].elementsEqual(new[newWords[head]])
    {
      head += 1
    }
    var tail = 0
    while tail < limit - head,
      bytes[oldWords[oldWords.count - 1 - tail]]
        .elementsEqual(new[newWords[newWords.count - 1 - tail]])
    {
      tail += 1
    }
    return between(
      oldWords, range, newWords, new, head: head, tail: tail)
  }

  private func between(
    _ oldWords: [Range<Int>], _ range: Range<Int>, _ newWords: [Range<Int>],
    _ new: [UInt8], head: Int, tail: Int
  ) -> Patch {
    let oldMiddle = oldWords[head..<(oldWords.count - tail)]
    let newMiddle = newWords[head..<(newWords.count - tail)]
    if let first = oldMiddle.first, let last = oldMiddle.last,
      let start = newMiddle.first, let end = newMiddle.last
    {
      return Patch(
        range: first.lowerBound..<last.upperBound,
        replacement: Array(new[start.lowerBound..<end.upperBound]))
    }
    let before = head > 0 ? oldWords[head - 1].upperBound : range.lowerBound
    if let last = oldMiddle.last {
      // Words less: they go with the blanks in front of them.
      return Patch(range: before..<last.upperBound, replacement: [])
    }
    guard let start = newMiddle.first, let end = newMiddle.last else {
      return Patch(range: before..<before, replacement: [])
    }
    return Patch(
      range: before..<before,
      replacement: [32] + new[start.lowerBound..<end.upperBound])
  }

  private func applying(_ patch: Patch, within range: Range<Int>) -> [UInt8] {
    Array(bytes[range.lowerBound..<patch.range.lowerBound])
      + patch.replacement
      + Array(bytes[patch.range.upperBound..<range.upperBound])
  }
}

/// The words of a range, a box and a person in quotes being one.
private func tokens(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
  var cursor = Cursor(
    bytes: bytes, position: range.lowerBound, end: range.upperBound)
  var tokens: [Range<Int>] = []
  while let word = cursor.peekWord() {
    if let (_, after) = cursor.person() {
      tokens.append(word.lowerBound..<after.position)
      cursor = after
    } else if word.count <= 2, bytes[word.lowerBound] == UInt8(ascii: "["),
      let close = bytes[word.lowerBound..<range.upperBound]
        .firstIndex(of: UInt8(ascii: "]"))
    {
      tokens.append(word.lowerBound..<(close + 1))
      cursor.position = close + 1
    } else {
      tokens.append(word)
      _ = cursor.word()
    }
  }
  return tokens
}
