import Goals

// Edits of check-ins and readings.

extension Document {
  /// A new line, in the order of dates among the thing's own readings, that
  /// looks like its neighbour.
  func insertion(
    of checkIn: CheckIn, on thing: Thing
  ) throws(EditError) -> Change {
    let subject = Subject.thing(thing)
    guard has(subject) else { throw .missing("such block") }
    let neighbour = neighbour(
      ofReadingAt: checkIn.moment, of: thing, except: [])
    let place =
      neighbour ?? self.neighbour(of: .reading, in: subject)
    let layout = neighbour.map {
      ReadingLayout(of: bytes, at: line(at: $0.start))
    }
    let text = (layout ?? ReadingLayout()).line(checkIn.words)
    try check(reading: text, says: checkIn, in: subject.kind)
    let indentation =
      layout?.indentation ?? self.indentation(beside: place, in: subject)
    return try checked(
      insertion(ofLine: indentation + Array(text.utf8), beside: place))
  }

  /// Makes a reading another one.
  func changing(
    row: Int, of thing: Thing, to checkIn: CheckIn
  ) throws(EditError) -> Change {
    let lines = try lines(ofRow: row, of: thing)
    guard let start = lines.last else { throw .missing("reading") }
    let moment = board.readings.moment(at: row)
    if checkIn.moment != moment {
      let isTaken = board.rows(of: thing).contains {
        board.readings.moment(at: $0) == checkIn.moment
      }
      guard !isTaken else {
        throw .invalid("there is a reading of \(checkIn.moment) already")
      }
    }
    let patch = try rewriting(readingAt: start, of: thing, as: checkIn)
    let place = neighbour(
      ofReadingAt: checkIn.moment, of: thing, except: Set(lines))
    if lines.count == 1, isInPlace(start, beside: place) {
      return try checked(Change([patch], of: bytes))
    }
    return try checked(
      moving(lines, patch, to: isInPlace(start, beside: place) ? nil : place))
  }

  /// Takes out all lines that speak of one moment.
  func removing(row: Int, of thing: Thing) throws(EditError) -> Change {
    var patches = LinePatches()
    for start in try lines(ofRow: row, of: thing) {
      patches.remove(start..<endOfLine(at: start))
    }
    return try checked(patches.change(of: self))
  }

  /// The last of `lines`, changed by `patch`, at another place or where it is,
  /// and all others out.
  private func moving(
    _ lines: [Int], _ patch: Patch, to place: Neighbour?
  ) -> Change {
    var patches = LinePatches()
    for start in lines { patches.remove(start..<endOfLine(at: start)) }
    guard let start = lines.last else { return patches.change(of: self) }
    let old = line(at: start)
    let ending = lineEnd(ofLineAt: start)
    let line =
      Array(bytes[old.lowerBound..<patch.range.lowerBound])
      + patch.replacement
      + Array(bytes[patch.range.upperBound..<old.upperBound]) + ending
    var offset = start
    if let place {
      offset = place.side == .above ? place.start : endOfLine(at: place.start)
    }
    patches.insert(line, at: offset)
    return patches.change(of: self)
  }

  /// The lines that speak of the moment of a row, by where they begin.
  func lines(
    ofRow row: Int, of thing: Thing
  ) throws(EditError) -> [Int] {
    let subject = Subject.thing(thing)
    guard has(subject), board.rows(of: thing).contains(row) else {
      throw .missing("reading")
    }
    let second = board.readings.moments[row] >> 2
    let block = block(of: subject)
    let id = board.id(of: thing)
    var lines: Set<Int> = []
    for other in board.readings.moments.indices
    where board.readings.moments[other] >> 2 == second {
      let start = Int(board.readings.offsets[other])
      let isOwn =
        (block.start..<block.end).contains(start) && isOwnReading(at: start)
      if isOwn || (id != nil && idOfReading(at: start) == id) {
        lines.insert(start)
      }
    }
    return lines.sorted()
  }

  /// The id in a line that gives a reading by name.
  func idOfReading(at start: Int) -> ID? {
    let words = words(in: line(at: start)).prefix(2)
    guard words.first == Keyword.reading.rawValue, let word = words.last,
      word.hasPrefix("["), word.hasSuffix("]")
    else { return nil }
    return ID(String(word.dropFirst().dropLast()))
  }
}

// MARK: - Places

extension Document {
  /// The own reading that one of `moment` is put beside, in the order of dates.
  private func neighbour(
    ofReadingAt moment: Moment, of thing: Thing, except lines: Set<Int>
  ) -> Neighbour? {
    let block = block(of: .thing(thing))
    let rows = board.rows(of: thing)
    func isOwn(_ row: Int) -> Bool {
      let start = Int(board.readings.offsets[row])
      return (block.start..<block.end).contains(start)
        && isOwnReading(at: start) && !lines.contains(start)
    }
    let end = board.readings.end(of: rows, where: moment.seconds)
    let before = (rows.lowerBound..<end).last(where: isOwn)
    let row = before ?? rows.first(where: isOwn)
    return row.map {
      Neighbour(
        start: Int(board.readings.offsets[$0]),
        side: before == nil ? .above : .below)
    }
  }

  /// Whether a reading stands beside its neighbour already, or has none; one
  /// that is given by name stands where it stands.
  private func isInPlace(_ start: Int, beside place: Neighbour?) -> Bool {
    guard let place, isOwnReading(at: start) else { return true }
    return place.side == .above
      ? endOfLine(at: start) == place.start
      : endOfLine(at: place.start) == start
  }
}

// MARK: - Rewriting a line

extension Document {
  /// Replaces those words of a reading that differ; the columns behind them
  /// stay where they can.
  private func rewriting(
    readingAt start: Int, of thing: Thing, as checkIn: CheckIn
  ) throws(EditError) -> Patch {
    let line = line(at: start)
    let indentation = indentation(ofLineAt: start).count
    var range = (line.lowerBound + indentation)..<line.upperBound
    while let last = range.last, isBlank(bytes[last]) { range.removeLast() }
    if !isOwnReading(at: start) {
      var cursor = Cursor(
        bytes: bytes, position: range.lowerBound, end: range.upperBound)
      _ = cursor.word()
      _ = cursor.word()
      cursor.skipBlanks()
      range = cursor.position..<range.upperBound
    }
    let kind = Subject.thing(thing).kind
    let text = checkIn.words.joined(separator: " ")
    try check(reading: text, says: checkIn, in: kind)
    let patch = keepingColumns(difference(from: range, to: text), in: range)
    let result =
      Array(bytes[range.lowerBound..<patch.range.lowerBound])
      + patch.replacement
      + Array(bytes[patch.range.upperBound..<range.upperBound])
    if let words = String(validating: result, as: UTF8.self),
      (try? check(reading: words, says: checkIn, in: kind)) != nil
    {
      return patch
    }
    let layout = ReadingLayout(of: bytes, at: range)
    return Patch(
      range: range, replacement: Array(layout.line(checkIn.words).utf8))
  }

  /// Takes blanks behind a word that became longer, or adds some behind one
  /// that became shorter, where columns are set by more than one blank.
  private func keepingColumns(_ patch: Patch, in range: Range<Int>) -> Patch {
    var end = patch.range.upperBound
    while end < range.upperBound, bytes[end] == 32 { end += 1 }
    let gap = end - patch.range.upperBound
    guard gap > 1, end < range.upperBound, !patch.range.isEmpty,
      !patch.replacement.isEmpty
    else { return patch }
    let growth =
      decoded(patch.replacement[...]).count - decoded(bytes[patch.range]).count
    let blanks = max(2, gap - growth)
    return Patch(
      range: patch.range.lowerBound..<end,
      replacement: patch.replacement + Array(repeating: 32, count: blanks))
  }

  /// Throws where a line would not be read as that check-in and nothing else.
  private func check(
    reading text: String, says checkIn: CheckIn, in kind: Block.Kind
  ) throws(EditError) {
    guard !text.unicodeScalars.contains(where: breaksLines) else {
      throw .notText
    }
    if let value = checkIn.valueText, value.utf8.contains(where: isBlank) {
      throw .misread(value)
    }
    let document = Document(Array((Phrase.stage(for: kind) + text).utf8))
    if let error = document.diagnostics.first(where: { $0.severity == .error })
    {
      throw .invalid(error.message)
    }
    let readings = document.board.readings
    guard readings.moments.count == 1,
      readings.moment(at: 0) == checkIn.moment,
      (readings.value(at: 0) == nil) == (checkIn.valueText == nil)
    else { throw .misread(text) }
    let words = readings.words(at: 0) ?? Readings.Words()
    guard Int(words.confidence) == checkIn.confidence ?? -1,
      words.status == checkIn.status,
      words.person.map(document.board.text) ?? "" == checkIn.person ?? "",
      words.note.map(document.board.text) ?? "" == checkIn.note ?? ""
    else { throw .misread(text) }
  }
}
