import GoalFile
import Goals

// Where a key result of a form stands: of which objective, and how far it is.
extension Session {
  /// The first check-in of what a form adds, to be made behind the edits that add
  /// it; none where nothing is typed for it.
  func checkingIn(
    _ form: Form, behind edits: [Edit]
  ) throws(FormError) -> [Edit] {
    guard let checkIn = try firstCheckIn(in: form) else { return [] }
    let board: Board
    do throws(EditError) {
      var document = document
      for edit in edits { document = try document.applying(edit) }
      board = document.board
    } catch {
      throw FormError(property: nil, reason: error)
    }
    guard let thing = keyResult(addedBy: form, on: board) else {
      throw FormError(.firstCheckIn, "there is no key result to check in on")
    }
    return [.checkIn(checkIn, on: thing)]
  }

  private func keyResult(addedBy form: Form, on board: Board) -> Thing? {
    guard case .guide = form.purpose else { return added(by: form, on: board) }
    return board.objectives.last?.keyResults.last.map { .keyResult($0) }
  }

  /// What is typed for the first check-in, read for the measure that is typed.
  func firstCheckIn(in form: Form) throws(FormError) -> CheckIn? {
    let text = form.text(.firstCheckIn)
    guard !text.isEmpty else { return nil }
    var lines = ["objective x", "kr x"]
    for row in form.rows
    where [.measure, .measured, .milestones].contains(row.property) {
      let phrases = (try? phrases(of: row, .keyResult)) ?? []
      lines += phrases.map { "\($0.keyword.rawValue) \($0.words)" }
    }
    let board = Document(Array(lines.joined(separator: "\n").utf8)).board
    do throws(EntryError) {
      var checkIn = try CheckIn(
        typed: text, on: .keyResult(0), in: board, at: clock)
      checkIn.person = checkIn.person ?? user
      return checkIn
    } catch {
      throw FormError(.firstCheckIn, error.description)
    }
  }

  /// The objective that a form puts its key result under, by its place in the
  /// board: by its id, else by its title.
  func objective(in form: Form) throws(FormError) -> Int {
    let name = form.text(.under)
    if case .objective(let index)? = document.board.things[ID(name)] {
      return index
    }
    let all = document.board.objectives.indices
    guard
      let index = all.first(where: {
        document.board.objectives[$0].title == name
      }
      )
    else {
      throw FormError(.under, "no objective is called '\(name)'")
    }
    return index
  }

  /// What is understood of a first check-in, or which objective is meant.
  func wordsOfPlace(_ row: Form.Row, in form: Form) -> String {
    if row.property == .under {
      let index = try? objective(in: form)
      return index.map { outlook.title(of: .objective($0)) } ?? ""
    }
    guard let checkIn = try? firstCheckIn(in: form) else { return "" }
    let words = [
      checkIn.valueText, checkIn.confidence.map { "confidence \($0)/10" },
      checkIn.person.map { "@\($0)" }, checkIn.note.map { "\"\($0)\"" },
    ]
    return words.compactMap(\.self).joined(
      separator: " \(glyphs.text(glyphs.separator)) ")
  }

  /// What puts a key result under another objective.
  func moving(
    _ form: Form, _ subject: Subject
  ) throws(FormError) -> [Edit] {
    guard case .thing(.keyResult(let index)) = subject,
      form.rows.contains(where: { $0.property == .under && $0.isChanged })
    else { return [] }
    let objective = try objective(in: form)
    guard objective != document.board.keyResults[index].objective else {
      return []
    }
    return [.move(.keyResult(index), to: .inside(objective))]
  }
}
