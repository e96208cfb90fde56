import GoalFile
import Goals

/// A statement that is typed in the bottom line, without its keyword.
package struct Jot: Hashable, Sendable {
  /// What becomes of it.
  package enum Place: Hashable, Sendable {
    /// A new line of that keyword.
    case new(Keyword, in: Subject)
    /// Another line says that from then on.
    case instead(of: LineAddress)
  }

  package var place: Place
  package var field = TextField()

  package init(_ place: Place, _ text: String = "") {
    self.place = place
    field = TextField(text)
  }

  /// The keyword of its line; `nil` for a reading.
  var keyword: Keyword? {
    switch place {
    case .new(let keyword, _): keyword
    case .instead(.statement(let phrase, _, _)): phrase.keyword
    case .instead(.reading): nil
    }
  }

  var subject: Subject {
    switch place {
    case .new(_, let subject): subject
    case .instead(let address): address.subject
    }
  }

  /// What stands in front of it in the bottom line.
  var prompt: String {
    switch place {
    case .new(let keyword, _): "new \(keyword.title): "
    case .instead(let address): "\(address.name): "
    }
  }

  /// What can be typed, by an example.
  var hint: String {
    switch keyword {
    case .action: "@who, date, text: @Ada fri Call the vendor, or 1 Dec, +7"
    case .milestone: "date, text: 2026-12-01 Live for everyone"
    case .plan: "date and value: 2026-12-01 40"
    case .narrative: "what is to be known, in your words"
    case .decision, .blocker, .parked: "in a few words"
    case .next: "a date: 2026-12-01"
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .reading, .owner, .team, .with, .kind, .supports, .weight,
      .private, .close, .cause, .from, .keep, .measured, .moved, .start, .due,
      .unit, .healthy, .tolerable, .total, .target, .guards, .accept, nil:
      "Enter takes it"
    }
  }

  var isBlank: Bool { field.text.allSatisfy { $0 == " " } }
}

// What is understood of it.
extension Session {
  /// The edit that a typed statement stands for.
  func edit(for jot: Jot) throws(EditError) -> Edit {
    switch jot.place {
    case .new(let keyword, let subject):
      return .write(
        try phrase(jot.field.text, keyword, subject.kind), in: subject)
    case .instead(let address):
      switch address {
      case .statement(let old, _, let subject):
        guard let line = document.line(of: address) else {
          throw .missing(address.name)
        }
        return .change(
          line: line,
          to: try phrase(jot.field.text, old.keyword, subject.kind))
      case .reading(let moment, let thing):
        guard let row = document.row(of: address) else {
          throw .missing(address.name)
        }
        return .changeReading(
          row: row, of: thing,
          to: try checkIn(jot.field.text, at: moment, on: thing))
      }
    }
  }

  /// What is typed in the place of the check-in of `moment`.
  func checkIn(
    _ text: String, at moment: Moment, on thing: Thing
  ) throws(EditError) -> CheckIn {
    do throws(EntryError) {
      var checkIn = try CheckIn(
        typed: text, on: thing, in: outlook.board, at: clock)
      let words = text.drop { $0 == " " }
      if let said = TypedDay(words, today: clock.today, .past) {
        checkIn.moment = Moment(said.day)
      } else {
        let first = String(words.prefix { $0 != " " })
        checkIn.moment = Moment(written: first) ?? moment
      }
      return checkIn
    } catch {
      throw .invalid(error.description)
    }
  }

  private func phrase(
    _ text: String, _ keyword: Keyword, _ place: Block.Kind
  ) throws(EditError) -> Phrase {
    guard text.contains(where: { $0 != " " }) else {
      throw .invalid("nothing was typed yet")
    }
    var words = text
    if keyword == .action || keyword == .milestone || keyword == .plan {
      words = TaskWords(text, keyword, today: clock.today).line
    }
    let phrase = try Phrase(reading: "\(keyword.rawValue) \(words)", in: place)
    guard phrase.keyword == keyword else { throw .misread(text) }
    return phrase
  }
}

/// The words of an action, a milestone or a plan point as they are typed: box,
/// date and person in any order, then the text.
struct TaskWords {
  private var box = "[ ]"
  private var due = ""
  private var person = ""
  private var text: Substring
  private let keyword: Keyword

  init(_ typed: String, _ keyword: Keyword, today: Day) {
    self.keyword = keyword
    text = typed.drop { $0 == " " }
    var seen: Set<Character> = []
    while let first = text.first, takesWord(first, today, &seen) {
      text = text.drop { $0 == " " }
    }
  }

  /// What stands on the line behind the keyword.
  var line: String {
    let words =
      keyword == .plan
      ? [due, String(text)] : [box, due, person, String(text)]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Takes a word that says something and is the first of its kind.
  private mutating func takesWord(
    _ first: Character, _ today: Day, _ seen: inout Set<Character>
  ) -> Bool {
    let word = text.prefix { $0 != " " }
    if first == "[", keyword != .plan, let end = text.firstIndex(of: "]"),
      isBox(text[...end]), seen.insert("[").inserted
    {
      box = String(text[...end])
      text = text[text.index(after: end)...]
    } else if first == "@", keyword == .action, seen.insert("@").inserted {
      person = String(takePerson())
    } else if let date = date(word, today), seen.insert("0").inserted {
      due = date
      text = text.dropFirst(word.count)
    } else if let said = TypedDay(text, today: today, .future),
      seen.insert("0").inserted
    {
      due = "\(said.day)"
      text = text.dropFirst(said.length)
    } else {
      return false
    }
    return true
  }

  private func isBox(_ text: Substring) -> Bool {
    let inner = text.dropFirst().dropLast()
    return inner.allSatisfy { $0 == " " } || inner.first == "x"
  }

  /// `@Ada` or `@"Grace Hopper"`.
  private mutating func takePerson() -> Substring {
    let rest = text.dropFirst()
    var length = text.prefix { $0 != " " }.count
    if rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
      length = text.distance(from: text.startIndex, to: end) + 1
    }
    defer { text = text.dropFirst(length) }
    return text.prefix(length)
  }

  /// A date as it is written: `2026-12-01`; `+3` is in three days, `+2w` in two
  /// weeks.
  private func date(_ word: Substring, _ today: Day) -> String? {
    if word.hasPrefix("+") {
      let isWeeks = word.hasSuffix("w")
      let digits = word.dropFirst().dropLast(isWeeks ? 1 : 0)
      guard digits.utf8.count <= 3, let number = Int(digits), number >= 0 else {
        return nil
      }
      return today.adding(isWeeks ? number * 7 : number).description
    }
    let digits = word.prefix(4)
    guard word.count >= 8, digits.allSatisfy(\.isNumber),
      word.dropFirst(4).first == "-"
    else { return nil }
    return String(word)
  }
}

// What is understood, in words.
extension Session {
  /// What a typed statement says, or what is wrong with it.
  func understood(_ jot: Jot) -> Result<String, EditError> {
    do throws(EditError) {
      let edit = try edit(for: jot)
      _ = try document.change(for: edit)
      return .success(words(of: edit))
    } catch {
      return .failure(error)
    }
  }

  private func words(of edit: Edit) -> String {
    switch edit {
    case .write(let phrase, _), .change(_, let phrase): words(of: phrase)
    case .changeReading(_, let thing, let checkIn):
      words(of: checkIn, on: thing)
    case .checkIn, .removeReading, .erase, .clear, .add, .remove, .move,
      .identify, .rename:
      ""
    }
  }

  private func words(of phrase: Phrase) -> String {
    let words: [String?]
    switch phrase {
    case .action(let box, let due, let person, let text):
      words = [
        box.isDone ? "done" : nil, person, due.map { "due \(day($0))" },
        "\"\(text)\"",
      ]
    case .milestone(let box, let due, let text):
      words = [
        box.isDone ? "done" : nil, due.map { "due \(day($0))" }, "\"\(text)\"",
      ]
    case .plan(let moment, let value): words = [day(moment), value]
    case .moved(let moment, let from, let to, let reason):
      words = [
        day(moment), from.map { "from \($0)" }, "to \(to)", "\"\(reason)\"",
      ]
    case .close(let moment, let score, let next, let note):
      words = [day(moment), score, next?.rawValue, "\"\(note)\""]
    case .next(let moment): words = [day(moment)]
    case .objective, .keyResult, .kpi, .meeting, .board, .mission, .vision,
      .limit, .declaration, .every, .cycle, .owner, .team, .with, .kind,
      .supports, .weight, .private, .narrative, .cause, .from, .keepAbove,
      .keepBelow, .keepBetween, .measured, .start, .due, .unit, .healthy,
      .tolerable, .total, .target, .guards, .accept, .decision, .blocker,
      .parked:
      words = ["Enter takes it"]
    }
    return words.compactMap(\.self).joined(
      separator: " \(glyphs.text(glyphs.separator)) ")
  }

  private func day(_ moment: Moment) -> String {
    dayInWords(moment.day, today: clock.today)
  }
}
