import Goals

/// What somebody enters for a key result, a KPI or an objective: a number, how
/// sure they are, and why.
package struct CheckIn: Hashable, Sendable {
  /// When; as it will be written.
  package var moment: Moment
  /// The number as it was typed, `nil` where there is nothing new to measure.
  package var valueText: String?
  package var value: Double?
  /// From 0 to 10.
  package var confidence: Int?
  package var status: DeclaredStatus?
  package var person: String?
  package var note: String?

  package init(moment: Moment) {
    self.moment = moment
  }
}

/// What is wrong with what was typed; nothing was changed.
package struct EntryError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, in words: `'abc' is not a number`.
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

extension CheckIn {
  /// Reads what was typed.
  ///
  /// That is perhaps a date, the value, then confidence, status and person in
  /// any order, and the note. The date may be a day that was, as people say it:
  /// `fri`, `yesterday`, `20 Nov`.
  ///
  /// `41 7 second survey` is the value 41, the confidence 7/10 and a note. `-`
  /// stands for a value where there is nothing new to measure; things without a
  /// number of their own take none. `--` begins the note.
  package init(
    typed text: String, on thing: Thing, in board: Board, at now: Now
  ) throws(EntryError) {
    guard !text.unicodeScalars.contains(where: breaksLines) else {
      throw EntryError("a line break or control character can not be entered")
    }
    var entry = Entry(text)
    self.init(moment: Moment(now.today))
    let typed = try entry.takeDate(now.today)
    moment = board.moment(forCheckInOn: typed ?? moment, of: thing, at: now)
    if let lack = board.lackOfNumber(of: thing) {
      try takeNoValue(&entry, lack)
    } else {
      try takeValue(&entry)
    }
    try takeWords(&entry)
    guard value != nil || confidence != nil || status != nil || note != nil
    else {
      throw EntryError("nothing was typed yet")
    }
  }

  private mutating func takeValue(_ entry: inout Entry) throws(EntryError) {
    guard let word = entry.next else {
      throw EntryError("type a number, or '-' where there is nothing new")
    }
    if word == "-" {
      entry.take()
      return
    }
    if entry.beginsWords { return }
    do throws(Complaint) {
      value = try NumberWord(Array(word.utf8)[...]).value
      valueText = String(word)
      entry.take()
    } catch {
      throw EntryError(error.message)
    }
  }

  private func takeNoValue(
    _ entry: inout Entry, _ lack: String
  ) throws(EntryError) {
    guard let word = entry.next else {
      throw EntryError("nothing was typed yet")
    }
    if word == "-" {
      entry.take()
    } else if !entry.beginsWords, entry.confidence == nil,
      (try? NumberWord(Array(word.utf8)[...])) != nil
    {
      throw EntryError("\(lack): type 0 to 10, or a note")
    }
  }

  private mutating func takeWords(_ entry: inout Entry) throws(EntryError) {
    while let word = entry.next {
      if word == "--" {
        entry.take()
        break
      }
      if confidence == nil, let number = entry.confidence {
        confidence = number
      } else if status == nil,
        let declared = DeclaredStatus(rawValue: String(word))
      {
        status = declared
      } else if person == nil, let name = entry.person {
        person = name
        entry.takePerson()
        continue
      } else if confidence == nil, looksLikeConfidence(word) {
        throw EntryError(
          word.hasSuffix("/10")
            ? "\(quoted(word)) is not a confidence from 0/10 to 10/10"
            : "\(quoted(word)) is no confidence from 0 to 10; '--' begins a note"
        )
      } else {
        break
      }
      entry.take()
    }
    note = entry.rest
  }
}

/// Whether a word is digits, or digits with a slash among them.
func looksLikeConfidence(_ word: Substring) -> Bool {
  guard let first = word.utf8.first, isDigit(first) else { return false }
  return word.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "/") }
}

/// Whether a character is a control character or ends a line somewhere.
func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control: return scalar != "\t"
  case .lineSeparator, .paragraphSeparator: return true
  default: return false
  }
}

/// The words that were typed.
private struct Entry {
  private var left: Substring

  init(_ text: String) {
    left = text[...]
    skipBlanks()
  }

  /// The next word, or `nil` at the end.
  var next: Substring? {
    left.isEmpty ? nil : left.prefix { $0 != " " && $0 != "\t" }
  }

  /// All that is left.
  var rest: String? {
    var text = left
    while let last = text.last, last == " " || last == "\t" {
      text.removeLast()
    }
    return text.isEmpty ? nil : String(text)
  }

  mutating func take() {
    left = left.dropFirst(next?.count ?? 0)
    skipBlanks()
  }

  /// A date, or a day that was, as people say it.
  mutating func takeDate(_ today: Day) throws(EntryError) -> Moment? {
    if let typed = TypedDay(left, today: today, .past) {
      left = left.dropFirst(typed.length)
      skipBlanks()
      return Moment(typed.day)
    }
    guard let word = next, DateWord.begins(Array(word.utf8)[...]) else {
      return nil
    }
    do throws(Complaint) {
      let date = try DateWord(Array(word.utf8)[...])
      take()
      return date.moment
    } catch {
      throw EntryError(error.message)
    }
  }

  /// A confidence: `7` or `7/10`.
  var confidence: Int? {
    guard let word = next else { return nil }
    let digits = word.hasSuffix("/10") ? word.dropLast(3) : word
    guard digits.utf8.count <= 2, digits.utf8.allSatisfy(isDigit),
      let number = Int(digits), number <= 10, digits == "\(number)"
    else { return nil }
    return number
  }

  /// Whether the next word can only be one that follows the value.
  var beginsWords: Bool {
    guard let word = next else { return false }
    return word == "--" || word.contains("/") && confidence != nil
      || DeclaredStatus(rawValue: String(word)) != nil || person != nil
  }

  var person: String? {
    var cursor = Cursor(
      bytes: Array(left.utf8), position: 0, end: left.utf8.count)
    cursor.skipBlanks()
    return cursor.person().map { decoded(cursor.bytes[$0.name]) }
  }

  mutating func takePerson() {
    let cursor = Cursor(
      bytes: Array(left.utf8), position: 0, end: left.utf8.count)
    guard let (_, after) = cursor.person() else { return }
    left = Substring(decoded(cursor.bytes[after.position...]))
    skipBlanks()
  }

  private mutating func skipBlanks() {
    left = left.drop { $0 == " " || $0 == "\t" }
  }
}

extension Board {
  /// Why a thing has no number of its own to be entered, or `nil` if it has.
  package func lackOfNumber(of thing: Thing) -> String? {
    switch thing {
    case .objective: return "an objective has no number"
    case .kpi: return nil
    case .keyResult(let index):
      if let id = keyResults[index].kpiID {
        return "measured by [\(id)]"
      }
      return keyResults[index].measure == .milestones
        ? "measured by milestones" : nil
    }
  }

  /// The date alone, and with hour and minute where there is a check-in on that
  /// day already.
  fileprivate func moment(
    forCheckInOn date: Moment, of thing: Thing, at now: Now
  ) -> Moment {
    guard date.precision == .day else { return date }
    let rows = rows(of: thing)
    let start = date.seconds
    let first = readings.end(of: rows, where: start - 1)
    let end = readings.end(of: rows, where: start + 86_399)
    guard first < end else { return date }
    var minute = now.moment.secondOfDay / 60
    // What is said later of another day comes after what was said on it.
    if now.moment.precision == .day || date.day != now.today {
      minute = min(readings.moment(at: end - 1).secondOfDay / 60 + 1, 1_439)
    }
    return Moment(date.day, second: minute * 60, precision: .minute)
  }
}
