import Canvas
import GoalFile
import Goals

// Statements of one line: actions, milestones, plan points and the like.
extension Session {
  /// Has a new statement typed in the bottom line.
  mutating func startWriting(_ keyword: Keyword, in subject: Subject) {
    if let obstacle { return say(obstacle) }
    mode = .writing(Jot(.new(keyword, in: subject)))
  }

  /// Has the line of an address typed anew.
  mutating func startRewriting(_ address: LineAddress) {
    if let obstacle { return say(obstacle) }
    switch address {
    case .statement(let phrase, _, _):
      mode = .writing(Jot(.instead(of: address), phrase.words))
    case .reading(_, let thing):
      guard let row = document.row(of: address),
        let checkIn = document.checkIn(row: row, of: thing)
      else { return say("there is no \(address.name) here") }
      mode = .writing(Jot(.instead(of: address), checkIn.typed))
    }
  }

  mutating func acceptJot(_ jot: Jot) {
    mode = .browsing
    guard !jot.isBlank else {
      return say("nothing typed, nothing changed")
    }
    do throws(EditError) {
      let before = document.bytes
      try make(edit(for: jot))
      say(
        document.bytes == before
          ? "nothing changed" : "\(done(jot)): \(savingKeys)")
    } catch {
      // What is wrong stands beside what is typed.
      mode = .writing(jot)
    }
  }

  private func done(_ jot: Jot) -> String {
    switch jot.place {
    case .new(let keyword, _): "\(keyword.title) added"
    case .instead(let address): "\(address.name) changed"
    }
  }

  /// Follows what a statement is typed for; without it, what was typed can be
  /// had again.
  func following(_ jot: Jot, from old: Outlook) -> Jot? {
    switch jot.place {
    case .new(let keyword, let subject):
      return outlook.successor(of: subject, in: old).map {
        var jot = jot
        jot.place = .new(keyword, in: $0)
        return jot
      }
    case .instead(let address):
      guard let new = outlook.successor(of: address, in: old),
        document.has(new)
      else { return nil }
      var jot = jot
      jot.place = .instead(of: new)
      return jot
    }
  }
}

// The line of a page that is selected.
extension Session {
  /// The line of the board that the selected line of the open page shows.
  var selectedAddress: LineAddress? {
    guard let page = trail.pages.last else { return nil }
    let content = layout(of: page.topic).content
    return content.source(at: page.scroll.selected).flatMap {
      document.address(of: $0)
    }
  }

  /// Ticks the selected action or milestone off, or opens it again.
  mutating func tick() {
    if let obstacle { return say(obstacle) }
    guard let address = selectedAddress,
      case .statement(let phrase, _, _) = address,
      let ticked = phrase.ticked(at: now),
      let line = document.line(of: address)
    else {
      return say(
        trail.pages.isEmpty
          ? "\(key(.open)) opens its page: there \(key(.tick)) ticks an action "
            + "or a milestone off"
          : "only an action or a milestone can be ticked off")
    }
    do throws(EditError) {
      try make(.change(line: line, to: ticked.phrase))
      say("\(ticked.isDone ? "done" : "open again"): \(savingKeys)")
    } catch {
      say("\(error)", .failure)
    }
  }
}

extension Phrase {
  /// The same done today, or open where it was done; `nil` for what can not be
  /// ticked off.
  fileprivate func ticked(at now: Now) -> (phrase: Phrase, isDone: Bool)? {
    func other(_ box: Box) -> Box {
      box.known(at: now).isDone ? .open : .done(on: Moment(now.today))
    }
    if case .action(let box, let due, let person, let text) = self {
      let box = other(box)
      return (.action(box, due: due, person: person, text: text), box.isDone)
    }
    if case .milestone(let box, let due, let text) = self {
      let box = other(box)
      return (.milestone(box, due: due, text: text), box.isDone)
    }
    return nil
  }
}
