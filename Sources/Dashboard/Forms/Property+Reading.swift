import GoalFile
import Goals

// What the board says, as a line of a form has it.
extension Document {
  func text(_ property: Property, of subject: Subject) -> String {
    switch property {
    case .title: return title(of: subject)
    case .id: return id(of: subject)?.text ?? ""
    case .privacy: return lines(of: .private, in: subject).isEmpty ? "" : "yes"
    case .supports, .guards, .measured:
      return ids(property, of: subject).map(\.text).joined(separator: ", ")
    case .measure:
      let lines = lines(of: .from, in: subject) + lines(of: .keep, in: subject)
      guard let phrase = lines.first.flatMap(phrase(onLine:)) else { return "" }
      return "\(phrase.keyword.rawValue) \(phrase.words)"
    case .under:
      guard case .thing(.keyResult(let index)) = subject else { return "" }
      return name(ofObjective: board.keyResults[index].objective)
    case .limitOfObjectives, .limitOfKeyResults, .limitOfKPIs:
      let phrases = lines(of: .limit, in: subject).compactMap(phrase(onLine:))
      return phrases.lazy.compactMap { phrase -> String? in
        guard case .limit(property.limit, let number) = phrase else {
          return nil
        }
        return number
      }.first ?? ""
    case .owner, .team, .with, .cycle, .kind, .weight, .every, .start, .due,
      .unit, .healthy, .tolerable, .target, .total, .board, .mission, .vision,
      .keyResult, .oldName, .newName, .milestones, .cycleName, .cycleStart,
      .cycleEnd, .firstCheckIn:
      guard let keyword = property.keyword else { return "" }
      let line = lines(of: keyword, in: subject).first
      return line.flatMap(phrase(onLine:))?.words ?? ""
    }
  }

  /// What an objective is called where it is to be found again: its id, else its
  /// title.
  func name(ofObjective index: Int) -> String {
    board.objectives[index].id?.text ?? board.objectives[index].title
  }

  private func title(of subject: Subject) -> String {
    switch subject {
    case .thing(let thing): board.title(of: thing)
    case .meeting(let index): board.meetings[index].title
    case .head: board.title ?? ""
    }
  }

  private func id(of subject: Subject) -> ID? {
    switch subject {
    case .thing(let thing): board.id(of: thing)
    case .meeting, .head: nil
    }
  }

  private func ids(_ property: Property, of subject: Subject) -> [ID] {
    switch (property, subject) {
    case (.supports, .thing(.objective(let index))):
      board.objectives[index].supports
    case (.guards, .thing(.kpi(let index))): board.kpis[index].guards
    case (.measured, .thing(.keyResult(let index))):
      [board.keyResults[index].kpiID].compactMap(\.self)
    case (_, _): []
    }
  }
}

// What is typed in a line of a form, as statements.
extension Property {
  /// The statements that a text stands for; none where it is empty, and none of
  /// a line that is no statement of its own.
  func phrases(
    _ text: String, in kind: Block.Kind
  ) throws(EditError) -> [Phrase] {
    guard let keyword, !text.isEmpty else { return [] }
    switch self {
    case .supports, .guards, .measured:
      var phrases: [Phrase] = []
      let word = self == .measured ? "measured by" : keyword.rawValue
      for id in Property.ids(in: text) {
        phrases.append(try Phrase(reading: "\(word) [\(id)]", in: kind))
      }
      if self == .measured, phrases.count > 1 {
        throw .invalid("only one KPI can measure it")
      }
      return phrases
    case .privacy:
      if text == "no" { return [] }
      guard text == "yes" else { throw .invalid("type yes or nothing") }
      return [.private]
    case .measure: return [try Property.measure(text)]
    case .healthy, .tolerable:
      let range = Property.range(text)
      return [try Phrase(reading: "\(keyword.rawValue) \(range)", in: kind)]
    case .limitOfObjectives, .limitOfKeyResults, .limitOfKPIs:
      let name = limit?.rawValue ?? ""
      return [try Phrase(reading: "limit \(name) \(text)", in: kind)]
    case .title, .id, .owner, .team, .with, .cycle, .kind, .weight, .every,
      .start, .due, .unit, .target, .total, .board, .mission, .vision,
      .keyResult, .oldName, .newName, .milestones, .cycleName, .cycleStart,
      .cycleEnd, .firstCheckIn, .under:
      let phrase = try Phrase(reading: "\(keyword.rawValue) \(text)", in: kind)
      guard phrase.keyword == keyword else { throw .misread(text) }
      return [phrase]
    }
  }

  /// Ids that are separated by commas or blanks, in brackets or not.
  static func ids(in text: String) -> [String] {
    text.split { ", []".contains($0) }.map(String.init)
  }

  /// A range as a file has it, also of what is typed as `10 to 20` or `..20`.
  private static func range(_ text: String) -> String {
    let words = text.replacing("..", with: " .. ").split(separator: " ")
    return words.map { $0 == "to" ? ".." : $0 }.joined(separator: " ")
  }

  /// `from 32 to 50 points`, `32 to 50 points`, `above 99 %`.
  private static func measure(_ text: String) throws(EditError) -> Phrase {
    var words = text.split(separator: " ").map(String.init)
    if let first = words.first, ["above", "below", "between"].contains(first) {
      words.insert("keep", at: 0)
    } else if words.first?.first?.isNumber == true
      || words.first?.hasPrefix("-") == true
    {
      words.insert("from", at: 0)
    }
    if words.first == "from", words.count > 2, ["->", "→"].contains(words[2]) {
      words[2] = "to"
    }
    if let last = words.last, last.count > 1, last.hasSuffix("%") {
      // `70% to 95%` is measured in per cent.
      words = words.map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 }
      words.append("%")
    }
    guard words.first == "from" || words.first == "keep" else {
      throw .invalid("expected from A to B UNIT, or keep above A UNIT")
    }
    return try Phrase(
      reading: words.joined(separator: " "), in: .keyResult)
  }
}
