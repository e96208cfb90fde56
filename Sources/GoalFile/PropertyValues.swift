import Goals

// What properties are made of.

extension Parser {
  /// A duration to the end of the line.
  func period(_ cursor: inout Cursor) throws(Complaint) -> Period {
    let period = try duration(&cursor)
    try end(&cursor)
    return period
  }

  func owner(_ cursor: inout Cursor) throws(Complaint) -> String {
    let name = try name(&cursor)
    guard cursor.isAtEnd else {
      throw Complaint(
        .unexpected, "a second owner: one person answers for it",
        "name the others with 'with', in the objective",
        at: cursor.position..<cursor.end)
    }
    return name
  }

  /// Names with commas between them.
  func names(_ cursor: inout Cursor) throws(Complaint) -> [String] {
    var names = [try name(&cursor)]
    while !cursor.isAtEnd {
      cursor.position += 1
      names.append(try name(&cursor))
    }
    return names
  }

  func choice<Choice: RawRepresentable<String>>(
    _ cursor: inout Cursor, _ choices: [Choice]
  ) throws(Complaint) -> Choice {
    let words = choices.map(\.rawValue)
    let remedy =
      "write \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")"
    guard let word = cursor.word() else {
      throw missing("a word", remedy, cursor)
    }
    let text = decoded(bytes[word].prefix(20))
    guard let choice = Choice(rawValue: text) else {
      throw Complaint(
        .badWord, "unknown word \(quoted(decoded(bytes[word])))", remedy,
        at: word)
    }
    try end(&cursor)
    return choice
  }

  func weight(_ cursor: inout Cursor) throws(Complaint) -> Double {
    let place = cursor.peekWord() ?? cursor.missingPlace
    let weight = try number(&cursor)
    guard weight >= 0 else {
      throw Complaint(
        .badNumber, "a weight below 0", "write 0 or more", at: place)
    }
    try end(&cursor)
    return weight
  }

  /// `BOX DATE @WHO TEXT`.
  func action(_ cursor: inout Cursor) throws(Complaint) -> Action {
    let box = try box(&cursor)
    let due = try dateIfAny(&cursor)
    var person: String?
    if let (name, after) = cursor.person() {
      person = decoded(bytes[name])
      cursor = after
    }
    return Action(
      box: box, due: due, person: person,
      text: try text(&cursor, "what is to be done"), line: line)
  }

  /// `DATE SCORE [keep|change|drop] TEXT`.
  func closing(_ cursor: inout Cursor) throws(Complaint) -> Closing {
    let moment = try date(&cursor)
    let place = cursor.peekWord() ?? cursor.missingPlace
    let score = try number(&cursor)
    guard (0...1).contains(score) else {
      throw Complaint(
        .badNumber,
        "\(quoted(decoded(bytes[place]))) is not a score from 0.0 to 1.0",
        "write it from 0.0 to 1.0", at: place)
    }
    var next: Closing.Next?
    if let word = cursor.peekWord(), word.count <= 6,
      let choice = Closing.Next(rawValue: decoded(bytes[word]))
    {
      next = choice
      _ = cursor.word()
    }
    return Closing(
      moment: moment, score: score, next: next,
      note: decoded(bytes[cursor.rest()]), line: line)
  }

  /// `last`, `sum`, `mean`, `min` or `max`, and `per DURATION`; at least one.
  func total(
    _ cursor: inout Cursor
  ) throws(Complaint) -> (KPI.Total, Period?) {
    let remedy = "write last, sum, mean, min or max, and perhaps 'per week'"
    guard let word = cursor.peekWord() else {
      throw missing("a word", remedy, cursor)
    }
    var total = KPI.Total.last
    if !cursor.matches(word, "per") {
      _ = cursor.word()
      guard word.count <= 4,
        let choice = KPI.Total(rawValue: decoded(bytes[word]))
      else {
        throw Complaint(
          .badWord, "unknown word \(quoted(decoded(bytes[word])))", remedy,
          at: word)
      }
      total = choice
    }
    guard !cursor.isAtEnd else { return (total, nil) }
    try expect("per", &cursor, "total sum per week")
    return (total, try period(&cursor))
  }

  /// `N` or `N by DATE`.
  func target(_ cursor: inout Cursor) throws(Complaint) -> KPI.Target {
    let value = try number(&cursor)
    guard cursor.peekWord() != nil else {
      return KPI.Target(value: value, by: nil)
    }
    try expect("by", &cursor, "target 400 by 2026-12-31")
    let by = try date(&cursor)
    try end(&cursor)
    return KPI.Target(value: value, by: by)
  }

  /// `DATE until DATE at N REASON`.
  mutating func acceptance(
    _ cursor: inout Cursor
  ) throws(Complaint) -> KPI.Acceptance {
    let form = "accept 2026-10-01 until 2026-12-31 at 5 REASON"
    let place = cursor.peekWord() ?? cursor.missingPlace
    let from = try date(&cursor)
    try expect("until", &cursor, form)
    let until = try date(&cursor)
    guard from.day <= until.day else {
      throw Complaint(
        .wrongOrder, "it ends before it begins", "put the first day first",
        at: place.lowerBound..<cursor.position)
    }
    try expect("at", &cursor, form)
    let value = try number(&cursor)
    return KPI.Acceptance(
      from: from, until: until, value: value, reason: reason(&cursor),
      line: line)
  }

  /// What is left of the line, which says why; with a warning where nothing is.
  mutating func reason(_ cursor: inout Cursor) -> String {
    let reason = cursor.rest()
    if reason.isEmpty {
      complain(
        .noReason, cursor.missingPlace, "the reason is missing",
        "say why, so that nobody has to ask later")
    }
    return decoded(bytes[reason])
  }
}
