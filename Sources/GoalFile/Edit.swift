import Goals

/// A change of a board.
package enum Edit: Hashable, Sendable {
  /// A new check-in or reading.
  case checkIn(CheckIn, on: Thing)
}

/// Why an edit was not made; the document is as it was.
package enum EditError: Error, Hashable, CustomStringConvertible {
  /// What was entered would be read as something else.
  case unsafe(String)

  package var description: String {
    switch self {
    case .unsafe(let text): return "\(quoted(text)) can not stand in a board"
    }
  }
}

extension Document {
  /// This document with an edit made: only the lines that it is about differ.
  package func applying(_ edit: Edit) throws(EditError) -> Document {
    Document(try change(for: edit).applied(to: bytes))
  }

  /// What the edit changes in the file.
  package func change(for edit: Edit) throws(EditError) -> Change {
    switch edit {
    case .checkIn(let checkIn, let thing):
      return Change([try insertion(of: checkIn, on: thing)], of: bytes)
    }
  }
}

// MARK: - Check-ins

extension Document {
  /// A new line, in the order of dates among the thing's own readings, that
  /// looks like its neighbour.
  private func insertion(
    of checkIn: CheckIn, on thing: Thing
  ) throws(EditError) -> Patch {
    let block = block(of: thing)
    let rows = board.rows(of: thing).filter {
      (block.start..<block.end).contains(Int(board.readings.offsets[$0]))
    }
    let before = rows.last {
      board.readings.moments[$0] >> 2 <= checkIn.moment.seconds
    }
    let neighbour = (before ?? rows.first).map {
      Int(board.readings.offsets[$0])
    }
    let line = try line(of: checkIn, like: neighbour, in: block)
    if let neighbour, before == nil {
      return Patch(
        range: neighbour..<neighbour,
        replacement: line + lineEnd(ofLineAt: neighbour))
    }
    let place = neighbour.map { endOfLine(at: $0) } ?? block.end
    let ending = lineEnd(ofLineAt: max(block.start, place - 1))
    let hasEnd = place > 0 && bytes[place - 1] == 10
    return Patch(
      range: place..<place, replacement: hasEnd ? line + ending : ending + line)
  }

  private func block(of thing: Thing) -> Block {
    switch thing {
    case .objective(let index): return objectiveBlocks[index]
    case .keyResult(let index): return keyResultBlocks[index]
    case .kpi(let index): return kpiBlocks[index]
    }
  }

  /// The line of a check-in without its end, indented and spaced like
  /// `neighbour`, another reading of the same thing.
  private func line(
    of checkIn: CheckIn, like neighbour: Int?, in block: Block
  ) throws(EditError) -> [UInt8] {
    let layout = neighbour.map {
      Layout(of: bytes, at: $0, end: endOfLine(at: $0))
    }
    let indentation = layout?.indentation ?? self.indentation(inside: block)
    var words = [checkIn.moment.description, checkIn.valueText ?? "-"]
    if let confidence = checkIn.confidence { words.append("\(confidence)/10") }
    if let status = checkIn.status { words.append(status.rawValue) }
    if let person = checkIn.person {
      words.append(person.contains(" ") ? "@\"\(person)\"" : "@\(person)")
    }
    if let note = checkIn.note {
      if note.beginsLikeWord { words.append("--") }
      words.append(note)
    }
    let text = (layout ?? Layout()).line(words)
    guard !text.contains(where: { $0.isNewline }) else { throw .unsafe(text) }
    return indentation + Array(text.utf8)
  }

  /// The indentation of the last line of a block, or, where its opener stands
  /// alone, two blanks more than that.
  private func indentation(inside block: Block) -> [UInt8] {
    let opener = Layout(
      of: bytes, at: block.start, end: endOfLine(at: block.start))
    var last = block.start
    var next = endOfLine(at: block.start)
    while next < block.end {
      last = next
      next = endOfLine(at: next)
    }
    guard last > block.start else {
      let isTab = opener.indentation.last == 9
      return opener.indentation + (isTab ? [9] : [32, 32])
    }
    return Layout(of: bytes, at: last, end: endOfLine(at: last)).indentation
  }

  /// Behind the line at `offset`, its end included.
  private func endOfLine(at offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != 10 { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// How the line at `offset` ends; where it has no end, the line before it.
  private func lineEnd(ofLineAt offset: Int) -> [UInt8] {
    var end = endOfLine(at: offset)
    if end > 0, bytes[end - 1] != 10 {
      while end > 0, bytes[end - 1] != 10 { end -= 1 }
    }
    return end > 1 && bytes[end - 2] == 13 ? [13, 10] : [10]
  }
}

/// How a reading is laid out: its indentation, and how wide its words and the
/// blanks between them are.
private struct Layout {
  var indentation: [UInt8] = []
  private var gap = 2
  private var widths: [Int] = []

  init() {}

  init(of bytes: [UInt8], at start: Int, end: Int) {
    var last = end
    while last > start, bytes[last - 1] == 10 || bytes[last - 1] == 13 {
      last -= 1
    }
    var cursor = Cursor(bytes: bytes, position: start, end: last)
    cursor.skipBlanks()
    indentation = Array(bytes[start..<cursor.position])
    var before: Int?
    while let word = cursor.word(), widths.count < 3 {
      if let before, widths.count == 1 { gap = word.lowerBound - before }
      widths.append(decoded(bytes[word]).count)
      before = word.upperBound
    }
  }

  /// The words, each filled up to the width of its neighbour's where another
  /// one follows.
  func line(_ words: [String]) -> String {
    var line = ""
    for (index, word) in words.enumerated() {
      line += word
      guard index + 1 < words.count else { break }
      let isDateOrValue = index < 2 && widths.count > index + 1
      let width = isDateOrValue ? widths[index] : 0
      line += String(repeating: " ", count: max(0, width - word.count) + gap)
    }
    return line
  }
}

extension String {
  /// Whether a note that begins so would be read as a word in front of it.
  fileprivate var beginsLikeWord: Bool {
    guard let word = split(separator: " ", maxSplits: 1).first else {
      return false
    }
    return word == "--" || word.hasPrefix("@") || word.hasSuffix("/10")
      || DeclaredStatus(rawValue: String(word)) != nil
  }
}
