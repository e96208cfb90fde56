import GoalFile
import Goals

// A cycle of one's own: a name and its days.
extension Form {
  static var declaring: Form {
    Form(
      .declaring,
      [Row(.cycleName), Row(.cycleStart), Row(.cycleEnd)])
  }
}

extension Session {
  mutating func declareCycle() { fill(.declaring) }

  /// The declaration that a form stands for.
  func declaration(in form: Form) throws(FormError) -> Phrase {
    let name = try cycleName(in: form)
    if name.isEmpty { throw FormError(.cycleName, "it has no name yet") }
    let start = try day(.cycleStart, in: form)
    let end = try day(.cycleEnd, in: form)
    guard let start else {
      throw FormError(.cycleStart, "its first day is needed")
    }
    guard let end else { throw FormError(.cycleEnd, "its last day is needed") }
    let phrase = Phrase.declaration(name, from: start, to: end)
    let read = try? Phrase(reading: "cycle \(phrase.words)", in: .file)
    guard read == phrase else {
      throw FormError(.cycleName, "that can not be the name of a cycle")
    }
    return phrase
  }

  /// The name that is typed, which no cycle of the board may have.
  func cycleName(in form: Form) throws(FormError) -> String {
    let name = form.text(.cycleName)
    if name.contains(" ") {
      throw FormError(.cycleName, "a name is one word, as Sprint-12")
    }
    if outlook.board.isDeclared(cycle: name) {
      throw FormError(.cycleName, "a cycle of that name is there already")
    }
    return name
  }

  /// The day that is typed; `nil` where none is.
  func day(
    _ property: Property, in form: Form
  ) throws(FormError) -> Moment? {
    let text = form.text(property)
    guard !text.isEmpty else { return nil }
    guard let moment = Moment(written: text), moment.precision == .day else {
      throw FormError(property, "write a date as 2027-01-04")
    }
    if property == .cycleEnd,
      let start = Moment(written: form.text(.cycleStart)), moment < start
    {
      throw FormError(property, "it would end before it begins")
    }
    return moment
  }
}
