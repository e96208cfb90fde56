extension Objective {
  /// Reads one of the lines that only an objective has.
  mutating func read(_ keyword: String, _ words: Words, line: Int) {
    var words = words
    switch keyword {
    case "with":
      contributors = contributors ?? people(words)
    case "kind":
      kind = kind ?? words.text
    case "supports":
      guard let id = words.reference() else { return }
      supports.append((Reference(id), line))
    default: return
    }
  }
}

extension KeyResult {
  /// Reads one of the lines that only a key result has.
  mutating func read(_ keyword: String, _ words: Words) {
    var words = words
    switch keyword {
    case "from":
      guard let from = words.take(number), words.takes("to"),
        let to = words.take(number)
      else { return }
      measure = measure ?? .way(from: from, to: to, unit: words.text)
    case "keep":
      guard let keep = keep(words) else { return }
      measure = measure ?? keep
    case "milestone":
      guard let tick = words.box() else { return }
      let due = words.take { Moment($0) }
      add(Milestone(tick: tick, due: due, text: words.text))
    case "measured":
      guard words.takes("by"), let id = words.reference() else { return }
      kpi = kpi ?? Reference(id)
    case "plan":
      guard let moment = words.take({ Moment($0) }),
        let value = words.take(number)
      else { return }
      plan.append((moment.day, value))
    case "moved":
      guard let move = move(words) else { return }
      moves.append(move)
    case "start":
      start = start ?? words.take { Moment($0) }?.day
    case "due":
      due = due ?? words.take { Moment($0) }?.day
    default: return
    }
  }

  private mutating func add(_ milestone: Milestone) {
    switch measure {
    case .none: measure = .milestones([milestone])
    case .milestones(let earlier):
      measure = .milestones(earlier + [milestone])
    case .way, .keep: return
    }
  }

  private func keep(_ words: Words) -> Measure? {
    var words = words
    var range = Range()
    switch words.word() {
    case "above":
      range.from = words.take(number)
      guard range.from != nil else { return nil }
    case "below":
      range.to = words.take(number)
      guard range.to != nil else { return nil }
    case "between":
      range.from = words.take(number)
      guard words.takes("and"), range.from != nil else { return nil }
      range.to = words.take(number)
      guard range.to != nil else { return nil }
    default: return nil
    }
    return .keep(range, unit: words.text)
  }

  private func move(_ words: Words) -> Move? {
    var words = words
    guard let moment = words.take({ Moment($0) }) else { return nil }
    var from: Double?
    if words.takes("from") {
      from = words.take(number)
      guard from != nil else { return nil }
    }
    guard words.takes("to"), let to = words.take(number) else { return nil }
    return Move(moment: moment, from: from, to: to)
  }
}

extension KPI {
  /// Reads one of the lines that only a KPI has.
  mutating func read(_ keyword: String, _ words: Words) {
    var words = words
    switch keyword {
    case "unit":
      unit = unit ?? words.text
    case "healthy":
      healthy = healthy ?? range(words)
    case "tolerable":
      tolerable = tolerable ?? range(words)
    case "total":
      guard total == nil, let kind = words.word() else { return }
      let per = words.takes("per") ? Duration(words.text ?? "") : nil
      total = Total(kind: kind, per: per)
    case "target":
      guard target == nil, let value = words.take(number) else { return }
      target = (value, words.takes("by") ? words.take { Moment($0) } : nil)
    case "guards":
      guard let id = words.reference() else { return }
      guards.append(Reference(id))
    case "accept":
      guard let first = words.take({ Moment($0) }), words.takes("until"),
        let last = words.take({ Moment($0) }), words.takes("at"),
        let value = words.take(number)
      else { return }
      accepted.append(
        Acceptance(first: first, last: last.day, value: value))
    default: return
    }
  }

  private func range(_ words: Words) -> Range? {
    var words = words
    let from = words.take(number)
    guard words.takes("..") else { return nil }
    let to = words.take(number)
    guard from != nil || to != nil, words.text == nil else { return nil }
    if let from, let to, from > to { return nil }
    return Range(from: from, to: to)
  }
}

extension Meeting {
  /// Reads a line of a meeting.
  mutating func read(_ keyword: String, _ words: Words) {
    var words = words
    switch keyword {
    case "decision": decisions += [words.text].compactMap { $0 }
    case "blocker": blockers += [words.text].compactMap { $0 }
    case "parked": parked += [words.text].compactMap { $0 }
    case "action": actions += [action(words)].compactMap { $0 }
    case "next": next = next ?? words.take { Moment($0) }
    default: return
    }
  }
}

/// Reads what follows `action`.
func action(_ words: Words) -> Action? {
  var words = words
  guard let tick = words.box() else { return nil }
  let due = words.take { Moment($0) }
  let who = words.person()
  return Action(tick: tick, due: due, who: who, text: words.text)
}

/// Reads names up to the commas, with or without `@`.
func people(_ words: Words) -> [String] {
  var names: [String] = []
  for part in (words.text ?? "").split(separator: ",") {
    var words = Words(String(part))
    guard let text = words.text else { continue }
    let scalars = text.unicodeScalars
    if scalars.starts(with: "@\"".unicodeScalars) {
      names.append(words.person() ?? text)
    } else {
      names.append(
        scalars.first == "@" ? String(scalars.dropFirst()) : text)
    }
  }
  return names
}

/// Reads a meeting's title and the people after it.
func titleAndPeople(_ words: Words) -> (title: String?, people: [String]) {
  guard let text = words.text else { return (nil, []) }
  let scalars = Array(text.unicodeScalars)
  // The first place from where on there are only people.
  for place in scalars.indices where scalars[place] == "@" {
    if place > 0, scalars[place - 1] != " ", scalars[place - 1] != "\t" {
      continue
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[place...])
    var tail = Words(String(view))
    var people: [String] = []
    while let person = tail.person() { people.append(person) }
    guard tail.text == nil else { continue }
    var head = String.UnicodeScalarView()
    head.append(contentsOf: scalars[..<place])
    return (Words(String(head)).text, people)
  }
  return (text, [])
}

/// Reads a date, a value and the words after it.
func entry(_ words: Words, line: Int) -> Entry? {
  var words = words
  guard let moment = words.take({ Moment($0) }), let word = words.word()
  else { return nil }
  var entry = Entry(moment: moment, line: line)
  if word != "-" {
    guard let value = number(word) else { return nil }
    entry.value = value
  }
  var hasPerson = false
  while words.text != nil {
    if entry.confidence == nil, let given = words.take(confidence) {
      entry.confidence = given
    } else if entry.status == nil, let given = words.take(declaredStatus) {
      entry.status = given
    } else if !hasPerson, words.person() != nil {
      hasPerson = true
    } else {
      break
    }
  }
  return entry
}
