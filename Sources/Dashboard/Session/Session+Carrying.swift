import Canvas
import GoalFile
import Goals

// Carrying over what is kept of a cycle into the next.
extension Session {
  /// Offers to carry over what is kept; where nothing is, shows how the cycle
  /// came out.
  mutating func carryOn(from cycle: Cycle) {
    let name = outlook.board.nameOfCycle(after: cycle) ?? ""
    let carrying = Carrying(cycle: cycle, field: TextField(name))
    guard !carryOver(carrying).entries.isEmpty else {
      return openPage(of: .review(cycle: cycle.name))
    }
    mode = .carrying(carrying)
  }

  /// What would be carried over into the cycle that is typed.
  func carryOver(_ carrying: Carrying) -> CarryOver {
    let name =
      (try? nextCycle(typed: carrying.field.text, after: carrying.cycle).name)
      ?? "next"
    return CarryOver(
      of: outlook.board.review(of: carrying.cycle, outlook.standing),
      in: document, outlook.standing, into: name)
  }

  /// The next cycle as it is typed: a name, and for one that is not known its
  /// days.
  func nextCycle(
    typed text: String, after cycle: Cycle
  ) throws(NextCycleError) -> (name: String, declaration: Phrase?) {
    let words = text.split(separator: " ")
    guard let first = words.first else { throw .noName }
    let name = String(first)
    guard name != cycle.name else { throw .same(name) }
    if words.count == 1 {
      guard outlook.board.cycle(named: name) != nil else {
        throw .unknown(name)
      }
      return (name, nil)
    }
    do throws(EditError) {
      let phrase = try Phrase(reading: "cycle \(text)", in: .file)
      return (name, phrase)
    } catch {
      throw .wrong("\(error)")
    }
  }

  mutating func acceptCarrying(_ carrying: Carrying) {
    let name: String
    let declaration: Phrase?
    do throws(NextCycleError) {
      (name, declaration) = try nextCycle(
        typed: carrying.field.text, after: carrying.cycle)
    } catch { return }
    let carryOver = carryOver(carrying)
    let first = carryOver.firstPlace(on: outlook.board)
    let edits = declaration.map { [Edit.write($0, in: .head)] } ?? []
    do throws(EditError) {
      try make(edits + carryOver.edits)
    } catch {
      return say("\(error)", .failure)
    }
    mode = .browsing
    showCarried(first)
    say(
      "\(counted(carryOver.entries.count, "thing")) carried over into \(name): "
        + savingKeys)
  }

  /// Selects the first of what was carried over, in its cycle.
  private mutating func showCarried(_ first: Thing) {
    trail.pages = []
    guard outlook.board.contains(first), case .objective(let index) = first
    else {
      return
    }
    let cycle = outlook.board.objectives[index].cycle
    setSight { sight in
      sight.text = ""
      sight.cycle = cycle
    }
    select(first)
  }

  /// Leaves what is kept as it is and shows how the cycle came out.
  mutating func leaveCarrying() {
    guard case .carrying(let carrying) = mode else { return }
    mode = .browsing
    openPage(of: .review(cycle: carrying.cycle.name))
    say("nothing carried over: \(key(.closeCycle)) offers it again")
  }

  /// What is understood of the next cycle, or what is wrong with it.
  func noteOnNextCycle(
    _ carrying: Carrying
  ) -> (text: String, style: Style) {
    do throws(NextCycleError) {
      let next = try nextCycle(
        typed: carrying.field.text, after: carrying.cycle)
      let cycle =
        if case .declaration(let name, let start, let end)? = next.declaration {
          Cycle(name: name, start: start.day, end: end.day, line: nil)
        } else {
          outlook.board.cycle(named: next.name)
        }
      let days = cycle.map {
        "\(dayInWords($0.start, today: clock.today)) to "
          + dayInWords($0.end, today: clock.today)
      }
      return ("\(days ?? "")  Enter writes them  Esc not now", .faint)
    } catch {
      return ("\(error)", Style(.error, .bold))
    }
  }
}

extension CarryOver {
  /// Where the first of the new things stands on the board once it is written.
  fileprivate func firstPlace(on board: Board) -> Thing {
    let isNew = entries.contains {
      if case .objective = $0.thing { true } else { false }
    }
    guard !isNew, case .add(_, at: .inside(let objective))? = edits.first else {
      return .objective(board.objectives.count)
    }
    return .objective(objective)
  }
}
