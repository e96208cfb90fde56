import Canvas
import GoalFile
import Goals

// The same as last time, and why.
extension Session {
  mutating func startRepeating() {
    if let obstacle { return say(obstacle) }
    guard let thing = selection else {
      return say("nothing is selected to check in")
    }
    startRepeating(on: thing)
  }

  /// Asks why the value of `thing` is the same as last time.
  mutating func startRepeating(on thing: Thing, typed: String = "") {
    guard lastWords(of: thing) != nil else {
      return say(
        "nothing to repeat yet: \(key(.checkIn)) checks in", .failure)
    }
    mode = .repeating(TextField(typed), on: thing)
  }

  /// The value that was said last, as it would be typed again: `-` where a
  /// thing has none; `nil` where nothing was said yet.
  private func lastWords(of thing: Thing) -> String? {
    let board = outlook.board
    let rows = outlook.rows(of: thing)
    if board.lackOfNumber(of: thing) != nil { return "-" }
    return board.readings.lastWithNumber(in: rows).map {
      exactNumber(board.readings.values[$0])
    }
  }

  /// How sure somebody was last, as it would be typed again.
  private func lastConfidence(of thing: Thing) -> String {
    let readings = outlook.board.readings
    let last = outlook.rows(of: thing).reversed().lazy.compactMap {
      readings.words(at: $0).map(\.confidence)
    }.first { $0 >= 0 }
    return last.map { "\($0)/10 " } ?? ""
  }

  /// The check-in that says the same as last time, for that reason; `nil`
  /// without one.
  func repeated(_ why: String, on thing: Thing) -> CheckIn? {
    guard why.contains(where: { $0 != " " }), let last = lastWords(of: thing),
      case .success(let checkIn) = understood(
        "\(last) \(lastConfidence(of: thing))-- \(why)", on: thing)
    else { return nil }
    return checkIn
  }

  mutating func acceptRepeating(_ field: TextField, on thing: Thing) {
    guard let checkIn = repeated(field.text, on: thing) else {
      return say("a word why it is the same, or Esc", .failure)
    }
    enter(checkIn, on: thing)
  }

  /// What is said beside the reason as it is typed.
  func repeatingNote(_ text: String, on thing: Thing) -> (String, Style) {
    if let notice { return (notice.text, Style(.error, .bold)) }
    if let checkIn = repeated(text, on: thing) {
      return (words(of: checkIn, on: thing), .notice)
    }
    guard let last = lastWords(of: thing), last != "-",
      let value = Double(last)
    else { return ("a word why", .faint) }
    return ("still \(amount(value, outlook.unit(of: thing)))", .faint)
  }

  /// Erases; before an empty reason, leads back to the check-in.
  mutating func eraseBack() {
    if case .repeating(let field, let thing) = mode, field.text.isEmpty {
      mode = .checkingIn(TextField(), on: thing)
    } else {
      editField { $0.edit(.eraseBack) }
    }
  }
}
