import Goals

/// One reading as a person or a script gives it, to be added by name at the end
/// of a board file.
package struct Recording: Hashable, Sendable {
  package var id: String
  /// As it will be written; `nil` for today.
  package var moment: String?
  package var value: String
  /// Confidence, status, person and note, as in a reading.
  package var words: String

  package init(
    id: String, moment: String? = nil, value: String, words: String = ""
  ) {
    self.id = id
    self.moment = moment
    self.value = value
    self.words = words
  }

  /// Reads `ID MOMENT VALUE WORDS`, a line without its end.
  package init(line: ArraySlice<UInt8>) throws(EntryError) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw EntryError("the line is not UTF-8 text")
    }
    var words = text.split(
      maxSplits: 3, whereSeparator: { $0 == " " || $0 == "\t" }
    )[...]
    guard let id = words.popFirst(), let moment = words.popFirst(),
      let value = words.popFirst()
    else {
      throw EntryError("a line is an id, a date, a value, and perhaps words")
    }
    self.init(
      id: String(id), moment: String(moment), value: String(value),
      words: words.first.map(String.init) ?? "")
  }
}

/// Why nothing was recorded.
package struct RecordingError: Error, Hashable, Sendable {
  /// In the order of the readings.
  package let faults: [Fault]

  /// What is wrong with one of the readings, counted from 0.
  package struct Fault: Hashable, Sendable {
    package let index: Int
    package let reason: EntryError

    package init(index: Int, reason: EntryError) {
      self.index = index
      self.reason = reason
    }
  }
}

extension Document {
  /// The lines that add readings at the end of the file, each with its end, and
  /// before them the end that the file's last line lacks.
  ///
  /// A reading without a moment is of today; with the time of `now` where its
  /// thing has a reading today already, so that none replaces another. Where
  /// one of them would not be read as it is meant, none is written.
  package func lines(
    recording recordings: [Recording], at now: Now
  ) throws(RecordingError) -> [UInt8] {
    let ending = lastLineEnd
    var added =
      bytes.last.map { $0 == 10 ? [] : $0 == 13 ? [10] : ending } ?? []
    var starts: [Int?] = []
    var faults: [RecordingError.Fault] = []
    for (index, recording) in recordings.enumerated() {
      do throws(EntryError) {
        let line = try line(of: recording, at: now)
        starts.append(bytes.count + added.count)
        added += Array(line.utf8) + ending
      } catch {
        starts.append(nil)
        faults.append(.init(index: index, reason: error))
      }
    }
    faults += complaints(about: added, startingAt: starts)
    guard faults.isEmpty else { throw RecordingError(faults: faults) }
    return added
  }

  private func line(
    of recording: Recording, at now: Now
  ) throws(EntryError) -> String {
    for text in [recording.id, recording.moment ?? "", recording.value] {
      guard !text.unicodeScalars.contains(where: { $0 == " " || $0 == "\t" })
      else { throw EntryError("\(quoted(text)) is more than one word") }
    }
    guard let thing = thing(named: recording.id) else {
      throw EntryError("there is nothing with the id \(quoted(recording.id))")
    }
    let moment =
      recording.moment ?? board.freeMoment(for: thing, at: now).description
    var line = "reading [\(recording.id)] \(moment) \(recording.value)"
    if !recording.words.isEmpty { line += "  " + recording.words }
    guard !line.unicodeScalars.contains(where: breaksLines) else {
      throw EntryError("a line break or control character can not be entered")
    }
    if recording.value != "-", let lack = board.lackOfNumber(of: thing) {
      throw EntryError(lack)
    }
    return line
  }

  private func thing(named name: String) -> Thing? {
    board.things[ID(name)]
  }

  /// What the parser has against lines at the end of the file.
  private func complaints(
    about added: [UInt8], startingAt starts: [Int?]
  ) -> [RecordingError.Fault] {
    // A line that was refused already is not among those added.
    let lines = starts.enumerated().compactMap { index, start in
      start.map { (index: index, start: $0) }
    }
    var faults: [RecordingError.Fault] = []
    for diagnostic in Document(bytes + added).diagnostics {
      let place = diagnostic.range.lowerBound
      let end = partition(lines.indices) { lines[$0].start > place }
      guard end > 0 else { continue }
      let reason = EntryError("\(diagnostic.message); \(diagnostic.remedy)")
      faults.append(.init(index: lines[end - 1].index, reason: reason))
    }
    return faults
  }

  /// How the last line that has an end ends; LF where none has.
  private var lastLineEnd: [UInt8] {
    guard let end = bytes.lastIndex(of: 10), end > 0, bytes[end - 1] == 13
    else { return [10] }
    return [13, 10]
  }
}

extension Board {
  /// Today, or the first time from now on at which a thing has no reading.
  fileprivate func freeMoment(for thing: Thing, at now: Now) -> Moment {
    let rows = rows(of: thing)
    let today = Moment(now.today)
    let count = readings.end(of: rows, where: today.seconds + 86_399)
    guard readings.end(of: rows, where: today.seconds - 1) < count else {
      return today
    }
    let time = now.moment.secondOfDay
    var second = time / 60 * 60
    if isTaken(second, today, rows) { second = max(time, second + 1) }
    while isTaken(second, today, rows), second < 86_399 { second += 1 }
    return Moment(
      now.today, second: second,
      precision: second % 60 == 0 ? .minute : .second)
  }

  private func isTaken(
    _ second: Int, _ day: Moment, _ rows: Range<Int>
  ) -> Bool {
    let moment = day.seconds + second
    return readings.end(of: rows, where: moment)
      > readings.end(of: rows, where: moment - 1)
  }
}
